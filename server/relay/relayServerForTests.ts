import type { AddressInfo } from 'node:net';
import { type LinkId, type ParticipantId, type Role, voicesGiven } from '@duken/shared/access';
import Fastify, { type FastifyRequest } from 'fastify';
import { Registry } from 'prom-client';
import { type Journal, openStorage, type RoomBus, type StorageSettings } from '../storage/index.ts';
import { type Admission, type Admitted, createRelay, type Relay, type RelayLimits } from './index.ts';

/** A relay on a real port over a real SQLite file, for tests and for a process that tests kill. */
export interface RelayServer {
  readonly port: number;
  readonly relay: Relay;
  readonly journal: Journal;
  /** What it wrote for those on call. */
  readonly log: readonly string[];
  /** Links that let nobody in any more. */
  readonly withdrawn: Set<string>;
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
  /** Shared by servers that ask one directory. */
  readonly withdrawn?: Set<string>;
}

/** Who somebody is stands in the address: `?as=anna&role=editor&link=link-1`. */
export async function startRelayServer(settings: RelayServerSettings): Promise<RelayServer> {
  const { dataDir, port, limits, wrap } = settings;
  const opened = await openStorage({ dataDir, ...settings.storage });
  if (!opened.ok) throw new Error(`Storage: ${opened.failure.kind}`);
  const storage = opened.value;
  const log: string[] = [];
  const app = Fastify({ logger: { level: 'warn', stream: { write: (line: string) => log.push(line) } } });
  const withdrawn = settings.withdrawn ?? new Set<string>();
  const relay = createRelay({
    journal: wrap?.(storage.journal) ?? storage.journal,
    admit: async (request) => admissionIn(request, withdrawn),
    bus: settings.bus ?? storage.bus,
    endedAccess: async () => ({
      linkIds: withdrawn as ReadonlySet<string> as ReadonlySet<LinkId>,
      participantIds: new Set(),
    }),
    log: app.log,
    registry: new Registry(),
    ...(limits ? { limits } : {}),
  });
  await app.register(relay.plugin);
  await app.listen({ port, host: '127.0.0.1' });
  return {
    port: (app.server.address() as AddressInfo).port,
    relay,
    journal: storage.journal,
    log,
    withdrawn,
    async stop() {
      await app.close();
      await storage.close();
    },
  };
}

function admissionIn(request: FastifyRequest, withdrawn: ReadonlySet<string>): Admission {
  const { as, role, link } = request.query as Record<string, string | undefined>;
  if (!as || withdrawn.has(`session of ${as}`)) return { ok: false, status: 401 };
  if (role === 'stranger' || withdrawn.has(link ?? '')) return { ok: false, status: 403 };
  return { ok: true, ...admittedAs(as, role as Role, link as LinkId) };
}

/** Somebody with one seat and no answer to whose voice is theirs. */
export function admittedAs(as: string, role: Role, accessId: LinkId): Admitted {
  const participantId = as as ParticipantId;
  const writer = { participantId, seats: new Set([participantId]), role, voices: voicesGiven(undefined) };
  return { participantId, role, accessId, person: as, writer };
}

// As a process of its own, to be killed: `relayServerForTests.ts <data folder>` says its port when it listens.
if (import.meta.main) {
  const dataDir = process.argv[2];
  if (!dataDir) throw new Error('Usage: relayServerForTests.ts <data folder>');
  const server = await startRelayServer({ dataDir, port: 0 });
  process.stdout.write(`${server.port}\n`);
}
