import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How long the disk under the servers' data takes to make 4 KiB durable, in ms, each time: no commit can be faster. */
export async function timeDiskSyncs(times: number): Promise<readonly number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'duken-sync-'));
  const file = await open(join(folder, 'journal'), 'a');
  const page = Buffer.alloc(4096, 1);
  const durations: number[] = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    await file.write(page);
    await file.datasync();
    durations.push(performance.now() - start);
  }
  await file.close();
  await rm(folder, { recursive: true });
  return durations;
}
