import {
  addNote,
  changeBoard,
  createBoardUpdate,
  foldUpdates,
  type ParticipantId,
  replayBoard,
} from '@duken/shared/board';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Folder, openFolder } from './folder.ts';

let folder: Folder;
beforeEach(() => {
  folder = openFolder();
});
afterEach(() => folder.close());

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

describe('folding a journal in a thread of its own', () => {
  it('gives what folding gives, of several journals at once', async () => {
    const journals = [journalOf(0), journalOf(3), journalOf(7)];
    const folded = await Promise.all(journals.map((updates) => folder.fold(updates)));
    expect(folded.map((state) => replayBoard([state]))).toEqual(
      journals.map((updates) => replayBoard([foldUpdates(updates)])),
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
    const folded = await folder.fold(views);
    expect(replayBoard([folded])).toEqual(replayBoard(updates));
    expect(Buffer.concat(views).equals(Buffer.concat(updates))).toBe(true);
  });

  it('lets the server go on meanwhile', async () => {
    const happened: string[] = [];
    const folding = folder.fold(journalOf(20)).then(() => happened.push('folded'));
    await new Promise((resolve) => setImmediate(resolve));
    happened.push('served somebody');
    await folding;
    expect(happened).toEqual(['served somebody', 'folded']);
  });

  it('says what cannot be folded, and folds the next', async () => {
    await expect(folder.fold([created, Uint8Array.of(1, 2, 3)])).rejects.toThrow('cannot be folded');
    expect(replayBoard([await folder.fold([created])]).ok).toBe(true);
  });

  it('starts another thread after a rest', async () => {
    const restless = openFolder(0);
    for (let time = 0; time < 3; time++) expect((await restless.fold([created])).length).toBeGreaterThan(0);
    await restless.close();
  });

  it('gives up what is under way when it is closed, and takes no more', async () => {
    const folding = folder.fold(journalOf(3));
    await Promise.all([folder.close(), expect(folding).rejects.toThrow('closed')]);
    await expect(folder.fold([created])).rejects.toThrow('closed');
  });
});
