import { cutQuery, enterCutRequest, linkedCutReply } from '@duken/shared/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { hashOf, type Secrets, type WrongSecrets } from '../access/index.ts';
import { contentTypes, type ExportFormat } from '../export/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog } from '../log/index.ts';
import type { Cuts, WholeCut } from '../storage/index.ts';
import { type CutDesk, comerInLog } from './cutDesk.ts';
import { sendCutFile, sendShownCut } from './sendCut.ts';

/** Its own cookie, sent to these routes alone: it opens nothing else, and ends with its link. */
const cookieName = 'duk-utdrag';
const cookiePath = '/api/cuts';
/** How long whoever has opened a link reads on without opening it again, in milliseconds: over a meeting. */
const readingMs = 4 * 60 * 60 * 1000;

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

  function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    // Whoever brings nothing has guessed at nothing.
    const hasTried = request.method === 'POST' || request.cookies[cookieName] !== undefined;
    if (!hasTried) return sendProblem(reply, { kind: 'cutLinkRefused' });
    const waitMs = options.wrongSecrets.count(request.ip, clock());
    if (waitMs === 0) return sendProblem(reply, { kind: 'cutLinkRefused' });
    return sendProblem(reply.header('retry-after', String(waitMs / 1000)), { kind: 'tooManyRequests' });
  }

  /** What this browser has opened and reads on in. */
  async function reading(request: FastifyRequest): Promise<WholeCut | undefined> {
    const token = request.cookies[cookieName];
    const cut = token === undefined ? undefined : await cuts.findReading(hashOf(token), clock());
    return cut && (await desk.isCovered(cut)) ? cut : undefined;
  }

  /** Opens it once more. */
  async function open(reply: FastifyReply, secret: string): Promise<WholeCut | undefined> {
    const now = clock();
    const cut = await cuts.findByLink(hashOf(secret), now);
    if (!cut?.link || !(await desk.isCovered(cut))) return undefined;
    const token = secrets.newSecret();
    const expiresAt = Math.min(now + readingMs, cut.link.expiresAt);
    if (!(await cuts.countUse(cut.id, { hash: hashOf(token), expiresAt }, now))) return undefined;
    reply.setCookie(cookieName, token, {
      path: cookiePath,
      httpOnly: true,
      sameSite: 'strict',
      secure: options.overTls,
      expires: new Date(expiresAt),
    });
    return { ...cut, link: { ...cut.link, uses: cut.link.uses + 1 } };
  }

  async function send(reply: FastifyReply, cut: WholeCut, lang: WholeCut['language']): Promise<FastifyReply> {
    const shown = await desk.show(cut, lang);
    if (!shown.ok) return sendProblem(reply, shown.failure);
    const { expiresAt = 0, maxUses = 0, uses = 0 } = cut.link ?? {};
    const { sha256, recipient } = cut;
    return sendShownCut(reply, shown.value, {
      ...{ sha256, recipient: recipient.name, expiresAt },
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
        const cut = await open(reply, secret);
        if (!cut) return refuse(request, reply);
        inLog(request, comerInLog(cut), { kind: 'cut', version: cut.version });
        return send(reply, cut, lang ?? cut.language);
      },
    );

    app.get(
      '/api/cuts/letter',
      {
        schema: {
          summary: 'The cut that this browser has opened, in another language or again; no use is counted',
          querystring: cutQuery,
          response: { 200: linkedCutReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const cut = await reading(request);
        if (!cut) return refuse(request, reply);
        inLog(request, comerInLog(cut), { kind: 'cut', version: cut.version });
        return send(reply, cut, request.query.lang ?? cut.language);
      },
    );

    for (const format of Object.keys(contentTypes) as ExportFormat[])
      app.get(
        `/api/cuts/file.${format}`,
        {
          schema: {
            summary: `The cut that this browser has opened, as ${format.toUpperCase()}`,
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
          const cut = await reading(request);
          if (!cut) return refuse(request, reply);
          inLog(request, comerInLog(cut), { kind: 'cutFile', version: cut.version, format });
          const file = await desk.file(cut, format, request.query.lang ?? cut.language);
          return file.ok ? sendCutFile(reply, format, file.value) : sendProblem(reply, file.failure);
        },
      );
  };
}
