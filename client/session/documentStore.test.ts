import { type Board, createBoardUpdate, type NewNote, type NoteId, type ParticipantId } from '@duken/shared/board';
import { templates } from '@duken/shared/template';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DocumentStore } from './documentStore.ts';

const others = Symbol('others');
const start = createBoardUpdate({ title: 'Planen', templateId: 'lorenskog', for: '' });
const note = (id: string): NewNote => ({
  id: id as NoteId,
  cell: { column: 'now', theme: 'work' },
  text: id,
  voice: 'citizen',
  author: 'eirin-0001' as ParticipantId,
  createdAt: 1,
});

function openStore(): DocumentStore {
  const store = new DocumentStore();
  store.takeOthersFrom(others);
  return store;
}

describe("a duk's document in one window", () => {
  it('cannot be shown until it has come, and gives the same board until something changes', () => {
    const store = openStore();
    expect(store.failure()).toEqual({ kind: 'empty' });
    Y.applyUpdate(store.doc, start, others);
    expect(store.failure()).toBeUndefined();
    const board = store.board();
    expect(store.board()).toBe(board);
    store.add(note('a'));
    expect(store.board()).not.toBe(board);
  });

  it("tells what others did, and neither one's own nor what loading brings", () => {
    const store = openStore();
    const told: (readonly [Board, Board])[] = [];
    store.onOthersChange((before, after) => told.push([before, after]));
    Y.applyUpdate(store.doc, start, others);
    store.add(note('mine'));
    expect(told).toEqual([]);
    const theirs = new DocumentStore();
    Y.applyUpdate(theirs.doc, Y.encodeStateAsUpdate(store.doc));
    theirs.add(note('theirs'));
    Y.applyUpdate(store.doc, Y.encodeStateAsUpdate(theirs.doc), others);
    expect(told.map(([before, after]) => [before.notes.length, after.notes.length])).toEqual([[1, 2]]);
  });

  it('knows which notes are touched by whom', () => {
    const store = openStore();
    Y.applyUpdate(store.doc, start, others);
    store.add(note('mine'));
    expect([store.isTouchedByOthers('mine' as NoteId), [...store.ownTouched()]]).toEqual([false, ['mine']]);
    const theirs = new DocumentStore();
    Y.applyUpdate(theirs.doc, Y.encodeStateAsUpdate(store.doc));
    theirs.text('mine' as NoteId)?.edit({ at: 0, removed: 0, inserted: 'Ola: ' });
    Y.applyUpdate(store.doc, Y.encodeStateAsUpdate(theirs.doc), others);
    expect(store.isTouchedByOthers('mine' as NoteId)).toBe(true);
    store.forgetOwnTouched();
    expect([...store.ownTouched()]).toEqual([]);
  });

  it('shows all that stands on a duk whose layout is not to be had, and says that it is missing', () => {
    const own = { ...templates.simple, id: 'asker' };
    const withLayout = new DocumentStore(own);
    Y.applyUpdate(withLayout.doc, createBoardUpdate({ title: 'Planen', templateId: 'asker', for: '' }));
    withLayout.add({ ...note('a'), cell: { column: 'now', theme: 'housing' } });
    expect([withLayout.isLayoutMissing(), withLayout.template()]).toEqual([false, own]);

    const without = openStore();
    expect(without.isLayoutMissing()).toBe(false);
    Y.applyUpdate(without.doc, Y.encodeStateAsUpdate(withLayout.doc), others);
    expect([without.isLayoutMissing(), without.failure()]).toEqual([true, undefined]);
    expect(without.board().notes.map(({ id }) => id)).toEqual(['a']);
    expect(without.template().themes.map(({ id }) => id)).toEqual(['housing']);
    expect(without.template()).toBe(without.template());
  });
});
