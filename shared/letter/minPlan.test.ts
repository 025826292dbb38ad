import { describe, expect, it } from 'vitest';
import type { PersonId } from '../board/index.ts';
import { agreed, boardWith, note, versionOf } from '../plan/planBuilders.ts';
import type { Letter, LetterContacts } from './letter.ts';
import { type MinPlanSource, minPlan } from './minPlan.ts';
import { letterTexts } from './textsByLanguage.ts';

const contacts: LetterContacts = {
  life: { state: 'unasked' },
  leaders: [{ name: 'Marit', phone: '22 33 44 55' }],
  nextMeeting: '2026-12-09',
  services: [],
  subjects: [{ name: 'Eirin', personId: 'person-eirin' }],
};
const now = { column: 'now', theme: 'work' } as const;
const drugs = { column: 'now', theme: 'substance-use' } as const;
const dream = { column: 'dream', theme: 'leisure' } as const;

const board = boardWith(
  [
    note('sea', dream, { text: 'Bo ved sjøen' }),
    note('book', dream, { text: 'Tegne en bok', order: 'a1' }),
    note('mine', now, { text: 'Møte presis', action: { ...agreed, owner: 'Eirin', due: '2026-12-24' } }),
    note('both', now, {
      text: 'Skrive søknad',
      order: 'a1',
      action: { ...agreed, owner: 'Mona, E. Vik', withIds: ['person-eirin' as PersonId], ownerId: 'mona' as PersonId },
    }),
    note('mona', now, { text: 'Søke lån', order: 'a2', action: agreed }),
    note('done', now, { text: 'Ferdig sak', order: 'a3', action: { ...agreed, status: 'done' } }),
    note('drugs', drugs, { text: 'Snakke om hasj', action: { ...agreed, owner: 'Eirin' } }),
    note('hard', { column: 'difficult', theme: 'economy' }, { text: 'Gjeld' }),
  ],
  { journey: { overall: 'untenable', themes: { economy: 'exposed' } } },
);

function pageWith(change: Partial<MinPlanSource> = {}): Letter {
  return minPlan({ version: versionOf(board), contacts, language: 'nb', ...change });
}

function tasksIn(letter: Letter, id: string) {
  const [block] = letter.sections.find((section) => section.id === id)?.blocks ?? [];
  return block?.kind === 'tasks' ? block.tasks.map(({ text, beside }) => `${text} | ${beside}`) : block;
}

describe('Min plan', () => {
  it('has what I do, with whom and by when, and what others do for me', () => {
    const letter = pageWith();
    expect(tasksIn(letter, 'mine')).toEqual([
      'Skrive søknad | sammen med Mona, innen 1.\u00a0desember 2026',
      'Møte presis | innen 24.\u00a0desember 2026',
    ]);
    expect(tasksIn(letter, 'others')).toEqual(['Søke lån | Mona, innen 1.\u00a0desember 2026']);
  });

  it('says of what was over its day at the meeting that it should have been done', () => {
    const late = note('late', now, { text: 'Ringe', action: { ...agreed, due: '2026-08-20' } });
    const letter = pageWith({ version: versionOf(boardWith([late]), 1, '2026-10-13') });
    expect(tasksIn(letter, 'others')).toEqual(['Ringe | Mona, skulle vært gjort 20.\u00a0august 2026']);
  });

  it('has when we meet again and whom to ring, or says that it is not known', () => {
    expect(JSON.stringify(pageWith().sections.slice(-2))).toMatch(/9\.\u00a0desember 2026.*Ring Marit: 22 33 44 55/);
    const unknown = pageWith({
      contacts: { leaders: [{ name: 'Marit' }], services: [], subjects: [], life: { state: 'unasked' } },
    });
    expect(JSON.stringify(unknown.sections.slice(-2))).toMatch(/Vi har ikke satt en dag ennå\..*Snakk med Marit\./);
  });

  it('has one dream: the one that was chosen, else the citizen’s first', () => {
    const dreamOf = (letter: Letter) => letter.sections.find(({ id }) => id === 'dream')?.blocks[0];
    expect(dreamOf(pageWith())).toMatchObject({ text: 'Bo ved sjøen' });
    expect(dreamOf(pageWith({ dreamId: 'book' }))).toMatchObject({ text: 'Tegne en bok' });
  });

  it('has nothing that nobody hangs on a wall: no phase, no trouble, no theme, no fingerprint, nothing of drugs unasked', () => {
    const said = JSON.stringify(pageWith());
    for (const word of ['Uholdbar', 'tungt', 'trygt', 'Gjeld', 'Økonomi', 'Jobb', 'Rus', 'hasj', 'Ferdig', '%', 'SHA'])
      expect(said).not.toContain(word);
    expect(JSON.stringify(pageWith({ themes: ['substance-use'] }))).toContain('Snakke om hasj');
    expect(JSON.stringify(pageWith({ themes: ['substance-use'] }))).not.toContain('Søke lån');
  });

  it('says how many more there are than the page holds', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      note(`n${index}`, now, { order: `a${String(index).padStart(2, '0')}`, text: `Oppgave ${index}`, action: agreed }),
    );
    const letter = pageWith({ version: versionOf(boardWith(many)) });
    const blocks = letter.sections.find(({ id }) => id === 'others')?.blocks;
    const shown = blocks?.[0]?.kind === 'tasks' ? blocks[0].tasks.length : 0;
    expect(shown).toBeGreaterThan(4);
    expect(blocks?.[1]).toMatchObject({ text: `Det er ${30 - shown} til. De står i hele planen.` });
  });
});

/** How hard a text is to read (Björnsson): words a sentence, and words of more than six letters in a hundred. */
function liks(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => sentence.match(/\p{L}+/gu) ?? []);
  const long = words.filter((word) => word.length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}

describe('the words of Min plan', () => {
  it.each(['nb', 'nn', 'en'] as const)('are easy to read in %s', (language) => {
    const sentences = Object.values(letterTexts[language].minPlan).map((words) =>
      typeof words === 'string' ? words : words('1' as string & number, ''),
    );
    expect(liks(sentences)).toBeLessThan(30);
  });

  it('are reckoned as Björnsson does', () => {
    expect(liks(['Investeringsplanen beskriver tjenestene.'])).toBe(103);
    expect(liks(['Jeg bor her.'])).toBe(3);
  });
});
