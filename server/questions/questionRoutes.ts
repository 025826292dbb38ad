import type { BoardDocument, BoardId, NoteId, ParticipantId, PersonId } from '@duken/shared/board';
import { childsNoteIn } from '@duken/shared/board';
import { isChild } from '@duken/shared/people';
import { answerChildRequest, askChildRequest, boardParams } from '@duken/shared/protocol';
import {
  answerQuestion,
  askChild,
  keepAsked,
  type QuietCommand,
  questionAbout,
  showQuestion,
  tellAnswer,
} from '@duken/shared/quiet';
import type { Result } from '@duken/shared/result';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { Directory, PersonRow } from '../storage/index.ts';

/** How often an address may ask or answer in a minute: a whole table behind one address. */
const asksPerMinute = 60;

/**
 * An adult asks a child quietly whether it would change a note of its own. Question and answer lie in private documents alone: of the
 * child, of whom it lets write for it, and of whoever asked.
 */
export function questionRoutes(options: {
  readonly sessions: Sessions;
  readonly directory: Pick<Directory, 'listParticipants' | 'listPeople' | 'helperSeats'>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly onDuk: <Value>(
    boardId: BoardId,
    command: (board: BoardDocument) => Result<Value, { readonly kind: string }>,
  ) => Promise<Result<Value, { readonly kind: string }>>;
  /** Reads or changes what one person has for themself. */
  readonly onPrivate: <Value>(boardId: BoardId, personId: PersonId, command: QuietCommand<Value>) => Promise<Value>;
}): FastifyPluginAsyncZod {
  const { sessions, directory, clock, onDuk, onPrivate } = options;

  /** The child whose a note is, and all who may answer for it; undefined where nobody is there who could. */
  async function whoseIs(
    boardId: BoardId,
    author: ParticipantId,
  ): Promise<
    | {
        readonly name: string;
        /** One; of a note by whoever writes for two siblings, both. */
        readonly children: readonly [PersonId, ...PersonId[]];
        /** The children, and whom they let write for them now. */
        readonly guards: readonly PersonId[];
      }
    | undefined
  > {
    const people = await directory.listPeople(boardId);
    const seats = await directory.listParticipants(boardId);
    const writer = seats.find(({ id }) => id === author)?.personId;
    const there = new Set(
      seats.flatMap(({ personId, state, removedAt }) => (state === 'in' && removedAt === undefined ? personId : [])),
    );
    const children: PersonRow[] = [];
    for (const person of people) {
      if (!isChild(person, false) || !there.has(person.id)) continue;
      const isTheirs = person.id === writer || (await directory.helperSeats(boardId, person.id)).includes(author);
      if (isTheirs) children.push(person);
    }
    const [first, ...others] = children;
    if (!first) return undefined;
    const helpers = children.flatMap(({ helperConfirmed, helperId }) => (helperConfirmed && helperId ? helperId : []));
    const ids = [first.id, ...others.map(({ id }) => id)] as const;
    return { name: first.name, children: ids, guards: [...new Set([...ids, ...helpers])] };
  }

  return async (app) => {
    app.post(
      '/api/boards/:boardId/questions',
      {
        config: { rateLimit: { max: asksPerMinute, timeWindow: '1 minute' } },
        schema: {
          summary: 'Asks a child quietly whether it would change a note of its own; nobody else is told',
          params: boardParams,
          body: askChildRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'write');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { person, participant } = seat.value;
        const { words } = request.body;
        const noteId = request.body.noteId as NoteId;
        const there = new Set<NoteId>();
        const note = await onDuk(boardId, (board) => {
          there.clear();
          for (const id of board.notes.keys()) if (childsNoteIn(board, id as NoteId).ok) there.add(id as NoteId);
          return childsNoteIn(board, noteId);
        });
        const whose = note.ok ? await whoseIs(boardId, note.value.author) : undefined;
        if (!whose) return sendProblem(reply, { kind: 'childsNoteNotFound' });
        // Whoever may write on it asks nobody, and a child asks no other child.
        if (whose.guards.includes(person.id) || isChild(person, participant.role === 'leader'))
          return sendProblem(reply, { kind: 'notAllowed' });
        const at = clock();
        const question = { noteId, by: participant.name, byPerson: person.id, words, at };
        const [child] = whose.children;
        const asked = await onPrivate(boardId, child, (doc) => askChild(doc, question, (id) => there.has(id)));
        if (!asked.ok) return sendProblem(reply, asked.failure);
        for (const other of whose.guards)
          if (other !== child) await onPrivate(boardId, other, (doc) => showQuestion(doc, question));
        await onPrivate(boardId, person.id, (doc) => keepAsked(doc, { noteId, of: whose.name, words, at }));
        return reply.code(204).send();
      },
    );

    app.post(
      '/api/boards/:boardId/questions/answer',
      {
        config: { rateLimit: { max: asksPerMinute, timeWindow: '1 minute' } },
        schema: {
          summary: 'What a child says to such a question, or whom it lets write for it',
          params: boardParams,
          body: answerChildRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'write');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { answer } = request.body;
        const noteId = request.body.noteId as NoteId;
        const { id } = seat.value.person;
        const note = await onDuk(boardId, (board) => childsNoteIn(board, noteId));
        const whose = note.ok ? await whoseIs(boardId, note.value.author) : undefined;
        if (!whose?.guards.includes(id)) return sendProblem(reply, { kind: 'childsNoteNotFound' });
        const isOwn = whose.children.includes(id);
        const child = isOwn ? id : whose.children[0];
        if (!isOwn) {
          const question = await onPrivate(boardId, child, (doc) => questionAbout(doc, noteId));
          const shown = await onPrivate(boardId, id, (doc) => questionAbout(doc, noteId));
          // Of what was asked while they were not let, they are shown what stands before the child, and answer that.
          if (!question || question.at !== shown?.at || question.byPerson !== shown.byPerson) {
            if (question) await onPrivate(boardId, id, (doc) => showQuestion(doc, question));
            return sendProblem(reply, { kind: 'childsNoteNotFound' });
          }
          // A no is taken back by the child alone: else who writes for it could be pressed in its place.
          if (question.answer === 'no' && answer !== 'no') return sendProblem(reply, { kind: 'childSaidNo' });
        }
        const answered = await onPrivate(boardId, child, (doc) => answerQuestion(doc, noteId, answer));
        if (!answered.ok) return sendProblem(reply, answered.failure);
        for (const other of whose.guards)
          if (other !== child) await onPrivate(boardId, other, (doc) => showQuestion(doc, answered.value));
        await onPrivate(boardId, answered.value.byPerson, (doc) => tellAnswer(doc, noteId, answer));
        return reply.code(204).send();
      },
    );
  };
}
