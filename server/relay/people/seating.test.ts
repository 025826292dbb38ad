import type { Role } from '@duken/shared/access';
import { describe, expect, it, vi } from 'vitest';
import { type Browser, boardNamed, enter, openBrowser, RawSocket, startRelay, until } from '../relayForTests.ts';

const duk = boardNamed('family');

/** Comes to the door, and is heard out. */
async function sitDown(url: string, as: string, role: Role = 'editor'): Promise<RawSocket> {
  const socket = new RawSocket(url, duk, { as, role });
  expect(await socket.opened()).toBe(101);
  return socket;
}

describe('a board that is full', () => {
  it('is told to the next who comes, and disturbs nobody who sits there', async () => {
    const { url, relay } = await startRelay({ limits: { maxPeople: 2 } });
    const anna = await enter(url, duk, { as: 'anna' });
    const bo = await enter(url, duk, { as: 'bo' });
    const eva = await sitDown(url, 'eva');
    expect(await eva.closed).toMatchObject({ code: 4509 });
    expect(relay.counters.closed.boardFull).toBe(1);
    expect(relay.online(duk)).toEqual(new Set(['anna', 'bo']));
    await anna.wasHeard();
    await bo.wasHeard();
  });

  it('has room again as soon as somebody leaves, and the ordinary provider comes in by itself', async () => {
    const { url } = await startRelay({ limits: { maxPeople: 1 } });
    const anna = await enter(url, duk, { as: 'anna' });
    const eva: Browser = openBrowser(url, duk, { as: 'eva' });
    await until(() => expect(eva.closeCodes).toContain(4509));
    anna.socket.close();
    await until(() => expect(eva.provider.synced).toBe(true));
  });

  it('counts people, not windows', async () => {
    const { url } = await startRelay({ limits: { maxPeople: 2 } });
    for (let window = 0; window < 5; window++) await enter(url, duk, { as: 'anna' });
    await enter(url, duk, { as: 'bo' });
    await enter(url, duk, { as: 'bo' });
  });

  it('lets in whoever leads: only they can withdraw the link that filled it', async () => {
    const { url } = await startRelay({ limits: { maxPeople: 1 } });
    await enter(url, duk, { as: 'lurker', role: 'viewer' });
    const leader = await sitDown(url, 'leader', 'leader');
    await leader.wasHeard();
  });

  it('counts those who are still on their way in', async () => {
    const { url } = await startRelay({ limits: { maxPeople: 3 } });
    const crowd = await Promise.all(Array.from({ length: 10 }, (_, index) => sitDown(url, `person ${index}`)));
    const codes: number[] = [];
    for (const { closed } of crowd) void closed.then(({ code }) => codes.push(code));
    await until(() => expect(codes).toEqual(Array.from({ length: 7 }, () => 4509)));
  });
});

describe('one person’s windows', () => {
  it('are as many as they may be: the newest is refused, and no other is thrown out for it', async () => {
    const { url, relay } = await startRelay({ limits: { maxWindows: 3 } });
    const windows = [];
    for (let window = 0; window < 3; window++) windows.push(await enter(url, duk, { as: 'anna' }));
    const newest = await sitDown(url, 'anna');
    expect(await newest.closed).toMatchObject({ code: 4409 });
    expect(relay.counters.closed.tooManyWindows).toBe(1);
    for (const window of windows) await window.wasHeard();
    windows[0]?.socket.close();
    await until(() => expect(relay.counters.connections).toBe(2));
    await enter(url, duk, { as: 'anna' });
    await enter(url, boardNamed('another'), { as: 'anna' });
  });
});

describe('a server that is full', () => {
  it('says so before there is a socket', async () => {
    const { url, relay } = await startRelay({ limits: { maxConnections: 2 } });
    const anna = await enter(url, duk, { as: 'anna' });
    await enter(url, boardNamed('another'), { as: 'bo' });
    expect(await new RawSocket(url, duk, { as: 'eva' }).opened()).toBe(503);
    expect(relay.counters.refusedUpgrades).toBe(1);
    anna.socket.terminate();
    await vi.waitFor(async () => expect(await new RawSocket(url, duk, { as: 'eva' }).opened()).toBe(101), {
      timeout: 30_000,
    });
  });
});
