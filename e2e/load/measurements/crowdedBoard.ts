import { setTimeout as pause } from 'node:timers/promises';
import { prepareEdits } from '../preparedEdits.ts';
import { startLap } from '../stopwatch.ts';
import { type Arena, Table } from '../table.ts';

export interface CrowdedBoardSizes {
  readonly people: number;
  readonly writers: number;
  /** Edits of each writer that count; a quarter as many go before, to warm the server up. */
  readonly editsEach: number;
  /** How many edits of a writer may be under way at once: not yet with everybody. */
  readonly window: number;
  /** Seconds of writing that are measured, on as many boards in turn as that takes. */
  readonly seconds: number;
  /** Seconds after which it is counted how far a slow server came. */
  readonly limitSeconds: number;
}

/**
 * One board, many people, and some of them writing as fast as the server keeps up. Whoever writes has only so many edits to
 * their name, so when they have written them all others do the same on a new board, until it has gone on for long enough.
 */
export async function crowdedBoard(
  arena: Arena,
  sizes: CrowdedBoardSizes,
  around: <T>(act: () => Promise<T>) => Promise<T>,
) {
  const warmUp = Math.ceil(sizes.editsEach / 4);
  const authors = Array.from({ length: sizes.writers }, (_, person) => prepareEdits(person, warmUp + sizes.editsEach));
  return around(async () => {
    const sum = { delivered: 0, seconds: 0, serverCpu: 0, generatorBusy: 0 };
    for (let round = 0; round === 0 || sum.seconds < sizes.seconds; round++) {
      const seats = await arena.contestant.newBoard(arena.server, round, sizes.people);
      const table = await Table.lay(arena, seats, authors);
      await writeUntil(table, warmUp, sizes);
      const before = table.deliveries.total;
      const endLap = await startLap(arena.server);
      await writeUntil(table, warmUp + sizes.editsEach, sizes);
      sum.delivered += table.deliveries.total - before;
      const { seconds, serverCpu, generatorShare } = await endLap();
      sum.seconds += seconds;
      sum.serverCpu += serverCpu;
      sum.generatorBusy += generatorShare * seconds;
      await table.leave();
    }
    return {
      deliveredPerSecond: sum.delivered / sum.seconds,
      cpuPerMillion: (sum.serverCpu / sum.delivered) * 1e6,
      generatorShare: sum.generatorBusy / sum.seconds,
    };
  });
}

/** Each writer sends its edits up to this one, with never more under way than the window; resolves when all have come. */
async function writeUntil(table: Table, last: number, { window, limitSeconds }: CrowdedBoardSizes): Promise<void> {
  const { authors, deliveries } = table;
  let unfinished = authors.length;
  let isOver = false;
  const finished = new Promise<void>((resolve) => {
    deliveries.onEverywhere = (author) => {
      if (isOver) return;
      if (table.sent(author) < last) table.sendNext(author);
      if (deliveries.everywhere(author) < last) return;
      unfinished -= 1;
      if (unfinished === 0) resolve();
    };
    for (let author = 0; author < authors.length; author++) {
      while (table.sent(author) < last && table.sent(author) - deliveries.everywhere(author) < window) {
        table.sendNext(author);
      }
    }
  });
  const isTimeUp = new AbortController();
  await Promise.race([finished, pause(limitSeconds * 1000, undefined, { signal: isTimeUp.signal, ref: true })]);
  isTimeUp.abort();
  isOver = true;
  table.check();
}
