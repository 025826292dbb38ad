import type { BoardId } from '@duken/shared/board';
import { readPlanVersion } from '@duken/shared/plan';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alterKept } from '../storage/sqlite/alterKeptForTests.ts';
import { openTestServer, type TestServer } from '../testing/index.ts';
import { sha256Of } from './sealVersion.ts';
import { type ChainSource, chainIsWhole, readChain } from './verifyChain.ts';

let server: TestServer;
let boardId: BoardId;

beforeEach(async () => {
  server = await openTestServer();
  boardId = (await server.person().post('/api/demos/eirin')).json().boardId;
});
afterEach(() => server.close());

/** Changes the archive behind the product's back, as somebody with the file in hand could. */
async function alter(sql: string, ...values: (string | number | Uint8Array)[]): Promise<void> {
  expect(await alterKept(server, 'versions', sql, ...values)).toBeGreaterThan(0);
}

async function problems() {
  const chain = await readChain(server.storage, boardId);
  return chain.map(({ problems }) => problems);
}

async function planJsonOf(version: number): Promise<string> {
  return (await server.storage.archive.find(boardId, version))?.planJson ?? '';
}

describe('checking that versions are as they were frozen', () => {
  it('finds nothing wrong with versions that nobody touched', async () => {
    expect(await problems()).toEqual([[], [], []]);
    expect(chainIsWhole(await readChain(server.storage, boardId))).toBe(true);
  });

  it.each([
    ['the text of a tiltak', 'Kartlegge gjelden', 'Glemme gjelden'],
    ['who was present', '"name":"Leif"', '"name":"Rolf"'],
    ['the day of the meeting', '"date":"2025-11-12"', '"date":"2025-11-13"'],
    ['a stroke on the duk', '"colour":"rust"', '"colour":"ink"'],
    ['a phase', '"overall":"untenable"', '"overall":"stable"'],
    ['the layout', 'Det som fungerer', 'Det som feiler'],
  ])('finds out that %s was altered', async (_, before, after) => {
    const altered = (await planJsonOf(1)).replaceAll(before, after);
    await alter('update versions set plan_json = ? where version = 1', altered);
    expect(await problems()).toEqual([['planAltered'], [], []]);
  });

  it('finds out that somebody who altered a plan gave it a new hash as well', async () => {
    const altered = (await planJsonOf(1)).replaceAll('Kartlegge gjelden', 'Glemme gjelden');
    await alter('update versions set plan_json = ?, sha256 = ? where version = 1', altered, sha256Of(altered));
    expect(await problems()).toEqual([[], ['chainBroken'], []]);
  });

  it('finds out that the next version’s row was made to fit too', async () => {
    const altered = (await planJsonOf(1)).replaceAll('Kartlegge gjelden', 'Glemme gjelden');
    await alter('update versions set plan_json = ?, sha256 = ? where version = 1', altered, sha256Of(altered));
    await alter('update versions set previous_sha256 = ? where version = 2', sha256Of(altered));
    expect(await problems()).toEqual([[], ['rowAltered'], []]);
  });

  it('finds out that the picture was altered', async () => {
    await alter("update versions set picture = replace(picture, 'Eirin', 'Karin') where version = 2");
    expect(await problems()).toEqual([[], ['pictureAltered'], []]);
  });

  it('finds out that the document state was altered', async () => {
    await alter('update versions set state = ? where version = 3', new Uint8Array([0, 0]));
    expect(await problems()).toEqual([[], [], ['stateAltered']]);
  });

  it('finds out that a row says something else than its plan', async () => {
    await alter('update versions set frozen_at = frozen_at + 1 where version = 2');
    expect(await problems()).toEqual([[], ['rowAltered'], []]);
  });

  it.each([
    [2, [[], ['versionMissing'], ['chainBroken']]],
    [3, [[], [], ['versionMissing']]],
  ])('finds out that version %i was taken away', async (version, expected) => {
    await alter('delete from versions where version = ?', version);
    expect(await problems()).toEqual(expected);
  });

  it.each(['{', '{}', 'null'])('calls a plan altered that now reads %s', async (json) => {
    await alter('update versions set plan_json = ? where version = 1', json);
    expect(await problems()).toEqual([['planAltered'], [], []]);
  });

  it('is told to whoever reads the plan: it is shown, and called altered', async () => {
    const leader = server.person();
    const demo = (await leader.post('/api/demos/sander')).json();
    const api = `/api/boards/${demo.boardId}/plans`;
    await alter("update versions set picture = '' where version = 1 and board_id = ?", demo.boardId);
    expect((await leader.get(`${api}/1`)).json()).toMatchObject({ chainIsWhole: false });
    expect((await leader.get(`${api}/2`)).json()).toMatchObject({ chainIsWhole: false });
    expect((await leader.get(api)).json()).toMatchObject({
      chainIsWhole: false,
      plans: [{ isWhole: false }, { isWhole: true }],
    });
    await alter("update versions set plan_json = '{}' where version = 1 and board_id = ?", demo.boardId);
    const unreadable = await leader.get(`${api}/1`);
    expect(unreadable.json()).toMatchObject({ status: 500, type: '/problems/versionAltered' });
    expect((await leader.get(`${api}/1/diff/2`)).json()).toMatchObject({ type: '/problems/versionAltered' });
    expect((await leader.get(`${api}/1.json`)).json()).toMatchObject({ type: '/problems/versionAltered' });
  });
});

describe('a version that a later product wrote', () => {
  /** Puts in place of the last version one that was never altered, only written by somebody who knows more. */
  async function writtenLater(change: (version: Record<string, unknown>) => unknown): Promise<string> {
    const planJson = JSON.stringify(change(JSON.parse(await planJsonOf(3))));
    await alter('update versions set plan_json = ?, sha256 = ? where version = 3', planJson, sha256Of(planJson));
    return planJson;
  }

  it.each([
    ['of the next format', { format: 99 }],
    ['of a format that has lost what every version had', { format: 99, plan: 'encrypted', stateSha256: 7 }],
    ['of our own format, with a word we never knew', { sheet: 'a drawing' }],
  ])('%s is unreadable, and not called altered', async (_, change) => {
    await writtenLater((version) => ({ ...version, ...change }));
    expect(await problems()).toEqual([[], [], []]);
    expect((await readChain(server.storage, boardId)).map(({ unreadable }) => unreadable?.cause)).toEqual([
      undefined,
      undefined,
      'format' in change ? 'newer' : 'unknown',
    ]);
  });

  it('is listed as unreadable, said to be so, and can be taken away as it is', async () => {
    const leader = server.person();
    const demo = (await leader.post('/api/demos/eirin')).json();
    boardId = demo.boardId;
    const api = `/api/boards/${boardId}/plans`;
    const planJson = JSON.stringify({ ...JSON.parse(await planJsonOf(3)), format: 99 });
    await alter(
      'update versions set plan_json = ?, sha256 = ? where version = 3 and board_id = ?',
      ...[planJson, sha256Of(planJson), boardId],
    );
    expect((await leader.get(api)).json()).toMatchObject({
      chainIsWhole: true,
      plans: [{}, {}, { version: 3, date: '2026-09-16', present: 6, isWhole: true, isUnreadable: true }],
    });
    for (const path of ['3', '3.csv', '3.pdf', '2/diff/3'])
      expect((await leader.get(`${api}/${path}`)).json()).toMatchObject({
        status: 409,
        type: '/problems/versionUnreadable',
      });
    const file = await leader.get(`${api}/3.json`);
    expect([file.statusCode, file.payload]).toEqual([200, planJson]);
    expect(file.headers['content-disposition']).toContain('Investeringsplan versjon 3.json');
    expect((await leader.get(`${api}/3.svg`)).statusCode).toBe(200);
    expect((await leader.get(`${api}/2`)).json()).toMatchObject({ chainIsWhole: true });
  });

  it('with more in it than we know hashes right, is read, and is never called altered', async () => {
    const { storage } = server;
    const stored = await storage.archive.find(boardId, 3);
    const read = readPlanVersion(stored?.planJson ?? '');
    expect(read.ok).toBe(true);
    const later = fc.dictionary(
      fc.string().map((key) => `later-${key}`),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(later), async (additions) => {
        const planJson = JSON.stringify(withMore(JSON.parse(stored?.planJson ?? ''), additions));
        const archive: ChainSource['archive'] = {
          list: (id) => storage.archive.list(id),
          find: async (id, version) => {
            const found = await storage.archive.find(id, version);
            return found && version === 3 ? { ...found, planJson, sha256: sha256Of(planJson) } : found;
          },
        };
        const [, , checked] = await readChain({ archive, directory: storage.directory }, boardId);
        expect(checked).toMatchObject({ problems: [], brief: { version: 3, for: 'Eirin' } });
        expect(readPlanVersion(planJson)).toEqual(read);
        expect(checked).not.toHaveProperty('unreadable');
      }),
      { numRuns: 30 },
    );
  });
});

/** The same value with keys that nobody knows yet, in every object whose keys have names. */
function withMore(value: unknown, additions: Iterator<object>): unknown {
  if (Array.isArray(value)) return value.map((one) => withMore(one, additions));
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.entries(value).map(([key, inner]) => [
    key,
    // The phases by theme are a list with the themes for keys.
    key === 'themes' && !Array.isArray(inner) ? inner : withMore(inner, additions),
  ]);
  return { ...Object.fromEntries(known), ...additions.next().value };
}
