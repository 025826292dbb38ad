import { startRelayServer } from './relayServerForTests.ts';

/** A relay in a process of its own, to be killed: `relayProcessForTests.ts <data folder> <port>` says its port when it listens. */
const [dataDir, port] = process.argv.slice(2);
if (!dataDir || !port) throw new Error('Usage: relayProcessForTests.ts <data folder> <port>');
const server = await startRelayServer({ dataDir, port: Number(port) });
process.stdout.write(`${server.port}\n`);
