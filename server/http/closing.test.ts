import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestServer, soonMs, type TestServer } from '../testing/index.ts';

const patience = { timeout: 30_000, interval: 10 };
const body = '{"title":"Duk","templateId":"simple"}';
const newBoard = `POST /api/boards HTTP/1.1\r\nHost: duk\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const ask = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: duk\r\n${more}\r\n`;

describe('a server that stops', () => {
  let server: TestServer;
  let port: number;
  /** Lets the new board that somebody asks for be made. */
  let makeIt: () => void;
  let isAsked: Promise<void>;

  beforeEach(async () => {
    server = await openTestServer();
    port = await server.listen();
    const { directory } = server.storage;
    const createBoard = directory.createBoard.bind(directory);
    const held = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    makeIt = held.resolve;
    isAsked = asked.promise;
    directory.createBoard = async (...board) => {
      asked.resolve();
      await held.promise;
      return createBoard(...board);
    };
  });
  afterEach(() => server.close());

  function connection(): { readonly socket: Socket; readonly heard: () => string } {
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    let text = '';
    socket.on('data', (more) => {
      text += more;
    });
    return { socket, heard: () => text };
  }

  const isRefused = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket.destroy() && false));
      socket.once('error', () => resolve(true));
    });

  it('takes no new connection, and finishes answering those it has', async () => {
    const { socket, heard } = connection();
    socket.write(newBoard);
    await isAsked;
    const closed = server.app.close();
    await expect.poll(isRefused, patience).toBe(true);
    makeIt();
    await once(socket, 'close');
    expect(heard()).toMatch(/^HTTP\/1\.1 201 /);
    await closed;
  });

  it.each([
    ['that it is not ready', ask('/readyz')],
    [
      'to come back to those who want to sit down',
      ask('/sync/a-board', 'Connection: Upgrade\r\nUpgrade: websocket\r\n'),
    ],
  ])('says on the connections it has %s', async (_, request) => {
    const { socket, heard } = connection();
    socket.write(newBoard);
    await isAsked;
    const closed = server.app.close();
    await expect.poll(isRefused, patience).toBe(true);
    const isHeard = once(server.app.server, 'request');
    socket.write(request);
    await isHeard;
    makeIt();
    await once(socket, 'close');
    const [, made, answer] = heard().split(/HTTP\/1\.1 /);
    expect(made).toMatch(/^201 /);
    expect(answer).toMatch(/^503 (.*\r\n)+content-type: application\/problem\+json/i);
    expect(answer).toMatch(/^retry-after: 1\r$/im);
    expect(answer).toContain('"/problems/stopping"');
    await closed;
  });

  it('leaves when all are answered, also those who would have kept their connection', async () => {
    const { socket } = connection();
    socket.write(newBoard);
    await isAsked;
    const began = performance.now();
    const closed = server.app.close();
    makeIt();
    await closed;
    expect(performance.now() - began).toBeLessThan(soonMs);
  });
});
