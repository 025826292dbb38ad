import {
  type BoardDocument,
  type BoardId,
  createBoardUpdate,
  type NoteId,
  openBoardDocument,
  type PersonId,
} from '@duken/shared/board';
import { beginDraft, readQuiet, sayDone } from '@duken/shared/quiet';
import { templates } from '@duken/shared/template';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { Rounds } from './rounds.ts';

const boardId = 'duk' as BoardId;
const ids = ['ida', 'far', 'mona'] as PersonId[];

/** A table of three who have written and are done, at a server that can die after what was named is on disk, and before the duk is. */
function tableWithRound() {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, createBoardUpdate({ title: 'Planen til Ida', templateId: 'lorenskog', for: 'Ida' }));
  const board: BoardDocument = openBoardDocument(doc, templates.lorenskog);
  const own = new Map(ids.map((id) => [id, new Y.Doc()]));
  /** How often the duk is still reached before the server dies. */
  let reached = Number.POSITIVE_INFINITY;
  let given = 0;
  const rounds = new Rounds({
    directory: {
      listPeople: async () => ids.map((id) => ({ id, voices: ['family'], role: 'editor' }) as never),
      listParticipants: async () => ids.map((personId) => ({ personId, state: 'in', role: 'editor' }) as never),
    },
    secrets: { newId: () => `ny${++given}` },
    clock: () => 7,
    onDuk: async (_, command) => {
      reached -= 1;
      if (reached < 0) throw new Error('the server died');
      return command(board);
    },
    onPrivate: async (_, person, command) => {
      const document = own.get(person);
      if (!document) throw new Error(`${person} is not at the table`);
      return command(document);
    },
  });
  const dieAfter = (times: number): void => {
    reached = times;
  };
  return { board, own, rounds, dieAfter };
}

it('a round whose server died while it was laid is laid once, each note under the name it had been given', async () => {
  const { board, own, rounds, dieAfter } = tableWithRound();
  expect((await rounds.open(boardId)).ok).toBe(true);
  const { id: round } = board.meeting.get('round') as { readonly id: string };
  for (const [id, doc] of own) {
    const draft = { id: `${id}s` as NoteId, text: `Ord ${id}`, begunAt: 1, round };
    beginDraft(doc, { ...draft, cell: { column: 'difficult', theme: 'work' } });
    sayDone(doc, round, true);
  }
  const named = () => [...own.values()].flatMap((doc) => readQuiet(doc).drafts.map(({ laidAs }) => laidAs)).toSorted();

  // It reads that a round is open, gives all of it names, and is gone before any of it is on the duk.
  dieAfter(1);
  await expect(rounds.lay(boardId)).rejects.toThrow('the server died');
  const before = named();
  expect([new Set(before).size, board.notes.size, board.meeting.has('round')]).toEqual([3, 0, true]);

  dieAfter(Number.POSITIVE_INFINITY);
  expect(await rounds.lay(boardId)).toEqual({ ok: true, value: 3 });
  expect([...board.notes.keys()].toSorted()).toEqual(before);
  expect(named()).toEqual(before);
  expect(await rounds.lay(boardId)).toEqual({ ok: false, failure: { kind: 'roundNotOpen' } });
  expect(board.notes.size).toBe(3);
});
