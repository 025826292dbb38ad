import type { BoardId } from '@duken/shared/board';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanArchive } from '../storage/index.ts';
import { alterKept } from '../storage/sqlite/alterKeptForTests.ts';
import { openTestServer, type TestServer } from '../testing/index.ts';
import { openPlanReader, type PlanReader } from './planReader.ts';

let server: TestServer;
let boardId: BoardId;
let reader: PlanReader;
let now = 0;
/** Which versions were read from the archive, in order. */
let found: number[] = [];

beforeEach(async () => {
  server = await openTestServer();
  boardId = (await server.person().post('/api/demos/eirin')).json().boardId;
  found = [];
  const archive: Pick<PlanArchive, 'find'> = {
    find: (board, version) => {
      found.push(version);
      return server.storage.archive.find(board, version);
    },
  };
  reader = openPlanReader(archive, () => now);
});
afterEach(async () => {
  await reader.close();
  await server.close();
});

async function head(version: number) {
  const heads = await server.storage.archive.list(boardId);
  const one = heads.find((each) => each.version === version);
  if (!one) throw new Error('no such version');
  return one;
}

async function alter(sql: string): Promise<void> {
  await alterKept(server, 'versions', sql);
}

describe('reading frozen versions', () => {
  it('looks at a version once, however many ask', async () => {
    const one = await head(1);
    const asked = await Promise.all([reader.inspect(one), reader.inspect(one), reader.inspect(one)]);
    await reader.inspect(one);
    expect(found).toEqual([1]);
    expect(asked[0]).toMatchObject({
      ok: true,
      value: { problems: [], brief: { version: 1, present: 6, for: 'Eirin' } },
    });
  });

  it('looks again after an hour, so that a row altered under a running server is found out', async () => {
    await reader.inspect(await head(1));
    await alter(`update versions set picture = picture || ' ' where version = 1`);
    expect(await reader.inspect(await head(1))).toMatchObject({ value: { problems: [] } });
    now += 60 * 60 * 1000;
    expect(await reader.inspect(await head(1))).toMatchObject({ value: { problems: ['pictureAltered'] } });
  });

  it('looks again at a version whose row says something else than before', async () => {
    await reader.inspect(await head(1));
    await alter(`update versions set sha256 = 'of another' where version = 1`);
    expect(await reader.inspect(await head(1))).toMatchObject({ value: { problems: ['planAltered'] } });
  });

  it('hashes what it hands out each time, whatever it remembers', async () => {
    await reader.inspect(await head(1));
    expect(await reader.read(boardId, 1)).toMatchObject({ ok: true, value: { isAltered: false } });
    await alter(
      `update versions set plan_json = replace(plan_json, 'Kartlegge gjelden', 'Glemme gjelden') where version = 1`,
    );
    expect(await reader.read(boardId, 1)).toMatchObject({ ok: true, value: { isAltered: true } });
    expect(await reader.compare(boardId, 1, 2)).toMatchObject({ ok: true, value: { isAltered: true } });
  });

  it('makes the letter of a cut in that cut’s own line, and once for all who ask the same', async () => {
    const choice = { themes: ['work'], withPicture: false, withDifference: false };
    const made = await reader.cut(boardId, 3, { recipient: 'NAV', choice, since: 0, children: [] });
    if (!made.ok) throw new Error('the example cannot be cut');
    const contacts = { leaders: [], services: [], subjects: [], life: { state: 'approved' as const } };
    const ask = (leader: string) =>
      reader.cutLetter({
        ...{ cutJson: made.value, language: 'nb' as const },
        contacts: { ...contacts, leaders: [{ name: leader }] },
      });
    // More than may wait in a line, all for the same; then more than may wait, each for another.
    const same = Array.from({ length: 90 }, () => ask('Gro'));
    const others = Array.from({ length: 90 }, (_, number) => ask(`Leder ${number}`));
    const family = Array.from({ length: 20 }, (_, number) => reader.compare(boardId, 1 + (number % 2), 3));
    expect((await Promise.all(family)).every(({ ok }) => ok)).toBe(true);
    expect((await Promise.all(same)).every(({ ok }) => ok)).toBe(true);
    const refused = (await Promise.all(others)).filter(({ ok }) => !ok);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"ok":false,"failure":{"kind":"plansBusy"}}']),
    );
  });

  it('says which version is not there', async () => {
    expect(await reader.read(boardId, 9)).toEqual({ ok: false, failure: { kind: 'versionNotFound' } });
    expect(await reader.compare(boardId, 1, 9)).toEqual({ ok: false, failure: { kind: 'versionNotFound' } });
  });

  it('turns away more than can wait at one board, while other boards are read', async () => {
    const other: BoardId = (await server.person().post('/api/demos/sander')).json().boardId;
    const asked = Array.from({ length: 80 }, (_, index) => reader.compare(boardId, (index % 3) + 1, index));
    const others = await reader.read(other, 1);
    expect(others.ok).toBe(true);
    const busy = (await Promise.all(asked)).filter((answer) => !answer.ok && answer.failure.kind === 'plansBusy');
    expect(busy).toHaveLength(20);
  });

  it('gives up what is under way when it closes', async () => {
    const asked = reader.read(boardId, 1);
    await reader.close();
    expect(await asked).toMatchObject({ ok: false, failure: { kind: 'plansBusy' } });
  });
});
