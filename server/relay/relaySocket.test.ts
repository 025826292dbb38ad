import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { LinkId } from '@duken/shared/access';
import type { ParticipantId } from '@duken/shared/board';
import Fastify, { type FastifyRequest } from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { boardNamed, until } from './relayForTests.ts';
import { type Arrival, relaySocket } from './relaySocket.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('a socket at the table', () => {
  it('does not keep the request it came by in memory', async () => {
    const requests: WeakRef<FastifyRequest>[] = [];
    const here: Arrival['socket'][] = [];
    const app = Fastify();
    await app.register(
      relaySocket({
        limits: { maxStep2Bytes: 1_000 },
        admit: async (request) => {
          requests.push(new WeakRef(request));
          return { ok: true, participantId: 'anna' as ParticipantId, role: 'editor', linkId: 'link' as LinkId };
        },
        isFull: () => false,
        onArrival: ({ socket }) => here.push(socket),
        onRefused: () => undefined,
        onTooLarge: () => undefined,
        stop: async () => {
          for (const socket of here) socket.terminate();
        },
      }),
    );
    await app.listen({ port: 0, host: '127.0.0.1' });
    onTestFinished(() => app.close());
    const { port } = app.server.address() as AddressInfo;
    const anna = new WebSocket(`ws://127.0.0.1:${port}/sync/${boardNamed('family')}`);
    await once(anna, 'open');
    await until(() => {
      collectGarbage();
      expect(requests.map((request) => request.deref())).toEqual([undefined]);
    });
    expect(here.map(({ readyState }) => readyState)).toEqual([WebSocket.OPEN]);
  });
});
