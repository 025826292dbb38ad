import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { Installation, Server } from './installation.ts';
import type { Table } from './table.ts';
import { until } from './until.ts';

/** Whom a fault strikes; two at a time strike different ones. */
type Target = 'servers' | 'database' | 'redis' | 'people';

export interface World {
  readonly installation: Installation;
  /** The boards people sit at now. */
  readonly tables: Table[];
  readonly chance: Chance;
  /** Called with how long a person was still in after their link was withdrawn, in ms. */
  readonly onTurnedOut: (tookMs: number) => void;
}

/** Something that goes wrong. */
export interface Fault {
  readonly name: string;
  readonly target: Target;
  /** A kill -9, or what a power cut does. */
  readonly isKill: boolean;
  /** How likely it is beside the others. */
  readonly weight: number;
  /** Whether it is done by asking the servers. */
  readonly needsServers?: boolean;
  readonly isPossible: (world: World) => boolean;
  /** Resolves when it has happened, with what makes it good again. */
  readonly strike: (world: World) => Promise<Heal>;
}

type Heal = () => Promise<void>;

/** How long somebody may sit on after their link was withdrawn, in ms. The product promises one second; the machine is busy. */
const turnedOutWithinMs = 3_000;

const always = () => true;
const onPostgres = ({ installation }: World) => installation.cluster !== undefined;
const isJoined = ({ installation }: World) => installation.redis !== undefined;
const nothingToDo: Heal = async () => {};

const faults: readonly Fault[] = [
  {
    name: 'server killed',
    target: 'servers',
    isKill: true,
    weight: 25,
    isPossible: always,
    async strike({ installation, chance }) {
      const server = chance.oneOf(installation.servers);
      await server.product.killHard();
      return () => startAgain(installation, server);
    },
  },
  {
    name: 'all servers killed',
    target: 'servers',
    isKill: true,
    weight: 5,
    isPossible: isJoined,
    async strike({ installation }) {
      await each(installation.servers, ({ product }) => product.killHard());
      return () => each(installation.servers, (server) => startAgain(installation, server));
    },
  },
  {
    name: 'server handed over',
    target: 'servers',
    isKill: false,
    weight: 8,
    isPossible: always,
    async strike({ installation, chance }) {
      const { name, product } = chance.oneOf(installation.servers);
      const code = await product.stop();
      if (code !== 0) throw new Error(`${name} ended with ${code} when it was asked to stop`);
      return () => product.startAgain();
    },
  },
  {
    name: 'PostgreSQL killed',
    target: 'database',
    isKill: true,
    weight: 10,
    isPossible: onPostgres,
    async strike({ installation: { cluster }, chance }) {
      await cluster?.stop(chance.percent(50) ? 'at once' : 'killed');
      return async () => cluster?.startAgain();
    },
  },
  {
    name: 'lines to PostgreSQL cut',
    target: 'database',
    isKill: false,
    weight: 8,
    isPossible: onPostgres,
    async strike({ installation, chance }) {
      const { toDatabase } = chance.oneOf(installation.servers);
      if (chance.percent(50)) toDatabase?.shut();
      toDatabase?.cutAll();
      return async () => toDatabase?.letIn();
    },
  },
  {
    name: 'Redis killed',
    target: 'redis',
    isKill: true,
    weight: 12,
    isPossible: isJoined,
    async strike({ installation: { redis } }) {
      await redis?.stop('at once');
      return async () => redis?.startAgain();
    },
  },
  {
    name: 'Redis frozen',
    target: 'redis',
    isKill: false,
    weight: 5,
    isPossible: isJoined,
    async strike({ installation: { redis }, chance }) {
      redis?.freeze();
      await pause(chance.between(200, 3_500));
      return async () => redis?.thaw();
    },
  },
  {
    name: 'one server cut off from Redis',
    target: 'redis',
    isKill: false,
    weight: 8,
    isPossible: isJoined,
    async strike({ installation, chance }) {
      const { toRedis } = chance.oneOf(installation.servers);
      if (chance.percent(50)) toRedis?.shut();
      toRedis?.cutAll();
      return async () => toRedis?.letIn();
    },
  },
  {
    name: 'sockets cut',
    target: 'people',
    isKill: false,
    weight: 5,
    isPossible: always,
    async strike({ installation: { line }, chance }) {
      line.cutSome(chance.between(20, 100));
      return nothingToDo;
    },
  },
  {
    name: 'sockets delayed',
    target: 'people',
    isKill: false,
    weight: 5,
    isPossible: always,
    async strike({ installation: { line }, chance }) {
      line.delaySome(60, 400);
      await pause(chance.between(100, 800));
      return async () => line.recover();
    },
  },
  {
    name: 'sockets dead',
    target: 'people',
    isKill: false,
    weight: 5,
    isPossible: always,
    async strike({ installation: { line }, chance }) {
      line.swallowSome(50);
      await pause(chance.between(100, 800));
      return async () => line.recover();
    },
  },
  {
    name: 'device changed',
    target: 'people',
    isKill: false,
    weight: 5,
    isPossible: always,
    async strike({ tables, chance }) {
      chance.oneOf(tables).changeDevice(chance);
      return nothingToDo;
    },
  },
  {
    name: 'everybody out of the room',
    target: 'people',
    isKill: false,
    weight: 5,
    isPossible: always,
    async strike({ tables, chance }) {
      const { everybody } = chance.oneOf(tables);
      for (const writer of everybody) writer.pause();
      await pause(chance.between(50, 800));
      return async () => {
        for (const writer of everybody) writer.comeBack();
      };
    },
  },
  {
    name: 'link withdrawn',
    target: 'people',
    isKill: false,
    weight: 8,
    needsServers: true,
    isPossible: always,
    async strike({ tables, chance, onTurnedOut }) {
      const table = chance.oneOf(tables);
      const writer = chance.oneOf(table.writers);
      onTurnedOut(await table.turnOut(writer, turnedOutWithinMs));
      // Goes on writing for a while, and trying to come in.
      await pause(300);
      return async () => {
        table.forget(writer);
        await table.seatGuest();
      };
    },
  },
];

/** What may go wrong now: one thing, or two at a time. */
export function chooseFaults(world: World, mustKill: boolean): readonly Fault[] {
  const { chance } = world;
  const possible = faults.filter(({ isPossible }) => isPossible(world));
  const first = chance.weighted(possible.filter(({ isKill }) => isKill || !mustKill));
  if (!chance.percent(30)) return [first];
  const others = possible.filter((other) => other.target !== first.target && canGoTogether(first, other));
  return others.length === 0 ? [first] : [first, chance.weighted(others)];
}

/** Nobody can be let in or put out while those who decide it are away. */
function canGoTogether(one: Fault, other: Fault): boolean {
  return (
    [one, other].every(({ needsServers }) => !needsServers) || [one, other].every(({ target }) => !takesServers(target))
  );
}

/** Whether people are without a server when this fails, or with one that can keep nothing. */
export function takesServers(target: Target): boolean {
  return target === 'servers' || target === 'database';
}

/** Not before all that the dead server had sent has come, and the end of the connections: what came is promised. */
async function startAgain({ line }: Installation, { name, product }: Server): Promise<void> {
  await until(
    () => line.connectionsWith(product.port) === 0,
    () => `nobody is connected with ${name}, which is dead`,
  );
  await product.startAgain();
}

async function each(servers: readonly Server[], act: (server: Server) => Promise<void>): Promise<void> {
  await Promise.all(servers.map(act));
}
