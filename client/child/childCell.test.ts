import { templateHas, templates } from '@duken/shared/template';
import { describe, expect, it } from 'vitest';
import { childQuestions, withPicture } from './childCell.ts';
import { faces, things } from './pictures.ts';

describe('what a child is asked', () => {
  it.each(Object.values(templates))('has a place on the sheet for every answer, in the layout $id', (template) => {
    const questions = childQuestions(template);
    expect(questions.map(({ question }) => question)).toEqual(['works', 'difficult', 'dream']);
    for (const { question, cell } of questions) {
      expect(cell.column).toBe(question);
      expect(templateHas(template, cell)).toBe(true);
    }
  });

  it('is left out where a layout has no place for it', () => {
    const { lorenskog } = templates;
    const without = { ...lorenskog, columns: lorenskog.columns.filter(({ id }) => id !== 'dream') };
    expect(childQuestions(without).map(({ question }) => question)).toEqual(['works', 'difficult']);
  });
});

describe('a drawing that is pressed', () => {
  it('becomes a sign and a word, after what stands there', () => {
    expect(withPicture('', '🏠', 'Hjemme')).toBe('🏠 Hjemme');
    expect(withPicture('Jeg er redd \n', '🏠', 'Hjemme')).toBe('Jeg er redd\n🏠 Hjemme');
  });

  it('is one of its own, drawn by path data alone', () => {
    const all = [...faces, ...things];
    for (const key of ['id', 'd', 'sign'] as const) expect(new Set(all.map((one) => one[key])).size).toBe(all.length);
    for (const { d } of all) expect(d).toMatch(/^[\d\sMLHVCSQAZ.-]+$/i);
  });
});
