// The relay against its peers: `pnpm load`. Each server is a process of its own, and so is what loads it; they run in turn,
// and the whole is repeated. Prints the table as Markdown, and draws it.
//
//   pnpm load                         the table of the README; about an hour
//   pnpm load --quick                 a short form of a few minutes, not drawn unless --picture says where
//   pnpm load --only duken,hocuspocus-sqlite --measure join,meeting --repeats 5
//   pnpm load --only duken --measure underAttack --attacks overwriting,connects
//   pnpm load --once manyBoards       the longest one without repeats
//   pnpm load --profile /tmp/profiles --only duken     a .cpuprofile of the server during each measurement

import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { repository, runCommand } from '../gate/runCommand.ts';
import { contestants } from './contestants.ts';
import { timeDiskSyncs } from './diskSync.ts';
import { drawResults } from './drawResults.ts';
import { markdownTable } from './resultTable.ts';
import { nodeFlags } from './serverProcess.ts';
import { fullSizes, quickSizes } from './sizes.ts';
import { percentile } from './statistics.ts';
import type { Figures, MeasurementId, TrialRequest } from './trial.ts';

const measurements: readonly MeasurementId[] = [
  'crowdedBoard',
  'join',
  'meeting',
  'manyBoards',
  'returning',
  'yearOfEdits',
  'underAttack',
  'powerCut',
];
/** A trial that takes longer hangs, in ms. */
const trialLimitMs = 600_000;

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    measure: { type: 'string' },
    repeats: { type: 'string' },
    once: { type: 'string', default: '' },
    profile: { type: 'string' },
    attacks: { type: 'string' },
    picture: { type: 'string' },
  },
});

const usualSizes = flags.quick ? quickSizes : fullSizes;
const only = flags.attacks?.split(',');
const sizes = only ? { ...usualSizes, underAttack: { ...usualSizes.underAttack, only } } : usualSizes;
const repeats = Number(flags.repeats ?? sizes.repeats);
const chosen = choose(contestants, flags.only, ({ id }) => id);
const measured = choose(measurements, flags.measure, (id) => id);

const once = flags.once === '' ? [] : choose(measurements, flags.once, (id) => id);

const results = chosen.map((contestant) => ({
  contestant,
  trials: {} as Partial<Record<MeasurementId, Figures[]>>,
}));
/** The disk's own, in ms, taken all along: on a shared machine it changes from minute to minute. */
const diskSyncs: number[] = [];
for (const measurement of measured) {
  const times = timesOf(measurement);
  for (let repeat = 0; repeat < times; repeat++) {
    diskSyncs.push(...(await timeDiskSyncs(100)));
    // In turn, so that a busy minute of the machine falls on all alike.
    for (const { contestant, trials } of results) {
      // There is nothing to load for those who join where nothing is held.
      if ((measurement === 'join' || measurement === 'returning') && !contestant.holdsDocuments) continue;
      // The attacks speak our dialect; two malformed headers are the end of @y/websocket-server as it is.
      if (measurement === 'underAttack' && contestant.id !== 'duken') continue;
      // What is left on disk is looked up in our own file.
      if (measurement === 'yearOfEdits' && contestant.id !== 'duken') continue;
      const { profile } = flags;
      const request = { contestantId: contestant.id, measurement, sizes, repeat };
      const figures = await runTrial(profile ? { ...request, profileDir: profile } : request);
      if (figures) trials[measurement] = [...(trials[measurement] ?? []), figures];
    }
  }
}

const sync = [0.5, 0.99].map((share) => `p${share * 100} ${percentile(diskSyncs, share).toFixed(2)} ms`).join(', ');
const machine = `${cpus().length} cores, Node ${process.versions.node}, the disk's own sync ${sync}`;
const form = flags.quick
  ? 'Short form, once'
  : `Medians of ${repeats}, and from the lowest to the highest${once.length > 0 ? `; once: ${once.join(', ')}` : ''}`;
console.log(`\n${form}. ${machine}.\n\n${markdownTable(results)}`);
const picture = flags.picture ?? (flags.quick ? undefined : 'e2e/pictures/load.svg');
if (picture) {
  const [day] = new Date().toISOString().split('T');
  await writeFile(
    resolve(repository, picture),
    drawResults(results, 'The relay and its peers', [
      `Shorter is better, but for edits delivered. ${form}.`,
      `${machine}. ${day}`,
    ]),
  );
  console.log(`\nDrawn in ${picture}`);
}

function timesOf(measurement: MeasurementId): number {
  if (once.includes(measurement)) return 1;
  return measurement === 'powerCut' ? sizes.powerCut.trials : repeats;
}

async function runTrial(request: TrialRequest): Promise<Figures | undefined> {
  const start = performance.now();
  const name = `${request.measurement} ${request.repeat + 1}, ${request.contestantId}`;
  const { code, stdout, output } = await runCommand(
    process.execPath,
    [...nodeFlags, 'e2e/load/trial.ts', JSON.stringify(request)],
    { timeLimitMs: trialLimitMs },
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  if (code !== 0) {
    console.error(`${name}: failed after ${seconds} s\n${output.replaceAll(/^/gm, '     ')}`);
    return undefined;
  }
  const figures = stdout.trim().split('\n').at(-1) ?? '{}';
  console.error(`${name}: ${figures} (${seconds} s)`);
  return JSON.parse(figures) as Figures;
}

function choose<Item>(all: readonly Item[], wish: string | undefined, idOf: (item: Item) => string): readonly Item[] {
  const wanted = wish?.split(',') ?? all.map(idOf);
  const unknown = wanted.filter((id) => !all.some((item) => idOf(item) === id));
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. There are ${all.map(idOf).join(', ')}`);
    process.exit(2);
  }
  return all.filter((item) => wanted.includes(idOf(item)));
}
