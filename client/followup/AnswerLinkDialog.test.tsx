import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { initTexts } from '../texts/initTexts.ts';
import { followUp } from '../texts/nb/followUp.ts';
import { LinkForm } from './AnswerLinkDialog.tsx';

function shown(links: number, calendars: number): string {
  const reply = { personId: 'kaja', name: 'Kaja', links, calendars, items: [] };
  return renderToStaticMarkup(<LinkForm boardId="b" links={reply} onChanged={() => undefined} />);
}

describe('what the leader can take back of somebody', () => {
  beforeAll(async () => {
    await initTexts();
    i18next.addResourceBundle('nb', 'followUp', followUp);
  });

  it('is their links and their calendars, which live longer', () => {
    expect(shown(1, 0)).toContain('1 lenke virker nå.');
    expect(shown(0, 2)).toContain('2 kalendere viser dagene deres.');
    for (const said of [shown(1, 0), shown(0, 2), shown(1, 1)]) expect(said).toContain('Trekk tilbake');
  });

  it('is not asked where there is nothing', () => {
    expect(shown(0, 0)).not.toContain('Trekk tilbake');
  });
});
