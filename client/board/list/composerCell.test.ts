import { templates } from '@duken/shared/template';
import { describe, expect, it } from 'vitest';
import { composerCell, themesFor } from './composerCell.ts';

const { lorenskog, simple } = templates;

describe('where a new note goes', () => {
  it('is where it was put', () => {
    expect(composerCell(lorenskog, 'now', 'work')).toEqual({ column: 'now', theme: 'work' });
  });

  it('may be a column of today without a theme', () => {
    expect(composerCell(lorenskog, 'works', '')).toEqual({ column: 'works', theme: '' });
  });

  it('is without a theme when nothing was said of one, where the column allows that', () => {
    expect(composerCell(lorenskog, 'difficult', undefined)).toEqual({ column: 'difficult', theme: '' });
    expect(composerCell(lorenskog, 'now', undefined)).toBeUndefined();
  });

  it('is not known before a theme is chosen, in a column that needs one', () => {
    expect(composerCell(lorenskog, 'now', '')).toBeUndefined();
  });

  it('is the band of dreams in the simple layout, whatever theme was chosen before', () => {
    expect(composerCell(simple, 'dream', 'housing')).toEqual({ column: 'dream', theme: '' });
    expect(themesFor(simple, 'dream')).toEqual(['']);
  });

  it('does not offer «Uten tema» where a theme is needed', () => {
    expect(themesFor(lorenskog, 'now')).not.toContain('');
    expect(themesFor(lorenskog, 'now')).toHaveLength(10);
  });
});
