import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alterKept } from './storage/sqlite/alterKeptForTests.ts';
import { openTestServer, type TestServer } from './testing/index.ts';

let server: TestServer;

beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

/** Runs the command as a person does, in a process of its own, beside the running server. */
function duk(
  args: readonly string[],
  dataDir = server.dataDir,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(import.meta.dirname, 'duk.ts'), ...args],
      { env: { DUK_DATA_DIR: dataDir, ...settings } },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

async function alter(sql: string): Promise<void> {
  await alterKept(server, 'versions', sql);
}

describe('duk verify', () => {
  it('says so when all is well, also when there is nothing yet', async () => {
    expect(await duk(['verify'])).toMatchObject({
      code: 0,
      out: `0 plan versions on 0 boards in ${server.dataDir}: all as they were frozen\n0 log lines on 0 boards: all as they were written\n`,
    });
    await server.person().post('/api/demos/eirin');
    await server.person().post('/api/demos/sander');
    expect(await duk(['verify'])).toMatchObject({
      code: 0,
      out: `5 plan versions on 2 boards in ${server.dataDir}: all as they were frozen\n0 log lines on 0 boards: all as they were written\n`,
    });
  });

  it('does not call a version altered that only a newer program can read', async () => {
    const { boardId } = (await server.person().post('/api/demos/sander')).json();
    const stored = await server.storage.archive.find(boardId, 2);
    const planJson = (stored?.planJson ?? '').replace('"format":1', '"format":99');
    const sha256 = createHash('sha256').update(planJson).digest('hex');
    await alter(
      `update versions set plan_json = replace(plan_json, '"format":1', '"format":99'), sha256 = '${sha256}' where version = 2`,
    );
    const { code, out } = await duk(['verify']);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      `board ${boardId} version 2: not altered, but cannot be read here (format 99, newer than this program: update it)`,
      `2 plan versions on 1 board in ${server.dataDir}: all as they were frozen, 1 that cannot be read here`,
      '0 log lines on 0 boards: all as they were written',
      '',
    ]);
  });

  it('names each version that was altered or taken away, and fails', async () => {
    const { boardId } = (await server.person().post('/api/demos/eirin')).json();
    await alter(`
      update versions set plan_json = replace(plan_json, 'Henning', 'Hermann') where version = 1;
      update versions set picture = '' where version = 2;
      delete from versions where version = 3;
    `);
    const { code, out } = await duk(['verify']);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      `board ${boardId} version 1: the plan, the sheet or the meeting was altered`,
      `board ${boardId} version 2: the picture was altered`,
      `board ${boardId} version 3: it is missing`,
      `3 plan versions on 1 board in ${server.dataDir}: 3 problems`,
      '0 log lines on 0 boards: all as they were written',
      '',
    ]);
  });

  it('notices a board whose versions were all taken away', async () => {
    await server.person().post('/api/demos/sander');
    await alter('delete from versions');
    expect(await duk(['verify'])).toMatchObject({ code: 1 });
  });

  /** A case that was looked at, and what is said of its log. */
  async function lookedAt() {
    const leader = server.person();
    const { boardId } = (await leader.post('/api/demos/sander')).json();
    for (const path of ['plans/1', 'plans/2', 'plans/1/diff/2', 'plans/2.csv'])
      expect((await leader.get(`/api/boards/${boardId}/${path}`)).statusCode).toBe(200);
    const verify = async (...args: string[]) => {
      const { code, out } = await duk(['verify', ...args]);
      const [plans = '', ...logs] = out.trimEnd().split('\n').toReversed();
      return { code, log: [plans, ...logs.filter((line) => line.includes(' log: '))].toReversed() };
    };
    return { boardId, verify };
  }

  it('reads the logs of cases too: as they were written, altered, with a hole, cut short', async () => {
    const { boardId, verify } = await lookedAt();
    expect(await verify()).toEqual({ code: 0, log: ['4 log lines on 1 board: all as they were written'] });
    await alterKept(
      server,
      'log_lines',
      `update log_lines set line = replace(line, '"version":1', '"version":2') where number = 1;
       delete from log_lines where number in (2, 4);`,
    );
    expect(await verify()).toEqual({
      code: 1,
      log: [
        `board ${boardId} log: line 1 was altered`,
        `board ${boardId} log: line 2 is missing`,
        `board ${boardId} log: line 4 is missing`,
        '2 log lines on 1 board: 3 problems',
      ],
    });
  });

  it('finds a line that was cut off together with what told of it, by what the server told elsewhere', async () => {
    const { boardId, verify } = await lookedAt();
    const file = join(server.dataDir, 'server.log');
    // As a collector of logs keeps it, among other things.
    await writeFile(
      file,
      ['not { JSON', ...server.logLines.map((line) => `Nov 30 duken[7]: ${line.trim()}`)].join('\n'),
    );
    const db = new DatabaseSync(join(server.dataDir, 'duk.db'));
    db.exec(`
      delete from log_lines where number = 4;
      update log_heads set number = 3, hash = (select hash from log_lines where number = 3);
    `);
    db.close();
    expect(await verify()).toEqual({ code: 0, log: ['3 log lines on 1 board: all as they were written'] });
    expect(await verify('--heads', file)).toEqual({
      code: 1,
      log: [`board ${boardId} log: line 4 is missing`, '3 log lines on 1 board: 1 problem'],
    });
  });

  it('tells what is in the way when it cannot look', async () => {
    const file = join(server.dataDir, 'a-file');
    await writeFile(file, '');
    const { code, err } = await duk(['verify'], file);
    expect(code).toBe(2);
    expect(err).toContain(file);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it.each([[[]], [['verfy']], [['verify', 'all']]])('explains itself when called with %j', async (args) => {
    const { code, err } = await duk(args);
    expect(code).toBe(2);
    expect(err).toMatch(/^Use:\n {2}pnpm duk verify +checks/);
    expect(err).toContain('duk move --to');
  });
});
