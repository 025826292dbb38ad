import { describe, expect, it } from 'vitest';
import type { PersonId } from '../board/index.ts';
import { type LifeEvent, planLifeOf } from '../plan/index.ts';
import { letterStanding } from './letterStanding.ts';
import { letterTexts } from './textsByLanguage.ts';

/** Half past eleven in the evening in Oslo, the day after by the clock of London. */
const marit = { at: Date.UTC(2026, 8, 20, 21, 30), personId: 'marit' as PersonId, name: 'Marit' };
const said = (language: 'nb' | 'nn' | 'en', ...events: readonly LifeEvent[]) => {
  const { mark, word, sentence } = letterStanding(planLifeOf(events), letterTexts[language]);
  return [mark, word, sentence.replace(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ')];
};

describe('how a version stands, in words', () => {
  it('is a draft in capitals, and what that means', () => {
    expect(said('nb').slice(0, 2)).toEqual(['UTKAST', 'UTKAST']);
    expect(said('nb')[2]).toContain('ingen beslutninger om meg tas uten meg');
    expect([said('nn')[0], said('en')[0]]).toEqual(['UTKAST', 'DRAFT']);
  });

  it('is who said yes, when, and how the leader heard it', () => {
    expect(said('nb', { ...marit, name: 'Eirin', kind: 'approved' })).toEqual([
      '',
      'Godkjent',
      'Godkjent av Eirin 20. september 2026.',
    ]);
    expect(said('nb', { ...marit, kind: 'approvedAsSpoken', when: '2026-09-18', how: 'På telefon' })[2]).toBe(
      'Muntlig godkjent 18. september 2026. Slik ble det sagt: På telefon. Ført av Marit 20. september 2026.',
    );
  });

  it('is why it is in use without', () => {
    expect(said('nb', { ...marit, kind: 'released', reason: 'Ingen har svart' })).toEqual([
      '',
      'I bruk uten godkjenning',
      'Tatt i bruk 20. september 2026 av Marit, uten godkjenning. Grunnen er: Ingen har svart',
    ]);
  });

  it('says nothing where nobody was asked', () => {
    expect(said('nb', { ...marit, kind: 'frozenBefore' })).toEqual(['', '', '']);
  });
});
