import type { Action, PersonId } from '@duken/shared/board';
import type { PlanAction, PlanVersion } from '@duken/shared/plan';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { initTexts } from '../texts/initTexts.ts';
import { fetchTexts } from '../texts/lateTexts.ts';
import { countInWords, ownPlanOf, sentencesOf } from './ownPlan.ts';

beforeAll(async () => {
  await initTexts();
  await fetchTexts('planlife');
});

const eirin = { personId: 'person-eirin' as PersonId, name: 'Eirin' };
const actionOf = (text: string, action: Partial<Action> = {}) =>
  ({ noteId: text, text, owner: 'Mona', service: 'Boligkontoret', due: '', status: 'agreed', ...action }) as PlanAction;
const planWith = (...actions: readonly PlanAction[]) =>
  ({ plan: { actions, dreams: [{ text: 'Et verksted' }] } }) as unknown as PlanVersion;
const read = (planVersion: PlanVersion, isAlone = false) => {
  const t = i18next.getFixedT('nb', 'planlife');
  const own = ownPlanOf(planVersion, eirin, { t, language: 'nb' });
  return { own, count: countInWords(own, t), sentences: sentencesOf(own, planVersion, { t, isAlone }) };
};

describe('the plan as whoever it is about meets it', () => {
  const four = planWith(
    actionOf('Søke startlån', { due: '2026-12-01' }),
    actionOf('Ringe bedriften', { owner: 'Eirin', due: '2026-11-20' }),
    actionOf('Hente attesten', { owner: 'Eirin, Mona' }),
    actionOf('Alt gjort', { owner: 'Eirin', status: 'done' }),
    actionOf('Uten noen', { owner: '' }),
  );

  it('counts what rests on them of what is still to be done', () => {
    expect(read(four).count).toBe('2 av 4 tiltak er dine');
    expect(read(planWith(actionOf('Min', { owner: 'Eirin' }))).count).toBe('1 av 1 tiltak er ditt');
    expect(read(planWith(actionOf('Andres'))).count).toBe('Det ene tiltaket er ikke ditt');
    expect(read(planWith()).count).toBe('Planen har ingen tiltak som skal gjøres nå.');
  });

  it('shows theirs first, with who does each and by when', () => {
    const { actions } = read(four).own;
    expect(actions.map(({ action, isOwn }) => [action.text, isOwn])).toEqual([
      ['Ringe bedriften', true],
      ['Hente attesten', true],
      ['Søke startlån', false],
      ['Uten noen', false],
    ]);
    const sentences = actions.map(({ sentence }) => sentence.replace(/[\u2066-\u2069]/g, '').replace(/\u00a0/g, ' '));
    expect(sentences).toEqual([
      'Eirin gjør det, innen 20. november 2026',
      'Eirin og Mona gjør det',
      'Mona gjør det, innen 1. desember 2026',
      'Det er ikke avtalt hvem',
    ]);
  });

  it('is read aloud in the order of the page: the dreams, the count, each tiltak', () => {
    const { sentences } = read(four);
    expect(sentences.slice(0, 5)).toEqual([
      'Planen din',
      'Det dere drømmer om',
      'Et verksted',
      'Det som skal gjøres nå',
      '2 av 4 tiltak er dine',
    ]);
    expect(read(four, true).sentences[1]).toBe('Det du drømmer om');
    expect(sentences).toContain('Uten noen');
    expect(sentences).not.toContain('Alt gjort');
  });
});
