import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { freePort } from '../freePortForTests.ts';

/** How long PostgreSQL may take to answer, in milliseconds. */
const startWithinMs = 60_000;

interface SystemUser {
  readonly uid?: number;
  readonly gid?: number;
}

interface ClusterOptions {
  /**
   * Whether each commit waits for the disk, as where people use it. What a killed PostgreSQL has written the system still holds, so
   * only a power cut would tell the difference: tests do without, and what measures does not.
   */
  readonly fsync?: boolean;
}

/** A real PostgreSQL of its own on loopback that can be stopped, killed and started again. */
export class Cluster {
  readonly #folder: string;
  readonly #fsync: boolean;
  readonly #port: number;
  readonly #programs: string;
  readonly #user: SystemUser;
  #process: ChildProcess | undefined;
  #places = 0;

  private constructor(folder: string, port: number, programs: string, user: SystemUser, fsync: boolean) {
    this.#folder = folder;
    this.#fsync = fsync;
    this.#port = port;
    this.#programs = programs;
    this.#user = user;
  }

  static async start({ fsync = false }: ClusterOptions = {}): Promise<Cluster> {
    const programs = findPrograms();
    const user = unprivilegedUser();
    const folder = await mkdtemp(join(tmpdir(), 'duken-postgres-'));
    if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
    const cluster = new Cluster(folder, await freePort(), programs, user, fsync);
    execFileSync(
      join(programs, 'initdb'),
      [
        '--pgdata',
        cluster.#data,
        '--username',
        'duk',
        '--auth',
        'trust',
        '--encoding',
        'UTF8',
        '--locale',
        'C.UTF-8',
        '--no-sync',
      ],
      { ...user, stdio: 'pipe' },
    );
    await cluster.startAgain();
    return cluster;
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  /** @returns the address of a database that nobody has used */
  async newDatabase(): Promise<string> {
    const name = `duk_${++this.#places}`;
    await this.#ask(`create database ${name}`);
    return this.#url(name);
  }

  /** @returns an address whose tables are its own: made much faster than a database, whose locks all share */
  async newSchema(): Promise<string> {
    const name = `duk_${++this.#places}`;
    await this.#ask(`create schema ${name}`);
    return `${this.#url('postgres')}?options=${encodeURIComponent(`-c search_path=${name}`)}`;
  }

  async startAgain(): Promise<void> {
    const address = ['-p', `${this.#port}`, '-h', '127.0.0.1', '-k', this.#folder];
    const flags = ['-D', this.#data, ...address, ...(this.#fsync ? [] : ['-c', 'fsync=off'])];
    const child = spawn(join(this.#programs, 'postgres'), flags, {
      ...this.#user,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#process = child;
    const endWithUs = () => child.kill('SIGQUIT');
    process.once('exit', endWithUs);
    child.once('exit', () => process.off('exit', endWithUs));
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const deadline = performance.now() + startWithinMs;
    for (;;) {
      try {
        await this.#ask('select 1');
        return;
      } catch {
        if (child.exitCode !== null || performance.now() > deadline)
          throw new Error(`PostgreSQL did not start:\n${said}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }

  /**
   * @param how `properly`: connections are told, everything is written out; `at once`: as after a power cut, and the next
   * start has to recover; `killed`: the same without its own doing, and those who served connections follow by themselves
   */
  async stop(how: 'properly' | 'at once' | 'killed'): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(({ properly: 'SIGINT', 'at once': 'SIGQUIT', killed: 'SIGKILL' } as const)[how]);
    await ended;
  }

  /** Asks something as the owner of everything. */
  async ask<Row extends pg.QueryResultRow>(url: string, question: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return (await client.query<Row>(question)).rows;
    } finally {
      await client.end();
    }
  }

  /** Fills a database that nobody has used with what `pg_dump` wrote. */
  restore(url: string, dump: Buffer): void {
    const flags = ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', '--single-transaction', `--dbname=${url}`];
    execFileSync(join(this.#programs, 'psql'), flags, { input: dump, stdio: 'pipe' });
  }

  async remove(): Promise<void> {
    await this.stop('at once');
    await rm(this.#folder, { recursive: true });
  }

  #url(database: string): string {
    return `postgres://duk@127.0.0.1:${this.#port}/${database}`;
  }

  async #ask(question: string): Promise<void> {
    await this.ask(this.#url('postgres'), question);
  }
}

/** Debian keeps the programs of each version in a folder of its own, out of the PATH. */
function findPrograms(): string {
  const folders = [
    ...globSync('/usr/lib/postgresql/*/bin').toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true })),
    dirname(spawnSync('sh', ['-c', 'command -v initdb'], { encoding: 'utf8' }).stdout.trim()),
  ];
  const found = folders.find((folder) =>
    ['initdb', 'postgres', 'psql'].every((program) => existsSync(join(folder, program))),
  );
  if (!found) throw new Error('These tests need PostgreSQL. On Debian: apt-get install -y postgresql');
  return found;
}

/** PostgreSQL refuses to run as root; its package has made a user for it. */
function unprivilegedUser(): SystemUser {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}
