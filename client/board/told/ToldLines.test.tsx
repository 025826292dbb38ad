import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { initTexts } from '../../texts/initTexts.ts';
import { outside } from '../../texts/nb/outside.ts';
import { ToldLines } from './ToldLines.tsx';

beforeAll(async () => {
  await initTexts();
  i18next.addResourceBundle('nb', 'outside', outside);
});

describe('what is said of a tiltak, in the leader’s list by person', () => {
  it('is each one’s last word with its day, and who has said nothing', () => {
    const help = { answer: 'help', on: '2026-11-29', line: 'Får ikke svar', date: '2026-12-10' } as const;
    const shown = renderToStaticMarkup(
      <ToldLines
        told={{
          noteId: 'a',
          doers: [
            { name: 'Kaja', answer: help },
            { name: 'Mona', answer: { answer: 'done', on: '2026-11-30' } },
            { name: 'Leif' },
          ],
        }}
      />,
    );
    expect(shown.match(/<li[^>]*>([^<]*)/g)?.map((line) => line.replace(/^<li[^>]*>/, ''))).toEqual([
      'Kaja 29. november: trenger hjelp, foreslår 10. desember, «Får ikke svar»',
      'Mona 30. november: gjort',
      'Leif har ikke svart',
    ]);
  });
});
