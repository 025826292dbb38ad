import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { layoutsWith, type Template, templates } from '../template/index.ts';
import { addNote } from './addNote.ts';
import { eirin, lay, noteId, nowWork } from './boardBuilder.ts';
import { isLayoutMissing, openBoardDocument } from './boardDocument.ts';
import { changeBoard, compactUpdates, createBoardUpdate, replayBoard } from './replayBoard.ts';
import { setHeader } from './setHeader.ts';

const created = createBoardUpdate({ title: 'Planen til Eirin', templateId: 'simple', for: 'Eirin' });

/** A journal in which each of so many notes came as one update, every later one building on the earlier. */
function journalOf(count: number): readonly Uint8Array[] {
  const updates = [created];
  const doc = new Y.Doc();
  Y.applyUpdate(doc, created);
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let index = 0; index < count; index += 1)
    doc.transact(() => {
      const note = Object.entries({
        column: 'dream',
        theme: '',
        order: 'a0',
        voice: 'child',
        author: eirin,
        createdAt: index,
      });
      doc.getMap('notes').set(`note-${index}`, new Y.Map<unknown>([...note, ['text', new Y.Text(`Lapp ${index}`)]]));
    });
  return updates;
}

function shown(updates: readonly Uint8Array[]) {
  const board = replayBoard(updates);
  if (!board.ok) throw new Error(board.failure.kind);
  return board.value;
}

const someJournal = fc.nat({ max: 6 }).map(journalOf);

describe('the first update of a new duk', () => {
  it('gives it a title, a layout and whose it is, and nothing else', () => {
    expect(shown([created])).toMatchObject({
      templateId: 'simple',
      title: 'Planen til Eirin',
      for: 'Eirin',
      notes: [],
      leftOut: 0,
    });
  });
});

describe('playing a journal', () => {
  it('says that a duk without one is empty', () => {
    expect(replayBoard([])).toEqual({ ok: false, failure: { kind: 'empty' } });
  });

  it('gives the same duk in any order, and with doubles', () => {
    const shuffled = someJournal.chain((journal) =>
      fc.tuple(
        fc.constant(journal),
        fc.shuffledSubarray([...journal], { minLength: journal.length }),
        fc.array(fc.constantFrom(...journal)),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([journal, mixed, doubles]) => {
        expect(shown([...mixed, ...doubles])).toEqual(shown(journal));
      }),
      { numRuns: 60 },
    );
  });

  it('shows what is there when an update is missing, and the rest when it comes', () => {
    const journal = journalOf(4);
    const without = journal.toSpliced(2, 1);
    expect(shown(without).notes.map(({ id }) => id)).toEqual(['note-0']);
    expect(shown([...without, ...journal.slice(2, 3)]).notes).toHaveLength(4);
  });
});

describe('compacting a journal into one update', () => {
  it('shows the same duk, wherever the journal was cut', () => {
    const cut = someJournal.chain((journal) => fc.tuple(fc.constant(journal), fc.nat({ max: journal.length })));
    fc.assert(
      fc.property(cut, ([journal, place]) => {
        expect(shown([compactUpdates(journal.slice(0, place)), ...journal.slice(place)])).toEqual(shown(journal));
        expect(shown([compactUpdates(journal)])).toEqual(shown(journal));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what waits for a missing update, through several compactions', () => {
    const journal = journalOf(4);
    const [missing] = journal.slice(2, 3);
    const compacted = compactUpdates([compactUpdates(journal.toSpliced(2, 1))]);
    expect(shown([compacted]).notes).toHaveLength(1);
    expect(shown([compacted, missing ?? new Uint8Array()]).notes).toHaveLength(4);
  });
});

describe('changing a duk without a browser', () => {
  it('gives one update with only what was added', () => {
    const note = {
      id: noteId('a'),
      cell: { column: 'dream', theme: '' },
      text: 'En hund',
      voice: 'child',
      author: eirin,
      createdAt: 1,
    } as const;
    const update = changeBoard([created], (board) => addNote(board, note));
    expect(shown([created, update]).notes).toMatchObject([{ text: 'En hund', cell: { column: 'dream', theme: '' } }]);
    expect(replayBoard([update])).toMatchObject({ ok: false });
  });

  it('knows the layout of the duk it changes', () => {
    const note = { id: noteId('a'), cell: nowWork, text: '', voice: 'child', author: eirin, createdAt: 1 } as const;
    changeBoard([created], (board) => {
      expect(addNote(board, note)).toMatchObject({ ok: false, failure: { kind: 'cellUnknown' } });
      expect(setHeader(board, { title: 'Ny' }).ok).toBe(true);
    });
  });
});

describe('a duk whose layout is not to be had', () => {
  it('shows every note, under columns and themes as far as they are known', () => {
    const name = { nb: 'Fotball', nn: 'Fotball', en: 'Football' };
    const own: Template = { ...templates.simple, id: 'asker', themes: [{ id: 'football', name, icon: '' }] };
    const layouts = layoutsWith([own]);
    const update = createBoardUpdate({ title: 'Planen', templateId: 'asker', for: 'Noah' });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    const board = openBoardDocument(doc, own, layouts);
    lay(board, 'train', { cell: { column: 'now', theme: 'football' } });
    lay(board, 'dream', { cell: { column: 'dream', theme: '' } });
    expect(isLayoutMissing(doc, layouts)).toBe(false);

    expect(isLayoutMissing(doc)).toBe(true);
    const read = replayBoard([Y.encodeStateAsUpdate(doc)]);
    expect(read.ok && read.value).toMatchObject({
      templateId: 'asker',
      leftOut: 0,
      notes: [{ id: 'train' }, { id: 'dream' }],
    });
    const standIn = openBoardDocument(doc, templates.lorenskog).template;
    expect(standIn.columns).toHaveLength(6);
    expect(standIn.themes).toEqual([
      { id: 'football', name: { nb: 'football', nn: 'football', en: 'football' }, icon: '' },
    ]);
  });
});
