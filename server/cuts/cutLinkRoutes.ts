import { cutQuery, enterCutRequest, linkedCutParams, linkedCutReply } from '@duken/shared/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { hashOf, type Secrets, type WrongSecrets } from '../access/index.ts';
import { contentTypes, type ExportFormat } from '../export/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog } from '../log/index.ts';
import type { Cuts, WholeCut } from '../storage/index.ts';
import { type CutDesk, comerInLog, type ShownCut } from './cutDesk.ts';
import { sendCutFile, sendShownCut } from './sendCut.ts';

/**
 * A cookie of its own for each cut, sent to these routes alone: it opens nothing else, and ends with its link. Somebody with two
 * families' links in one browser reads each by its own.
 */
const cookieOf = (cutId: string): string => `duk-utdrag-${cutId}`;
const cookiePath = '/api/cuts';
/** How long whoever has opened a link reads on without opening it again, in milliseconds: over a meeting. */
const readingMs = 4 * 60 * 60 * 1000;
/** Readings a minute from one address, behind which a whole municipality may sit. */
const config = { rateLimit: { max: 240, timeWindow: '1 minute' } };

/** A cut that somebody reads, and which of its openings it is. */
interface Reading {
  readonly cut: WholeCut;
  readonly opening: string;
}

/**
 * Reading a cut by a link that is no seat. Wrong, used up, expired, withdrawn and no longer covered by a consent are one to whoever asks.
 * Only a POST opens it, so that a mail scanner uses nothing up.
 */
export function cutLinkRoutes(options: {
  readonly cuts: Pick<Cuts, 'findByLink' | 'findReading' | 'countUse'>;
  readonly desk: CutDesk;
  readonly secrets: Secrets;
  readonly wrongSecrets: WrongSecrets;
  readonly clock: () => number;
  readonly overTls: boolean;
}): FastifyPluginAsyncZod {
  const { cuts, desk, secrets, clock } = options;

  function refuse(request: FastifyRequest, reply: FastifyReply, hasTried: boolean): FastifyReply {
    // Whoever brings nothing has guessed at nothing.
    if (!hasTried) return sendProblem(reply, { kind: 'cutLinkRefused' });
    const waitMs = options.wrongSecrets.count(request.ip, clock());
    if (waitMs === 0) return sendProblem(reply, { kind: 'cutLinkRefused' });
    return sendProblem(reply.header('retry-after', String(waitMs / 1000)), { kind: 'tooManyRequests' });
  }

  /** What this browser has opened and reads on in. */
  async function readingOf(request: FastifyRequest, cutId: string): Promise<Reading | undefined> {
    const token = request.cookies[cookieOf(cutId)];
    const cut = token === undefined ? undefined : await cuts.findReading(hashOf(token), clock());
    if (cut?.id !== cutId || token === undefined || !(await desk.isCovered(cut))) return undefined;
    return { cut, opening: openingOf(token) };
  }

  /** By a cookie that says which cut, or says nothing. */
  function refuseReading(request: FastifyRequest, reply: FastifyReply, cutId: string): FastifyReply {
    return refuse(request, reply, request.cookies[cookieOf(cutId)] !== undefined);
  }

  /** The cut of a link, if somebody new may open it now. */
  async function openable(secret: string): Promise<WholeCut | undefined> {
    const cut = await cuts.findByLink(hashOf(secret), clock());
    if (!cut?.link || cut.link.uses >= cut.link.maxUses) return undefined;
    return (await desk.isCovered(cut)) ? cut : undefined;
  }

  /** Opens it once more: from here on this browser reads on. */
  async function open(reply: FastifyReply, secret: string): Promise<Reading | undefined> {
    const now = clock();
    const cut = await openable(secret);
    if (!cut?.link) return undefined;
    const token = secrets.newSecret();
    const expiresAt = Math.min(now + readingMs, cut.link.expiresAt);
    if (!(await cuts.countUse(cut.id, { hash: hashOf(token), expiresAt }, now))) return undefined;
    reply.setCookie(cookieOf(cut.id), token, {
      path: cookiePath,
      httpOnly: true,
      sameSite: 'strict',
      secure: options.overTls,
      expires: new Date(expiresAt),
    });
    return { cut: { ...cut, link: { ...cut.link, uses: cut.link.uses + 1 } }, opening: openingOf(token) };
  }

  function send(request: FastifyRequest, reply: FastifyReply, shown: ShownCut, { cut, opening }: Reading) {
    inLog(request, comerInLog(cut, opening), { kind: 'cut', version: cut.version, cutId: cut.id });
    const { expiresAt = 0, maxUses = 0, uses = 0 } = cut.link ?? {};
    const { id: cutId, sha256, recipient } = cut;
    return sendShownCut(reply, shown, {
      ...{ cutId, sha256, recipient: recipient.name, expiresAt },
      usesLeft: Math.max(0, maxUses - uses),
    });
  }

  return async (app) => {
    app.post(
      '/api/cuts/enter',
      {
        schema: {
          summary: 'Whoever has a link to a cut opens it, and may read on in the same browser',
          body: enterCutRequest,
          response: { 200: linkedCutReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { secret, lang } = request.body;
        const found = await cuts.findByLink(hashOf(secret), clock());
        // Whoever has it open already comes back to it: a page that was loaded anew is no new use.
        const already = found && (await readingOf(request, found.id));
        const cut = already?.cut ?? (await openable(secret));
        if (!cut) return refuse(request, reply, true);
        const shown = await desk.show(cut, lang ?? cut.language);
        if (!shown.ok) return sendProblem(reply, shown.failure);
        // Only now, when there is something to show; and it may have been withdrawn while it was made.
        const reading = already ? await readingOf(request, cut.id) : await open(reply, secret);
        return reading ? send(request, reply, shown.value, reading) : refuse(request, reply, true);
      },
    );

    app.get(
      '/api/cuts/:cutId/letter',
      {
        config,
        schema: {
          summary: 'A cut that this browser has opened, in another language or again; no use is counted',
          params: linkedCutParams,
          querystring: cutQuery,
          response: { 200: linkedCutReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { cutId } = request.params;
        const reading = await readingOf(request, cutId);
        if (!reading) return refuseReading(request, reply, cutId);
        const shown = await desk.show(reading.cut, request.query.lang ?? reading.cut.language);
        if (!shown.ok) return sendProblem(reply, shown.failure);
        const still = await readingOf(request, cutId);
        return still ? send(request, reply, shown.value, still) : refuseReading(request, reply, cutId);
      },
    );

    for (const format of Object.keys(contentTypes) as ExportFormat[])
      app.get(
        `/api/cuts/:cutId/file.${format}`,
        {
          config,
          schema: {
            summary: `A cut that this browser has opened, as ${format.toUpperCase()}`,
            params: linkedCutParams,
            querystring: cutQuery,
            response: {
              200: {
                description: 'The file',
                content: { [contentTypes[format].split(';')[0] ?? '']: { schema: z.any() } },
              },
              ...problemReplies,
            },
          },
        },
        async (request, reply) => {
          const { cutId } = request.params;
          const reading = await readingOf(request, cutId);
          if (!reading) return refuseReading(request, reply, cutId);
          const { cut, opening } = reading;
          inLog(request, comerInLog(cut, opening), { kind: 'cutFile', version: cut.version, cutId, format });
          const file = await desk.file(cut, format, request.query.lang ?? cut.language);
          if (!file.ok) return sendProblem(reply, file.failure);
          const still = await readingOf(request, cutId);
          return still ? sendCutFile(reply, format, file.value) : refuseReading(request, reply, cutId);
        },
      );
  };
}

/** One opening, as it is told apart from others: what the browser keeps cannot be had from it. */
function openingOf(token: string): string {
  return hashOf(token).slice(0, 22);
}
