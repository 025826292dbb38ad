import { parseArgs } from 'node:util';
import type { Storage } from '../storage/index.ts';
import { type Command, count } from './command.ts';
import { type MovedTableReport, type MoveFailure, moveInstallation } from './moveInstallation.ts';
import { openPlace, placeOf } from './openPlace.ts';
import { type Progress, showProgress } from './progress.ts';

export const moveCommand: Command = {
  usage: [
    ['duk move --to PLACE', 'copies everything to another place and checks that it is the same'],
    ['duk move --from PLACE --to PLACE', 'PLACE is a folder or postgres://user@host:5432/database'],
  ],
  async run(args, config) {
    const places = readPlaces(args);
    if (!places) return undefined;
    // Held, so that nothing changes meanwhile, and no server is at either of them.
    const source = await openPlace({ ...placeOf(config, places.from), exclusive: true });
    if (!source.ok) return cannotMove(source.failure);
    try {
      const target = await openPlace({ ...placeOf(config, places.to), exclusive: true, isMoveTarget: true });
      if (!target.ok) return cannotMove(target.failure);
      try {
        return await move(source.value, target.value);
      } finally {
        await target.value.close();
      }
    } finally {
      await source.value.close();
    }
  },
};

function readPlaces(args: readonly string[]): { from?: string | undefined; to: string } | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { from: { type: 'string' }, to: { type: 'string' } },
    });
    return values.to ? { from: values.from, to: values.to } : undefined;
  } catch {
    return undefined; // Shown how it is used.
  }
}

async function move(source: Storage, target: Storage): Promise<number> {
  let progress: Progress | undefined;
  try {
    const moved = await moveInstallation(source.installation, target.installation, source.place, {
      begins(steps) {
        progress = showProgress(steps, 'rows');
      },
      handles: (what) => progress?.say(what),
      advances: (rows) => progress?.advance(rows),
    });
    progress?.end();
    if (!moved.ok) return cannotMove(failureText(moved.failure, source.place, target.place));
    printReport(moved.value);
    console.log(
      `Everything in ${source.place} is in ${target.place} too. Start the server with the settings for there.`,
    );
    return 0;
  } catch (error) {
    progress?.end();
    return cannotMove(`${messageOf(error)}. Nothing in ${source.place} was changed; run the same again`);
  }
}

function printReport(tables: readonly MovedTableReport[]): void {
  for (const { name, rows, source, changed } of tables) {
    console.log(`${name.padEnd(13)} ${count(rows, 'row').padStart(12)}  sha256 ${source} on both sides`);
    if (changed > 0) {
      console.log(
        `              ${count(changed, 'text')} had a character that PostgreSQL cannot hold (U+0000), now shown as \uFFFD`,
      );
    }
  }
}

function failureText(failure: MoveFailure, source: string, target: string): string {
  switch (failure.kind) {
    case 'nothingToMove':
      return `there is nothing in ${source}`;
    case 'targetInUse':
      return `there is something in ${target} already. Move to an empty folder or database`;
    case 'cannotHold':
      return failure.reason;
    case 'notTheSame': {
      const names = failure.tables.filter((table) => table.source !== table.target).map(({ name }) => name);
      return `what was read back from ${target} is not what was written (${names.join(', ')}). Check its disk, and run the same again`;
    }
  }
}

function cannotMove(reason: string): number {
  console.error(`Cannot move: ${reason}.`);
  return 2;
}

/** Storage tells its own cause behind a general word. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
