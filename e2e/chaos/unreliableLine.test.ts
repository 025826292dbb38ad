import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Chance } from './chance.ts';
import { UnreliableLine } from './unreliableLine.ts';

/** Says back what it hears. */
async function echo(): Promise<{ port: number; stop: () => void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(stop);
  return { port: (server.address() as AddressInfo).port, stop };
}

async function lineTo(...ports: number[]): Promise<UnreliableLine> {
  const line = await UnreliableLine.open(ports, new Chance(1));
  onTestFinished(() => line.close());
  return line;
}

async function call(line: UnreliableLine) {
  const socket = connect({ port: line.port, host: '127.0.0.1', noDelay: true });
  onTestFinished(() => {
    socket.destroy();
  });
  const heard = { text: '', isOver: false };
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard.text += text;
  });
  socket
    .on('error', () => undefined)
    .on('close', () => {
      heard.isOver = true;
    });
  return { socket, heard };
}

describe('a line that can fail', () => {
  it('brings everything there and back in order, and another target where one is away', async () => {
    const [away, there] = [await echo(), await echo()];
    away.stop();
    const line = await lineTo(away.port, there.port);
    const { socket, heard } = await call(line);
    for (let number = 0; number < 100; number++) socket.write(`${number} `);
    const all = Array.from({ length: 100 }, (_, number) => `${number} `).join('');
    await expect.poll(() => heard.text).toBe(all);
    expect(line.connectionsWith(there.port)).toBe(1);

    line.delaySome(100, 30);
    for (let number = 0; number < 100; number++) socket.write(`${number} `);
    line.recover();
    for (let number = 0; number < 100; number++) socket.write(`${number} `);
    await expect.poll(() => heard.text).toBe(all + all + all);
  });

  it('says nothing of what it swallows, and cuts it when it recovers', async () => {
    const line = await lineTo((await echo()).port);
    const { socket, heard } = await call(line);
    socket.write('før ');
    await expect.poll(() => heard.text).toBe('før ');
    line.swallowSome(100);
    socket.write('borte ');
    const other = await call(line);
    other.socket.write('hei');
    await expect.poll(() => other.heard.text).toBe('hei');
    expect(heard).toEqual({ text: 'før ', isOver: false });
    line.recover();
    await expect.poll(() => heard).toEqual({ text: 'før ', isOver: true });
    expect(other.heard.isOver).toBe(false);
  });

  it('lets nobody in while it is shut, keeps those who are through, and counts who is left', async () => {
    const { port } = await echo();
    const line = await lineTo(port);
    const early = await call(line);
    early.socket.write('her');
    await expect.poll(() => early.heard.text).toBe('her');
    line.shut();
    const late = await call(line);
    await expect.poll(() => late.heard.isOver).toBe(true);
    expect(early.heard.isOver).toBe(false);
    line.cutAll();
    await expect.poll(() => early.heard.isOver).toBe(true);
    await expect.poll(() => line.connectionsWith(port)).toBe(0);
    line.letIn();
    const next = await call(line);
    next.socket.write('inne');
    await expect.poll(() => next.heard.text).toBe('inne');
  });
});
