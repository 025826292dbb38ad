import { afterEach, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/index.ts';

const proxy = '10.1.2.3';
const [kari, ola] = ['198.51.100.7', '2001:db8::7'];

describe('behind a proxy', () => {
  let server: TestServer;
  afterEach(() => server.close());

  const openServer = async (trustedProxies: readonly string[]) => {
    server = await openTestServer({
      trustedProxies,
      hosts: ['duk.lokal', 'duk.example.no'],
      limits: { joinsPerMinute: 1000, newBoardsPerMinute: 1, newDemosPerMinute: 1, newBoardsPerDay: 10_000 },
    });
  };

  /** Asks for a new board; one a minute is allowed to each address. */
  const newBoard = (from: string, headers: Record<string, string>) =>
    server.app.inject({
      method: 'POST',
      url: '/api/boards',
      remoteAddress: from,
      headers: { host: 'duk.lokal', ...headers },
      payload: { title: 'Duk', templateId: 'simple' },
    });

  it('people are told apart by the address that a trusted proxy says they have', async () => {
    await openServer(['10.0.0.0/8']);
    expect((await newBoard(proxy, { 'x-forwarded-for': kari })).statusCode).toBe(201);
    expect((await newBoard(proxy, { 'x-forwarded-for': ola })).statusCode).toBe(201);
    expect((await newBoard(proxy, { 'x-forwarded-for': kari })).statusCode).toBe(429);
  });

  it('what people themselves wrote before the proxy added its own is not believed', async () => {
    await openServer(['10.0.0.0/8']);
    expect((await newBoard(proxy, { 'x-forwarded-for': `192.0.2.1, ${kari}` })).statusCode).toBe(201);
    expect((await newBoard(proxy, { 'x-forwarded-for': `192.0.2.2, ${kari}` })).statusCode).toBe(429);
  });

  it('a chain of trusted proxies leads back to the first address that is none', async () => {
    await openServer(['10.0.0.0/8', '2001:db8:1::/48']);
    expect((await newBoard(proxy, { 'x-forwarded-for': `${kari}, 2001:db8:1::9` })).statusCode).toBe(201);
    expect((await newBoard('10.9.9.9', { 'x-forwarded-for': kari })).statusCode).toBe(429);
  });

  it.each([
    ['nobody is trusted', []],
    ['others are trusted', ['192.0.2.0/24']],
  ])('a forged header changes nothing while %s', async (_, trustedProxies) => {
    await openServer(trustedProxies);
    const forged = { 'x-forwarded-for': kari, 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    const made = await newBoard(proxy, forged);
    expect(made.json().joinUrl).toMatch(/^http:\/\/duk\.lokal\//);
    expect((await newBoard(proxy, { ...forged, 'x-forwarded-for': ola })).statusCode).toBe(429);
    expect((await newBoard(kari, { ...forged, origin: 'https://evil.example' })).statusCode).toBe(403);
  });

  it('links lead to where people are, and changes from there are our own pages’', async () => {
    await openServer([proxy]);
    const headers = {
      'x-forwarded-for': kari,
      'x-forwarded-host': 'duk.example.no',
      'x-forwarded-proto': 'https',
      origin: 'https://duk.example.no',
    };
    const made = await newBoard(proxy, { host: 'duk-1:3000', ...headers });
    expect(made.statusCode).toBe(201);
    expect(made.json().joinUrl).toMatch(/^https:\/\/duk\.example\.no\//);
    const foreign = await newBoard(proxy, { ...headers, 'x-forwarded-for': ola, origin: 'https://duk-1:3000' });
    expect(foreign.statusCode).toBe(403);
  });
});
