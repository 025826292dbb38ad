/** What a service worker's cache is asked, in as few words as are used here. */
export interface FileCache {
  readonly match: (path: string) => Promise<Response | undefined>;
  readonly put: (path: string, response: Response) => Promise<void>;
}

/** The browser's caches, as far as they are used here. `keys` tells them in the order in which they were made. */
export interface FileCaches {
  readonly open: (name: string) => Promise<FileCache>;
  readonly match: (path: string) => Promise<Response | undefined>;
  readonly keys: () => Promise<readonly string[]>;
  readonly delete: (name: string) => Promise<boolean>;
}

export interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/** The one page of the client, which is every page. */
const shellPath = '/';
const prefix = 'duken-';
/** A network that says nothing for so long, in ms, is taken for none where the page is here already. */
const pageTakesTooLongMs = 4_000;
/** So many files are fetched at once while a version is laid in: whoever writes meanwhile needs the line too. */
const atOnce = 3;

/**
 * The program itself, kept in the browser: its one page and its files, and nothing else. What is asked of the server under
 * `/api` and `/sync`, and so every word of a duk, never comes here.
 */
export class AppFiles {
  readonly #origin: string;
  readonly #caches: FileCaches;
  readonly #files: readonly string[];
  readonly #name: string;
  readonly #fetch: (asked: Request | string, how?: RequestInit) => Promise<Response>;

  /**
   * @param version changes with the name of any file
   * @param files paths that a version cannot do without
   */
  constructor(options: {
    readonly origin: string;
    readonly caches: FileCaches;
    readonly version: string;
    readonly files: readonly string[];
    readonly fetch: (asked: Request | string, how?: RequestInit) => Promise<Response>;
  }) {
    this.#origin = options.origin;
    this.#caches = options.caches;
    this.#files = options.files;
    this.#name = `${prefix}${options.version}`;
    this.#fetch = options.fetch;
  }

  /**
   * Lays a version in, whole or not at all: half of one could not open a page that nobody has opened yet. The page comes last, so
   * that a cache with a page is whole, also after a browser that was closed in the middle.
   *
   * @throws when a file cannot be had, or the page is another version's; the browser tries again another day
   */
  async install(): Promise<void> {
    const cache = await this.#caches.open(this.#name);
    const left = [...this.#files];
    const next = async (): Promise<void> => {
      for (let path = left.shift(); path !== undefined; path = left.shift())
        // A file whose name holds its hash is the same in every version that has it.
        await cache.put(path, (await this.#caches.match(path)) ?? (await this.#fetchWhole(path)));
    };
    await Promise.all(Array.from({ length: atOnce }, next));
    const page = await this.#fetchWhole(shellPath, { cache: 'reload' });
    // While a new version is put out, one server may have the worker and another the page.
    const parts = (await page.clone().text()).match(/\/assets\/[\w.-]+\.(?:js|css)/g) ?? [];
    const strange = parts.find((part) => !this.#files.includes(part));
    if (strange !== undefined) throw new Error(`The page asks for ${strange}, which is not of this version`);
    await cache.put(shellPath, page);
  }

  async #fetchWhole(path: string, how: RequestInit = {}): Promise<Response> {
    const response = await this.#fetch(path, how);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response;
  }

  /**
   * Lets go of what was laid in before the last whole version: a window may be open that still asks for that one's files. What
   * came after it was never whole, or is being laid in just now.
   */
  async deleteOldVersions(): Promise<void> {
    const others = (await this.#caches.keys()).filter((name) => name.startsWith(prefix) && name !== this.#name);
    const pages = await Promise.all(others.map(async (name) => (await this.#caches.open(name)).match(shellPath)));
    const before = pages.findLastIndex((page) => page !== undefined);
    const old = others.filter((_name, at) => at < before);
    await Promise.all(old.map((name) => this.#caches.delete(name)));
  }

  /** @returns undefined for what is none of ours: the browser then asks the network as if nobody stood between */
  answer(asked: Asked & Request): Promise<Response> | undefined {
    const { origin, pathname } = new URL(asked.url);
    if (asked.method !== 'GET' || origin !== this.#origin) return undefined;
    if (isHashed(pathname)) return this.#file(asked, pathname);
    if (asked.mode === 'navigate' && isPage(pathname)) return this.#page(asked);
    return undefined;
  }

  async #file(asked: Request, path: string): Promise<Response> {
    const there = await this.#caches.match(path).catch(nothing);
    if (there) return there;
    const response = await this.#fetch(asked);
    // A full disk, or a browser that keeps nothing for us, is no reason to hold back what has come.
    if (response.ok) await this.#keep(path, response.clone()).catch(nothing);
    return response;
  }

  async #keep(path: string, response: Response): Promise<void> {
    await (await this.#caches.open(this.#name)).put(path, response);
  }

  /** From the network while there is one, so that whoever reloads gets what is newest; else the page that was laid in. */
  async #page(asked: Request): Promise<Response> {
    const fromNetwork = this.#fetch(asked).then((response) => (response.status < 500 ? response : undefined), nothing);
    const soon = await Promise.race([
      fromNetwork,
      new Promise<undefined>((end) => setTimeout(end, pageTakesTooLongMs)),
    ]);
    return soon ?? (await this.#laidInPage().catch(nothing)) ?? (await fromNetwork) ?? Response.error();
  }

  async #laidInPage(): Promise<Response | undefined> {
    return (await this.#caches.open(this.#name)).match(shellPath);
  }
}

function nothing(): undefined {
  return undefined;
}

function isHashed(path: string): boolean {
  return path.startsWith('/assets/');
}

/** The server's own answers, files among them, are no pages of ours; nor is what ends as a file does. */
function isPage(path: string): boolean {
  return !/^\/(api|sync|kalender|healthz|readyz|metrics)(\/|$)/.test(path) && !/\.\w+$/.test(path);
}
