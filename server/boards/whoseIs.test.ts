import { describe, expect, it } from 'vitest';
import { whoseIs } from './whoseIs.ts';

describe('whose plan a title says it is', () => {
  it.each([
    ['Planen til Eirin', 'Eirin'],
    ['planen TIL Åse og Øyvind', 'Åse og Øyvind'],
    ['  Plan for familien Ødegård ', 'familien Ødegård'],
    ['Planen til tante Gro til neste år', 'tante Gro til neste år'],
    ['Eirin’s plan', 'Eirin'],
    ["Jonas's plan", 'Jonas'],
    ['The plan for Eirin', 'Eirin'],
  ])('%s', (title, whose) => {
    expect(whoseIs(title)).toBe(whose);
  });

  it.each(['Ida og barna', 'Familien Ødegård', ' Selam ', 'Isak Kaplan'])('is the whole of «%s»', (title) => {
    expect(whoseIs(title)).toBe(title.trim());
  });

  it.each([
    'Vår duk',
    'Investeringsplan 2027',
    'Møtet i mai',
    'Planen',
    'Planen til',
    'Møte om planen til Eirin',
    'Planen tilhører oss',
  ])('is not said by «%s»', (title) => {
    expect(whoseIs(title)).toBe('');
  });
});
