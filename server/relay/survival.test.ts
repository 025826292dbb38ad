import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type * as Y from 'yjs';
import { type Browser, boardNamed, openBrowser, startRelay, type TestRelay, until } from './relayForTests.ts';

const duk = boardNamed('family');
const names = ['anna', 'bo', 'eva'] as const;

async function newDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'duken-survival-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  return dataDir;
}

function marksOf(doc: Y.Doc): Y.Array<string> {
  return doc.getArray('marks');
}

function contentOf(doc: Y.Doc): readonly [string[], string] {
  return [marksOf(doc).toArray(), doc.getText('text').toString()];
}

async function allSaved(...browsers: Browser[]): Promise<void> {
  await until(() => {
    for (const { provider, saved, sent } of browsers) {
      expect(provider.synced).toBe(true);
      expect(sent()).toBeGreaterThan(0);
      expect(saved()).toBe(sent());
    }
  });
}

type Step =
  | { readonly do: 'mark' | 'type'; readonly who: number; readonly at: number }
  | { readonly do: 'erase' | 'lose the network' | 'go offline' | 'go online' | 'wait for saved'; readonly who: number }
  | { readonly do: 'restart the server' };

const who = fc.nat(names.length - 1);
const at = fc.nat(1000);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('mark', 'type'), who, at }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('erase', 'lose the network', 'go offline', 'go online', 'wait for saved'),
      who,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart the server' }) },
);

/** A meeting of three with all its mishaps. */
class Meeting {
  readonly #dataDir: string;
  readonly #browsers: Browser[];
  #server: TestRelay;
  readonly #made = new Set<string>();
  readonly #erased = new Set<string>();

  constructor(dataDir: string, server: TestRelay) {
    this.#dataDir = dataDir;
    this.#server = server;
    this.#browsers = names.map((as) => openBrowser(server.url, duk, { as }));
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'restart the server') {
      await this.#server.stop();
      this.#server = await startCompacting(this.#dataDir, this.#server.port);
      return;
    }
    const browser = this.#browsers[step.who];
    if (!browser) throw new Error('Nobody of that number');
    const { doc, provider, text } = browser;
    const marks = marksOf(doc);
    switch (step.do) {
      case 'mark': {
        const mark = `mark ${this.#made.size}`;
        this.#made.add(mark);
        marks.insert(step.at % (marks.length + 1), [mark]);
        return;
      }
      case 'type':
        text.insert(step.at % (text.length + 1), 'ab');
        return;
      case 'erase':
        if (marks.length === 0) return;
        this.#erased.add(marks.get(0));
        marks.delete(0);
        return;
      case 'lose the network':
        (provider.ws as unknown as { terminate(): void } | null)?.terminate();
        return;
      case 'go offline':
        provider.disconnect();
        return;
      case 'go online':
        provider.connect();
        return;
      case 'wait for saved':
        provider.connect();
        await allSaved(browser);
    }
  }

  /** Everybody comes home; nothing is lost, nothing comes back, and all see the same. */
  async end(): Promise<void> {
    for (const { provider } of this.#browsers) provider.connect();
    await allSaved(...this.#browsers);
    const expected = [...this.#made].filter((mark) => !this.#erased.has(mark)).sort();
    const [first] = this.#browsers;
    // What is saved may still be on its way to the others.
    await until(() => {
      for (const { doc } of this.#browsers) {
        expect(marksOf(doc).toArray().sort()).toEqual(expected);
        expect(contentOf(doc)).toEqual(first && contentOf(first.doc));
      }
    });
    for (const { leave } of this.#browsers) leave();
    const { url } = this.#server;
    const newcomer = openBrowser(url, duk, { as: 'newcomer' });
    await allSaved(newcomer);
    for (const { doc } of [newcomer, ...this.#browsers]) expect(contentOf(doc)).toEqual(first && contentOf(first.doc));
    newcomer.leave();
    await this.#server.stop();
  }
}

function startCompacting(dataDir: string, port: number): Promise<TestRelay> {
  return startRelay({ dataDir, port, limits: { compactAfterUpdates: 5, compactWhenIdleMs: 5, minTailBytes: 60 } });
}

describe('whatever happens to the network and the server', () => {
  it('all documents end up equal, and nothing saved is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), async (steps) => {
        const dataDir = await newDataDir();
        const meeting = new Meeting(dataDir, await startCompacting(dataDir, 0));
        for (const each of steps) await meeting.take(each);
        await meeting.end();
      }),
      { numRuns: 80, interruptAfterTimeLimit: 15_000 },
    );
  });
});

/** A relay in its own process. */
interface RelayProcess {
  readonly url: string;
  readonly child: ChildProcess;
}

async function spawnRelay(dataDir: string): Promise<RelayProcess> {
  const script = join(import.meta.dirname, 'relayServerForTests.ts');
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: `ws://127.0.0.1:${Number(line.toString())}/sync`, child };
}

/** Somebody who makes a mark each time something is saved, and so always has some on the way. */
class Writer {
  readonly browser: Browser;
  readonly #name: string;
  /** Each mark with the number of its document message. */
  readonly #sent = new Map<string, number>();

  constructor(url: string, name: string, round: number) {
    this.#name = `${name} ${round}`;
    this.browser = openBrowser(url, duk, { as: name });
    this.browser.provider.once('sync', () => {
      this.browser.provider.ws?.addEventListener('message', (event) => {
        if (new Uint8Array(event.data as ArrayBuffer)[0] === 4) this.#mark();
      });
      for (let i = 0; i < 10; i++) this.#mark();
    });
  }

  /** Marks that message 4 has covered. */
  saved(): string[] {
    return [...this.#sent].flatMap(([mark, sent]) => (sent <= this.browser.saved() ? mark : []));
  }

  seen(): string[] {
    return marksOf(this.browser.doc)
      .toArray()
      .filter((mark) => !this.#sent.has(mark));
  }

  #mark(): void {
    const mark = `${this.#name} ${this.#sent.size}`;
    marksOf(this.browser.doc).push([mark]);
    if (this.browser.provider.wsconnected) this.#sent.set(mark, this.browser.sent());
  }
}

describe('when the server is killed while two write', () => {
  it('nothing that was called saved, or that the other has seen, is lost', async () => {
    const dataDir = await newDataDir();
    const promised = new Set<string>();
    for (const [round, killAfter] of [3, 40, 150, 400].entries()) {
      const { url, child } = await spawnRelay(dataDir);
      const writers = ['anna', 'bo'].map((name) => new Writer(url, name, round));
      await until(() => {
        for (const writer of writers) expect(writer.saved().length).toBeGreaterThan(killAfter);
      });
      child.kill('SIGKILL');
      await once(child, 'exit');
      // What still lies in their sockets was sent by the server too: they have heard all when they notice it is gone.
      await until(() => {
        for (const { browser } of writers) expect(browser.provider.wsconnected).toBe(false);
      });
      for (const writer of writers) {
        for (const mark of [...writer.saved(), ...writer.seen()]) promised.add(mark);
        // They never come back: only the journal can have it.
        writer.browser.leave();
      }
    }
    expect(promised.size).toBeGreaterThan(500);
    const { url } = await startRelay({ dataDir });
    const newcomer = openBrowser(url, duk, { as: 'newcomer' });
    await until(() => expect(newcomer.provider.synced).toBe(true));
    const found = new Set(marksOf(newcomer.doc).toArray());
    expect([...promised].filter((mark) => !found.has(mark))).toEqual([]);
  });
});
