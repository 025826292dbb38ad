import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { initTexts } from '../texts/initTexts.ts';
import { leave } from '../texts/nb/leave.ts';
import { Leaving } from './LeavePage.tsx';

const shown = (of: Partial<Parameters<typeof Leaving>[0]> = {}) =>
  renderToStaticMarkup(<Leaving isWaiting={false} leadsByLink={false} toBoard={null} {...of} />);

describe('leaving a duk', () => {
  beforeAll(async () => {
    await initTexts();
    i18next.addResourceBundle('nb', 'leave', leave);
  });

  it('says what this browser forgets, and that what stands on the duk stays', () => {
    expect(shown()).toContain('glemmer denne nettleseren');
    expect(shown()).toContain('blir stående');
    expect(shown()).not.toContain('disabled');
  });

  it('waits for what is not saved yet, and says so', () => {
    expect(shown({ isWaiting: true })).toContain('ikke lagret ennå');
    expect(shown({ isWaiting: true })).toContain('disabled');
  });

  it('tells whoever leads by a link that nothing else leads back', () => {
    expect(shown({ leadsByLink: true })).toContain('lederlenken');
    expect(shown()).not.toContain('lederlenken');
  });
});
