import type { BoardId } from '@duken/shared/board';
import { openSinceLast, type Promised, sinceLast } from '@duken/shared/followUp';
import { boardParams, type ProblemKind, sinceLastReply } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog, seatInLog } from '../log/index.ts';
import type { AnswerStore, ArchivedVersionHead, Directory, PlanArchive } from '../storage/index.ts';
import type { ActionIndexes } from './actionIndexes.ts';

/** What a version says of its tiltak, read from what was frozen. */
type Inspect = (head: ArchivedVersionHead) => Promise<
  Result<
    | {
        readonly problems: readonly unknown[];
        readonly brief?: { readonly date: string; readonly promised: readonly Promised[] };
      }
    | undefined,
    { readonly kind: ProblemKind }
  >
>;

/**
 * What was answered since the last meeting, for everybody at the duk. It tells how many need help and not who: the others hear
 * that from whoever needs it, or not at all. Outside a meeting it does not tell that much: a number that grows when somebody has
 * just been written to points at them.
 */
export function sinceLastRoutes(options: {
  readonly sessions: Sessions;
  readonly archive: Pick<PlanArchive, 'list'>;
  readonly inspect: Inspect;
  readonly indexes: Pick<ActionIndexes, 'read'>;
  readonly answers: Pick<AnswerStore, 'answersOf'>;
  readonly directory: Pick<Directory, 'listMeetings' | 'listPeople'>;
}): FastifyPluginAsyncZod {
  const { sessions, archive, inspect, indexes, answers, directory } = options;

  async function lastOf(boardId: BoardId) {
    const newest = (await archive.list(boardId)).at(-1);
    if (!newest) return succeeded(undefined);
    const inspected = await inspect(newest);
    if (!inspected.ok) return inspected;
    const { brief, problems } = inspected.value ?? { problems: [] };
    if (!brief || problems.length > 0) return failed({ kind: brief ? 'versionAltered' : 'versionUnreadable' } as const);
    return succeeded({ ...brief, frozenAt: newest.frozenAt });
  }

  return async (app) => {
    app.get(
      '/api/boards/:boardId/since-last',
      {
        schema: {
          summary: 'How it has gone with what was promised at the last meeting, counted',
          params: boardParams,
          response: { 200: sinceLastReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const last = await lastOf(boardId);
        if (!last.ok) return sendProblem(reply, last.failure);
        inLog(request, seatInLog(seat.value), { kind: 'duk' });
        reply.header('cache-control', 'no-store');
        if (!last.value || last.value.promised.length === 0) return {};
        const { promised, frozenAt, date } = last.value;
        const [index, given, people, meetings] = await Promise.all([
          indexes.read([boardId]),
          answers.answersOf([boardId]),
          directory.listPeople(boardId),
          directory.listMeetings(boardId),
        ]);
        const actions = index.get(boardId) ?? [];
        const tellsHelp = meetings.some(({ version }) => version === undefined);
        const since = sinceLast({ promised, actions, answers: given, people, since: frozenAt, tellsHelp });
        return {
          last: {
            date,
            frozenAt,
            done: [...since.done],
            started: since.started.length,
            help: since.help.length,
            silent: since.silent.length,
            ended: since.ended.length,
            open: [...openSinceLast(since, actions)],
          },
        };
      },
    );
  };
}
