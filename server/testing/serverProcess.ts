import { onTestFinished } from 'vitest';
import { type ServerProcess, spawnServer } from './spawnServer.ts';

/** A server that is killed when the test ends, if it still runs. */
export function startServerProcess(settings: Readonly<Record<string, string>>): ServerProcess {
  const server = spawnServer(settings);
  onTestFinished(async () => {
    server.child.kill('SIGKILL');
    await server.ended;
  });
  return server;
}
