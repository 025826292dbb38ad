import type { NoteId, ParticipantId } from '@duken/shared/board';
import type { NoteChange, PlanAction, PlanDiff, PlanItem } from '@duken/shared/plan';
import { templates } from '@duken/shared/template';
import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../texts/en/index.ts';
import { initTexts } from '../texts/initTexts.ts';
import { tellChanges } from './changeSentences.ts';

let t: TFunction<'plan'>;
beforeAll(async () => {
  await initTexts();
  t = i18next.getFixedT('nb', 'plan');
});

const item: PlanItem = {
  noteId: 'note-0001' as NoteId,
  column: 'long',
  theme: 'housing',
  text: 'Ha min egen nøkkel',
  voice: 'citizen',
  author: 'eirin-001' as ParticipantId,
  authorName: 'Eirin',
};
const action: PlanAction = { ...item, owner: 'Sunniva', service: 'Boligkontoret', due: '2026-06-01', status: 'agreed' };

const diffOf = (change: Partial<PlanDiff>): PlanDiff => ({
  from: { version: 1, date: '2025-11-12' },
  to: { version: 2, date: '2026-01-28' },
  headers: [],
  horizons: [],
  phases: [],
  notes: [],
  ...change,
});
const tell = (change: Partial<PlanDiff>) =>
  tellChanges(diffOf(change), { template: templates.lorenskog, language: 'nb', t });
const tellNote = (change: Omit<NoteChange, 'noteId'>) => tell({ notes: [{ noteId: item.noteId, ...change }] })[0];

describe('telling what changed between two versions', () => {
  it('tells of a new tiltak with who and by when', () => {
    expect(tellNote({ after: action, differences: [{ kind: 'new' }] })).toMatchObject({
      kind: 'new',
      sentences: ['Nytt tiltak.', 'Hvem: Sunniva, Boligkontoret.', 'Innen 1. juni 2026.'],
    });
  });

  it('tells where a new note lies', () => {
    expect(tellNote({ after: item, differences: [{ kind: 'new' }] })?.sentences).toEqual([
      'Ny under «På lang sikt» (Bosituasjon).',
    ]);
  });

  it('names the theme of a moved note only when it changed', () => {
    const moved = (to: PlanItem['theme']) =>
      tellNote({
        before: item,
        after: item,
        differences: [
          { kind: 'moved', from: { column: 'long', theme: 'housing' }, to: { column: 'short', theme: to } },
        ],
      });
    expect(moved('housing')).toMatchObject({
      kind: 'moved',
      sentences: ['Flyttet fra «På lang sikt» til «På kort sikt».'],
    });
    expect(moved('economy')?.sentences).toEqual([
      'Flyttet fra «På lang sikt» (Bosituasjon) til «På kort sikt» (Økonomi).',
    ]);
  });

  it('shows a reworded note by its words, and says the rest in sentences', () => {
    const words = [
      { kind: 'same', text: 'Ha min ' },
      { kind: 'removed', text: 'gamle ' },
      { kind: 'added', text: 'egen ' },
    ] as const;
    expect(
      tellNote({
        before: action,
        after: action,
        differences: [
          { kind: 'changed', words },
          { kind: 'dueChanged', from: '2026-06-01', to: '' },
        ],
      }),
    ).toMatchObject({ kind: 'changed', words, sentences: ['Har ikke lenger noen dato (før: 1. juni 2026).'] });
  });

  it.each([
    ['', 'Leif', 'Leif står for det.'],
    ['Leif', '', 'Ingen står for det lenger (før: Leif).'],
    ['Leif', 'Kaja', 'Kaja står for det nå (før: Leif).'],
  ])('tells that the owner went from "%s" to "%s"', (from, to, sentence) => {
    expect(
      tellNote({ before: action, after: action, differences: [{ kind: 'ownerChanged', from, to }] })?.sentences,
    ).toEqual([sentence]);
  });

  it('tells the phase as a whole and for a theme', () => {
    const phases = [
      { of: 'overall', from: 'untenable', to: 'exposed' },
      { of: 'housing', to: 'stable' },
      { of: 'work', from: 'stable' },
    ] as const;
    expect(tell({ phases }).flatMap(({ sentences }) => sentences)).toEqual([
      'Situasjonen som helhet: fra Uholdbar til Utsatt.',
      'Bosituasjon: satt til Stabil.',
      'Jobb: ikke lenger satt (før: Stabil).',
    ]);
  });

  it('says of what is done only that, once, in the heading', () => {
    const done = { kind: 'done', from: 'started' } as const;
    expect(tellNote({ before: action, after: action, differences: [done] })).toMatchObject({
      kind: 'done',
      words: [{ kind: 'same', text: 'Ha min egen nøkkel' }],
      sentences: [],
    });
  });

  it('tells whose voice the words are now', () => {
    const differences = [{ kind: 'voiceChanged', from: 'citizen', to: 'child' }] as const;
    expect(tellNote({ before: item, after: item, differences })?.sentences).toEqual([
      'Står nå som barnets stemme (før: innbyggerens stemme).',
    ]);
  });

  it('keeps a name that reads from the right from turning the sentence around', () => {
    const differences = [{ kind: 'ownerChanged', from: '', to: 'فاطمة' }] as const;
    expect(tellNote({ before: action, after: action, differences })?.sentences).toEqual([
      '\u2068فاطمة\u2069 står for det.',
    ]);
  });

  it('quotes and dates as the reader’s language does', () => {
    i18next.addResourceBundle('en', 'plan', en.plan);
    const [told] = tellChanges(
      diffOf({
        notes: [
          {
            noteId: item.noteId,
            before: action,
            after: action,
            differences: [
              { kind: 'moved', from: { column: 'long', theme: 'housing' }, to: { column: 'short', theme: 'housing' } },
              { kind: 'dueChanged', from: '', to: '2026-06-01' },
            ],
          },
        ],
      }),
      { template: templates.lorenskog, language: 'en', t: i18next.getFixedT('en', 'plan') },
    );
    expect(told?.sentences).toEqual([
      'Moved from “In the long term” to “In the short term”.',
      'To be done by 1 June 2026.',
    ]);
  });

  it('tells what is done first, and what is gone last', () => {
    const note = (noteId: string, kind: 'gone' | 'new' | 'done'): NoteChange => ({
      noteId: noteId as NoteId,
      before: action,
      after: action,
      differences: [kind === 'done' ? { kind, from: 'started' } : { kind }],
    });
    const told = tell({ notes: [note('a', 'gone'), note('b', 'new'), note('c', 'done')] });
    expect(told.map(({ kind }) => kind)).toEqual(['done', 'new', 'gone']);
  });
});
