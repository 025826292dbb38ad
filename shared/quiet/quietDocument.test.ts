import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { NoteId } from '../board/index.ts';
import type { Cell } from '../template/index.ts';
import {
  beginDraft,
  forgetMarks,
  markQuietly,
  namedForRound,
  placeDraft,
  readQuiet,
  readyInOwnName,
  readyToLay,
  removeDrafts,
  sayDone,
  takeAlong,
  writeDraft,
} from './index.ts';

const [fear, hope] = ['fear', 'hope'] as NoteId[] as [NoteId, NoteId];
const cell: Cell = { column: 'difficult', theme: 'work' };

function withDrafts(): Y.Doc {
  const doc = new Y.Doc();
  beginDraft(doc, { id: hope, text: 'Kanskje', begunAt: 2 });
  beginDraft(doc, { id: fear, text: 'Jeg gruer meg', cell, begunAt: 1 });
  return doc;
}

describe('what somebody writes for themself', () => {
  it('is there in the order it was begun, each with its place where that is said', () => {
    expect(readQuiet(withDrafts()).drafts).toEqual([
      { id: fear, text: 'Jeg gruer meg', cell, begunAt: 1 },
      { id: hope, text: 'Kanskje', begunAt: 2 },
    ]);
  });

  it('is written on, placed, and taken away', () => {
    const doc = withDrafts();
    writeDraft(doc, hope, 'Kanskje til våren');
    placeDraft(doc, hope, { column: 'dream', theme: '' });
    placeDraft(doc, fear, undefined);
    expect(readyToLay(readQuiet(doc)).map(({ text }) => text)).toEqual(['Kanskje til våren']);
    removeDrafts(doc, [hope]);
    expect(readQuiet(doc).drafts.map(({ id }) => id)).toEqual([fear]);
    expect(writeDraft(doc, hope, 'x')).toEqual({ ok: false, failure: { kind: 'draftGone' } });
    expect(placeDraft(doc, hope, cell)).toEqual({ ok: false, failure: { kind: 'draftGone' } });
  });

  it('is no longer than a note, and blank words are not ready to lay', () => {
    const doc = withDrafts();
    const tooLong = { ok: false, failure: { kind: 'noteTooLong', maxLength: 2000 } };
    expect(writeDraft(doc, fear, 'a'.repeat(2001))).toEqual(tooLong);
    expect(beginDraft(doc, { id: 'long' as NoteId, text: 'a'.repeat(2001), begunAt: 3 })).toEqual(tooLong);
    writeDraft(doc, fear, ' \n ');
    expect(readyToLay(readQuiet(doc))).toEqual([]);
  });

  it('becomes exactly what was typed, whatever was there', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (before, after) => {
          const doc = new Y.Doc();
          beginDraft(doc, { id: fear, text: before, begunAt: 1 });
          const written = readQuiet(doc).drafts[0]?.text;
          writeDraft(doc, fear, after);
          writeDraft(doc, fear, before);
          expect(readQuiet(doc).drafts[0]?.text).toBe(written);
        },
      ),
    );
  });

  it('keeps what two windows of the same person write at once', () => {
    const one = withDrafts();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
    writeDraft(one, fear, 'Jeg gruer meg mye');
    writeDraft(other, fear, 'Ja: Jeg gruer meg');
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
    expect(readQuiet(one).drafts[0]?.text).toBe('Ja: Jeg gruer meg mye');
  });

  it('goes along in a round once its writer is done, under a name that stays the same', () => {
    const doc = withDrafts();
    beginDraft(doc, { id: 'third' as NoteId, text: ' Tredje ', cell, begunAt: 3, round: 'en' });
    takeAlong(doc, hope, 'en');
    let given = 0;
    const newId = () => `navn${++given}` as NoteId;
    // Not done, without a place, or not in the round: none of it goes along.
    expect(namedForRound(doc, 'en', newId)).toBeUndefined();
    sayDone(doc, 'en', true);
    expect(namedForRound(doc, 'en', newId)).toEqual([{ id: 'navn1', text: 'Tredje', cell }]);
    expect(namedForRound(doc, 'en', newId)).toEqual([{ id: 'navn1', text: 'Tredje', cell }]);
    expect(readQuiet(doc).drafts[2]).toMatchObject({ id: 'third', round: 'en', laidAs: 'navn1' });
    takeAlong(doc, 'third' as NoteId, undefined);
    expect(namedForRound(doc, 'en', newId)).toEqual([]);
    expect(takeAlong(doc, 'gone' as NoteId, 'en')).toEqual({ ok: false, failure: { kind: 'draftGone' } });
    sayDone(doc, 'to', true);
    expect(readQuiet(doc).doneWith).toEqual(['to']);
    sayDone(doc, 'to', false);
    expect(readQuiet(doc).doneWith).toEqual([]);
  });

  it('is not laid in one’s own name together with the rest when it was written for a round, open or over', () => {
    const doc = withDrafts();
    beginDraft(doc, { id: 'third' as NoteId, text: 'Tredje', cell, begunAt: 3, round: 'en' });
    expect(readyInOwnName(readQuiet(doc)).map(({ id }) => id)).toEqual([fear]);
    takeAlong(doc, 'third' as NoteId, undefined);
    expect(readyInOwnName(readQuiet(doc)).map(({ id }) => id)).toEqual([fear, 'third']);
  });

  it('holds marks until they are given', () => {
    const doc = withDrafts();
    markQuietly(doc, fear, true);
    markQuietly(doc, hope, true);
    markQuietly(doc, hope, false);
    expect(readQuiet(doc).marks).toEqual([fear]);
    forgetMarks(doc);
    expect(readQuiet(doc).marks).toEqual([]);
  });

  it('leaves out what another program wrote and that does not fit', () => {
    const doc = withDrafts();
    const drafts = doc.getMap('drafts');
    drafts.set('odd', 'words');
    drafts.set('empty', new Y.Map());
    (drafts.get('hope') as Y.Map<unknown>).set('cell', { column: 'kitchen', theme: 3 });
    doc.getMap('marks').set('x', 'yes');
    expect(readQuiet(doc)).toMatchObject({ drafts: [{ id: fear }, { id: hope }], marks: [] });
    expect(readQuiet(doc).drafts[1]).not.toHaveProperty('cell');
  });
});
