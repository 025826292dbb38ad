import { describe, expect, it } from 'vitest';
import type { Action, NoteId, PersonId } from '../board/index.ts';
import { agreed, boardWith, note, versionOf } from '../plan/planBuilders.ts';
import type { LetterContacts } from './letter.ts';
import { letterToText } from './letterToText.ts';
import { type PromiseSource, promiseLetter } from './promises.ts';

const contacts: LetterContacts = {
  ...{ life: { state: 'approved' }, services: [], subjects: [] },
  leaders: [{ name: 'Marit', phone: '22 33 44 55' }],
  nextMeeting: '2026-02-03',
};
const kaja = { id: 'kaja' as PersonId, name: 'Kaja' };
const people = [kaja, { id: 'leif' as PersonId, name: 'Leif' }, { id: 'eirin' as PersonId, name: 'Eirin' }];
const now = { column: 'now', theme: 'economy' } as const;
const task = (id: string, text: string, action: Partial<Action> = {}) =>
  note(id, now, { text, action: { ...agreed, owner: 'Kaja', service: '', ...action } });

function letterWith(notes: readonly ReturnType<typeof note>[], change: Partial<PromiseSource> = {}) {
  return promiseLetter({
    version: versionOf(boardWith(notes), 2, '2026-09-16'),
    ...{ person: kaja, people, hidden: ['Eirin'], shortTexts: new Map(), contacts, language: 'nb' },
    ...change,
  });
}
const tasksIn = (letter: ReturnType<typeof letterWith>, id: string) =>
  letter.sections
    .find((section) => section.id === id)
    ?.blocks.flatMap((block) => (block.kind === 'tasks' ? block.tasks.map(({ text, beside }) => [text, beside]) : []));

describe('what one person has said yes to', () => {
  const others = task('leifs', 'Snakke om hasj med Eirin', { owner: 'Leif', follows: 'kajas' as NoteId });
  const own = task('kajas', 'Kartlegge gjelden sammen med Eirin', {
    ...{ owner: 'Kaja, Eirin', settleWith: 'Elif', settleBy: '2026-12-05' },
  });

  it('is what, by when, whom to ask, and who waits for it; without names of the family, or what others do', () => {
    const letter = letterWith([others, own, task('ferdig', 'Ferdig', { status: 'done' })]);
    expect(tasksIn(letter, 'promised')).toEqual([
      [
        'Kartlegge gjelden sammen med …',
        'innen 1.\u00a0desember 2026 · Må avklares med Elif innen 5.\u00a0desember 2026 · når det er gjort, kan Leif gå i gang',
      ],
    ]);
    const text = letterToText(letter);
    for (const word of ['Eirin', 'hasj', 'Økonomi', 'Ferdig']) expect(text).not.toContain(word);
    for (const word of ['Ring Marit: 22 33 44 55', 'Be Marit om en lenke', 'Kaja']) expect(text).toContain(word);
  });

  it('says what it waits for by who does that, and names nobody of the family', () => {
    const waiting = (owner: string) =>
      tasksIn(
        letterWith([task('a', 'Søke', { follows: 'b' as NoteId, due: '' }), task('b', 'Først', { owner })]),
        'promised',
      )?.[0]?.[1];
    expect(waiting('Leif')).toBe('ingen frist · venter på Leif');
    expect(waiting('Eirin')).toBe('ingen frist · venter på noe annet');
  });

  it('has the words that the leader has checked', () => {
    const shortTexts = new Map([[own.id, 'Kartlegge gjeld']]);
    expect(tasksIn(letterWith([own], { shortTexts }), 'promised')?.[0]?.[0]).toBe('Kartlegge gjeld');
  });

  it('says how it went with what they promised last time, and of what is gone that it is', () => {
    const before = [own, task('i', 'Ringe'), task('g', 'Sende'), task('s', 'Skrive', { status: 'done' })];
    const letter = letterWith([own, task('i', 'Ringe', { status: 'done' })], {
      previous: versionOf(boardWith(before), 1),
    });
    expect(tasksIn(letter, 'last')).toEqual([
      ['Sende', 'ikke på duken lenger'],
      ['Ringe', 'gjort'],
      ['Kartlegge gjelden sammen med …', 'ikke begynt ennå'],
    ]);
  });

  it('has the link to answer by where there is one, as words and as a square', () => {
    const link = { url: 'https://duk.no/svar#hemmelig', svg: '<svg/>', size: 150 };
    const answer = letterWith([own], { link }).sections.find(({ id }) => id === 'answer');
    expect(answer?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'chart', 'paragraph']);
    expect(JSON.stringify(answer)).toContain(link.url);
  });

  it('stays a page, however much was promised, and counts what there is no room for', () => {
    const many = Array.from({ length: 40 }, (_, at) => task(`t${at}`, `Ringe nummer ${at}`));
    const letter = letterWith(many);
    const shown = tasksIn(letter, 'promised')?.length ?? 0;
    expect(shown).toBeGreaterThan(4);
    expect(shown).toBeLessThan(12);
    expect(letterToText(letter)).toContain(`Det er ${40 - shown} til.`);
  });
});
