import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type AttackName, attackNames } from '../attacks/attacks.ts';
import type { Seat } from '../contestant.ts';
import { prepareBoard, prepareEdits } from '../preparedEdits.ts';
import { percentile } from '../statistics.ts';
import { startLap } from '../stopwatch.ts';
import { type Arena, Table } from '../table.ts';
import { writeAtPace } from './writeAtPace.ts';

export interface UnderAttackSizes {
  readonly people: number;
  /** Of each person. */
  readonly editsPerSecond: number;
  /** Of quiet before each attack, and of the attack, in seconds. */
  readonly seconds: number;
  readonly notes: number;
  /** The attacks to try, when not all. */
  readonly only?: readonly string[];
}

/** Of each stretch: what is new to the server, and what it costs to get used to it, falls into it. In seconds. */
const firstSeconds = 10;
/** How long the server gets to recover, in ms. */
const settleMs = 1_500;
const MiB = 1024 * 1024;
const attacker = join(import.meta.dirname, '../attacks/attacker.ts');

/**
 * People round a duk, with a quiet stretch before each attack by somebody who has the link: how many times longer an edit
 * takes from hand to eye, what the server holds more of while it lasts, and what of that stays when all is over.
 */
export async function underAttack(
  arena: Arena,
  sizes: UnderAttackSizes,
  around: <T>(act: () => Promise<T>) => Promise<T>,
): Promise<Readonly<Record<string, number>>> {
  const { server } = arena;
  const chosen = attackNames.filter((name) => sizes.only?.includes(name) ?? true);
  const firstMs = Math.min(firstSeconds, sizes.seconds) * 1000;
  const remainingMs = sizes.seconds * 1000 - firstMs;
  const count = Math.ceil((chosen.length * (2 * sizes.seconds + 3) + 10) * sizes.editsPerSecond * 1.5);
  const authors = Array.from({ length: sizes.people }, (_, person) => prepareEdits(person, count));
  // Each attacker comes as somebody of their own, and knows the link as everybody else does.
  const seats = await arena.contestant.newBoard(server, 0, sizes.people + chosen.length);
  const table = await Table.lay(arena, seats.slice(0, sizes.people), authors, prepareBoard(sizes.notes));
  const everybody = table.authors.map((_, author) => ({ table, author }));
  const stop = writeAtPace(everybody, sizes.editsPerSecond);
  await pause(settleMs);

  const stretch = async () => {
    const latencies: number[] = [];
    table.deliveries.keepLatencies(latencies);
    const longestStall = await server.watchStalls();
    const endLap = await startLap(server);
    await pause(firstMs);
    const firstP99 = percentile(latencies, 0.99);
    await pause(remainingMs);
    table.deliveries.keepLatencies([]);
    const lap = await endLap();
    return {
      p99: percentile(latencies, 0.99),
      firstP99,
      cpu: lap.serverCpu / lap.seconds,
      stall: await longestStall(),
    };
  };

  const residentMiB = async () => (await server.memory()).resident / MiB;
  const { live } = await server.memory();
  const before = await residentMiB();
  const figures: Record<string, number> = {};
  const quietP99s: number[] = [];
  await around(async () => {
    for (const [index, name] of chosen.entries()) {
      const attack = await prepareAttack(name, seats[sizes.people + index] as Seat, server.portOf(0));
      const quiet = await stretch();
      attack.start();
      // From its first moment, which is often the worst.
      const attacked = await stretch();
      figures[`${name}MiB`] = (await residentMiB()) - before;
      await attack.end();
      await pause(settleMs);
      quietP99s.push(quiet.p99);
      figures[`${name}QuietP99Ms`] = quiet.p99;
      figures[`${name}P99Ms`] = attacked.p99;
      figures[`${name}FirstP99Ms`] = attacked.firstP99;
      figures[`${name}Times`] = attacked.p99 / quiet.p99;
      figures[`${name}Cpu`] = attacked.cpu;
      figures[`${name}StallMs`] = attacked.stall;
      figures[`${name}QuietStallMs`] = quiet.stall;
      table.check();
    }
  });
  stop();
  await pause(3 * settleMs);
  figures.leftMiB = (await residentMiB()) - before;
  figures.leftLiveMiB = ((await server.memory()).live - live) / MiB;
  figures.quietP99Ms = percentile(quietP99s, 0.5);
  figures.worstTimes = Math.max(...chosen.map((name) => figures[`${name}Times`] ?? 0));
  figures.worstMiB = Math.max(...chosen.map((name) => figures[`${name}MiB`] ?? 0));
  await table.leave();
  return figures;
}

interface PreparedAttack {
  readonly start: () => void;
  readonly end: () => Promise<void>;
}

/**
 * Elsewhere in the world an attacker has a machine of their own: here it runs only while nobody else wants the processor. A
 * high `nice` does not do that: the kernel lets whoever runs have some milliseconds all the same.
 */
async function prepareAttack(name: AttackName, { path, cookie }: Seat, port: number): Promise<PreparedAttack> {
  const command = [process.execPath, attacker, name, JSON.stringify({ port, path, cookie })];
  const child = spawn('chrt', ['--idle', '0', ...command], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  try {
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('it ended')));
    await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => undefined);
  } catch (cause) {
    throw new Error('No attacker: is chrt here? It comes with the Debian package util-linux.', { cause });
  }
  return {
    start: () => child.send('start'),
    end: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
