import { phaseIds } from '@duken/shared/board';
import { journeyInWords, waySentences } from '@duken/shared/journey';
import { letterTexts } from '@duken/shared/letter';
import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { progress as en } from '../texts/en/progress.ts';
import { initTexts } from '../texts/initTexts.ts';
import { fetchTexts } from '../texts/lateTexts.ts';
import { progress as nb } from '../texts/nb/progress.ts';
import { progress as nn } from '../texts/nn/progress.ts';
import { journeyTelling } from './journeyTelling.ts';

let t: TFunction<'progress'>;
beforeAll(async () => {
  await initTexts();
  await fetchTexts('progress');
  t = i18next.getFixedT('nb', 'progress');
});

/** As the words come out, without the signs that keep names apart from sentences. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/gu, '');
const meetings = ['2025-11-12', '2026-03-04', '2026-09-16'].map((date, at) => ({ version: at + 1, date }));
const telling = () => journeyTelling(t, 'nb', (phase) => t(`kind-${phase}`));
const eirin = { table: ['untenable', 'untenable', 'exposed'] } as const;

describe('the journey in words', () => {
  it('says how far it went, and how long it took', () => {
    expect(waySentences(meetings, eirin, telling()).map(plain)).toEqual([
      'Fra «Nå er det tungt» til «Ikke trygt ennå» på 10 måneder: 1 trinn opp.',
    ]);
    expect(plain(journeyInWords(meetings, eirin, telling()))).toBe(
      '12. november 2025: Nå er det tungt. 4. mars 2026: Nå er det tungt, som sist. 16. september 2026: Ikke trygt ennå, 1 trinn opp.',
    );
  });

  it('says a way down as it says a way up, and each view for itself', () => {
    const both = { table: ['stable', null, 'untenable'], citizen: ['stable', 'stable', 'stable'] } as const;
    expect(waySentences(meetings, both, telling()).map(plain)).toEqual([
      'Rundt bordet: Fra «Det går rundt» til «Nå er det tungt» på 10 måneder: 2 trinn ned.',
      'Slik innbyggeren ser det: Fra «Det går rundt» til «Det går rundt» på 10 måneder: samme trinn.',
    ]);
  });

  it.each(['nb', 'nn', 'en'] as const)(
    'calls each step by the kind word that the letter has for it (%s)',
    (language) => {
      const words = { nb, nn, en }[language];
      const kind = Object.fromEntries(phaseIds.map((phase) => [phase, words[`kind-${phase}`]]));
      expect(kind).toEqual(letterTexts[language].phases.family);
    },
  );

  it('has a word for one meeting alone', () => {
    expect(waySentences(meetings.slice(0, 1), { table: ['stable'] }, telling()).map(plain)).toEqual([
      'Sagt på ett møte så langt: Det går rundt.',
    ]);
  });
});
