// Everything fails at random while people write, and nothing saved or seen is lost: `pnpm chaos`.
//
//   pnpm chaos                          200 kills of three servers, PostgreSQL and Redis; some ten minutes
//   pnpm chaos --kills 50 --on sqlite   one server on SQLite; or `--on postgres`, one on PostgreSQL
//   pnpm chaos --seed 17                the faults of an earlier run again

import { parseArgs } from 'node:util';
import type { Kind } from './installation.ts';
import { ChaosFailure, type ChaosFigures, runChaos } from './runChaos.ts';

const kinds: readonly Kind[] = ['sqlite', 'postgres', 'joined'];

const { values: flags } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    on: { type: 'string', default: 'joined' },
    servers: { type: 'string', default: '3' },
    boards: { type: 'string', default: '4' },
    writers: { type: 'string', default: '3' },
  },
});
const kind = kinds.find((known) => known === flags.on);
if (!kind) {
  console.error(`Unknown: ${flags.on}. There are ${kinds.join(', ')}`);
  process.exit(2);
}

console.log(`seed ${flags.seed}`);
try {
  const figures = await runChaos({
    kind,
    seed: Number(flags.seed),
    servers: Number(flags.servers),
    kills: Number(flags.kills),
    killPercent: 30,
    boards: Number(flags.boards),
    writersPerBoard: Number(flags.writers),
    onProgress: (line) => console.log(line),
  });
  console.log(`\n${inWords(figures)}`);
} catch (error) {
  if (!(error instanceof ChaosFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function inWords(figures: ChaosFigures): string {
  const struck = Object.entries(figures.faults).map(([name, times]) => `  ${times} × ${name}`);
  return [
    `${figures.kills} kills in ${figures.seconds} s, seed ${figures.seed}. What struck:`,
    ...struck.toSorted((a, b) => Number.parseInt(b.trim(), 10) - Number.parseInt(a.trim(), 10)),
    `${figures.edits} edits; ${figures.saved} characters and notes called saved and ${figures.strikes} struck out, ${figures.seen} seen by others; lost: 0`,
    `Longest until all was saved again: ${figures.longestUntilSavedMs} ms; until all saw the same: ${figures.longestUntilEqualMs} ms, and without Redis ${figures.longestUntilEqualWithoutRedisMs} ms`,
    `Longest until somebody whose link was withdrawn was out: ${figures.longestUntilOutMs} ms`,
  ].join('\n');
}
