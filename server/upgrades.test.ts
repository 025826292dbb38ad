import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openTestServer, originOf, type Person, startServerProcess, type TestServer } from './testing/index.ts';

const secret = 'hemmelig-navn';

/** Asks for a socket as any program can, and goes on sending as if it had one. */
function askForSocket(port: number, path: string, { cookie = '', after = Buffer.alloc(0) as Buffer } = {}): Socket {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
  });
  socket.on('error', () => undefined);
  const head = [
    `GET ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...(cookie ? [`Cookie: ${cookie}`] : []),
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  if (after.length > 0) socket.write(after);
  return socket;
}

/** Resolves when it is closed, by whatever. */
function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

/** The answer's status, when the server has closed the connection. */
async function statusOf(socket: Socket): Promise<number> {
  let answer = '';
  socket.on('data', (data) => {
    answer += data.toString('latin1');
  });
  await closed(socket);
  return Number(answer.split(' ')[1]);
}

/** The head of a masked binary frame that says it is so long, and all of it but its end. */
function unfinishedFrame(bytes: number): Buffer {
  const frame = Buffer.alloc(14 + bytes - 1, 1);
  frame.writeUInt8(0x82, 0);
  frame.writeUInt8(0xff, 1);
  frame.writeBigUInt64BE(BigInt(bytes), 2);
  return frame;
}

describe('an upgrade', () => {
  let server: TestServer;
  let port: number;
  let boardId: string;
  let leader: Person;
  let paths: string[];
  beforeAll(async () => {
    server = await openTestServer();
    port = await server.listen();
    leader = server.person();
    ({ boardId } = await leader.makeBoard());
    const ids: Record<string, string> = { boardId, version: '1', a: '1', b: '1' };
    const { paths: routes } = (await leader.get('/api/openapi.json')).json() as {
      paths: Record<string, Record<string, unknown>>;
    };
    const documented = Object.entries(routes)
      .filter(([, methods]) => methods.get)
      .map(([path]) => path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'none'));
    expect(documented.length).toBeGreaterThan(8);
    paths = [
      '/',
      '/duk/x',
      `/duk/${secret}?secret=${secret}`,
      '/whatever',
      '/sync',
      '/sync/',
      '/sync/x/y',
      `/sync/${boardId}/y`,
      `/sync/${boardId}/private/anna`,
      '/duk/../sync/x',
      `/duk/../sync/${boardId}`,
      `/%73ync/${boardId}`,
      `//sync/${boardId}`,
      `http://127.0.0.1/sync/${boardId}`,
      '/api/openapi.json',
      '/healthz',
      '/metrics',
      // News never end by themselves, and so their connection does not.
      ...documented.filter((path) => !path.endsWith('/events')),
    ];
  });
  afterAll(() => server.close());

  it('becomes no socket where none lives, nor for who was not admitted: it is answered as HTTP, and the connection ended', async () => {
    for (const path of [...paths, `/sync/${boardId}`, `/sync/${boardId}/translations`, `/sync/${boardId}/private`]) {
      const status = await statusOf(askForSocket(port, path));
      expect([path, status]).toEqual([path, expect.any(Number)]);
      expect([path, status >= 200 && status !== 101]).toEqual([path, true]);
    }
  });

  it('becomes none there for who is in either, not even where news are', async () => {
    const cookie = `duk=${leader.cookie}`;
    for (const path of paths) {
      expect([path, await statusOf(askForSocket(port, path, { cookie }))]).not.toEqual([path, 101]);
    }
    const [news] = await once(askForSocket(port, `/api/boards/${boardId}/events`, { cookie }), 'data');
    expect(String(news)).toMatch(/^HTTP\/1.1 200 /);
  });

  it('leaves neither its path nor a secret in the log', () => {
    const log = server.logLines.join('');
    expect(log).toContain('"route":"(none)"');
    expect(log).not.toContain(secret);
    expect(log).not.toContain('/duk/');
  });
});

/** Bytes of memory that a process takes, and the most it has taken since it was last asked to forget that. */
async function memoryOf(pid: number | undefined): Promise<{ readonly now: number; readonly most: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const figure = (name: string) => 1024 * Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))?.[1]);
  return { now: figure('VmRSS'), most: figure('VmHWM') };
}

describe.runIf(process.platform === 'linux')('fifty who send 19 MiB of a message after an upgrade', () => {
  it('cost no memory, wherever they are asked for: nobody reads it', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'duken-upgrades-'));
    onTestFinished(() => rm(dataDir, { recursive: true }));
    const running = startServerProcess({ DUK_DATA_DIR: dataDir, PORT: '0' });
    const { pid } = running.child;
    const port = Number(new URL(await originOf(running)).port);
    const frame = unfinishedFrame(19 * 1024 * 1024);
    for (const path of ['/', '/duk/x', '/sync/x/y', '/sync/nobody', '/api/boards']) {
      const ask = (after: Buffer) =>
        Promise.all(Array.from({ length: 50 }, () => closed(askForSocket(port, path, { after }).resume())));
      // What it takes to answer fifty is there then.
      await ask(Buffer.alloc(0));
      await writeFile(`/proc/${pid}/clear_refs`, '5');
      const before = await memoryOf(pid);
      await ask(frame);
      const grownBy = (await memoryOf(pid)).most - before.now;
      expect(grownBy, path).toBeLessThanOrEqual(20 * 1024 * 1024);
    }
  });
});
