import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Device, Guest } from './device.ts';

const duk = 'board-1';
const eirin: Guest = {
  participantId: 'eirin',
  seats: ['eirin'],
  idleMs: 3_600_000,
  ageMs: 3_600_000,
  standing: 'editor',
};

/** A window of its own on the same browser. */
async function openWindow(): Promise<typeof import('./thisDevice.ts')> {
  vi.resetModules();
  return import('./thisDevice.ts');
}

/** As when somebody clears the site in another window, or a phone has put the page away. */
function clearSite(factory: IDBFactory): Promise<void> {
  return new Promise((resolve) => {
    factory.deleteDatabase('duken').onsuccess = () => resolve();
  });
}

describe('this browser', () => {
  let factory: IDBFactory;
  let reported: unknown[];
  beforeEach(() => {
    factory = new IDBFactory();
    reported = [];
    vi.stubGlobal('indexedDB', factory);
    vi.stubGlobal('document', { querySelector: () => null });
    vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('keeps anew where its storage went away under an open page', async () => {
    const { thisDevice, keepAnswer, findAnswer } = await openWindow();
    await (await thisDevice())?.welcome(duk, eirin);
    await clearSite(factory);
    await (await thisDevice())?.welcome(duk, eirin);
    await keepAnswer(`${duk}/people`, ['Eirin']);
    expect(await findAnswer(`${duk}/people`)).toEqual(['Eirin']);
    expect(reported).toEqual([]);
  });

  it('keeps nobody waiting where the browser never answers', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('indexedDB', { open: () => ({}) });
    const { thisDevice, findAnswer } = await openWindow();
    const [device, answer] = [thisDevice(), findAnswer(`${duk}/people`)];
    await vi.runAllTimersAsync();
    expect([await device, await answer]).toEqual([undefined, undefined]);
  });

  it('forgets all, also where what is open cannot be read any more', async () => {
    const { thisDevice, forgetDevice, unsentOnDevice } = await openWindow();
    const device = await thisDevice();
    await device?.welcome(duk, eirin);
    await device?.write(duk, duk, { add: [{ isUnsent: true, bytes: new Uint8Array([1]) }], remove: [] });
    expect(await unsentOnDevice()).toEqual([duk]);
    vi.spyOn(device as Device, 'forgetAll').mockRejectedValue(new Error('Connection to Indexed Database server lost'));
    vi.spyOn(device as Device, 'boardsWithUnsent').mockRejectedValue(new Error('Connection lost'));
    expect(await unsentOnDevice()).toEqual([]);
    await forgetDevice();
    expect(await factory.databases()).toEqual([]);
  });

  it('lets whoever leaves go where it keeps nothing', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { forgetDevice, unsentOnDevice } = await openWindow();
    expect(await unsentOnDevice()).toEqual([]);
    await forgetDevice();
  });
});
