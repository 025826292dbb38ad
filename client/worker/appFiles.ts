/** What a service worker's cache is asked, in as few words as are used here. */
export interface Shelf {
  readonly match: (path: string) => Promise<Response | undefined>;
  readonly put: (path: string, response: Response) => Promise<void>;
}

/** The browser's caches, as far as they are used here. `keys` tells them in the order in which they were made. */
export interface Shelves {
  readonly open: (name: string) => Promise<Shelf>;
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
  readonly #shelves: Shelves;
  readonly #files: readonly string[];
  readonly #name: string;
  readonly #fetch: (asked: Request | string, how?: RequestInit) => Promise<Response>;

  /**
   * @param version changes with the name of any file
   * @param files paths that a version cannot do without
   */
  constructor(options: {
    readonly origin: string;
    readonly shelves: Shelves;
    readonly version: string;
    readonly files: readonly string[];
    readonly fetch: (asked: Request | string, how?: RequestInit) => Promise<Response>;
  }) {
    this.#origin = options.origin;
    this.#shelves = options.shelves;
    this.#files = options.files;
    this.#name = `${prefix}${options.version}`;
    this.#fetch = options.fetch;
  }

  /**
   * Lays a version in, whole or not at all: half of one could not open a page that nobody has opened yet.
   *
   * @throws when a file cannot be had; the browser tries again another day
   */
  async layIn(): Promise<void> {
    const shelf = await this.#shelves.open(this.#name);
    const left = [shellPath, ...this.#files];
    const next = async (): Promise<void> => {
      for (let path = left.shift(); path !== undefined; path = left.shift()) await this.#layInOne(shelf, path);
    };
    await Promise.all(Array.from({ length: atOnce }, next));
  }

  async #layInOne(shelf: Shelf, path: string): Promise<void> {
    // A file whose name holds its hash is the same in every version that has it.
    const there = isHashed(path) ? await this.#shelves.match(path) : undefined;
    const response = there ?? (await this.#fetch(path, isHashed(path) ? {} : { cache: 'reload' }));
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    await shelf.put(path, response);
  }

  /** Lets go of versions before the last one: a window may be open that still asks for that one's files. */
  async letOldGo(): Promise<void> {
    const ours = (await this.#shelves.keys()).filter((name) => name.startsWith(prefix) && name !== this.#name);
    await Promise.all(ours.slice(0, -1).map((name) => this.#shelves.delete(name)));
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
    const there = await this.#shelves.match(path);
    if (there) return there;
    const response = await this.#fetch(asked);
    if (response.ok) await (await this.#shelves.open(this.#name)).put(path, response.clone());
    return response;
  }

  /** From the network while there is one, so that whoever reloads gets what is newest; else the page that was laid in. */
  async #page(asked: Request): Promise<Response> {
    const shelf = await this.#shelves.open(this.#name);
    const fromNetwork = this.#fetch(asked).then(
      (response) => (response.status < 500 ? response : undefined),
      () => undefined,
    );
    const soon = await Promise.race([
      fromNetwork,
      new Promise<undefined>((end) => setTimeout(end, pageTakesTooLongMs)),
    ]);
    return soon ?? (await shelf.match(shellPath)) ?? (await fromNetwork) ?? Response.error();
  }
}

function isHashed(path: string): boolean {
  return path.startsWith('/assets/');
}

/** The server's own answers, files among them, are no pages of ours; nor is what ends as a file does. */
function isPage(path: string): boolean {
  return !/^\/(api|sync|kalender|healthz|readyz|metrics)(\/|$)/.test(path) && !/\.\w+$/.test(path);
}
