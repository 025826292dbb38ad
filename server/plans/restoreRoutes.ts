import {
  type BoardDocument,
  type BoardId,
  type LastRestore,
  lastRestoreOn,
  type NoteId,
  type ParticipantId,
  type PersonId,
  type Restored,
  restoreMoment,
  sayRestored,
} from '@duken/shared/board';
import { boardParams, momentParams, type RestoreReply, restoreReply, restoreRequest } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { Template } from '@duken/shared/template';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { logFirst, seatInLog } from '../log/index.ts';
import type { Directory, JournalPosition } from '../storage/index.ts';
import type { KeptMoments } from './keptMoments.ts';
import type { PlanReader } from './planReader.ts';

/** How often an address may restore in a minute: each time a journal is compacted and the whole duk compared. */
const restoresPerMinute = 60;

interface Hand {
  readonly participantId: ParticipantId;
  readonly seats: ReadonlySet<ParticipantId>;
}

export interface RestoreTools {
  readonly sessions: Sessions;
  readonly moments: KeptMoments;
  readonly directory: Pick<Directory, 'seatsOfPerson' | 'findParticipant'>;
  readonly reader: Pick<PlanReader, 'restoring'>;
  /** The operator's own. */
  readonly layouts: readonly Template[];
  /** Keeps the duk as it is on disk among its moments. */
  readonly keepMoment: (boardId: BoardId, takenAt: number) => Promise<JournalPosition | undefined>;
  /** Does something to the duk in somebody's name, in one commit. */
  readonly apply: <Value, Failure>(
    boardId: BoardId,
    command: (board: BoardDocument) => Result<Value, Failure>,
    hand: Hand,
  ) => Promise<Result<Value, Failure | { readonly kind: string }>>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/**
 * A duk that is made what it was, for whoever leads: one command of the relay, over what the leader has seen, and one that takes it back. What
 * it writes over is kept as a moment first.
 */
export function restoreRoutes(tools: RestoreTools): FastifyPluginAsyncZod {
  const { sessions, moments, directory, reader, layouts, keepMoment, apply, clock } = tools;

  async function handOf(participantId: ParticipantId, personId: PersonId | undefined): Promise<Hand> {
    const seats = personId === undefined ? [] : await directory.seatsOfPerson(personId);
    return { participantId, seats: new Set([participantId, ...seats]) };
  }

  /** What taking back goes by; undefined where one of the two moments is kept no more. */
  async function undoingOf(boardId: BoardId, last: LastRestore) {
    const [before, moment] = await Promise.all(
      [last.before, last.moment].map(async (position) => {
        const found = await moments.find(boardId, position);
        return found && moments.updatesAt(boardId, found);
      }),
    );
    if (!before || !moment) return undefined;
    const restorer = await directory.findParticipant(boardId, last.by);
    const { seats } = await handOf(last.by, restorer?.personId);
    const only = last.notes ? { only: new Set(last.notes) } : {};
    return reader.restoring(boardId, { kind: 'undo', layouts, before, moment, seats, ...only });
  }

  return async (app) => {
    app.post(
      '/api/boards/:boardId/timeline/:position/restore',
      {
        config: { rateLimit: { max: restoresPerMinute, timeWindow: '1 minute' } },
        schema: {
          summary: 'Makes the duk, or some of its notes, what it was at a moment, as an edit that goes on from now',
          params: momentParams,
          body: restoreRequest,
          response: { 200: restoreReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, position } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'restore');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const moment = await moments.find(boardId, Number(position));
        const past = moment && (await moments.updatesAt(boardId, moment));
        if (!moment || !past) return sendProblem(reply, { kind: 'momentNotFound' });
        const seen = await moments.updatesUntil(boardId, request.body.seen);
        if (!seen) return sendProblem(reply, { kind: 'seenTooLongAgo' });
        const boards = await reader.restoring(boardId, { kind: 'restore', layouts, past, seen });
        if (!boards.ok) return sendProblem(reply, boards.failure);
        const at = clock();
        const before = await keepMoment(boardId, at);
        if (before === undefined) return sendProblem(reply, { kind: 'boardUnreadable' });
        const { participant, person } = seat.value;
        const hand = await handOf(participant.id, person.id);
        const notes = request.body.notes as readonly NoteId[] | undefined;
        await logFirst(request, seatInLog(seat.value), { kind: 'restored' });
        const restored = await apply(
          boardId,
          (board) => {
            const only = notes ? { only: new Set(notes) } : {};
            const done = restoreMoment(board, { ...boards.value, seats: hand.seats, at, ...only });
            const told = { by: participant.id, at, to: moment.takenAt, moment: moment.position, before };
            if (done.ok && isAnything(done.value)) sayRestored(board, { ...told, ...(notes ? { notes } : {}) });
            return done;
          },
          hand,
        );
        if (!restored.ok) return sendProblem(reply, { kind: 'boardUnreadable' });
        return countsOf(restored.value);
      },
    );

    app.post(
      '/api/boards/:boardId/timeline/undo',
      {
        config: { rateLimit: { max: restoresPerMinute, timeWindow: '1 minute' } },
        schema: {
          summary: 'Takes back what was restored last; what anybody has done since stays',
          params: boardParams,
          response: { 200: restoreReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'restore');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { participant, person } = seat.value;
        const hand = await handOf(participant.id, person.id);
        const last = await apply(boardId, (board) => succeeded(lastRestoreOn(board)), hand);
        if (!last.ok) return sendProblem(reply, { kind: 'boardUnreadable' });
        if (!last.value || last.value.isUndone) return sendProblem(reply, { kind: 'nothingToUndo' });
        const told = last.value;
        const boards = await undoingOf(boardId, told);
        if (!boards) return sendProblem(reply, { kind: 'momentNotFound' });
        if (!boards.ok) return sendProblem(reply, boards.failure);
        await logFirst(request, seatInLog(seat.value), { kind: 'restoreUndone' });
        const undone = await apply<Restored, { readonly kind: 'nothingToUndo' }>(
          boardId,
          (board) => {
            const now = lastRestoreOn(board);
            // Somebody else pressed in the same moment.
            if (now?.at !== told.at || now.isUndone) return failed({ kind: 'nothingToUndo' });
            const only = told.notes ? { only: new Set(told.notes) } : {};
            const done = restoreMoment(board, {
              ...{ ...boards.value, seats: hand.seats, at: clock(), isUndo: true },
              ...only,
            });
            sayRestored(board, { ...told, by: participant.id, isUndone: true });
            return done;
          },
          hand,
        );
        if (!undone.ok)
          return sendProblem(reply, {
            kind: undone.failure.kind === 'nothingToUndo' ? 'nothingToUndo' : 'boardUnreadable',
          });
        return countsOf(undone.value);
      },
    );
  };
}

function isAnything({ back, away, changed, head, phases }: Restored): boolean {
  return back.length + away.length + changed.length + head + phases > 0;
}

function countsOf({ back, away, changed, ...rest }: Restored): RestoreReply {
  return { back: back.length, away: away.length, changed: changed.length, ...rest };
}
