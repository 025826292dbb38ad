import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BoardId } from '@duken/shared/board';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/index.ts';
import { sha256Of } from './sealVersion.ts';
import { chainIsWhole, readChain } from './verifyChain.ts';

let server: TestServer;
let boardId: BoardId;

beforeEach(async () => {
  server = await openTestServer();
  boardId = (await server.person().post('/api/demos/eirin')).json().boardId;
});
afterEach(() => server.close());

/** Changes the archive behind the product's back, as somebody with the file in hand could. */
function alter(sql: string, ...values: (string | number | Uint8Array)[]): void {
  const db = new DatabaseSync(join(server.dataDir, 'duk.db'));
  db.exec('drop trigger versions_are_never_changed');
  const { changes } = db.prepare(sql).run(...values);
  db.close();
  expect(changes).toBeGreaterThan(0);
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
    alter('update versions set plan_json = ? where version = 1', altered);
    expect(await problems()).toEqual([['planAltered'], [], []]);
  });

  it('finds out that somebody who altered a plan gave it a new hash as well', async () => {
    const altered = (await planJsonOf(1)).replaceAll('Kartlegge gjelden', 'Glemme gjelden');
    alter('update versions set plan_json = ?, sha256 = ? where version = 1', altered, sha256Of(altered));
    expect(await problems()).toEqual([[], ['chainBroken'], []]);
  });

  it('finds out that the next version’s row was made to fit too', async () => {
    const altered = (await planJsonOf(1)).replaceAll('Kartlegge gjelden', 'Glemme gjelden');
    alter('update versions set plan_json = ?, sha256 = ? where version = 1', altered, sha256Of(altered));
    const db = new DatabaseSync(join(server.dataDir, 'duk.db'));
    db.prepare('update versions set previous_sha256 = ? where version = 2').run(sha256Of(altered));
    db.close();
    expect(await problems()).toEqual([[], ['rowAltered'], []]);
  });

  it('finds out that the picture was altered', async () => {
    alter("update versions set picture = replace(picture, 'Eirin', 'Karin') where version = 2");
    expect(await problems()).toEqual([[], ['pictureAltered'], []]);
  });

  it('finds out that the document state was altered', async () => {
    alter('update versions set state = ? where version = 3', new Uint8Array([0, 0]));
    expect(await problems()).toEqual([[], [], ['stateAltered']]);
  });

  it('finds out that a row says something else than its plan', async () => {
    alter('update versions set frozen_at = frozen_at + 1 where version = 2');
    expect(await problems()).toEqual([[], ['rowAltered'], []]);
  });

  it.each([
    [2, [[], ['versionMissing'], ['chainBroken']]],
    [3, [[], [], ['versionMissing']]],
  ])('finds out that version %i was taken away', async (version, expected) => {
    alter('delete from versions where version = ?', version);
    expect(await problems()).toEqual(expected);
  });

  it.each(['{', '{}', 'null'])('calls a plan altered that now reads %s', async (json) => {
    alter('update versions set plan_json = ? where version = 1', json);
    expect(await problems()).toEqual([['planAltered'], [], []]);
  });

  it('is told to whoever reads the plan: it is shown, and called altered', async () => {
    const leader = server.person();
    const demo = (await leader.post('/api/demos/sander')).json();
    const api = `/api/boards/${demo.boardId}/plans`;
    const db = new DatabaseSync(join(server.dataDir, 'duk.db'));
    db.exec('drop trigger versions_are_never_changed');
    db.prepare("update versions set picture = '' where version = 1 and board_id = ?").run(demo.boardId);
    expect((await leader.get(`${api}/1`)).json()).toMatchObject({ chainIsWhole: false });
    expect((await leader.get(`${api}/2`)).json()).toMatchObject({ chainIsWhole: false });
    expect((await leader.get(api)).json()).toMatchObject({
      chainIsWhole: false,
      plans: [{ isWhole: false }, { isWhole: true }],
    });
    db.prepare("update versions set plan_json = '{}' where version = 1 and board_id = ?").run(demo.boardId);
    db.close();
    const unreadable = await leader.get(`${api}/1`);
    expect(unreadable.json()).toMatchObject({ status: 500, type: '/problems/versionUnreadable' });
    expect((await leader.get(`${api}/1/diff/2`)).json()).toMatchObject({ type: '/problems/versionUnreadable' });
  });
});
