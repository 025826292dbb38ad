import { BoardClient } from '../boardClient.ts';
import { prepareBoard } from '../preparedEdits.ts';
import { percentile } from '../statistics.ts';
import { startLap } from '../stopwatch.ts';
import { type Arena, Table } from '../table.ts';

export interface ReturningSizes {
  readonly boards: number;
  readonly people: number;
  /** On each board. */
  readonly notes: number;
  readonly rounds: number;
}

/** Everybody at many boards comes back in the same moment, as after a restart or a network that was away. */
export async function returning(arena: Arena, sizes: ReturningSizes, around: <T>(act: () => Promise<T>) => Promise<T>) {
  const { contestant, server } = arena;
  const existing = prepareBoard(sizes.notes);
  const everybody: Awaited<ReturnType<typeof contestant.newBoard>>[number][] = [];
  for (let number = 1; number <= sizes.boards; number++) {
    // What is measured here is not joining.
    const seats = await contestant.newBoard(server, number, sizes.people, 1);
    await (await Table.lay(arena, seats, [], existing)).leave();
    everybody.push(...seats);
  }
  const comeBack = async () => {
    const start = performance.now();
    const came = await Promise.all(
      everybody.map(async (seat) => {
        const client = await BoardClient.join(contestant, server, seat, { onEdits: () => {} });
        return { client, after: performance.now() - start };
      }),
    );
    await Promise.all(came.map(({ client }) => client.leave()));
    return came.map(({ after }) => after);
  };
  await comeBack();
  return around(async () => {
    const endLap = await startLap(server);
    const times: number[][] = [];
    for (let round = 0; round < sizes.rounds; round++) times.push(await comeBack());
    const lap = await endLap();
    return {
      allBackMs: percentile(
        times.map((round) => Math.max(...round)),
        0.5,
      ),
      cpuPerReturnMs: (lap.serverCpu / times.flat().length) * 1000,
      generatorShare: lap.generatorShare,
    };
  });
}
