import { setTimeout as pause } from 'node:timers/promises';

/** How long anything may take, in ms. Nothing that works comes near it. */
const patienceMs = 30_000;

/** @throws when it takes too long, with what was waited for */
export async function until(isSo: () => boolean | Promise<boolean>, what: () => string): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`After ${patienceMs} ms it was not so: ${what()}`);
    await pause(5);
  }
}
