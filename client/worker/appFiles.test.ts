import { beforeEach, describe, expect, it } from 'vitest';
import { AppFiles, type Asked, type FileCache, type FileCaches } from './appFiles.ts';

const origin = 'https://duken.example';

/** A browser's caches in memory, in the order in which they were made. */
class CachesInMemory implements FileCaches {
  readonly all = new Map<string, Map<string, string>>();

  async open(name: string): Promise<FileCache> {
    const cache = this.all.get(name) ?? new Map<string, string>();
    this.all.set(name, cache);
    return {
      match: async (path) => answerOf(cache.get(path)),
      put: async (path, response) => void cache.set(path, await response.text()),
    };
  }

  async match(path: string): Promise<Response | undefined> {
    return answerOf([...this.all.values()].map((cache) => cache.get(path)).find((text) => text !== undefined));
  }

  async keys(): Promise<readonly string[]> {
    return [...this.all.keys()];
  }

  async delete(name: string): Promise<boolean> {
    return this.all.delete(name);
  }
}

function answerOf(text: string | undefined): Response | undefined {
  return text === undefined ? undefined : new Response(text);
}

describe('the program that is kept in the browser', () => {
  let caches: CachesInMemory;
  let fetched: string[];
  let network: (path: string) => Response | Promise<Response>;
  beforeEach(() => {
    caches = new CachesInMemory();
    fetched = [];
    network = (path) => new Response(`${path} from the network`);
  });
  const version = (name: string, files: readonly string[]): AppFiles =>
    new AppFiles({
      origin,
      caches,
      version: name,
      files,
      fetch: async (asked) => {
        const path = new URL(typeof asked === 'string' ? asked : asked.url, origin).pathname;
        fetched.push(path);
        return network(path);
      },
    });
  const ask = (path: string, mode = 'cors', method = 'GET') =>
    ({ url: new URL(path, origin).href, mode, method }) as Asked & Request;
  const textOf = async (answer: Promise<Response> | undefined): Promise<string | undefined> => (await answer)?.text();
  const withoutNetwork = (): void => {
    network = () => Promise.reject(new TypeError('no network'));
  };

  it('opens any page and any part without a network, once it was laid in', async () => {
    const app = version('1', ['/assets/a-1.js', '/assets/b-1.css']);
    await app.install();
    withoutNetwork();
    expect(await textOf(app.answer(ask('/duk/abc/plan/2', 'navigate')))).toBe('/ from the network');
    expect(await textOf(app.answer(ask('/assets/b-1.css')))).toBe('/assets/b-1.css from the network');
  });

  it.each([
    ['what the server knows', '/api/boards/abc/me', 'cors', 'GET'],
    ['a file of a plan that somebody opens', '/api/boards/abc/plans/1.pdf', 'navigate', 'GET'],
    ['a calendar', '/kalender/abc', 'navigate', 'GET'],
    ['what is sent', '/duk/abc', 'navigate', 'POST'],
    ['the licences of the fonts', '/fonts.txt', 'navigate', 'GET'],
    ['another site', 'https://elsewhere.example/assets/a-1.js', 'cors', 'GET'],
  ])('stands aside for %s', (_what, path, mode, method) => {
    expect(version('1', []).answer(ask(path, mode, method))).toBeUndefined();
  });

  it('gives the newest page while there is a network', async () => {
    const app = version('1', []);
    await app.install();
    network = () => new Response('newer');
    expect(await textOf(app.answer(ask('/', 'navigate')))).toBe('newer');
  });

  it('gives the page that it has where something stands in for a server that is away', async () => {
    const app = version('1', []);
    await app.install();
    network = () => new Response('Bad gateway', { status: 502 });
    expect(await textOf(app.answer(ask('/duk/abc', 'navigate')))).toBe('/ from the network');
  });

  it('is whole or not there: a version of which a file cannot be had is not laid in', async () => {
    network = (path) => new Response('', { status: path.endsWith('b-1.js') ? 404 : 200 });
    await expect(version('1', ['/assets/a-1.js', '/assets/b-1.js']).install()).rejects.toThrow('b-1.js answered 404');
  });

  it('fetches of a newer version what has changed', async () => {
    await version('1', ['/assets/a-1.js', '/assets/b-1.js']).install();
    fetched = [];
    await version('2', ['/assets/a-1.js', '/assets/b-2.js']).install();
    expect(fetched.sort()).toEqual(['/', '/assets/b-2.js']);
  });

  it('keeps the version before for windows that are open still, and none older', async () => {
    for (const name of ['1', '2', '3']) await version(name, [`/assets/a-${name}.js`]).install();
    await caches.open('of another program');
    const app = version('3', []);
    await app.deleteOldVersions();
    expect(await caches.keys()).toEqual(['duken-2', 'duken-3', 'of another program']);
    withoutNetwork();
    expect(await textOf(app.answer(ask('/assets/a-2.js')))).toBe('/assets/a-2.js from the network');
  });

  it('keeps a part that comes later, as a font that was not laid in', async () => {
    const app = version('1', []);
    await textOf(app.answer(ask('/assets/font-1.woff2')));
    withoutNetwork();
    expect(await textOf(app.answer(ask('/assets/font-1.woff2')))).toBe('/assets/font-1.woff2 from the network');
  });

  it('keeps no answer of a server that has not the part any more', async () => {
    network = () => new Response('gone', { status: 404 });
    await version('1', []).answer(ask('/assets/a-0.js'));
    expect([...caches.all.values()].every((cache) => cache.size === 0)).toBe(true);
  });

  it('stands in nobody’s way where the browser’s storage is full, or refuses', async () => {
    const full: FileCaches = {
      open: async () => ({ match: async () => undefined, put: () => Promise.reject(new Error('QuotaExceededError')) }),
      match: async () => undefined,
      keys: async () => [],
      delete: async () => false,
    };
    const refusing: FileCaches = {
      open: () => Promise.reject(new Error('SecurityError')),
      match: () => Promise.reject(new Error('SecurityError')),
      keys: () => Promise.reject(new Error('SecurityError')),
      delete: () => Promise.reject(new Error('SecurityError')),
    };
    for (const broken of [full, refusing]) {
      const app = new AppFiles({
        origin,
        caches: broken,
        version: '1',
        files: [],
        fetch: async () => new Response('from the network'),
      });
      expect(await textOf(app.answer(ask('/assets/late-1.js')))).toBe('from the network');
      expect(await textOf(app.answer(ask('/duk/abc', 'navigate')))).toBe('from the network');
    }
  });

  it('keeps the version before through one that was never whole', async () => {
    await version('1', ['/assets/a-1.js']).install();
    network = (path) => new Response(path, { status: path.endsWith('b-2.js') ? 404 : 200 });
    await expect(version('2', ['/assets/a-2.js', '/assets/b-2.js']).install()).rejects.toThrow();
    network = (path) => new Response(path);
    const third = version('3', ['/assets/a-3.js']);
    await third.install();
    await third.deleteOldVersions();
    expect(await caches.keys()).toContain('duken-1');
  });

  it('leaves one alone that is being laid in while another takes over', async () => {
    await version('1', []).install();
    await version('2', []).install();
    await caches.open('duken-3');
    await version('2', []).deleteOldVersions();
    expect(await caches.keys()).toEqual(['duken-1', 'duken-2', 'duken-3']);
  });

  it('is not laid in when the page is another version’s, as while a new one is put out on several servers', async () => {
    network = (path) => new Response(path === '/' ? '<script type="module" src="/assets/a-1.js"></script>' : path);
    await expect(version('2', ['/assets/a-2.js']).install()).rejects.toThrow('/assets/a-1.js');
    await version('1', ['/assets/a-1.js']).install();
  });
});
