import { maxNoteLength, type NoteId } from '@duken/shared/board';
import { readQuiet, removeDrafts } from '@duken/shared/quiet';
import { templates } from '@duken/shared/template';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type BegunNote, begunFrom, isOnlyHere, keepBegun, nothingBegun, wordsKept } from './begunNote.ts';

const id = 'begun' as NoteId;
const keep = (doc: Y.Doc, note: BegunNote, as = id): BegunNote =>
  keepBegun(doc, templates.lorenskog, note, { id: as, now: 7 });
const drafts = (doc: Y.Doc) => readQuiet(doc).drafts;

describe('a note that is begun in the composer', () => {
  it('lies among one’s own drafts from its first letter, and moves there with what is chosen', () => {
    const doc = new Y.Doc();
    const first = keep(doc, { ...nothingBegun, text: 'J' });
    expect(drafts(doc)).toEqual([{ id, text: 'J', begunAt: 7 }]);
    const placed = keep(doc, { ...first, text: 'Jeg vil', column: 'difficult', theme: 'work' }, 'other' as NoteId);
    expect(drafts(doc)).toEqual([{ id, text: 'Jeg vil', begunAt: 7, cell: { column: 'difficult', theme: 'work' } }]);
    keep(doc, { ...placed, column: undefined });
    expect(drafts(doc)[0]).not.toHaveProperty('cell');
  });

  it('is kept no longer when it has no words, and is begun anew when somebody threw it away', () => {
    const doc = new Y.Doc();
    const begun = keep(doc, { ...nothingBegun, text: 'Jeg' });
    expect(keep(doc, { ...begun, text: ' ' }).id).toBeUndefined();
    expect(drafts(doc)).toEqual([]);
    const again = keep(doc, { ...nothingBegun, text: 'Jeg' });
    removeDrafts(doc, [id]);
    expect(keep(doc, { ...again, text: 'Jeg vil' }).id).toBe(id);
    expect(drafts(doc)[0]?.text).toBe('Jeg vil');
  });

  it('comes back as it was', () => {
    const doc = new Y.Doc();
    const note: BegunNote = { text: 'Jeg drømmer', column: 'dream', theme: '', id };
    keep(doc, { ...note, id: undefined });
    expect(drafts(doc).map(begunFrom)).toEqual([note]);
  });

  it('is asked about before it is thrown away where not all of it is kept', () => {
    const long: BegunNote = { ...nothingBegun, text: 'a'.repeat(maxNoteLength + 1), id };
    expect(wordsKept(long)).toHaveLength(maxNoteLength);
    expect(isOnlyHere(long)).toBe(true);
    expect(isOnlyHere({ ...nothingBegun, text: 'Jeg' })).toBe(true);
    expect(isOnlyHere({ ...nothingBegun, text: 'Jeg', id })).toBe(false);
    expect(isOnlyHere(nothingBegun)).toBe(false);
  });
});
