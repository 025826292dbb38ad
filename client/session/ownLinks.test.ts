import { describe, expect, it } from 'vitest';
import { OwnLinks } from './ownLinks.ts';

const url = 'https://duk.example.no/duk/b1#hemmelig';

function storageOf(kept = new Map<string, string>()) {
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('invitations that a window made', () => {
  it('can be shown again, also after the page was loaded anew', () => {
    const storage = storageOf();
    new OwnLinks(storage).keep('b1', 'l1', url);
    expect(new OwnLinks(storage).urlOf('b1', 'l1')).toBe(url);
  });

  it('are each board’s own', () => {
    const links = new OwnLinks(storageOf());
    links.keep('b1', 'l1', url);
    expect([links.urlOf('b2', 'l1'), links.urlOf('b1', 'l2')]).toEqual([undefined, undefined]);
  });

  it('are forgotten when they are taken back', () => {
    const storage = storageOf();
    const links = new OwnLinks(storage);
    links.keep('b1', 'l1', url);
    links.forget('b1', 'l1');
    expect([links.urlOf('b1', 'l1'), storage.kept.size]).toEqual([undefined, 0]);
  });

  it('are remembered until the next page where the browser keeps nothing', () => {
    const refused = () => {
      throw new Error('no storage for you');
    };
    for (const storage of [undefined, { getItem: refused, setItem: refused, removeItem: refused }]) {
      const links = new OwnLinks(storage);
      links.keep('b1', 'l1', url);
      expect(links.urlOf('b1', 'l1')).toBe(url);
      links.forget('b1', 'l1');
      expect(links.urlOf('b1', 'l1')).toBeUndefined();
    }
  });
});
