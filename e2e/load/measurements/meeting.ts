import { setTimeout as pause } from 'node:timers/promises';
import { prepareBoard, prepareEdits } from '../preparedEdits.ts';
import { percentile } from '../statistics.ts';
import { startLap } from '../stopwatch.ts';
import { type Arena, Table } from '../table.ts';
import { writeAtPace } from './writeAtPace.ts';

export interface MeetingSizes {
  readonly people: number;
  /** Of each person. Somebody who writes steadily makes some four or five. */
  readonly editsPerSecond: number;
  readonly seconds: number;
  /** On the board when it begins. */
  readonly notes: number;
}

/** Twelve people round a duk, all of them writing as people do: how long from hand to eye? */
export async function meeting(arena: Arena, sizes: MeetingSizes, around: <T>(act: () => Promise<T>) => Promise<T>) {
  const warmUpSeconds = 1;
  const count = Math.ceil((sizes.seconds + warmUpSeconds + 1) * sizes.editsPerSecond);
  const authors = Array.from({ length: sizes.people }, (_, person) => prepareEdits(person, count));
  const seats = await arena.contestant.newBoard(arena.server, 0, sizes.people);
  const table = await Table.lay(arena, seats, authors, prepareBoard(sizes.notes));
  const everybody = table.authors.map((_, author) => ({ table, author }));
  const stop = writeAtPace(everybody, sizes.editsPerSecond);
  await pause(warmUpSeconds * 1000);
  return around(async () => {
    const latencies: number[] = [];
    table.deliveries.keepLatencies(latencies);
    const endLap = await startLap(arena.server);
    await pause(sizes.seconds * 1000);
    stop();
    const lap = await endLap();
    table.check();
    await table.leave();
    return {
      editP50Ms: percentile(latencies, 0.5),
      editP99Ms: percentile(latencies, 0.99),
      generatorShare: lap.generatorShare,
    };
  });
}
