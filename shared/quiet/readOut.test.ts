import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { NoteId, PersonId } from '../board/index.ts';
import { beginDraft, namedForRound, readQuiet, readyInOwnName, sayDone } from './quietDocument.ts';
import { mostToReadOut, putToReadOut, readToReadOut, removeToReadOut, setHandedOver } from './readOut.ts';

const ida = 'ida' as PersonId;
const fear = 'fear' as NoteId;
const toRead = { draftId: fear, byPerson: ida, by: 'Ida', words: 'Jeg gruer meg', at: 2 };

describe('what is handed over to be read out', () => {
  it('waits before whoever leads until it is taken away, the longest waiting first, and is there once', () => {
    const doc = new Y.Doc();
    putToReadOut(doc, toRead);
    putToReadOut(doc, { ...toRead, byPerson: 'far' as PersonId, by: 'Far', at: 1 });
    putToReadOut(doc, toRead);
    expect(readToReadOut(doc).map(({ by }) => by)).toEqual(['Far', 'Ida']);
    expect(removeToReadOut(doc, ida, fear)).toBe(true);
    expect(removeToReadOut(doc, ida, fear)).toBe(false);
    expect(readToReadOut(doc).map(({ by }) => by)).toEqual(['Far']);
  });

  it('is so much from each, and no more', () => {
    const doc = new Y.Doc();
    for (let at = 0; at < mostToReadOut; at += 1) putToReadOut(doc, { ...toRead, draftId: `${at}` as NoteId });
    expect(putToReadOut(doc, toRead)).toEqual({ ok: false, failure: { kind: 'tooManyToReadOut', max: mostToReadOut } });
    expect(putToReadOut(doc, { ...toRead, draftId: '1' as NoteId }).ok).toBe(true);
    expect(putToReadOut(doc, { ...toRead, byPerson: 'far' as PersonId }).ok).toBe(true);
  });

  it('is laid by nobody meanwhile: not with all of one’s own, and not in a round, where whoever leads would know it', () => {
    const doc = new Y.Doc();
    const cell = { column: 'difficult', theme: 'work' } as const;
    beginDraft(doc, { id: fear, text: 'Jeg gruer meg', cell, begunAt: 1, round: 'en' });
    setHandedOver(doc, fear, 'waiting');
    sayDone(doc, 'en', true);
    expect(readQuiet(doc).drafts[0]?.handed).toBe('waiting');
    expect(namedForRound(doc, 'en', () => fear)).toEqual([]);
    expect(readyInOwnName(readQuiet(doc))).toEqual([]);
    setHandedOver(doc, fear, undefined);
    expect(namedForRound(doc, 'en', () => fear)).toHaveLength(1);
  });

  it('leaves out what another program wrote and that does not fit', () => {
    const doc = new Y.Doc();
    for (const [at, odd] of [1, 'x', new Y.Map(), { words: 'x' }, { ...toRead, words: ' ' }].entries())
      doc.getMap('toReadOut').set(`${at}`, odd);
    expect(readToReadOut(doc)).toEqual([]);
  });
});
