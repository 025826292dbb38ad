import { expect, it } from 'vitest';
import { note } from '../list/noteBuilder.ts';
import { isWished } from './useNews.ts';

const inWork = { kind: 'added', note: note('Ring NAV', { theme: 'work' }) } as const;

it('is heard as somebody wishes: all, the theme they are in, or nothing', () => {
  expect(isWished(inWork, 'all', 'housing')).toBe(true);
  expect(isWished(inWork, 'theme', 'work')).toBe(true);
  expect(isWished(inWork, 'theme', 'housing')).toBe(false);
  expect(isWished({ kind: 'header' }, 'theme', 'housing')).toBe(false);
  expect(isWished(inWork, 'none', 'work')).toBe(false);
});

it('leaves nothing out for whoever is in no theme yet', () => {
  expect(isWished(inWork, 'theme', undefined)).toBe(true);
});
