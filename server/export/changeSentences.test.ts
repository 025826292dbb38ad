import type { Board, Note } from '@duken/shared/board';
import { diffPlans } from '@duken/shared/plan';
import { templates } from '@duken/shared/template';
import { describe, expect, it } from 'vitest';
import { changeSentences } from './changeSentences.ts';
import { agreed, boardWith, note, versionOf } from './testing/planBuilders.ts';

function told(before: readonly Note[], after: readonly Note[], change: Partial<Board> = {}): string[] {
  const diff = diffPlans(versionOf(boardWith(before), 1, '2026-04-22'), versionOf(boardWith(after, change), 2));
  return changeSentences(diff, templates.lorenskog).flatMap(({ label, sentences }) =>
    sentences.map((sentence) => `${label}: ${sentence.replaceAll('\u00a0', ' ')}`),
  );
}

const key = note('key', { column: 'long', theme: 'housing' }, { text: 'Ha min egen nøkkel' });
const loan = note('loan', { column: 'now', theme: 'housing' }, { text: 'Søke startlån', action: agreed });

describe('what changed since the last meeting, told', () => {
  it('is nothing when nothing changed', () => {
    expect(told([key, loan], [key, loan])).toEqual([]);
  });

  it.each<[string, readonly Note[], readonly Note[], string]>([
    ['a new note', [], [key], 'Nytt: «Ha min egen nøkkel» er ny på duken, under «På lang sikt» (Bosituasjon).'],
    [
      'a new tiltak',
      [],
      [loan],
      'Nytt: «Søke startlån» er et nytt tiltak for Mona, Boligkontoret, innen 1. desember 2026.',
    ],
    ['a note gone', [key], [], 'Borte: «Ha min egen nøkkel» er tatt av duken.'],
    [
      'a note moved',
      [key],
      [{ ...key, cell: { column: 'short', theme: 'housing' } }],
      'Flyttet: «Ha min egen nøkkel» er flyttet fra «På lang sikt» til «På kort sikt».',
    ],
    [
      'a note reworded',
      [key],
      [{ ...key, text: 'Ha egen nøkkel' }],
      'Endret: «Ha min egen nøkkel» er skrevet om til «Ha egen nøkkel».',
    ],
    ['a tiltak done, once', [loan], [{ ...loan, action: { ...agreed, status: 'done' } }], 'Gjort: «Søke startlån»'],
    [
      'a tiltak done by another',
      [loan],
      [{ ...loan, action: { ...agreed, status: 'done', owner: 'Per' } }],
      'Gjort: «Søke startlån» er nå Per sitt ansvar (før: Mona).',
    ],
    [
      'another voice',
      [key],
      [{ ...key, voice: 'child' }],
      'Endret: «Ha min egen nøkkel» står nå som barnets stemme (før: innbyggerens stemme).',
    ],
    [
      'more than one thing',
      [loan],
      [{ ...loan, action: { ...agreed, status: 'started', owner: 'Per', due: '' } }],
      'Endret: «Søke startlån» har gått fra Avtalt til I gang, er nå Per sitt ansvar (før: Mona) og har ingen frist lenger (før: 1. desember 2026).',
    ],
  ])('tells of %s', (_, before, after, sentence) => {
    expect(told(before, after)).toEqual([sentence]);
  });

  it('tells of the journey and the dates', () => {
    expect(told([key], [key], { journey: { overall: 'stable', themes: {} }, horizonShort: '2026-12-31' })).toEqual([
      'Endret: Situasjonen som helhet er satt til Stabil.',
      'Endret: På kort sikt er nå innen 31. desember 2026.',
    ]);
  });

  it('starts with what people managed', () => {
    const labels = told([key, loan], [note('new', key.cell), { ...loan, action: { ...agreed, status: 'done' } }]).map(
      (sentence) => sentence.split(':')[0],
    );
    expect(labels).toEqual(['Gjort', 'Nytt', 'Borte']);
  });

  it('quotes the beginning of a long note, whole letters only', () => {
    const [sentence] = told([], [{ ...key, text: '👨‍👩‍👧'.repeat(100) }]);
    expect(sentence).toMatch(/^Nytt: «(👨‍👩‍👧){20} …» er ny/);
  });
});
