import {
  addNote,
  changeBoard,
  compactUpdates,
  createBoardUpdate,
  type ParticipantId,
  replayBoard,
} from '@duken/shared/board';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Compactor, openCompactor } from './compactor.ts';

let compactor: Compactor;
beforeEach(() => {
  compactor = openCompactor();
});
afterEach(() => compactor.close());

const created = createBoardUpdate({ title: 'Planen til Eirin', templateId: 'simple', for: 'Eirin' });

function journalOf(notes: number): readonly Uint8Array[] {
  const updates = [created];
  for (let number = 0; number < notes; number++) {
    updates.push(
      changeBoard(updates, (board) => {
        const cell = { column: 'dream', theme: '' } as const;
        const author = 'eirin' as ParticipantId;
        addNote(board, { id: `n${number}` as never, cell, text: 'En hund', voice: 'child', author, createdAt: 1 });
      }),
    );
  }
  return updates;
}

describe('compacting a journal in a thread of its own', () => {
  it('gives what compacting gives, of several journals at once', async () => {
    const journals = [journalOf(0), journalOf(3), journalOf(7)];
    const compacted = await Promise.all(journals.map((updates) => compactor.compact(updates)));
    expect(compacted.map((state) => replayBoard([state]))).toEqual(
      journals.map((updates) => replayBoard([compactUpdates(updates)])),
    );
  });

  it('leaves the updates as they were, also when they are views on something larger', async () => {
    const updates = journalOf(2);
    const together = Buffer.concat(updates);
    let end = 0;
    const views = updates.map(({ length }) => {
      end += length;
      return together.subarray(end - length, end);
    });
    const compacted = await compactor.compact(views);
    expect(replayBoard([compacted])).toEqual(replayBoard(updates));
    expect(Buffer.concat(views).equals(Buffer.concat(updates))).toBe(true);
  });

  it('lets the server go on meanwhile', async () => {
    const happened: string[] = [];
    const compacting = compactor.compact(journalOf(20)).then(() => happened.push('compacted'));
    await new Promise((resolve) => setImmediate(resolve));
    happened.push('served somebody');
    await compacting;
    expect(happened).toEqual(['served somebody', 'compacted']);
  });

  it('says what cannot be compacted, and compacts the next', async () => {
    await expect(compactor.compact([created, Uint8Array.of(1, 2, 3)])).rejects.toThrow('cannot be compacted');
    expect(replayBoard([await compactor.compact([created])]).ok).toBe(true);
  });

  it('starts another thread after a rest', async () => {
    const restless = openCompactor(0);
    for (let time = 0; time < 3; time++) expect((await restless.compact([created])).length).toBeGreaterThan(0);
    await restless.close();
  });

  it('gives up what is under way when it is closed, and takes no more', async () => {
    const compacting = compactor.compact(journalOf(3));
    await Promise.all([compactor.close(), expect(compacting).rejects.toThrow('closed')]);
    await expect(compactor.compact([created])).rejects.toThrow('closed');
  });
});
