import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Note, NoteId, ParticipantId } from './board.ts';
import { removeBeside } from './removedNotes.ts';
import {
  interpretInto,
  languageOfNote,
  maxTranslationLength,
  readTranslations,
  translateNote,
  translationFor,
  untranslatedIn,
} from './translations.ts';

const note = (id: string, text: string, change: Partial<Note> = {}): Note => ({
  id: id as NoteId,
  cell: { column: 'now', theme: 'work' },
  order: 'a0',
  text,
  voice: 'citizen',
  author: 'eirin' as ParticipantId,
  createdAt: 1,
  ...change,
});

/** The document of an interpreter of these languages. */
function interpreting(...languages: readonly string[]): Y.Doc {
  const doc = new Y.Doc();
  for (const language of languages) interpretInto(doc, language);
  return doc;
}
const say = (doc: Y.Doc, of: Note, lang: string, text: string, source = of.text) =>
  translateNote(doc, of.id, lang, { text, source });
const lacking = (doc: Y.Doc, language: string, ...notes: readonly Note[]) =>
  untranslatedIn({ notes }, readTranslations(doc), language).map(({ note: { id }, into, before }) => [
    id,
    into,
    before ? 'changed' : 'new',
  ]);

const job = note('job', 'Prøve jobb', { createdAt: 2 });
const home = note('home', 'Egen nøkkel', { createdAt: 1 });
const arabic = note('arabic', 'أريد مفتاحي الخاص', { createdAt: 3 });

describe('what an interpreter has not done', () => {
  it('is every note with words, oldest first; what is written in their own language goes into the duk’s', () => {
    expect(lacking(interpreting('ar'), 'ar', job, home, arabic, note('empty', '  '))).toEqual([
      ['home', 'ar', 'new'],
      ['job', 'ar', 'new'],
      ['arabic', 'nb', 'new'],
    ]);
  });

  it('is less by each that is translated, and has first what was changed since', () => {
    const doc = interpreting('ar');
    say(doc, job, 'ar', 'تجربة عمل');
    expect(lacking(doc, 'ar', job, home)).toEqual([['home', 'ar', 'new']]);
    const changed = { ...job, text: 'Prøve jobb i mai' };
    expect(lacking(doc, 'ar', changed, home)).toEqual([
      ['job', 'ar', 'changed'],
      ['home', 'ar', 'new'],
    ]);
    say(doc, changed, 'ar', 'تجربة عمل في مايو');
    expect(lacking(doc, 'ar', changed)).toEqual([]);
  });

  it('waits for another interpreter to put a third language into the duk’s own, and follows what that says', () => {
    const doc = interpreting('ar', 'uk');
    expect(lacking(doc, 'uk', arabic)).toEqual([]);
    say(doc, arabic, 'nb', 'Jeg vil ha egen nøkkel');
    expect(untranslatedIn({ notes: [arabic] }, readTranslations(doc), 'uk')[0]?.source).toBe('Jeg vil ha egen nøkkel');
    say(doc, arabic, 'uk', 'Хочу власний ключ', 'Jeg vil ha egen nøkkel');
    expect(lacking(doc, 'uk', arabic)).toEqual([]);
    say(doc, arabic, 'nb', 'Jeg vil ha min egen nøkkel');
    expect(lacking(doc, 'uk', arabic)).toEqual([['arabic', 'uk', 'changed']]);
  });
});

describe('a translation', () => {
  it('is shown to who reads its language, and to nobody else', () => {
    const doc = interpreting('ar');
    say(doc, job, 'ar', 'تجربة عمل');
    say(doc, arabic, 'nb', 'Jeg vil ha egen nøkkel');
    const translations = readTranslations(doc);
    expect(translationFor(job, translations, 'ar')).toEqual({ text: 'تجربة عمل', isChanged: false });
    expect(translationFor(arabic, translations, 'nb')?.text).toBe('Jeg vil ha egen nøkkel');
    expect([translationFor(job, translations, 'nb'), translationFor(arabic, translations, 'ar')]).toEqual([
      undefined,
      undefined,
    ]);
    expect(translationFor({ ...job, text: 'Noe annet' }, translations, 'ar')?.isChanged).toBe(true);
  });

  it('has words, not more than there is room for, in something that can be a language', () => {
    const doc = interpreting();
    expect(say(doc, job, 'ar', ' \n')).toMatchObject({ failure: { kind: 'translationEmpty' } });
    expect(say(doc, job, 'ar', 'x'.repeat(maxTranslationLength + 1))).toMatchObject({
      failure: { kind: 'translationTooLong' },
    });
    expect(say(doc, job, 'languages', 'x')).toMatchObject({ failure: { kind: 'languageInvalid' } });
    expect(interpretInto(doc, '<b>')).toMatchObject({ failure: { kind: 'languageInvalid' } });
    expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()));
  });

  it('goes with its note when the bin is emptied', () => {
    const doc = interpreting('ar', 'uk');
    say(doc, job, 'ar', 'تجربة عمل');
    say(doc, job, 'uk', 'Спробувати роботу');
    expect(removeBeside(doc, [job.id])).toEqual({ ok: true, value: 2 });
    expect(readTranslations(doc).languages).toEqual(['ar', 'uk']);
    expect([...readTranslations(doc).by.values()].map(({ size }) => size)).toEqual([0, 0, 0]);
  });

  it('that anybody’s program wrote otherwise is left out', () => {
    const doc = interpreting('ar');
    for (const [id, odd] of Object.entries({ a: 1, b: { text: 'x' }, c: null, d: { text: 1, source: '' } }))
      doc.getMap('ar').set(id, odd);
    doc.getMap('languages').set('<script>', true);
    doc.getMap('ar').set('e', new Y.Text('x'));
    expect(readTranslations(doc).languages).toEqual(['ar']);
    expect(readTranslations(doc).by.get('ar')?.size).toBe(0);
  });

  it('and what it was made from are never of two hands, whoever writes at once and in whatever order it arrives', () => {
    const saying = fc.record({ by: fc.nat(2), text: fc.constantFrom('én', 'to', 'tre'), source: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(saying, { minLength: 1, maxLength: 12 }), fc.boolean(), (sayings, isTurned) => {
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const;
        const said = sayings.map(({ by, text, source }) => {
          const whole = { text: `${text} av ${by}`, source: `kilde ${source}` };
          translateNote(docs[by] as Y.Doc, job.id, 'ar', whole);
          return whole;
        });
        const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc));
        const merged = [updates, updates.toReversed()].map((ordered) => {
          const doc = interpreting('ar');
          for (const update of isTurned ? ordered.toReversed() : ordered) Y.applyUpdate(doc, update);
          return readTranslations(doc).by.get('ar')?.get(job.id);
        });
        expect(said).toContainEqual(merged[0]);
        expect(merged[1]).toEqual(merged[0]);
      }),
    );
  });
});

describe('the language of a note', () => {
  it.each([
    ['Prøve jobb', 'nb'],
    ['أريد مفتاحي', 'ar'],
    ['Хочу ключ', 'uk'],
    ['ቤት እደሊ', 'ti'],
    ['123 أريد', 'ar'],
    ['', 'nb'],
  ])('of «%s» is told by its letters: %s', (text, expected) => {
    expect(languageOfNote({ text })).toBe(expected);
  });

  it('is what somebody said, and else one that is read here', () => {
    expect(languageOfNote({ text: 'Chcę klucz', lang: 'pl' })).toBe('pl');
    expect(languageOfNote({ text: 'کلید می‌خواهم' }, ['fa'])).toBe('fa');
  });
});
