import { stat } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { BoardClient } from '../boardClient.ts';
import type { Seat } from '../contestant.ts';
import { prepareYear, type YearSizes } from '../prepareYear.ts';
import { median } from '../statistics.ts';
import { startLap } from '../stopwatch.ts';
import type { Arena } from '../table.ts';

export interface YearOfEditsSizes extends YearSizes {
  /** How often the board is opened at the end, each time from disk. */
  readonly openings: number;
}

/** How many take turns at the meetings: so that nobody writes more than one person may. */
const people = 40;
/** Longer than writing one meeting down, or compacting its journal, should take, in ms. */
const patienceMs = 30_000;

/** A duk that was used for a year: how long does it take to open, what is left of it on disk, and does compacting it stall anybody? */
export async function yearOfEdits(
  arena: Arena,
  sizes: YearOfEditsSizes,
  around: <T>(act: () => Promise<T>) => Promise<T>,
) {
  const { contestant, server } = arena;
  const meetings = prepareYear(sizes);
  const seats = await contestant.newBoard(server, 0, people);
  const meetAt = (meeting: number) => meet(arena, seats[meeting % people] as Seat, meetings[meeting] ?? []);
  let halfWayBytes = 0;
  for (let meeting = 0; meeting < sizes.meetings - 1; meeting++) {
    const client = await meetAt(meeting);
    if (meeting === Math.floor(sizes.meetings / 2)) halfWayBytes = client.state?.length ?? 0;
    await client.leave();
  }
  return around(async () => {
    const [seat] = seats as [Seat];
    const database = joinPath(server.folder, 'duk.db');
    const last = await meetAt(sizes.meetings - 1);
    const endWatch = await server.watchStalls();
    await last.leave();
    // When the last has left, what was written at the meeting is compacted.
    await until(() => entriesIn(database, seat.boardId) === 1);
    const compactionStallMs = await endWatch();
    const times: number[] = [];
    let stateBytes = 0;
    const endLap = await startLap(server);
    for (let opening = 0; opening < sizes.openings; opening++) {
      const start = performance.now();
      const client = await BoardClient.join(contestant, server, seat, { onEdits: () => {} });
      times.push(performance.now() - start);
      stateBytes = client.state?.length ?? 0;
      await client.leave();
    }
    const lap = await endLap();
    return {
      openMs: median(times),
      cpuPerOpeningMs: (lap.serverCpu / sizes.openings) * 1000,
      stateKiB: stateBytes / 1024,
      halfWayKiB: halfWayBytes / 1024,
      fileKiB: (await sizeOf(database)) / 1024,
      compactionStallMs,
      generatorShare: lap.generatorShare,
    };
  });
}

/** One meeting: somebody comes, writes, and sees it saved. */
async function meet({ contestant, server }: Arena, seat: Seat, updates: readonly Uint8Array[]): Promise<BoardClient> {
  const client = await BoardClient.join(contestant, server, seat, { onEdits: () => {} });
  for (const update of updates) client.sendEdit(client.frameOf(update));
  await until(() => {
    client.check();
    return client.safeEdits >= updates.length;
  });
  return client;
}

/** In bytes, with what still lies beside it worked in. */
async function sizeOf(database: string): Promise<number> {
  const db = new DatabaseSync(database);
  db.exec('pragma wal_checkpoint(truncate)');
  db.close();
  return (await stat(database)).size;
}

function entriesIn(database: string, boardId: string): number {
  const db = new DatabaseSync(database, { readOnly: true });
  const row = db.prepare('select count(*) as entries from journal where document_id = ?').get(boardId);
  db.close();
  return Number(row?.entries);
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error('It took too long');
    await pause(5);
  }
}
