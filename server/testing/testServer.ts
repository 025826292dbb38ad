import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { randomSecrets } from '../access/index.ts';
import { type AppOptions, buildApp } from '../app.ts';
import { openStorage, type Storage } from '../storage/index.ts';
import { Person } from './person.ts';

/** The whole server on a disk of its own, without a port until `listen`. */
export interface TestServer {
  readonly app: FastifyInstance;
  readonly storage: Storage;
  /** The folder that holds everything of this server. */
  readonly dataDir: string;
  /** What stands in the log, line by line. */
  readonly logLines: string[];
  /** What the server's clock says. */
  now(): number;
  /** Moves the server's clock. */
  waitMs(ms: number): void;
  /** Somebody new, with an empty browser. */
  person(cookie?: string): Person;
  /** @returns the port */
  listen(): Promise<number>;
  close(): Promise<void>;
}

export async function openTestServer(
  options: Partial<
    Pick<
      AppOptions,
      | 'limits'
      | 'relayLimits'
      | 'minFreeDiskBytes'
      | 'clientDir'
      | 'layouts'
      | 'terms'
      | 'steps'
      | 'childContact'
      | 'accessibilityContact'
      | 'messengers'
      | 'staff'
      | 'archiveGround'
      | 'eraseAfterDays'
      | 'intakeEraseAfterDays'
      | 'individualPlanLaw'
      | 'mayTryOut'
      | 'loginProviders'
    >
  > & {
    /** Something of its own in the place of what storage has, as a bus that joins it to other servers. */
    storage?: Partial<Storage>;
    /** A folder that it shares with other servers, and leaves as it is. */
    dataDir?: string;
    publicUrl?: string;
    hosts?: readonly string[];
    trustedProxies?: readonly string[];
    logLevel?: AppOptions['log']['level'];
  } = {},
): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'duken-app-')));
  const storage = await openStorage({ dataDir });
  if (!storage.ok) throw new Error(JSON.stringify(storage.failure));
  const logLines: string[] = [];
  let waitedMs = 0;
  const now = () => Date.now() + waitedMs;
  const app = await buildApp({
    config: {
      publicUrl: options.publicUrl === undefined ? undefined : new URL(options.publicUrl),
      hosts: options.hosts ?? ['duk', 'duk.lokal'],
      trustedProxies: options.trustedProxies ?? [],
    },
    // The very object that a test holds, so that it can let something fail later.
    storage: Object.assign(storage.value, options.storage),
    secrets: randomSecrets,
    clock: now,
    ...(options.relayLimits ? { relayLimits: options.relayLimits } : {}),
    ...(options.minFreeDiskBytes === undefined ? {} : { minFreeDiskBytes: options.minFreeDiskBytes }),
    limits: options.limits ?? {
      joinsPerMinute: 1000,
      newBoardsPerMinute: 1000,
      newDemosPerMinute: 1000,
      newBoardsPerDay: 10_000,
    },
    log: { level: options.logLevel ?? 'info', stream: { write: (line) => void logLines.push(line) } },
    clientDir: options.clientDir,
    // Whoever asks a server of a test sits at this machine, whatever a test makes of names and proxies.
    mayTryOut: options.mayTryOut ?? (() => true),
    ...(options.staff ? { staff: options.staff } : {}),
    archiveGround: options.archiveGround,
    individualPlanLaw: options.individualPlanLaw,
    ...(options.intakeEraseAfterDays === undefined ? {} : { intakeEraseAfterDays: options.intakeEraseAfterDays }),
    ...(options.eraseAfterDays === undefined ? {} : { eraseAfterDays: options.eraseAfterDays }),
    layouts: options.layouts ?? [],
    terms: options.terms ?? [],
    steps: options.steps ?? [],
    childContact: options.childContact,
    accessibilityContact: options.accessibilityContact,
    messengers: options.messengers,
    loginProviders: options.loginProviders ?? [],
  });
  return {
    app,
    storage: storage.value,
    dataDir,
    logLines,
    now,
    waitMs: (ms) => {
      waitedMs += ms;
    },
    person: (cookie) => new Person(app, cookie),
    async listen() {
      await app.listen({ port: 0, host: '127.0.0.1' });
      const address = app.server.address();
      if (typeof address !== 'object' || address === null) throw new Error('no port');
      return address.port;
    },
    async close() {
      await app.close();
      await storage.value.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true });
    },
  };
}
