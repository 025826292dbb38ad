import { may } from '@duken/shared/access';
import { type BoardId, compareText, type PersonId } from '@duken/shared/board';
import {
  boardParams,
  type OwnStoryReply,
  ownStorySchema,
  personParams,
  storiesReply,
  storyReaderRequest,
  storyReply,
  writeStoryRequest,
} from '@duken/shared/protocol';
import { isOpenToReaders, readingOf, type StoryHead } from '@duken/shared/story';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askerOf, type OwnSeat, type Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog, logFirst, seatInLog } from '../log/index.ts';
import type { Directory, PersonRow, Stories } from '../storage/index.ts';

/**
 * What people tell once, so that they need not tell it to each newcomer: a page of their own, in rows that nothing else reads. Only
 * whom the plan is about tells one, only its author says who reads it, whoever leads among the others, and takes that back at a word.
 */
export function storyRoutes(options: {
  readonly sessions: Sessions;
  readonly stories: Stories;
  readonly directory: Pick<Directory, 'listPeople' | 'listParticipants'>;
  readonly clock: () => number;
  /** What somebody tells, or who may read it, is another now. */
  readonly onChanged: (boardId: BoardId) => void;
}): FastifyPluginAsyncZod {
  const { sessions, stories, clock, onChanged } = options;

  /** Everybody of the case, and who of them has a place at the table now. */
  async function peopleOf(boardId: BoardId) {
    const [people, participants] = await Promise.all([
      options.directory.listPeople(boardId),
      options.directory.listParticipants(boardId),
    ]);
    const sitting = participants.filter(({ state, removedAt }) => state === 'in' && removedAt === undefined);
    const atTable = new Set(sitting.map(({ personId }) => personId));
    return { people, isAtTable: (personId: PersonId) => atTable.has(personId) };
  }

  /** What its author sees of a story. */
  async function ownReply(
    boardId: BoardId,
    ownId: PersonId,
    head: StoryHead | undefined,
    { people, isAtTable }: Awaited<ReturnType<typeof peopleOf>>,
  ): Promise<OwnStoryReply> {
    const row = await stories.read(boardId, ownId);
    const readers = people
      .filter(({ id }) => id !== ownId)
      .map((person) => ({ ...namedOf(person), reading: head ? readingOf(head, person.id) : ('none' as const) }))
      .filter(({ personId, reading }) => isAtTable(personId) || reading === 'asked' || reading === 'yes');
    return {
      words: row?.words ?? '',
      revision: row?.revision ?? 0,
      ...(row ? { changedAt: row.changedAt } : {}),
      readers,
    };
  }

  async function headOf(boardId: BoardId, authorId: PersonId): Promise<StoryHead | undefined> {
    return (await stories.list(boardId)).find((head) => head.authorId === authorId);
  }

  const mayTell = (seat: OwnSeat) => may(askerOf(seat), 'tellStory');
  const own = '/api/boards/:boardId/me/story';
  return async (app) => {
    app.get(
      '/api/boards/:boardId/stories',
      {
        schema: {
          summary: 'Whose stories there are, and whether one may read them, without a word of them; and one’s own',
          params: boardParams,
          response: { 200: storiesReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const ownId = seat.value.person.id;
        const heads = await stories.list(boardId);
        const ownHead = heads.find(({ authorId }) => authorId === ownId);
        const everybody = await peopleOf(boardId);
        const { people, isAtTable } = everybody;
        const others = heads.flatMap((head) => {
          const author = people.find(({ id }) => id === head.authorId);
          if (!author || author.id === ownId || !isOpenToReaders(author, isAtTable(author.id))) return [];
          return [{ ...namedOf(author), reading: readingOf(head, ownId) }];
        });
        reply.header('cache-control', 'no-store');
        return {
          // Whoever has told something keeps it, also when the plan is not about them any more.
          ...(ownHead || mayTell(seat.value) ? { own: await ownReply(boardId, ownId, ownHead, everybody) } : {}),
          others: others.toSorted((a, b) => compareText(a.name, b.name)),
        };
      },
    );

    app.get(
      '/api/boards/:boardId/stories/:personId',
      {
        schema: {
          summary: 'What somebody has told once, for whoever has their yes',
          params: personParams,
          response: { 200: storyReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, personId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { people, isAtTable } = await peopleOf(boardId);
        const author = people.find(({ id }) => id === personId);
        // The words first, then who may: what was taken back meanwhile is not shown.
        const row = await stories.read(boardId, personId);
        const head = await headOf(boardId, personId);
        if (!author || !row || !head) return sendProblem(reply, { kind: 'storyNotFound' });
        const isGiven = readingOf(head, seat.value.person.id) === 'yes';
        if (!isGiven || !isOpenToReaders(author, isAtTable(author.id)))
          return sendProblem(reply, { kind: 'storyNotGiven' });
        inLog(request, seatInLog(seat.value), { kind: 'story', authorId: author.id, whom: author.name });
        reply.header('cache-control', 'no-store');
        return { name: author.name, words: row.words, changedAt: row.changedAt };
      },
    );

    app.post(
      '/api/boards/:boardId/stories/:personId/ask',
      {
        schema: {
          summary: 'Asks to read what somebody has told; whoever was answered is not asked about again',
          params: personParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, personId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { people } = await peopleOf(boardId);
        const author = people.find(({ id }) => id === personId);
        const head = await headOf(boardId, personId);
        if (!author || author.id === seat.value.person.id || !head)
          return sendProblem(reply, { kind: 'storyNotFound' });
        if (readingOf(head, seat.value.person.id) === 'none') {
          await logFirst(request, seatInLog(seat.value), { kind: 'storyAsked', whom: author.name });
          if (await stories.ask(boardId, personId, seat.value.person.id)) onChanged(boardId);
        }
        return reply.code(204).send();
      },
    );

    app.put(
      own,
      {
        schema: {
          summary: 'Tells one’s story, or goes on with it; for whom the plan is about',
          params: boardParams,
          body: writeStoryRequest,
          response: { 200: ownStorySchema, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'tellStory');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { words, revision } = request.body;
        const ownId = seat.value.person.id;
        if (!(await stories.write(boardId, ownId, revision, words, clock())))
          return sendProblem(reply, { kind: 'storyChanged' });
        inLog(request, seatInLog(seat.value), { kind: 'storyWritten' });
        onChanged(boardId);
        reply.header('cache-control', 'no-store');
        return ownReply(boardId, ownId, await headOf(boardId, ownId), await peopleOf(boardId));
      },
    );

    app.delete(
      own,
      {
        schema: {
          summary: 'Erases one’s story, and every yes to read it',
          params: boardParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        if (await headOf(boardId, seat.value.person.id))
          await logFirst(request, seatInLog(seat.value), { kind: 'storyErased' });
        const isErased = await stories.erase(boardId, seat.value.person.id);
        if (!isErased) return sendProblem(reply, { kind: mayTell(seat.value) ? 'storyNotFound' : 'notAllowed' });
        onChanged(boardId);
        return reply.code(204).send();
      },
    );

    app.put(
      `${own}/readers/:personId`,
      {
        schema: {
          summary: 'Lets somebody read one’s story, or not any more: what is open is shut',
          params: personParams,
          body: storyReaderRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, personId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const ownId = seat.value.person.id;
        if (!(await headOf(boardId, ownId)))
          return sendProblem(reply, { kind: mayTell(seat.value) ? 'storyNotFound' : 'notAllowed' });
        const reader = (await peopleOf(boardId)).people.find(({ id }) => id === personId);
        if (!reader || reader.id === ownId) return sendProblem(reply, { kind: 'personNotFound' });
        const { mayRead } = request.body;
        await logFirst(request, seatInLog(seat.value), {
          kind: mayRead ? 'storyGiven' : 'storyTaken',
          whom: reader.name,
        });
        const before = await stories.answer(boardId, ownId, personId, mayRead ? 'yes' : 'no');
        if (before === undefined) return sendProblem(reply, { kind: 'storyNotFound' });
        onChanged(boardId);
        return reply.code(204).send();
      },
    );
  };
}

function namedOf({ id, name, service }: PersonRow) {
  return { personId: id, name, ...(service === undefined ? {} : { service }) };
}
