import type { BoardDocument, BoardId, NoteId, ParticipantId, PersonId } from '@duken/shared/board';
import { childsNoteIn } from '@duken/shared/board';
import { isChild } from '@duken/shared/people';
import { answerChildRequest, askChildRequest, boardParams } from '@duken/shared/protocol';
import { answerQuestion, askChild, keepAsked, type QuietCommand, tellAnswer } from '@duken/shared/quiet';
import type { Result } from '@duken/shared/result';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { Directory } from '../storage/index.ts';

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
  ): Promise<{ readonly child: string; readonly guards: readonly PersonId[] } | undefined> {
    const people = await directory.listPeople(boardId);
    const byId = new Map(people.map((person) => [person.id, person]));
    const seats = await directory.listParticipants(boardId);
    const children = new Set<PersonId>();
    const writer = seats.find(({ id }) => id === author)?.personId;
    for (const person of people) {
      if (!isChild(person, false)) continue;
      const isTheirs = person.id === writer || (await directory.helperSeats(boardId, person.id)).includes(author);
      if (isTheirs) children.add(person.id);
    }
    const [first] = children;
    const child = first && byId.get(first);
    if (!child) return undefined;
    const helpers = [...children].flatMap((id) => {
      const person = byId.get(id);
      return person?.helperConfirmed && person.helperId ? [person.helperId] : [];
    });
    return { child: child.name, guards: [...new Set([...children, ...helpers])] };
  }

  return async (app) => {
    app.post(
      '/api/boards/:boardId/questions',
      {
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
        const note = await onDuk(boardId, (board) => childsNoteIn(board, noteId));
        const whose = note.ok ? await whoseIs(boardId, note.value.author) : undefined;
        if (!whose) return sendProblem(reply, { kind: 'childsNoteNotFound' });
        // Whoever may write on it asks nobody, and a child asks no other child.
        if (whose.guards.includes(person.id) || isChild(person, participant.role === 'leader'))
          return sendProblem(reply, { kind: 'notAllowed' });
        const at = clock();
        const question = { noteId, by: participant.name, byPerson: person.id, words, at };
        const [child, ...helpers] = whose.guards;
        const asked = child && (await onPrivate(boardId, child, (doc) => askChild(doc, question)));
        if (!asked?.ok) return sendProblem(reply, asked?.failure ?? { kind: 'childsNoteNotFound' });
        for (const helper of helpers) await onPrivate(boardId, helper, (doc) => askChild(doc, question));
        await onPrivate(boardId, person.id, (doc) => keepAsked(doc, { noteId, of: whose.child, words, at }));
        return reply.code(204).send();
      },
    );

    app.post(
      '/api/boards/:boardId/questions/answer',
      {
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
        const answered = await onPrivate(boardId, id, (doc) => answerQuestion(doc, noteId, answer));
        if (!answered.ok) return sendProblem(reply, answered.failure);
        for (const other of whose.guards)
          if (other !== id) await onPrivate(boardId, other, (doc) => answerQuestion(doc, noteId, answer));
        await onPrivate(boardId, answered.value.byPerson, (doc) => tellAnswer(doc, noteId, answer));
        return reply.code(204).send();
      },
    );
  };
}
