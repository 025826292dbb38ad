import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import type { BoardId } from '@duken/shared/board';
import fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { expect, it, onTestFinished } from 'vitest';
import { AccessWatch, type Sessions, StreamPlaces } from '../access/index.ts';
import { loneBus } from '../storage/roomBus.ts';
import { BoardNews } from './boardNews.ts';
import { readNewsWith } from './newsReader.ts';
import { newsRoutes } from './newsRoutes.ts';

const boardId = 'board-1' as BoardId;

it('news are kept for nobody who does not read them', async () => {
  const news = new BoardNews(loneBus);
  const seat = {
    participant: { role: 'viewer', state: 'in' },
    person: { isSubject: false, voices: [] },
    link: {},
    board: {},
  };
  const question = { boardId, key: 'anybody', ask: async () => ({ ok: true, value: seat }) };
  const everybodyIsIn = { doorQuestionFor: () => question } as unknown as Sessions;
  const accessWatch = new AccessWatch({
    bus: loneBus,
    directory: { accessChanges: async () => new Map() },
    clock: Date.now,
    onExpired: () => undefined,
    onFailed: () => undefined,
  });
  const places = new StreamPlaces({ maxPerPerson: 1, maxInAll: 1 }, { sockets: () => 0, socketsOf: () => 0 });
  const app = fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(newsRoutes(readNewsWith({ sessions: everybodyIsIn, news, accessWatch, places })));
  await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => app.close());

  const deaf = connect({ port: (app.server.address() as AddressInfo).port, host: '127.0.0.1' });
  deaf.write(`GET /api/boards/${boardId}/events HTTP/1.1\r\nHost: duk\r\n\r\n`);
  await once(deaf, 'data');
  deaf.pause();
  const connections = () =>
    new Promise<number>((resolve) => app.server.getConnections((_error, count) => resolve(count)));
  expect(await connections()).toBe(1);
  // Far more than the system itself holds for a socket: 33 MB.
  for (let round = 0; round < 1_000 && (await connections()) > 0; round++) {
    for (let each = 0; each < 1_000; each++) news.tellHere(boardId, 'participants');
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await connections()).toBe(0);
});
