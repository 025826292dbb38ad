import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { until } from '../relayForTests.ts';
import { toWireFrame } from './wireFrame.ts';

it('messages of every length, side by side in one write, are read by an ordinary client', async () => {
  const messages = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000].map((length) => Buffer.alloc(length, length % 251));
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  onTestFinished(() => server.close());
  server.on('connection', (socket, request) => {
    request.socket.write(
      Buffer.concat(messages.map((message) => toWireFrame(message.subarray(0, 70_000), message.subarray(70_000)))),
    );
    socket.close(1000, 'That was all');
  });
  await until(() => expect(server.address()).not.toBeNull());
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const heard: Buffer[] = [];
  client.on('message', (data: Buffer, isBinary) => heard.push(isBinary ? data : Buffer.from('text')));
  const code = await new Promise((resolve) => client.on('close', resolve));
  expect(code).toBe(1000);
  expect(heard.map(({ length }) => length)).toEqual(messages.map(({ length }) => length));
  expect(heard.every((message, at) => message.equals(messages[at] ?? Buffer.of()))).toBe(true);
});
