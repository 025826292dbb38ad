import { may } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { type CutId, type CutRecipient, covers } from '@duken/shared/cut';
import { type LifeFault, leavingFault, planLifeOf } from '@duken/shared/plan';
import {
  boardParams,
  cutLetterReply,
  cutParams,
  cutQuery,
  cutSchema,
  cutsReply,
  newCutReply,
  newCutRequest,
  type PreviewCutRequest,
  type ProblemKind,
  previewCutReply,
  previewCutRequest,
  versionParams,
} from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askerOf, hashOf, type OwnSeat, type Secrets, type Sessions, type WatchReply } from '../access/index.ts';
import { contentTypes, type ExportFormat } from '../export/index.ts';
import { type FieldFault, problemReplies, sendProblem } from '../http/index.ts';
import { inLog, logFirst, seatInLog } from '../log/index.ts';
import type { PlanReader } from '../plans/index.ts';
import type { Cuts, Directory, PlanArchive, PlanLives, WholeCut } from '../storage/index.ts';
import { type CutDesk, cutReply } from './cutDesk.ts';
import { sendCutFile, sendShownCut } from './sendCut.ts';

const dayMs = 24 * 60 * 60 * 1000;

interface CutRouteTools {
  readonly sessions: Sessions;
  readonly watchReply: WatchReply;
  readonly desk: CutDesk;
  readonly cuts: Cuts;
  readonly directory: Pick<Directory, 'listPeople'>;
  readonly archive: Pick<PlanArchive, 'list'>;
  readonly planLives: Pick<PlanLives, 'list'>;
  readonly inspect: PlanReader['inspect'];
  readonly secrets: Secrets;
  readonly originOf: (request: FastifyRequest) => string;
  readonly clock: () => number;
}

type Failure = { readonly kind: ProblemKind; readonly faults?: readonly FieldFault[] };

/** What is asked for, once it is known to be there and to be allowed. */
interface KnownWish {
  readonly recipient: CutRecipient;
  readonly date: string;
  readonly for: string;
  readonly cutJson: string;
  readonly sha256: string;
}

/** Cuts of a version: made and given by the leader, listed for whom the plan is about too, and read at the recipient's own seat. */
export function cutRoutes(tools: CutRouteTools): FastifyPluginAsyncZod {
  const { sessions, desk, cuts, clock } = tools;

  async function recipientOf(
    boardId: BoardId,
    wished: PreviewCutRequest['recipient'],
  ): Promise<Result<CutRecipient, Failure>> {
    if ('name' in wished) return succeeded({ name: wished.name });
    const people = await tools.directory.listPeople(boardId);
    const person = people.find(({ id }) => id === wished.personId);
    if (!person) {
      const detail = `Må være en av personene i saken: ${people.map(({ id, name }) => `${id} (${name})`).join(', ')}.`;
      return failed({ kind: 'invalidRequest', faults: [{ pointer: '/recipient/personId', detail }] });
    }
    const { id: personId, name, service } = person;
    return succeeded({ name, personId, ...(service === undefined ? {} : { service }) });
  }

  async function faultOfLeaving(boardId: BoardId, version: number): Promise<LifeFault | undefined> {
    const events = await tools.planLives.list(boardId, version);
    return leavingFault(planLifeOf(events.map(({ event }) => event)));
  }

  /** The newest version before that may leave the house itself, since the difference tells of its words; 0 for none. */
  async function lastBefore(boardId: BoardId, version: number, all: readonly number[]): Promise<number> {
    const before = all.filter((each) => each < version);
    for (const each of before.toSorted((a, b) => b - a))
      if ((await faultOfLeaving(boardId, each)) === undefined) return each;
    return 0;
  }

  /** The same for who looks first and for who gives: what can be seen is what can be given. */
  async function known(
    boardId: BoardId,
    version: number,
    { recipient: wished, themes, withPicture, withDifference }: PreviewCutRequest,
  ): Promise<Result<KnownWish, Failure>> {
    const heads = await tools.archive.list(boardId);
    const head = heads.find((each) => each.version === version);
    if (!head) return failed({ kind: 'versionNotFound' });
    const fault = await faultOfLeaving(boardId, version);
    if (fault) return failed({ kind: fault });
    const inspected = await tools.inspect(head);
    if (!inspected.ok) return inspected;
    const brief = inspected.value?.brief;
    if (!brief) return failed({ kind: 'versionUnreadable' });
    const there = [...brief.choices.themes, ''];
    if (themes.some((theme) => !there.includes(theme))) {
      const detail = `Må være blant: ${there.map((theme) => theme || '"" (det som gjelder hele livet)').join(', ')}.`;
      return failed({ kind: 'invalidRequest', faults: [{ pointer: '/themes', detail }] });
    }
    const recipient = await recipientOf(boardId, wished);
    if (!recipient.ok) return recipient;
    if (!covers(await desk.mayHave(boardId, recipient.value), themes)) return failed({ kind: 'cutNotInConsent' });
    const choice = { themes, withPicture, withDifference };
    const versions = heads.map((each) => each.version);
    const since = withDifference ? await lastBefore(boardId, version, versions) : 0;
    const made = await desk.make(boardId, version, { recipient: recipient.value.name, choice, since });
    if (!made.ok) return made;
    return succeeded({ recipient: recipient.value, date: brief.date, for: brief.for, ...made.value });
  }

  /** Somebody who may read this very cut: whoever gives them, and whose seat it was given to as long as consents cover it. */
  async function readable(seat: OwnSeat, boardId: BoardId, cutId: CutId): Promise<Result<WholeCut, Failure>> {
    const gives = may(askerOf(seat), 'giveCuts');
    const cut = await cuts.find(boardId, cutId);
    const isTheirs = cut?.way === 'seat' && cut.recipient.personId === seat.person.id;
    // Whose it is not is told nothing of whether there is one.
    if (!cut || cut.withdrawnAt !== undefined || !(gives || isTheirs)) return failed({ kind: 'cutNotFound' });
    if (!gives && !(await desk.isCovered(cut))) return failed({ kind: 'cutNotFound' });
    return succeeded(cut);
  }

  return async (app) => {
    app.get(
      '/api/boards/:boardId/cuts',
      {
        schema: {
          summary: 'What was given of the plans, to whom and when, newest first; also what was withdrawn',
          params: boardParams,
          response: { 200: cutsReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'readCuts');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        return { cuts: (await cuts.list(boardId)).map(cutReply) };
      },
    );

    app.get(
      '/api/boards/:boardId/cuts/mine',
      {
        schema: {
          summary: 'What was given of the plans to the seat of whoever asks, newest first',
          params: boardParams,
          response: { 200: cutsReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const theirs = (await cuts.list(boardId)).filter(
          ({ way, recipient, withdrawnAt }) =>
            way === 'seat' && recipient.personId === seat.value.person.id && withdrawnAt === undefined,
        );
        const covered = await Promise.all(theirs.map((cut) => desk.isCovered(cut)));
        return { cuts: theirs.filter((_, place) => covered[place]).map(cutReply) };
      },
    );

    app.post(
      '/api/boards/:boardId/plans/:version/cuts/preview',
      {
        schema: {
          summary: 'What somebody would get of a version: its letter, its picture and its hash; nothing is given',
          params: versionParams,
          body: previewCutRequest,
          response: { 200: previewCutReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, version } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'giveCuts');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        inLog(request, seatInLog(seat.value), { kind: 'plan', version });
        const { themes, withPicture, withDifference, lang } = request.body;
        const wish = await known(boardId, version, request.body);
        if (!wish.ok) return sendProblem(reply, wish.failure, wish.failure.faults);
        const { cutJson, sha256 } = wish.value;
        const choice = { themes, withPicture, withDifference };
        const shown = await desk.show({ boardId, version, cutJson, choice }, lang);
        return shown.ok ? sendShownCut(reply, shown.value, { sha256 }) : sendProblem(reply, shown.failure);
      },
    );

    app.post(
      '/api/boards/:boardId/plans/:version/cuts',
      {
        schema: {
          summary: 'Gives a cut that was looked through: by a link with a life and uses, as files, or at a seat',
          params: versionParams,
          body: newCutRequest,
          response: { 201: newCutReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, version } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'giveCuts');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { themes, withPicture, withDifference, lang, way, days, uses, sha256: seen } = request.body;
        const wish = await known(boardId, version, request.body);
        if (!wish.ok) return sendProblem(reply, wish.failure, wish.failure.faults);
        const { recipient, date, for: whose, cutJson, sha256 } = wish.value;
        if (way === 'seat' && recipient.personId === undefined) {
          const detail = 'Må være en person i saken når utdraget skal leses fra plassen ved duken.';
          return sendProblem(reply, { kind: 'invalidRequest' }, [{ pointer: '/way', detail }]);
        }
        if (sha256 !== seen) return sendProblem(reply, { kind: 'cutChanged' });
        const secret = tools.secrets.newSecret();
        const givenAt = clock();
        const link = { secretHash: hashOf(secret), expiresAt: givenAt + days * dayMs, maxUses: uses };
        const id = tools.secrets.newId() as CutId;
        await logFirst(request, seatInLog(seat.value), { kind: 'cutGiven', version, cutId: id, whom: recipient.name });
        await cuts.give({
          ...{ id, boardId, version, date, for: whose, recipient, sha256, cutJson, way, givenAt, language: lang },
          choice: { themes, withPicture, withDifference },
          givenBy: seat.value.person.name,
          ...(way === 'link' ? { link } : {}),
        });
        const given = await cuts.find(boardId, id);
        if (!given) return sendProblem(reply, { kind: 'cutNotFound' });
        const url = way === 'link' ? { url: `${tools.originOf(request)}/utdrag#${secret}` } : {};
        return reply
          .code(201)
          .header('cache-control', 'no-store')
          .send({ cut: cutReply(given), ...url });
      },
    );

    app.post(
      '/api/boards/:boardId/cuts/:cutId/withdraw',
      {
        schema: {
          summary:
            'Withdraws a cut: its link and its seat open nothing any more; files that were taken stay where they are',
          params: cutParams,
          response: { 200: cutSchema, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, cutId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'giveCuts');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const known = await cuts.find(boardId, cutId);
        if (!known || known.withdrawnAt !== undefined) return sendProblem(reply, { kind: 'cutNotFound' });
        const { version, recipient } = known;
        await logFirst(request, seatInLog(seat.value), { kind: 'cutWithdrawn', version, cutId, whom: recipient.name });
        const withdrawn = await cuts.withdraw(boardId, cutId, clock());
        if (!withdrawn) return sendProblem(reply, { kind: 'cutNotFound' });
        return cutReply(withdrawn);
      },
    );

    app.get(
      '/api/boards/:boardId/cuts/:cutId/letter',
      {
        schema: {
          summary: 'A cut that was given, as a letter: for whoever gave it, and at the seat it was given to',
          params: cutParams,
          querystring: cutQuery,
          response: { 200: cutLetterReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, cutId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const cut = await readable(seat.value, boardId, cutId);
        if (!cut.ok) return sendProblem(reply, cut.failure);
        inLog(request, seatInLog(seat.value), { kind: 'cut', version: cut.value.version, cutId });
        const shown = await desk.show(cut.value, request.query.lang ?? cut.value.language);
        if (!shown.ok) return sendProblem(reply, shown.failure);
        // It may have been withdrawn while it was made.
        const still = await readable(seat.value, boardId, cutId);
        if (!still.ok) return sendProblem(reply, still.failure);
        return sendShownCut(reply, shown.value, { sha256: cut.value.sha256, cut: cutReply(cut.value) });
      },
    );

    for (const format of Object.keys(contentTypes) as ExportFormat[])
      app.get(
        `/api/boards/:boardId/cuts/:cutId(^[A-Za-z0-9_-]+).${format}`,
        {
          schema: {
            summary: `A cut that was given, as ${format.toUpperCase()}`,
            params: cutParams,
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
          const { boardId, cutId } = request.params;
          const seat = await tools.watchReply(request, reply, boardId, 'read');
          if (!seat.ok) return sendProblem(reply, seat.failure);
          const cut = await readable(seat.value, boardId, cutId);
          if (!cut.ok) return sendProblem(reply, cut.failure);
          inLog(request, seatInLog(seat.value), { kind: 'cutFile', version: cut.value.version, cutId, format });
          const file = await desk.file(cut.value, format, request.query.lang ?? cut.value.language);
          if (!file.ok) return sendProblem(reply, file.failure);
          const still = await readable(seat.value, boardId, cutId);
          return still.ok ? sendCutFile(reply, format, file.value) : sendProblem(reply, still.failure);
        },
      );
  };
}
