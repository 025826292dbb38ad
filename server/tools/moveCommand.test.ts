import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Cluster } from '../storage/postgres/clusterForTests.ts';
import { dukProgram, openTestServer, originOf, runDuk, startServerProcess, type TestServer } from '../testing/index.ts';

let cluster: Cluster;
let server: TestServer;
let folder: string;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster.remove());
beforeEach(async () => {
  server = await openTestServer();
  folder = await mkdtemp(join(tmpdir(), 'duken-move-'));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Both places are opened by one installation's key. */
const key = () => ({ DUK_KEY_FILE: `${server.dataDir}.keys/installation.key` });

const duk = (args: readonly string[], settings: Readonly<Record<string, string>> = { DUK_DATA_DIR: server.dataDir }) =>
  runDuk(args, { ...key(), ...settings });

// Each runs the command as a person does, several times, in processes of their own.
describe('duk move', () => {
  it('takes everything to PostgreSQL and back: versions stay whole, and people stay in', async () => {
    const mona = server.person();
    const { boardId } = (await mona.post('/api/demos/eirin')).json();
    const databaseUrl = await cluster.newDatabase();
    const there = await duk(['move', '--to', databaseUrl]);
    expect(there).toMatchObject({ code: 0 });
    expect(there.out).toMatch(/^boards +1 row {2}sha256 [0-9a-f]{64} on both sides$/m);
    expect(there.out).toContain('Start the server with the settings for there.');
    expect(there.err).toMatch(/rows/);
    expect(await duk(['verify'], { DUK_DATABASE_URL: databaseUrl })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/plan versions on 1 board in the database duk_\d+ at \S+: all as they were frozen/),
    });
    const back = await duk(['move', '--from', databaseUrl, '--to', join(folder, 'back')], {});
    expect(back.out.match(/sha256 \S+/g)).toEqual(there.out.match(/sha256 \S+/g));
    const again = startServerProcess({ ...key(), PORT: '0', DUK_DATA_DIR: join(folder, 'back') });
    const plans = await fetch(`${await originOf(again)}/api/boards/${boardId}/plans`, {
      headers: { cookie: `duk=${mona.cookie}` },
    });
    expect(await plans.json()).toEqual((await mona.get(`/api/boards/${boardId}/plans`)).json());
  });

  it('finds versions that were altered in PostgreSQL', async () => {
    await server.person().post('/api/demos/sander');
    const databaseUrl = await cluster.newDatabase();
    await duk(['move', '--to', databaseUrl]);
    await cluster.ask(
      databaseUrl,
      `alter table versions disable trigger all; update versions set picture = '' where version = 1`,
    );
    expect(await duk(['verify'], { DUK_DATABASE_URL: databaseUrl })).toMatchObject({
      code: 1,
      out: expect.stringContaining('version 1: the picture was altered'),
    });
  });

  it('refuses a server that runs, at either end, in one line', async () => {
    await server.person().post('/api/demos/eirin');
    const running = startServerProcess({ ...key(), PORT: '0', DUK_DATA_DIR: join(folder, 'running') });
    await originOf(running);
    for (const args of [
      ['move', '--to', join(folder, 'running')],
      ['move', '--from', join(folder, 'running'), '--to', join(folder, 'x')],
    ]) {
      const { code, err } = await duk(args);
      expect([code, err]).toEqual([
        2,
        `Cannot move: a server is using the folder ${join(folder, 'running')}; stop it first.\n`,
      ]);
    }
    await expect(access(join(folder, 'x'))).rejects.toThrow();
  });

  it.each([
    [['move'], 'Use:'],
    [['move', '--to'], 'Use:'],
    [['move', '--too', 'x'], 'Use:'],
    [['move', 'x', '--to', 'y'], 'Use:'],
    [['move', '--to', 'postgres://nobody@127.0.0.1:5599/duk'], 'Cannot move: the database duk at 127.0.0.1:5599'],
  ])('says what is wrong with %j', async (args, text) => {
    const { code, err } = await duk(args);
    expect(code).toBe(2);
    expect(err).toContain(text);
  });

  it('can be killed: no server starts on what came over, and the same command finishes it', async () => {
    const db = new DatabaseSync(join(server.dataDir, 'duk.db'));
    db.exec(`
      with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 60000)
      insert into journal (document_id, position, data) select 'long', n, randomblob(60) from numbers`);
    db.close();
    const databaseUrl = await cluster.newDatabase();
    const moving = spawn(process.execPath, [dukProgram, 'move', '--to', databaseUrl], {
      env: { ...key(), DUK_DATA_DIR: server.dataDir },
      stdio: 'ignore',
    });
    await expect
      .poll(() => cluster.ask(databaseUrl, 'select 1 from journal limit 1').catch(() => []), { timeout: 60_000 })
      .toHaveLength(1);
    moving.kill('SIGKILL');
    await once(moving, 'exit');
    const half = startServerProcess({ ...key(), PORT: '0', DUK_DATABASE_URL: databaseUrl });
    expect(await half.ended).toBe(1);
    expect(half.said.err).toMatch(
      /^Cannot start: moving everything from \S+ to the database .* was not finished\. Run the same/,
    );
    expect(await duk(['verify'], { DUK_DATABASE_URL: databaseUrl })).toMatchObject({ code: 2 });
    expect(await duk(['move', '--to', databaseUrl])).toMatchObject({ code: 0 });
    const whole = startServerProcess({ ...key(), PORT: '0', DUK_DATABASE_URL: databaseUrl });
    await originOf(whole);
  });
});
