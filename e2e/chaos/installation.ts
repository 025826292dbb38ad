import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { Cluster } from '../../server/storage/postgres/clusterForTests.ts';
import { RedisServer } from '../../server/storage/redis/redisForTests.ts';
import { installationKey } from '../product/installationKey.ts';
import { Product } from '../product/startProduct.ts';
import type { Chance } from './chance.ts';
import { openEntry } from './openSealed.ts';
import { UnreliableLine } from './unreliableLine.ts';

/** What is tried: one server on SQLite, one on PostgreSQL, or several that Redis joins. */
export type Kind = 'sqlite' | 'postgres' | 'joined';

/** One server, with lines of its own to what it leans on. */
export interface Server {
  readonly name: string;
  readonly product: Product;
  readonly toDatabase?: UnreliableLine | undefined;
  readonly toRedis?: UnreliableLine | undefined;
}

/** A row of the journal's table, as the databases of both kinds give it. */
interface JournalRow {
  readonly position: number | string;
  readonly data: Uint8Array;
  readonly lengths: Uint8Array | null;
  /** The wrapped key of the board. */
  readonly wrapped: Uint8Array;
}

/** A whole installation behind a line of its own, each part of which can fail. */
export class Installation {
  readonly servers: readonly Server[];
  readonly cluster: Cluster | undefined;
  readonly redis: RedisServer | undefined;
  /** What people reach it by. */
  readonly line: UnreliableLine;
  readonly #readRows: (documentId: string) => Promise<readonly JournalRow[]>;
  readonly #remove: () => Promise<void>;

  constructor(
    parts: Pick<Installation, 'servers' | 'cluster' | 'redis' | 'line'>,
    readRows: (documentId: string) => Promise<readonly JournalRow[]>,
    remove: () => Promise<void>,
  ) {
    this.servers = parts.servers;
    this.cluster = parts.cluster;
    this.redis = parts.redis;
    this.line = parts.line;
    this.#readRows = readRows;
    this.#remove = remove;
  }

  /** @param servers how many, where they are joined */
  static async start(kind: Kind, servers: number, chance: Chance): Promise<Installation> {
    return kind === 'sqlite' ? onSqlite(chance) : onPostgres(chance, kind === 'joined' ? servers : 1);
  }

  get url(): string {
    return `http://127.0.0.1:${this.line.port}`;
  }

  /**
   * A document as its journal has it, read past the product: what would be left if every server were to die now.
   * @throws when its positions have a hole
   */
  async replay(documentId: string): Promise<Y.Doc> {
    const doc = new Y.Doc();
    let before: number | undefined;
    for (const { position, data, lengths, wrapped } of await this.#readRows(documentId)) {
      if (before !== undefined && Number(position) !== before + 1) {
        throw new Error(`The journal of ${documentId} goes from ${before} to ${position}`);
      }
      before = Number(position);
      const entry = openEntry(documentId, { data, lengths }, wrapped);
      for (const update of split(entry.data, entry.lengths)) Y.applyUpdate(doc, update);
    }
    return doc;
  }

  /** What the servers have written last, for those who look at a failure. */
  get log(): string {
    return this.servers.map(({ name, product }) => `--- ${name}\n${product.log.slice(-3_000)}`).join('\n');
  }

  async remove(): Promise<void> {
    await this.line.close();
    await this.#remove();
  }
}

async function onSqlite(chance: Chance): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'duken-chaos-'));
  const product = await Product.start({ DUK_DATA_DIR: folder, DUK_KEY: installationKey });
  const parts = {
    servers: [{ name: 'server 1', product }],
    cluster: undefined,
    redis: undefined,
    line: await UnreliableLine.open([product.port], chance),
  };
  const readRows = async (documentId: string) => {
    const db = new DatabaseSync(join(folder, 'duk.db'), { readOnly: true, timeout: 5_000 });
    try {
      db.prepare('attach ? as keys').run(join(`${folder}.keys`, 'keys.db'));
      const rows = db.prepare(`
        select position, data, lengths, (select bytes from keys.wrapped_keys where case_id = ?) as wrapped
        from journal where document_id = ? order by position`);
      return rows.all(boardOf(documentId), documentId) as unknown as JournalRow[];
    } finally {
      db.close();
    }
  };
  return new Installation(parts, readRows, async () => {
    await product.remove();
    for (const each of [folder, `${folder}.keys`]) await rm(each, { recursive: true });
  });
}

async function onPostgres(chance: Chance, count: number): Promise<Installation> {
  const cluster = await Cluster.start({ fsync: true });
  const redis = count > 1 ? await RedisServer.start() : undefined;
  const database = await cluster.newDatabase();
  const servers: Server[] = [];
  for (let number = 1; number <= count; number += 1) {
    const toDatabase = await UnreliableLine.open([portOf(database)], chance);
    const toRedis = redis && (await UnreliableLine.open([redis.port], chance));
    const product = await Product.start({
      DUK_DATABASE_URL: through(database, toDatabase),
      DUK_KEY: installationKey,
      ...(redis && toRedis ? { DUK_REDIS_URL: through(redis.url, toRedis) } : {}),
    });
    servers.push({ name: `server ${number}`, product, toDatabase, toRedis });
  }
  const ports = servers.map(({ product }) => product.port);
  const parts = { servers, cluster, redis, line: await UnreliableLine.open(ports, chance) };
  const readRows = (documentId: string) =>
    cluster.ask<JournalRow>(
      database,
      `select position, data, lengths, (select bytes from wrapped_keys where case_id = '${boardOf(documentId)}') as wrapped
        from journal where document_id = '${documentId}' order by position`,
    );
  return new Installation(parts, readRows, async () => {
    for (const { product, toDatabase, toRedis } of servers) {
      await product.remove();
      await toDatabase?.close();
      await toRedis?.close();
    }
    await cluster.remove();
    await redis?.remove();
  });
}

/** Whose a document is. */
function boardOf(documentId: string): string {
  return documentId.split('/')[0] ?? '';
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

function through(url: string, line: UnreliableLine): string {
  return url.replace(`:${portOf(url)}`, `:${line.port}`);
}

/** The updates that one commit brought to a document lie side by side, with how long each is; one alone has no lengths. */
function split(data: Uint8Array, lengths: Uint8Array | null): readonly Uint8Array[] {
  if (lengths === null) return [data];
  const decoder = decoding.createDecoder(lengths);
  const updates: Uint8Array[] = [];
  let start = 0;
  while (decoding.hasContent(decoder)) {
    const end = start + decoding.readVarUint(decoder);
    updates.push(data.subarray(start, end));
    start = end;
  }
  return updates;
}
