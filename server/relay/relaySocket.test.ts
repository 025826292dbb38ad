import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { LinkId } from '@duken/shared/access';
import Fastify, { type FastifyRequest } from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { boardNamed, until } from './relayForTests.ts';
import { admittedAs } from './relayServerForTests.ts';
import { type Arrival, type RelaySocketOptions, relaySocket } from './relaySocket.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Somebody is let in whoever they are, unless they are refused. */
async function startDoor(
  door: Pick<RelaySocketOptions, 'onUpgrade'> &
    Partial<Pick<RelaySocketOptions, 'onRefused'>> & {
      readonly onAdmit: (request: FastifyRequest) => void;
      readonly isRefused?: boolean;
      /** They are watched no more. */
      readonly onEnd?: () => void;
    },
): Promise<{ readonly url: string; readonly here: readonly Arrival['socket'][] }> {
  const here: Arrival['socket'][] = [];
  const app = Fastify();
  const { plugin } = relaySocket({
    limits: { maxStep2Bytes: 1_000 },
    watch: (request) => {
      door.onAdmit(request);
      const answer = door.isRefused
        ? ({ ok: false, status: 401 } as const)
        : ({ ok: true, ...admittedAs('anna', 'editor', 'link' as LinkId) } as const);
      return { first: Promise.resolve(answer), settled: () => undefined, end: door.onEnd ?? (() => undefined) };
    },
    isFull: () => false,
    onUpgrade: door.onUpgrade,
    onArrival: ({ socket }) => here.push(socket),
    onRefused: door.onRefused ?? (() => undefined),
    onTooLarge: () => undefined,
    stop: async () => {
      for (const socket of here) socket.terminate();
    },
  });
  await app.register(plugin);
  await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => app.close());
  const { port } = app.server.address() as AddressInfo;
  return { url: `ws://127.0.0.1:${port}/sync/${boardNamed('family')}`, here };
}

describe('a socket at the table', () => {
  it('does not keep the request it came by in memory', async () => {
    const requests: WeakRef<FastifyRequest>[] = [];
    const { url, here } = await startDoor({
      onAdmit: (request) => requests.push(new WeakRef(request)),
      onUpgrade: (_request, open) => open(),
    });
    const anna = new WebSocket(url);
    await once(anna, 'open');
    await until(() => {
      collectGarbage();
      expect(requests.map((request) => request.deref())).toEqual([undefined]);
    });
    expect(here.map(({ readyState }) => readyState)).toEqual([WebSocket.OPEN]);
  });
});

describe('many who ask for a socket at once', () => {
  it('are asked who they are one at a time, each when it is their turn', async () => {
    const turns: (() => void)[] = [];
    let asked = 0;
    const { url } = await startDoor({
      onAdmit: () => {
        asked += 1;
      },
      onUpgrade: (_request, open) => turns.push(open),
    });
    const asking = Array.from({ length: 5 }, () => new WebSocket(url));
    await until(() => expect(turns.length).toBe(5));
    expect(asked).toBe(0);
    for (let letIn = 1; letIn <= 5; letIn++) {
      turns[letIn - 1]?.();
      await until(() => expect(asked).toBe(letIn));
    }
    await until(() => expect(asking.every(({ readyState }) => readyState === WebSocket.OPEN)).toBe(true));
  });
});

describe('an upgrade with a body', () => {
  it('is not answered', async () => {
    let upgradesTaken = 0;
    const { url } = await startDoor({
      onAdmit: () => undefined,
      onUpgrade: (_request, open) => {
        upgradesTaken += 1;
        open();
      },
    });
    const { port, pathname } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString();
    });
    socket.write(
      [
        `GET ${pathname} HTTP/1.1`,
        'Host: localhost',
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        'Content-Length: 14',
        '\r\n',
      ].join('\r\n'),
    );
    await once(socket, 'close');
    expect(answer).toBe('');
    expect(upgradesTaken).toBe(0);
  });
});

describe('somebody who is not let in', () => {
  it('is counted once, whatever the reason', async () => {
    let refused = 0;
    const { url } = await startDoor({
      onAdmit: () => undefined,
      isRefused: true,
      onUpgrade: (_request, open) => open(),
      onRefused: () => {
        refused += 1;
      },
    });
    const addresses = [url, `${url}?as=anna`, url.replace('/sync/', '/elsewhere/'), url.replace(/\/sync.*/, '/')];
    for (const [index, address] of addresses.entries()) {
      const [error] = (await once(new WebSocket(address), 'error')) as [Error];
      expect(error.message).toMatch(index < 2 ? /401/ : /404/);
      await until(() => expect(refused).toBe(index + 1));
    }
  });
});
