import { templates } from '@duken/shared/template';
import { describe, expect, it } from 'vitest';
import { type ListSection, sectionsOf } from './listSections.ts';
import { note } from './noteBuilder.ts';

const outline = (sections: readonly ListSection[]) =>
  sections.map((section) =>
    section.kind === 'band'
      ? `${section.id}: ${section.notes.map(({ text }) => text).join(', ')}`
      : `${section.id}: ${section.columns.map(({ column, notes }) => `${column.id} (${notes.map(({ text }) => text).join(', ')})`).join(' ')}`,
  );

describe('the notes of a duk under headings', () => {
  it('come by theme, then by column, in the order of the sheet', () => {
    const notes = [
      note('Leilighet', { theme: 'housing', column: 'long' }),
      note('Sommerjobb', { theme: 'work', column: 'works' }),
      note('Møte Tor', { theme: 'work', column: 'now' }),
    ];
    expect(outline(sectionsOf(notes, templates.lorenskog))).toEqual([
      'theme-work: works (Sommerjobb) now (Møte Tor)',
      'theme-housing: long (Leilighet)',
    ]);
  });

  it('have those without a theme after the themes', () => {
    const notes = [note('Trøtt', { theme: '', column: 'difficult' }), note('Fotball', { theme: 'leisure' })];
    expect(outline(sectionsOf(notes, templates.lorenskog))).toEqual([
      'theme-leisure: works (Fotball)',
      'withoutTheme: difficult (Trøtt)',
    ]);
  });

  it('have the dreams of the simple layout last, under their own heading', () => {
    const notes = [
      note('Egen hage', { theme: '', column: 'dream' }),
      note('Sliten', { theme: '', column: 'difficult' }),
    ];
    expect(outline(sectionsOf(notes, templates.simple))).toEqual([
      'withoutTheme: difficult (Sliten)',
      'band-dream: Egen hage',
    ]);
  });

  it('keep the order they have in their cell, and are counted', () => {
    const [section] = sectionsOf([note('Først'), note('Så')], templates.lorenskog);
    expect(section).toMatchObject({ count: 2, columns: [{ notes: [{ text: 'Først' }, { text: 'Så' }] }] });
  });

  it('give no headings on an empty duk', () => {
    expect(sectionsOf([], templates.lorenskog)).toEqual([]);
  });
});
