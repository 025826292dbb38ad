import type { ServerGroup } from './serverGroup.ts';

/** What a stretch of time cost. */
export interface Lap {
  readonly seconds: number;
  /** Processor seconds of the server. */
  readonly serverCpu: number;
  /** How busy this process, which makes the load, was: 1 is one processor the whole time, and then it was the limit. */
  readonly generatorShare: number;
}

/** Starts measuring. @returns what ends it */
export async function startLap(server: ServerGroup): Promise<() => Promise<Lap>> {
  const cpuBefore = await server.cpuSeconds();
  const ownBefore = process.cpuUsage();
  const start = performance.now();
  return async () => {
    const seconds = (performance.now() - start) / 1000;
    const own = process.cpuUsage(ownBefore);
    const serverCpu = (await server.cpuSeconds()) - cpuBefore;
    return { seconds, serverCpu, generatorShare: (own.user + own.system) / 1e6 / seconds };
  };
}
