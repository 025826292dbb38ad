import { IDBDatabase, IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Device, type Guest } from './device.ts';

const hourMs = 60 * 60_000;
const duk = 'board-1';
const eirin: Guest = {
  participantId: 'eirin',
  seats: ['eirin', 'eirin before'],
  idleMs: 4 * hourMs,
  ageMs: 16 * hourMs,
  standing: 'editor',
};
const bytes = (text: string) => new TextEncoder().encode(text);
const word = 'blåveis';

describe('what a device keeps of a board', () => {
  let factory: IDBFactory;
  let now: number;
  let device: Device;
  const open = (program = 'v1') => Device.open({ factory, clock: () => now, program });
  beforeEach(async () => {
    factory = new IDBFactory();
    now = 1_000_000_000_000;
    device = await open();
  });
  const keep = (isUnsent: boolean, text = word) =>
    device.write(duk, duk, { add: [{ isUnsent, bytes: bytes(text) }], remove: [] });
  const read = async (of = device) =>
    (await of.rows(duk, duk)).map((row) => [row.isUnsent, new TextDecoder().decode(row.bytes)]);

  /** Everything that lies in the database, as somebody finds it who took the disk; keys tell their kind and no more. */
  async function disk(): Promise<string> {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = factory.open('duken');
      request.onsuccess = () => resolve(request.result);
    });
    const all = await Promise.all(
      [...database.objectStoreNames].map(
        (name) =>
          new Promise<unknown>((resolve) => {
            const request = database.transaction(name).objectStore(name).getAll();
            request.onsuccess = () => resolve(request.result);
          }),
      ),
    );
    database.close();
    return JSON.stringify(all, (_key, value) => {
      if (value instanceof ArrayBuffer) return Buffer.from(value).toString('utf8');
      return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value;
    });
  }

  it('is there again in another window, what was sent and what was not', async () => {
    await device.welcome(duk, eirin);
    await keep(false, 'sent');
    await keep(true, 'not sent');
    const another = await open();
    expect(await read(another)).toEqual([
      [false, 'sent'],
      [true, 'not sent'],
    ]);
  });

  it('waits for the disk with words that nobody else has, and with a key that goes, and with nothing else', async () => {
    const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const waits = async (act: () => Promise<unknown>) => {
      begin.mockClear();
      await act();
      return begin.mock.calls.some(([, , options]) => options?.durability === 'strict');
    };
    expect(await waits(() => device.welcome(duk, eirin))).toBe(false);
    expect(await waits(() => keep(false))).toBe(false);
    expect(await waits(() => device.keepAnswer(duk, `${duk}/people`, {}))).toBe(false);
    expect(await waits(() => device.use(duk))).toBe(false);
    expect(await waits(() => keep(true))).toBe(true);
    expect(await waits(() => device.lock(duk))).toBe(true);
    expect(await waits(() => device.forget(duk))).toBe(true);
    begin.mockRestore();
  });

  it('lies sealed, with a key that nobody can take out', async () => {
    await device.welcome(duk, eirin);
    await keep(true);
    await device.keepAnswer(duk, `${duk}/people`, { name: word });
    const found = await disk();
    expect(found).toContain(duk);
    expect(found).not.toContain(word);
    const keys = await new Promise<readonly { readonly key: CryptoKey }[]>((resolve) => {
      const request = factory.open('duken');
      request.onsuccess = () => {
        const all = request.result.transaction('boards').objectStore('boards').getAll();
        all.onsuccess = () => resolve(all.result);
      };
    });
    expect(keys.map(({ key }) => key.extractable)).toEqual([false]);
    await expect(crypto.subtle.exportKey('raw', keys[0]?.key as CryptoKey)).rejects.toThrow();
  });

  it('is kept for nobody before the server has said who they are', async () => {
    expect(await keep(true)).toBeUndefined();
    expect(await device.isOpen(duk)).toBe(false);
  });

  it('is another person’s to neither read nor send', async () => {
    await device.welcome(duk, eirin);
    await keep(true);
    await device.welcome(duk, { ...eirin, participantId: 'far', seats: ['far'] });
    expect(await read()).toEqual([]);
  });

  it('is the same person’s still when they come by another link', async () => {
    await device.welcome(duk, { ...eirin, participantId: 'eirin before' });
    await keep(true);
    await device.welcome(duk, eirin);
    expect(await read()).toEqual([[true, word]]);
  });

  it('opens without the server for as long as the session does not idle, and use counts', async () => {
    await device.welcome(duk, eirin);
    now += 3 * hourMs;
    await device.use(duk);
    now += 3 * hourMs;
    expect(await device.isOpen(duk)).toBe(true);
    now += 2 * hourMs;
    expect(await device.isOpen(duk)).toBe(false);
  });

  it('opens no longer than the session is old, however much it is used', async () => {
    await device.welcome(duk, eirin);
    for (let hour = 0; hour < 15; hour += 1) {
      now += hourMs;
      await device.use(duk);
    }
    expect(await device.isOpen(duk)).toBe(true);
    now += hourMs;
    expect(await device.isOpen(duk)).toBe(false);
  });

  it('opens for a day at most, also for whoever is known for half a year', async () => {
    await device.welcome(duk, { ...eirin, idleMs: 180 * 24 * hourMs, ageMs: 400 * 24 * hourMs });
    now += 24 * hourMs;
    expect(await device.isOpen(duk)).toBe(false);
  });

  it('goes with its key when the session is over, where nothing waits', async () => {
    await device.welcome(duk, eirin);
    await keep(false);
    now += 5 * hourMs;
    expect(await device.isOpen(duk)).toBe(false);
    expect(await disk()).toBe('[[],[],[]]');
  });

  it('loses what can be read when the session is over, and keeps unsent words for their writer', async () => {
    await device.welcome(duk, eirin);
    await keep(false, 'read');
    await keep(true, 'mine');
    await device.keepAnswer(duk, `${duk}/people`, ['Eirin']);
    now += 5 * hourMs;
    expect(await device.findAnswer(duk, `${duk}/people`)).toBeUndefined();
    await device.welcome(duk, eirin);
    expect(await read()).toEqual([[true, 'mine']]);
  });

  it('keeps unsent words no longer than a week after that', async () => {
    await device.welcome(duk, eirin);
    await keep(true);
    await device.lock(duk);
    now += 8 * 24 * hourMs;
    expect(await device.isOpen(duk)).toBe(false);
    expect(await disk()).toBe('[[],[],[]]');
  });

  it('leaves nothing of a board that somebody is out of, and takes nothing more', async () => {
    await device.welcome(duk, eirin);
    await keep(true);
    await device.keepAnswer(duk, `${duk}/people`, ['Eirin']);
    await device.forget(duk);
    expect(await keep(true)).toBeUndefined();
    expect(await disk()).toBe('[[],[],[]]');
  });

  it('takes nothing from a window that was open before the board was forgotten and come to anew', async () => {
    await device.welcome(duk, eirin);
    const writing = keep(true, 'from before');
    await device.forget(duk);
    await device.welcome(duk, eirin);
    await writing;
    expect(await read()).toEqual([]);
  });

  it('leaves nothing of any board when somebody leaves', async () => {
    await device.welcome(duk, eirin);
    await device.welcome('board-2', eirin);
    await keep(true);
    await device.forgetAll();
    expect(await disk()).toBe('[[],[],[]]');
  });

  it('knows which boards hold what was never sent', async () => {
    await device.welcome(duk, eirin);
    await device.welcome('board-2', eirin);
    await keep(false);
    expect(await device.boardsWithUnsent()).toEqual([]);
    const ids = await keep(true);
    expect(await device.boardsWithUnsent()).toEqual([duk]);
    await device.write(duk, duk, { add: [], remove: ids ?? [] });
    expect(await device.boardsWithUnsent()).toEqual([]);
  });

  it('gives another version of the program no answers, which it might read otherwise', async () => {
    await device.welcome(duk, eirin);
    await device.keepAnswer(duk, `${duk}/people`, ['Eirin']);
    expect(await device.findAnswer(duk, `${duk}/people`)).toEqual(['Eirin']);
    expect(await (await open('v2')).findAnswer(duk, `${duk}/people`)).toBeUndefined();
  });

  it('is rid of what has run out when any window opens, whichever board that one shows', async () => {
    await device.welcome(duk, eirin);
    await keep(false);
    await device.keepAnswer(duk, `${duk}/people`, ['Eirin']);
    now += 5 * hourMs;
    await open();
    expect(await disk()).toBe('[[],[],[]]');
  });

  it('is rid of a week’s unsent words in the same way', async () => {
    await device.welcome(duk, eirin);
    await keep(true);
    now += 5 * hourMs;
    await open();
    expect(await disk()).not.toBe('[[],[],[]]');
    now += 8 * 24 * hourMs;
    await open();
    expect(await disk()).toBe('[[],[],[]]');
  });

  it('takes nothing later from a window that was open before the board became another person’s', async () => {
    await device.welcome(duk, eirin);
    const place = device.placeOf(duk, duk, eirin.seats);
    await place.rows();
    await device.welcome(duk, { ...eirin, participantId: 'far', seats: ['far'] });
    const late = { add: [{ isUnsent: true, bytes: bytes(word) }], remove: [] };
    expect(await place.write(late)).toBeUndefined();
    // Nor when it begins anew there.
    await keep(false, 'read by Far');
    expect(await place.rows()).toEqual([]);
    expect(await place.write(late)).toBeUndefined();
    expect(await read()).toEqual([[false, 'read by Far']]);
  });

  it('takes what a window writes while its board is locked, and after its writer came in again', async () => {
    await device.welcome(duk, eirin);
    const place = device.placeOf(duk, duk, eirin.seats);
    await place.rows();
    await place.write({ add: [{ isUnsent: true, bytes: bytes('one') }], remove: [] });
    await device.lock(duk);
    await device.welcome(duk, eirin);
    await place.write({ add: [{ isUnsent: true, bytes: bytes('two') }], remove: [] });
    expect(await read()).toEqual([
      [true, 'one'],
      [true, 'two'],
    ]);
  });

  it('answers nothing of what somebody was told before they were given less to do', async () => {
    await device.welcome(duk, { ...eirin, standing: 'leader' });
    await device.keepAnswer(duk, `${duk}/links`, ['link']);
    await keep(true);
    await device.welcome(duk, { ...eirin, standing: 'leader' });
    expect(await device.findAnswer(duk, `${duk}/links`)).toEqual(['link']);
    await device.welcome(duk, eirin);
    expect(await device.findAnswer(duk, `${duk}/links`)).toBeUndefined();
    expect(await read()).toEqual([[true, word]]);
  });

  it('forgets one answer by its path', async () => {
    await device.welcome(duk, eirin);
    await device.keepAnswer(duk, `${duk}/people`, ['Eirin']);
    await device.keepAnswer(duk, `${duk}/plans`, [1]);
    await device.forgetAnswer(duk, `${duk}/people`);
    expect(await device.findAnswer(duk, `${duk}/people`)).toBeUndefined();
    expect(await device.findAnswer(duk, `${duk}/plans`)).toEqual([1]);
  });
});
