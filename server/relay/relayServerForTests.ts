import type { AddressInfo } from 'node:net';
import type { DocumentId, LinkId, ParticipantId, Role } from '@duken/shared/access';
import { givenVoices } from '@duken/shared/people';
import Fastify from 'fastify';
import { Registry } from 'prom-client';
import { type Journal, openStorage, type RoomBus, type StorageSettings } from '../storage/index.ts';
import {
  type Admission,
  type Admitted,
  createRelay,
  type DocumentRules,
  type Relay,
  type RelayLimits,
} from './index.ts';

/** A relay on a real port over a real SQLite file, for tests and for a process that tests kill. */
export interface RelayServer {
  readonly port: number;
  readonly relay: Relay;
  readonly journal: Journal;
  /** What it wrote for those on call. */
  readonly log: readonly string[];
  /** Lets nobody in by a link any more, or knows a session no more (`session of anna`), and tells the relay. */
  withdraw(what: string): void;
  /** Gives somebody another role than the one in their address. */
  giveRole(who: string, role: Role): void;
  stop(): Promise<void>;
}

export interface RelayServerSettings {
  readonly dataDir: string;
  /** 0: any. */
  readonly port: number;
  readonly limits?: Partial<RelayLimits>;
  readonly wrap?: (journal: Journal) => Journal;
  /** Where it is kept, and what joins it to other servers, when that is not the folder and nothing. */
  readonly storage?: Partial<StorageSettings>;
  readonly bus?: RoomBus;
  readonly rulesOf?: (documentId: DocumentId) => DocumentRules;
}

/** Who somebody is stands in the address: `?as=anna&role=editor&link=link-1`. */
export async function startRelayServer(settings: RelayServerSettings): Promise<RelayServer> {
  const { dataDir, port, limits, wrap } = settings;
  const opened = await openStorage({ dataDir, ...settings.storage });
  if (!opened.ok) throw new Error(`Storage: ${opened.failure.kind}`);
  const storage = opened.value;
  const log: string[] = [];
  const app = Fastify({ logger: { level: 'warn', stream: { write: (line: string) => log.push(line) } } });
  const withdrawn = new Set<string>();
  const roles = new Map<string, Role>();
  const asking = new Set<() => void>();
  const askAgain = () => {
    for (const ask of [...asking]) ask();
  };
  const relay = createRelay({
    journal: wrap?.(storage.journal) ?? storage.journal,
    watch({ query }, _boardId, hear) {
      const admission = () => admissionIn(query as Query, withdrawn, roles);
      const ask = () => hear(admission());
      asking.add(ask);
      return { first: Promise.resolve(admission()), settled: () => undefined, end: () => void asking.delete(ask) };
    },
    bus: settings.bus ?? storage.bus,
    log: app.log,
    registry: new Registry(),
    ...(limits ? { limits } : {}),
    ...(settings.rulesOf ? { rulesOf: settings.rulesOf } : {}),
  });
  await app.register(relay.plugin);
  await app.listen({ port, host: '127.0.0.1' });
  return {
    port: (app.server.address() as AddressInfo).port,
    relay,
    journal: storage.journal,
    log,
    withdraw(what) {
      withdrawn.add(what);
      askAgain();
    },
    giveRole(who, role) {
      roles.set(who, role);
      askAgain();
    },
    async stop() {
      await app.close();
      await storage.close();
    },
  };
}

type Query = Readonly<Record<string, string | undefined>>;

function admissionIn(query: Query, withdrawn: ReadonlySet<string>, roles: ReadonlyMap<string, Role>): Admission {
  const { as, role, link } = query;
  if (!as || withdrawn.has(`session of ${as}`)) return { ok: false, status: 401 };
  if (role === 'stranger' || withdrawn.has(link ?? '')) return { ok: false, status: 403 };
  return { ok: true, ...admittedAs(as, roles.get(as) ?? (role as Role), link as LinkId) };
}

/** Somebody with one seat and no answer to whose voice is theirs. */
export function admittedAs(as: string, role: Role, accessId: LinkId): Admitted {
  const participantId = as as ParticipantId;
  const rights = { role, voices: givenVoices([], false), helpers: new Set<ParticipantId>(), hasHelped: false };
  const writer = { participantId, seats: new Set([participantId]), ...rights };
  return { participantId, role, accessId, person: as, writer };
}

// As a process of its own, to be killed: `relayServerForTests.ts <data folder>` says its port when it listens.
if (import.meta.main) {
  const dataDir = process.argv[2];
  if (!dataDir) throw new Error('Usage: relayServerForTests.ts <data folder>');
  const server = await startRelayServer({ dataDir, port: 0 });
  process.stdout.write(`${server.port}\n`);
}
