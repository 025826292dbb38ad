// One measurement of one contestant, in a process of its own, so that no trial inherits another's heap. `load.ts` starts it
// with a `TrialRequest` as JSON; its last line is the figures, as JSON.
import { mkdir, writeFile } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { contestants } from './contestants.ts';
import { crowdedBoard } from './measurements/crowdedBoard.ts';
import { join } from './measurements/join.ts';
import { manyBoards } from './measurements/manyBoards.ts';
import { meeting } from './measurements/meeting.ts';
import { powerCut } from './measurements/powerCut.ts';
import { returning } from './measurements/returning.ts';
import { underAttack } from './measurements/underAttack.ts';
import { yearOfEdits } from './measurements/yearOfEdits.ts';
import { ServerGroup } from './serverGroup.ts';
import type { Sizes } from './sizes.ts';
import type { Arena } from './table.ts';

export type MeasurementId = Exclude<keyof Sizes, 'repeats'>;

export interface TrialRequest {
  readonly contestantId: string;
  readonly measurement: MeasurementId;
  readonly sizes: Sizes;
  /** Which time this is, from 0. */
  readonly repeat: number;
  /** Folder for a `.cpuprofile` of the server while it is measured. */
  readonly profileDir?: string;
}

/** What was measured, by name; the names carry the units. */
export type Figures = Readonly<Record<string, number>>;

async function measure(arena: Arena, { measurement, sizes, repeat, profileDir }: TrialRequest): Promise<Figures> {
  const around = async <Value>(act: () => Promise<Value>): Promise<Value> => {
    if (!profileDir) return act();
    await arena.server.startProfile();
    const value = await act();
    await mkdir(profileDir, { recursive: true });
    const file = joinPath(profileDir, `${arena.contestant.id}-${measurement}.cpuprofile`);
    await writeFile(file, await arena.server.stopProfile());
    return value;
  };
  switch (measurement) {
    case 'crowdedBoard':
      return crowdedBoard(arena, sizes.crowdedBoard, around);
    case 'join':
      return join(arena, sizes.join, around);
    case 'meeting':
      return meeting(arena, sizes.meeting, around);
    case 'manyBoards':
      return manyBoards(arena, sizes.manyBoards, around);
    case 'returning':
      return returning(arena, sizes.returning, around);
    case 'underAttack':
      return underAttack(arena, sizes.underAttack, around);
    case 'yearOfEdits':
      return yearOfEdits(arena, sizes.yearOfEdits, around);
    case 'powerCut':
      return powerCut(arena, sizes.powerCut, repeat);
  }
}

const request = JSON.parse(process.argv[2] ?? '') as TrialRequest;
const contestant = contestants.find(({ id }) => id === request.contestantId);
if (!contestant) throw new Error(`Unknown contestant ${request.contestantId}`);
const server = await ServerGroup.start(contestant);
try {
  console.log(JSON.stringify(await measure({ contestant, server }, request)));
} catch (error) {
  console.error(server.log);
  throw error;
} finally {
  await server.remove();
}
