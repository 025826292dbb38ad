import { setTimeout as pause } from 'node:timers/promises';
import { prepareBoard, prepareEdits } from '../preparedEdits.ts';
import { percentile } from '../statistics.ts';
import { startLap } from '../stopwatch.ts';
import { type Arena, Table } from '../table.ts';
import { writeAtPace } from './writeAtPace.ts';

export interface ManyBoardsSizes {
  readonly boards: number;
  readonly people: number;
  /** On each board. */
  readonly notes: number;
  /** On each board, by its people in turn. */
  readonly editsPerSecond: number;
  readonly seconds: number;
}

/** Servers write, unload and collect in their own time; this long after all have left they have, in ms. */
const settleMs = 3_000;

/** Many small meetings on one server: delay, memory while they last, and memory when all have gone. */
export async function manyBoards(
  arena: Arena,
  sizes: ManyBoardsSizes,
  around: <T>(act: () => Promise<T>) => Promise<T>,
) {
  const { contestant, server } = arena;
  const existing = prepareBoard(sizes.notes);
  const count = Math.ceil(((sizes.seconds + 3) * sizes.editsPerSecond) / sizes.people) + 1;
  const authors = Array.from({ length: sizes.people }, (_, person) => prepareEdits(person, count));
  const layTable = async (number: number) => {
    // What is measured here is not joining.
    const seats = await contestant.newBoard(server, number, sizes.people, 1);
    return Table.lay(arena, seats, authors, existing);
  };
  // The first board loads code that stays loaded; memory is counted from there.
  const first = await layTable(1);
  await first.leave();
  await pause(200);
  const before = await server.memory();

  const tables: Table[] = [];
  const latencies: number[] = [];
  // A few at a time, as in life.
  while (tables.length < sizes.boards) {
    const left = Math.min(10, sizes.boards - tables.length);
    tables.push(...(await Promise.all(Array.from({ length: left }, (_, each) => layTable(2 + tables.length + each)))));
  }
  const writers = Array.from({ length: sizes.people }, (_, author) =>
    tables.map((table) => ({ table, author })),
  ).flat();
  const stop = writeAtPace(writers, sizes.editsPerSecond / sizes.people);
  await pause(1000);
  const lap = await around(async () => {
    for (const { deliveries } of tables) deliveries.keepLatencies(latencies);
    const endLap = await startLap(server);
    await pause(sizes.seconds * 1000);
    const ended = await endLap();
    for (const { deliveries } of tables) deliveries.keepLatencies([]);
    return ended;
  });
  stop();
  await pause(500);
  for (const table of tables) table.check();
  const open = await server.memory();
  await Promise.all(tables.map((table) => table.leave()));
  await pause(settleMs);
  const after = await server.memory();
  const perBoard = (bytes: number) => bytes / sizes.boards / 1024;
  return {
    editP99Ms: percentile(latencies, 0.99),
    residentKiB: perBoard(open.resident - before.resident),
    liveKiB: perBoard(open.live - before.live),
    residentLeftKiB: perBoard(after.resident - before.resident),
    liveLeftKiB: perBoard(after.live - before.live),
    generatorShare: lap.generatorShare,
    cpuShare: lap.serverCpu / lap.seconds,
  };
}
