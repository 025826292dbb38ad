import { describe, expect, it } from 'vitest';
import { type ChaosOptions, runChaos } from './runChaos.ts';

/** The short form of `pnpm chaos`: small tables, few kills and little else, and faults that differ from run to run. */
function short(kind: ChaosOptions['kind'], kills: number) {
  const seed = Date.now() % 1_000_000;
  const small = { servers: 2, boards: 2, writersPerBoard: 2, killPercent: 100 };
  return runChaos({ kind, seed, kills, ...small, onProgress: () => undefined });
}

// Some half a minute for both; a busy machine is slow, not wrong.
describe('everything fails while people write, and nothing saved or seen is lost', { timeout: 180_000 }, () => {
  it.each([
    ['one server on SQLite', 'sqlite', 2],
    ['two servers, with PostgreSQL and Redis', 'joined', 4],
  ] as const)('%s', async (_name, kind, kills) => {
    const figures = await short(kind, kills);
    expect(figures.kills).toBeGreaterThanOrEqual(kills);
    expect(figures.saved).toBeGreaterThan(0);
    expect(figures.seen).toBeGreaterThan(0);
  });
});
