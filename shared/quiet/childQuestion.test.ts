import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { NoteId, PersonId } from '../board/index.ts';
import { answerQuestion, askChild, keepAsked, readAsked, readAskedOf, tellAnswer } from './childQuestion.ts';

const noteId = 'redd' as NoteId;
const question = { noteId, by: 'Mor', byPerson: 'mor' as PersonId, words: 'Kan du endre?', at: 2 };

const always = () => true;

describe('a quiet question to a child', () => {
  it('is one at a time, may be answered anew, and is not asked again after a no', () => {
    const doc = new Y.Doc();
    const again = { ok: false, failure: { kind: 'childAskedAlready' } };
    expect(askChild(doc, question, always).ok).toBe(true);
    expect(askChild(doc, question, always)).toEqual(again);
    expect(answerQuestion(doc, noteId, 'later')).toMatchObject({ ok: true, value: { byPerson: 'mor' } });
    expect(askChild(doc, question, always)).toEqual(again);
    answerQuestion(doc, noteId, 'yes');
    expect(askChild(doc, { ...question, by: 'Mona' }, always).ok).toBe(true);
    expect(readAsked(doc)).toEqual([{ ...question, by: 'Mona' }]);
    answerQuestion(doc, noteId, 'no');
    expect(askChild(doc, question, always)).toEqual({ ok: false, failure: { kind: 'childSaidNo' } });
    expect(answerQuestion(doc, 'annen' as NoteId, 'yes').ok).toBe(false);
  });

  it('is one unanswered from each who asks, among the notes that are there', () => {
    const doc = new Y.Doc();
    const about = (id: string, by = 'mor') => ({ ...question, noteId: id as NoteId, byPerson: by as PersonId });
    expect(askChild(doc, about('a'), always).ok).toBe(true);
    expect(askChild(doc, about('b'), always)).toEqual({ ok: false, failure: { kind: 'childHasYourQuestion' } });
    expect(askChild(doc, about('b', 'mona'), always).ok).toBe(true);
    answerQuestion(doc, 'a' as NoteId, 'later');
    expect(askChild(doc, about('c'), always).ok).toBe(true);
    expect(askChild(doc, about('d'), always).ok).toBe(false);
    expect(askChild(doc, about('d'), (id) => id !== 'c').ok).toBe(true);
  });

  it('is kept with its answer by whoever asked', () => {
    const doc = new Y.Doc();
    tellAnswer(doc, noteId, 'yes');
    expect(readAskedOf(doc)).toEqual([]);
    keepAsked(doc, { noteId, of: 'Liya', words: 'Kan du endre?', at: 2 });
    tellAnswer(doc, noteId, 'later');
    expect(readAskedOf(doc)).toEqual([{ noteId, of: 'Liya', words: 'Kan du endre?', at: 2, answer: 'later' }]);
  });

  it('leaves out what another program wrote and that does not fit', () => {
    const doc = new Y.Doc();
    for (const [at, odd] of [1, 'x', new Y.Map(), { words: 'x' }, { by: 'x', words: 1, at: 2 }].entries()) {
      doc.getMap('asked').set(`${at}`, odd);
      doc.getMap('askedOf').set(`${at}x`, odd instanceof Y.Map ? new Y.Map() : odd);
    }
    doc.getMap('asked').set('redd', { by: 'Mor', byPerson: 'mor', words: 'Kan', at: 1, answer: 'kanskje' });
    expect(readAsked(doc)).toEqual([{ noteId, by: 'Mor', byPerson: 'mor', words: 'Kan', at: 1 }]);
    expect(readAskedOf(doc)).toEqual([]);
  });
});
