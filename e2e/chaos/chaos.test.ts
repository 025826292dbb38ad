import { describe, expect, it } from 'vitest';
import { type ChaosOptions, runChaos } from './runChaos.ts';

/** The short form of `pnpm chaos`: small tables, few kills, and faults that differ from run to run. */
function short(kind: ChaosOptions['kind'], kills: number) {
  const progress: string[] = [];
  const seed = Date.now() % 1_000_000;
  const onProgress = (line: string) => progress.push(line);
  return runChaos({ kind, seed, kills, boards: 2, writersPerBoard: 2, onProgress });
}

describe('everything fails while people write, and nothing saved or seen is lost', () => {
  it.each([
    ['one server on SQLite', 'sqlite', 2],
    ['three servers, with PostgreSQL and Redis', 'joined', 4],
  ] as const)('%s', async (_name, kind, kills) => {
    const figures = await short(kind, kills);
    expect(figures.kills).toBeGreaterThanOrEqual(kills);
    expect(figures.saved).toBeGreaterThan(0);
    expect(figures.seen).toBeGreaterThan(0);
  });
});
