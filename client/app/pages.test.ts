import { parse } from 'regexparam';
import { describe, expect, it } from 'vitest';
import { pages } from './pages.tsx';

const pathsFor = (address: string) => pages.map(({ path }) => path).filter((path) => parse(path).pattern.test(address));

describe('the pages of the product', () => {
  it.each([
    ['/', '/'],
    ['/uka', '/uka'],
    ['/inntak', '/inntak'],
    ['/duk/a1', '/duk/:boardId'],
    ['/duk/a1/leder', '/duk/:boardId/leder'],
    ['/duk/a1/utdrag', '/duk/:boardId/utdrag'],
    ['/duk/a1/plan', '/duk/:boardId/plan/:version?'],
    ['/duk/a1/plan/2', '/duk/:boardId/plan/:version?'],
    ['/duk/a1/plan/2/din', '/duk/:boardId/plan/:version/din'],
  ])('%s is one page, and no other', (address, path) => {
    expect(pathsFor(address)).toEqual([path]);
  });

  it('the form of a new proposal comes before a proposal by that name', () => {
    expect(pathsFor('/inntak/ny')).toEqual(['/inntak/ny', '/inntak/:proposalId']);
  });

  it.each(['/duk', '/duk/a1/annet', '/duk/a1/plan/2/annet', '/annet'])('%s is none', (address) => {
    expect(pathsFor(address)).toEqual([]);
  });

  it('each has an address of its own', () => {
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  });
});
