import { reportWords, type ToldReport } from '@duken/shared/programme';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { initTexts } from '../texts/initTexts.ts';
import { fetchTexts } from '../texts/lateTexts.ts';
import { ReportView } from './ReportView.tsx';

beforeAll(async () => {
  await initTexts();
  await fetchTexts('programme');
});

const shown = (report: ToldReport) =>
  renderToStaticMarkup(<ReportView told={{ scope: 'own', report, toldAt: Date.UTC(2026, 10, 30) }} />);

describe('the report on the page', () => {
  it.each(['few', 'waits'] as const)('is one sentence where it tells nothing (%s): no chart, table or file', (kind) => {
    const page = shown({ kind });
    expect(page).toContain(reportWords.nb[kind]);
    expect(page).toContain(reportWords.nb.hiding);
    expect(page).not.toMatch(/<svg|<table|<button|<a |aria-label=/);
    const figures = page.replaceAll(/<[^>]*>/g, ' ').match(/\d+/g) ?? [];
    expect(new Set(figures)).toEqual(new Set(['30', '2026', '5']));
  });

  it('has a table beside each chart where it tells something', () => {
    const rows = [{ of: ['untenable'], count: 6 }];
    const page = shown({ kind: 'here', total: 6, tables: [{ id: 'start', rows }] } as unknown as ToldReport);
    expect(page).toContain('<th scope="row">Uholdbar</th><td class="number">6</td>');
  });
});
