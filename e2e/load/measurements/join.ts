import { BoardClient } from '../boardClient.ts';
import { prepareBoard, prepareLaterEdits } from '../preparedEdits.ts';
import { percentile } from '../statistics.ts';
import { startLap } from '../stopwatch.ts';
import { type Arena, Table } from '../table.ts';
import { writeAll } from './writeAll.ts';

export interface JoinSizes {
  readonly notes: number;
  /** Edits after the notes were laid, by all writers together. */
  readonly laterEdits: number;
  readonly writers: number;
  readonly atOnce: number;
  readonly rounds: number;
}

/** So many that nobody is served what was made for the round before: ours is encoded anew after a hundred. */
const editsBetweenRounds = 110;

/** The start of a meeting: many open a well-used board in the same moment, while one who is there writes. */
export async function join(arena: Arena, sizes: JoinSizes, around: <T>(act: () => Promise<T>) => Promise<T>) {
  const { contestant, server } = arena;
  const existing = prepareBoard(sizes.notes);
  const betweenRounds = Math.ceil(editsBetweenRounds / sizes.writers);
  const laterEach = Math.ceil(sizes.laterEdits / sizes.writers);
  const each = laterEach + (sizes.rounds + 1) * betweenRounds;
  const authors = prepareLaterEdits(existing, sizes.writers, each);
  const seats = await contestant.newBoard(server, 0, sizes.writers + sizes.atOnce);
  const table = await Table.lay(arena, seats.slice(0, sizes.writers), authors, existing);
  await writeAll(table, laterEach);
  const newcomers = seats.slice(sizes.writers);
  const joinOnce = async () => {
    // A board that lives.
    await writeAll(table, table.sent(0) + betweenRounds);
    const start = performance.now();
    const times: number[] = [];
    const joined = await Promise.all(
      newcomers.map(async (seat) => {
        const client = await BoardClient.join(contestant, server, seat, { onEdits: () => {} });
        times.push(performance.now() - start);
        return client;
      }),
    );
    await Promise.all(joined.map((client) => client.leave()));
    return times;
  };
  await joinOnce();
  return around(async () => {
    const endLap = await startLap(server);
    const times: number[] = [];
    for (let round = 0; round < sizes.rounds; round++) times.push(...(await joinOnce()));
    const lap = await endLap();
    table.check();
    await table.leave();
    return {
      joinP99Ms: percentile(times, 0.99),
      cpuPerJoinMs: (lap.serverCpu / times.length) * 1000,
      generatorShare: lap.generatorShare,
    };
  });
}
