import { describe, expect, it } from 'vitest';
import { conformanceReport } from './conformance.ts';

describe('the report on WCAG 2.2', () => {
  it('has every criterion of level A (31) and AA (24), once and in order', () => {
    const ids = conformanceReport.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(conformanceReport.filter(({ level }) => level === 'A')).toHaveLength(31);
    expect(conformanceReport.filter(({ level }) => level === 'AA')).toHaveLength(24);
    const inOrder = ids.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));
    expect(ids).toEqual(inOrder);
  });

  it('claims nothing of what depends on a screen reader that nobody has tried', () => {
    for (const id of ['4.1.2', '4.1.3'])
      expect(conformanceReport.find((criterion) => criterion.id === id)?.conformance).not.toBe('met');
  });
});
