import { may, type Writer } from '@duken/shared/access';
import {
  type ActionFailure,
  type BoardDocument,
  type BoardId,
  isActionNote,
  type NoteId,
  type OpenFailure,
  setAction,
} from '@duken/shared/board';
import { consentState } from '@duken/shared/consent';
import { type FollowedCase, followUp, type IndexedAction } from '@duken/shared/followUp';
import type { LetterLanguage } from '@duken/shared/letter';
import { type LifeEvent, planLifeOf } from '@duken/shared/plan';
import { actionParams, changeActionRequest, fileQuery, followUpReply, type ProblemKind } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { Layouts, Template } from '@duken/shared/template';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askerOf, hashOf, type OwnSeat, osloDayOf, type Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog, seatInLog } from '../log/index.ts';
import type {
  AnswerStore,
  Consents,
  Directory,
  FollowUpStore,
  MeetingRow,
  PlanLives,
  ReminderStore,
  ShortText,
} from '../storage/index.ts';
import type { ActionIndexes } from './actionIndexes.ts';

/** Changes a duk in the name of somebody of its case, whether or not anybody has it open. */
export type ApplyOnDuk = <Value, Failure>(
  boardId: BoardId,
  command: (board: BoardDocument) => Result<Value, Failure>,
  hand: Pick<Writer, 'participantId' | 'seats'>,
) => Promise<Result<Value, Failure | OpenFailure | { readonly kind: 'layoutMissing' }>>;

/** For so long reminders may not come through before the leader is told, in milliseconds. */
const toldAfterMs = 60 * 60 * 1000;

/** The leader's week: what all the cases need that a session leads, and the next step of each line. */
export function followUpRoutes(options: {
  readonly sessions: Sessions;
  readonly store: FollowUpStore;
  readonly answers: Pick<AnswerStore, 'answersOf' | 'shortTextsOf'>;
  readonly planLives: Pick<PlanLives, 'newestOf'>;
  readonly consents: Pick<Consents, 'list'>;
  /** Since when each board has reminders that do not come through. */
  readonly failingSince: ReminderStore['failingSince'];
  readonly indexes: Pick<ActionIndexes, 'read'>;
  readonly apply: ApplyOnDuk;
  readonly seatsOfPerson: Directory['seatsOfPerson'];
  readonly layouts: Layouts;
  /** Sets the tiltak of several cases as one table. */
  readonly tableOf: (
    cases: readonly {
      readonly boardId: BoardId;
      readonly title: string;
      /** Absent where the layout is not known here. */
      readonly template: Template | undefined;
      readonly actions: readonly IndexedAction[];
    }[],
    language: LetterLanguage,
  ) => Uint8Array;
  readonly clock: () => number;
}): FastifyPluginAsyncZod {
  const { sessions, store, indexes, clock } = options;

  /** The cases of these seats, each read in one question for all. */
  async function casesOf(seats: readonly OwnSeat[]): Promise<readonly FollowedCase[]> {
    const boardIds = seats.map(({ board }) => board.id);
    const [actions, people, meetings, answers, plans, texts] = await Promise.all([
      indexes.read(boardIds),
      store.peopleOf(boardIds),
      store.meetingsOf(boardIds),
      options.answers.answersOf(boardIds),
      options.planLives.newestOf(boardIds),
      options.answers.shortTextsOf(boardIds),
    ]);
    const today = osloDayOf(clock());
    const consents = await Promise.all(boardIds.map((boardId) => options.consents.list(boardId)));
    return seats.map(({ board: { id, title } }, at) => ({
      boardId: id,
      title,
      actions: actions.get(id) ?? [],
      people: people.filter(({ boardId }) => boardId === id),
      answers: answers
        .filter(({ boardId }) => boardId === id)
        .map((answer) => ({ ...answer, answeredOn: osloDayOf(answer.answeredAt) })),
      meetings: meetings.filter(({ boardId }) => boardId === id),
      consents: (consents[at] ?? []).filter((consent) => consentState(consent, today) === 'given'),
      checked: checkedAmong(
        actions.get(id) ?? [],
        texts.filter(({ boardId }) => boardId === id),
      ),
      ...draftOf(
        plans.get(id),
        meetings.filter(({ boardId }) => boardId === id),
      ),
    }));
  }

  return async (app) => {
    /** The cases that a session leads, each noted in its log as looked at. */
    async function ledCases(request: FastifyRequest): Promise<Result<readonly OwnSeat[], { kind: ProblemKind }>> {
      const seats = await sessions.seatsOf(request);
      if (seats.length === 0) return failed({ kind: 'notIn' });
      if (!seats.some(({ participant }) => may(participant, 'followUp'))) return failed({ kind: 'notAllowed' });
      const led = seats.filter((seat) => may(askerOf(seat), 'followUp'));
      for (const seat of led) inLog(request, seatInLog(seat), { kind: 'followUp' });
      return succeeded(led);
    }

    app.get(
      '/api/duk.csv',
      {
        schema: {
          summary: 'The tiltak of all the cases that this session leads, as one table with ids that stay',
          querystring: fileQuery,
          response: {
            200: { description: 'The file', content: { 'text/csv': { schema: z.any() } } },
            ...problemReplies,
          },
        },
      },
      async (request, reply) => {
        const led = await ledCases(request);
        if (!led.ok) return sendProblem(reply, led.failure);
        const actions = await indexes.read(led.value.map(({ board }) => board.id));
        const cases = led.value.map(({ board: { id, title, templateId } }) => ({
          boardId: id,
          title,
          template: options.layouts.get(templateId),
          actions: actions.get(id) ?? [],
        }));
        return reply
          .header('content-type', 'text/csv; charset=utf-8')
          .header('content-disposition', 'attachment; filename="duk.csv"')
          .header('cache-control', 'private, no-store')
          .send(options.tableOf(cases, request.query.lang));
      },
    );

    app.get(
      '/api/followup',
      {
        schema: {
          summary: 'What the cases that this session leads need, in the order that needs a person',
          response: { 200: followUpReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const asked = await ledCases(request);
        if (!asked.ok) return sendProblem(reply, asked.failure);
        const led = asked.value;
        const now = clock();
        const today = osloDayOf(now);
        const failing = await options.failingSince(led.map(({ board }) => board.id));
        const mailFails = [...failing.values()].some((since) => now - since >= toldAfterMs);
        const { items, plans, meetings, withoutInterpreter, consentsEnding, wordsToCheck, withoutAction, cases } =
          followUp(await casesOf(led), today);
        return {
          today,
          ...(mailFails ? { mailFails: true as const } : {}),
          items: items.map((item) => ({ ...item, doers: [...item.doers] })),
          plans: [...plans],
          meetings: [...meetings],
          withoutInterpreter: [...withoutInterpreter],
          consentsEnding: consentsEnding.map((ending) => ({ ...ending, services: [...ending.services] })),
          wordsToCheck: [...wordsToCheck],
          withoutAction: [...withoutAction],
          cases: [...cases],
        };
      },
    );

    app.patch(
      '/api/boards/:boardId/actions/:noteId',
      {
        schema: {
          summary: 'Moves a tiltak’s date, or says how far it has come; in the leader’s name',
          params: actionParams,
          body: changeActionRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, noteId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'followUp');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { due, status } = request.body;
        const change = { ...(due === undefined ? {} : { due }), ...(status === undefined ? {} : { status }) };
        const { participant, person } = seat.value;
        const seats = new Set([participant.id, ...(await options.seatsOfPerson(person.id))]);
        const changed = await options.apply<void, ActionFailure>(
          boardId,
          (board) =>
            isActionNote(board, noteId) ? setAction(board, noteId, change) : failed({ kind: 'noteGone', noteId }),
          { participantId: participant.id, seats },
        );
        if (!changed.ok) {
          const { kind } = changed.failure;
          return sendProblem(reply, { kind: kind === 'noteGone' ? 'actionNotFound' : 'boardUnreadable' });
        }
        return reply.code(204).send();
      },
    );
  };
}

/** Those whose words were looked over as they stand now: of other words that says nothing. */
function checkedAmong(actions: readonly IndexedAction[], texts: readonly ShortText[]): ReadonlySet<NoteId> {
  const hashes = new Map(texts.map(({ noteId, sourceHash }) => [noteId, sourceHash]));
  return new Set(
    actions.flatMap(({ noteId, text }) => {
      const hash = hashes.get(noteId);
      return hash !== undefined && hash === hashOf(text) ? [noteId] : [];
    }),
  );
}

/** The newest plan of a case, where it waits for a yes. */
function draftOf(
  newest: { readonly version: number; readonly events: readonly LifeEvent[] } | undefined,
  meetings: readonly MeetingRow[],
): Pick<FollowedCase, 'draft'> {
  if (!newest) return {};
  const { state, until } = planLifeOf(newest.events);
  const meeting = meetings.find(({ version }) => version === newest.version);
  if (state !== 'draft' || !meeting) return {};
  return { draft: { version: newest.version, date: meeting.date, ...(until === undefined ? {} : { until }) } };
}
