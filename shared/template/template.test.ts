import { describe, expect, it } from 'vitest';
import { cellKey, cellsOf, columnIds, sheetLanguages, type Template, templateHas } from './template.ts';
import { findTemplate, templates } from './templates.ts';

const both = Object.values(templates);

describe.each(both.map((template) => [template.id, template] as const))('the layout %s', (id, template: Template) => {
  it('is found by its id', () => {
    expect(findTemplate(id)).toBe(template);
  });

  it('names everything in every language', () => {
    const names = [
      template.name,
      ...template.columns.map(({ heading }) => heading),
      ...template.themes.map(({ name }) => name),
    ];
    for (const name of names) for (const language of sheetLanguages) expect(name[language].trim()).not.toBe('');
  });

  it('has each column and each theme once', () => {
    const columns = template.columns.map((column) => column.id);
    const themes = template.themes.map((theme) => theme.id);
    expect(columns).toEqual(columnIds.filter((column) => columns.includes(column)));
    expect(new Set(themes).size).toBe(themes.length);
  });

  it('has today on the left of what is to come', () => {
    const places = template.columns.map(({ place }) => place);
    expect(places).toEqual(
      places.toSorted((a, b) => ['today', 'ahead', 'band'].indexOf(a) - ['today', 'ahead', 'band'].indexOf(b)),
    );
  });

  it('has every cell it lists, and no other', () => {
    const cells = cellsOf(template);
    const listed = new Set(cells.map(cellKey));
    expect(listed.size).toBe(cells.length);
    for (const column of columnIds)
      for (const theme of [...template.themes.map((known) => known.id), '', 'football', '__proto__'])
        expect(templateHas(template, { column, theme })).toBe(listed.has(cellKey({ column, theme })));
  });
});

describe('Lørenskogs sheet', () => {
  it('has ten themes and six columns, and lets only today and the dreams be without a theme', () => {
    const { themes, columns } = templates.lorenskog;
    expect([themes.length, columns.length]).toEqual([10, 6]);
    expect(
      cellsOf(templates.lorenskog)
        .filter(({ theme }) => theme === '')
        .map(({ column }) => column),
    ).toEqual(['works', 'difficult', 'dream']);
  });
});

describe('the simple layout', () => {
  it('has six themes, and the dreams as one field for all', () => {
    const { themes } = templates.simple;
    expect(themes).toHaveLength(6);
    expect(cellsOf(templates.simple).filter(({ column }) => column === 'dream')).toEqual([
      { column: 'dream', theme: '' },
    ]);
  });
});

describe('a layout we do not have', () => {
  it.each([undefined, null, 7, '', 'asker', '__proto__', 'toString'])('%j is not found', (id) => {
    expect(findTemplate(id)).toBeUndefined();
  });
});
