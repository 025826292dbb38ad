import { Cluster } from '../../server/storage/postgres/clusterForTests.ts';
import { RedisServer } from '../../server/storage/redis/redisForTests.ts';
import { installationKey } from '../product/installationKey.ts';
import type { Memory } from './inspector.ts';
import { type ServerCommand, ServerProcess } from './serverProcess.ts';

/** Which servers a contestant has. */
export interface ServerGroupPlan {
  readonly command: ServerCommand;
  /** How many servers stand side by side; 1 unless told. */
  readonly servers?: number;
  /** What they keep things in together, when that is not a folder of their own. */
  readonly database?: 'PostgreSQL';
}

/** What servers keep things in together, when that is not a folder of their own. */
interface Backing {
  readonly environment: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** A contestant's servers, side by side, with what they share. Nearly all have one. */
export class ServerGroup {
  readonly #servers: readonly ServerProcess[];
  readonly #backing: Backing | undefined;

  private constructor(servers: readonly ServerProcess[], backing: Backing | undefined) {
    this.#servers = servers;
    this.#backing = backing;
  }

  static async start({ command, servers: count = 1, database }: ServerGroupPlan): Promise<ServerGroup> {
    const backing = database === 'PostgreSQL' ? await startPostgres(count > 1) : undefined;
    const servers: ServerProcess[] = [];
    for (let number = 0; number < count; number++) {
      servers.push(await ServerProcess.start(command, backing?.environment));
    }
    return new ServerGroup(servers, backing);
  }

  get size(): number {
    return this.#servers.length;
  }

  /** @param number people are dealt to the servers in turn */
  portOf(number: number): number {
    return this.#at(number).port;
  }

  /** What they have written, for those who look at a failure. */
  get log(): string {
    return this.#servers.map(({ log }) => log).join('\n');
  }

  /** Processor time used so far by all threads of all servers, in seconds; not by the database. */
  async cpuSeconds(): Promise<number> {
    const each = await Promise.all(this.#servers.map(({ inspector }) => inspector.cpuSeconds()));
    return each.reduce((sum, seconds) => sum + seconds, 0);
  }

  /** Memory of all of them together, once the garbage has been taken out. */
  async memory(): Promise<Memory> {
    const each = await Promise.all(this.#servers.map(({ inspector }) => inspector.memory()));
    return each.reduce((sum, memory) => ({
      resident: sum.resident + memory.resident,
      live: sum.live + memory.live,
    }));
  }

  /** The first server's own, where it keeps everything when there is no database. */
  get folder(): string {
    return this.#at(0).folder;
  }

  /** Watches how long the first lets others wait. @returns what tells the longest of these waits, in ms */
  watchStalls(): Promise<() => Promise<number>> {
    return this.#at(0).inspector.watchStalls();
  }

  /** Profiles the first. */
  startProfile(): Promise<void> {
    return this.#at(0).inspector.startProfile();
  }

  stopProfile(): Promise<string> {
    return this.#at(0).inspector.stopProfile();
  }

  /** A power cut in the room where all of them stand. */
  async killHard(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.killHard()));
  }

  async startAgain(): Promise<void> {
    for (const server of this.#servers) await server.startAgain();
  }

  async remove(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.remove()));
    await this.#backing?.remove();
  }

  #at(number: number): ServerProcess {
    return this.#servers[number % this.#servers.length] as ServerProcess;
  }
}

async function startPostgres(withRedis: boolean): Promise<Backing> {
  const cluster = await Cluster.start({ fsync: true });
  const redis = withRedis ? await RedisServer.start() : undefined;
  const database = { DUK_DATABASE_URL: await cluster.newDatabase(), DUK_KEY: installationKey };
  return {
    environment: redis ? { ...database, DUK_REDIS_URL: redis.url } : database,
    async remove() {
      await cluster.remove();
      await redis?.remove();
    },
  };
}
