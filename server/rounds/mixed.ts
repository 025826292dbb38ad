import { randomInt } from 'node:crypto';

/** In an order that tells nothing (Fisher and Yates, drawn by the machine's own source of chance). */
export function mixed<One>(ones: readonly One[]): readonly One[] {
  const all = [...ones];
  for (let last = all.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [all[last], all[other]] = [all[other] as One, all[last] as One];
  }
  return all;
}
