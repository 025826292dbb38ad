import { describe, expect, it } from 'vitest';
import { KeysUnreadable } from './installationKeys.ts';
import { Keyring } from './keyring.ts';
import { keyringForTests, MemoryKeyStore, secretForTests } from './keysForTests.ts';
import { open, SealBroken, type SealPlace, seal } from './seal.ts';
import { type InstallationKey, installationKeyOf } from './wrapKey.ts';

const place: SealPlace = ['board', 'boards', 'title', 'board'];
const words = Buffer.from('hemmelig');

async function sealIn(keyring: Keyring, where = place): Promise<Uint8Array> {
  return seal(words, (await keyring.toSeal([where[0]])).keyOf(where[0]), where);
}

async function openIn(keyring: Keyring, sealed: Uint8Array, where = place): Promise<string> {
  return Buffer.from(open(sealed, (await keyring.toOpen([where[0]])).keyOf(where[0]), where)).toString();
}

describe('the keys of cases', () => {
  it('are made when something of a case is sealed, and found again by another server', async () => {
    const store = new MemoryKeyStore();
    const sealed = await sealIn(await keyringForTests(store));
    expect(await openIn(await keyringForTests(store), sealed)).toBe('hemmelig');
  });

  it('are made once for a case that is named twice, by a store that tells of each once', async () => {
    const store = new MemoryKeyStore();
    const find = store.find.bind(store);
    const add = store.add.bind(store);
    store.find = async (ids) => find([...new Set(ids)]);
    store.add = async (keys) => [...new Map((await add(keys)).map((key) => [key.caseId, key])).values()];
    const keyring = await keyringForTests(store);
    expect((await keyring.toSeal(['board', 'board'])).keyOf('board')).toBeDefined();
  });

  it('are of one case each: nothing of one opens with the key of another', async () => {
    const keyring = await keyringForTests();
    const sealed = await sealIn(keyring);
    await sealIn(keyring, ['other', 'boards', 'title', 'other']);
    const other = (await keyring.toOpen(['other'])).keyOf('other');
    expect(() => open(sealed, other, place)).toThrow(SealBroken);
  });

  it('are the same for two servers that need one at once', async () => {
    const store = new MemoryKeyStore();
    const [one, two] = [await keyringForTests(store), await keyringForTests(store)];
    const [first, second] = await Promise.all([sealIn(one), sealIn(two)]);
    expect([await openIn(two, first), await openIn(one, second)]).toEqual(['hemmelig', 'hemmelig']);
  });

  it('that were destroyed open nothing any more, and what still comes in is lost for ever too', async () => {
    const store = new MemoryKeyStore();
    const keyring = await keyringForTests(store);
    const sealed = await sealIn(keyring);
    await keyring.destroy('board');
    await expect(openIn(keyring, sealed)).rejects.toThrow('was erased for ever');
    const late = await sealIn(keyring);
    for (const asked of [keyring, await keyringForTests(store)])
      await expect(openIn(asked, late)).rejects.toThrow(SealBroken);
  });

  it('are refused together when the installation has another key', async () => {
    const store = new MemoryKeyStore();
    await keyringForTests(store);
    await expect(keyringForTests(store, 8)).rejects.toThrow('another key');
  });

  it('that cannot be unwrapped leave out their own case, and no other that is asked for with it', async () => {
    const store = new MemoryKeyStore();
    const sealed = await sealIn(await keyringForTests(store));
    await sealIn(await keyringForTests(store), ['other', 'boards', 'title', 'other']);
    const other = store.keys.get('other');
    if (!other?.wrapped) throw new Error('no key');
    store.keys.set('board-2', { ...other, caseId: 'board-2' });
    const keyring = await keyringForTests(store);
    for (const keys of [await keyring.toOpen(['board-2', 'board']), await keyring.toSeal(['board-2', 'board'])]) {
      expect(Buffer.from(open(sealed, keys.keyOf('board'), place)).toString()).toBe('hemmelig');
      expect(() => keys.keyOf('board-2')).toThrow(SealBroken);
    }
  });

  it('cannot be put in the place of another case’s, and not be altered', async () => {
    const store = new MemoryKeyStore();
    const keyring = await keyringForTests(store);
    const sealed = await sealIn(keyring);
    await sealIn(keyring, ['other', 'boards', 'title', 'other']);
    const other = store.keys.get('other');
    if (!other) throw new Error('no key');
    store.keys.set('board', { ...other, caseId: 'board' });
    await expect(openIn(await keyringForTests(store), sealed)).rejects.toThrow(SealBroken);
  });

  it('are wrapped anew while a server goes on, and again after that was broken off', async () => {
    const store = new MemoryKeyStore();
    let keys = [installationKeyOf(secretForTests(1))];
    const running = await Keyring.open(store, () => keys);
    if (!running) throw new Error('another key');
    const places = Array.from({ length: 250 }, (_, at) => [`b${at}`, 'boards', 'title', `b${at}`] as const);
    const sealed = await Promise.all(places.map((where) => sealIn(running, where)));

    keys = [installationKeyOf(secretForTests(2)), ...keys];
    const rotating = await Keyring.open(store, () => keys);
    if (!rotating) throw new Error('another key');
    const replace = store.replace.bind(store);
    let left = 2;
    store.replace = async (changes) => {
      if (left-- === 0) throw new Error('the plug was pulled');
      return replace(changes);
    };
    await expect(rotating.rewrap()).rejects.toThrow('plug');
    // Some are wrapped by the one, some by the other: a server that has neither in memory opens all of them.
    const fresh = await Keyring.open(store, () => keys);
    if (!fresh) throw new Error('another key');
    for (const [at, where] of places.entries())
      for (const asked of [running, fresh]) expect(await openIn(asked, sealed[at] ?? words, where)).toBe('hemmelig');

    left = Number.POSITIVE_INFINITY;
    const [newest] = keys;
    if (!newest) throw new Error('no key');
    expect(await rotating.rewrap()).toEqual({ by: newest.id, count: 150, damaged: [] });
    const after = await Keyring.open(store, () => [newest]);
    expect(await openIn(after ?? running, sealed[0] ?? words, places[0])).toBe('hemmelig');
    await expect(keyringForTests(store, 1)).rejects.toThrow('another key');
  });

  it('that are made while the installation’s key is changed are all wrapped by the new one', async () => {
    const store = new MemoryKeyStore();
    const [old, next] = [installationKeyOf(secretForTests(1)), installationKeyOf(secretForTests(2))];
    let keys = [old];
    const running = await Keyring.open(store, () => keys);
    if (!running) throw new Error('another key');
    const first = await sealIn(running);
    // A server that knows both wraps by the old one still, which all others know.
    keys = [next, old];
    const restarted = await Keyring.open(store, () => keys);
    if (!restarted) throw new Error('another key');
    await sealIn(restarted, ['early', 'boards', 'title', 'early']);
    expect(store.keys.get('early')?.wrapped?.by).toBe(old.id);

    await restarted.rewrap();
    keys = [next];
    const where = ['late', 'boards', 'title', 'late'] as const;
    const late = await sealIn(running, where);
    expect(await store.wrappers()).toEqual([next.id]);
    const after = await Keyring.open(store, () => keys);
    if (!after) throw new Error('another key');
    expect([await openIn(after, late, where), await openIn(after, first)]).toEqual(['hemmelig', 'hemmelig']);
  });

  it('that were asked for just before the old key went are asked for again', async () => {
    const store = new MemoryKeyStore();
    const [old, next] = [installationKeyOf(secretForTests(1)), installationKeyOf(secretForTests(2))];
    let keys = [old];
    const made = await Keyring.open(store, () => keys);
    if (!made) throw new Error('another key');
    const sealed = await sealIn(made);
    keys = [next, old];
    const slow = await Keyring.open(store, () => [next]);
    expect(slow).toBeUndefined();
    const rotating = await Keyring.open(store, () => keys);
    const [before] = await store.find(['board']);
    await rotating?.rewrap();
    keys = [next];
    const late = await Keyring.open(store, () => keys);
    if (!late || !before) throw new Error('another key');
    const find = store.find.bind(store);
    store.find = async () => {
      store.find = find;
      return [before];
    };
    expect(await openIn(late, sealed)).toBe('hemmelig');
  });

  it('stay known when they cannot be read anew, and what is missing says why', async () => {
    const store = new MemoryKeyStore();
    const [old, next] = [installationKeyOf(secretForTests(1)), installationKeyOf(secretForTests(2))];
    let keys: readonly InstallationKey[] | undefined = [old];
    const read = () => {
      if (keys) return keys;
      throw new KeysUnreadable({ kind: 'keyUnusable', file: '/keys/installation.key', reason: 'EACCES' });
    };
    const made = await Keyring.open(store, read);
    if (!made) throw new Error('another key');
    const sealed = await sealIn(made);
    keys = [next, old];
    const running = await Keyring.open(store, read);
    // Somebody else puts a file that this server may not read.
    const rotating = await Keyring.open(store, () => [next, old]);
    const third = installationKeyOf(secretForTests(3));
    keys = undefined;
    await rotating?.rewrap();
    expect(await openIn(running ?? made, sealed)).toBe('hemmelig');
    const late = await Keyring.open(store, () => [third, next]);
    await late?.rewrap();
    const cold = await Keyring.open(store, () => [third, next]);
    await sealIn(cold ?? made, ['other', 'boards', 'title', 'other']);
    await expect(running?.toOpen(['other']).then((found) => found.keyOf('other'))).rejects.toThrow(
      `needs the installation key ${third.id}, which is not here, and they cannot be read anew: keyUnusable (/keys/installation.key): EACCES`,
    );
    await expect(running?.rewrap()).rejects.toThrow(KeysUnreadable);
  });

  it('that were damaged are left as they are when the others are wrapped anew, and named', async () => {
    const store = new MemoryKeyStore();
    let keys = [installationKeyOf(secretForTests(1))];
    const keyring = await Keyring.open(store, () => keys);
    if (!keyring) throw new Error('another key');
    const sealed = await sealIn(keyring);
    await sealIn(keyring, ['a', 'boards', 'title', 'a']);
    const damaged = store.keys.get('a');
    if (!damaged?.wrapped) throw new Error('no key');
    store.keys.set('a', { ...damaged, wrapped: { ...damaged.wrapped, bytes: new Uint8Array(60) } });
    keys = [installationKeyOf(secretForTests(2)), ...keys];
    expect(await keyring.rewrap()).toMatchObject({ count: 2, damaged: ['a'] });
    expect(await openIn(keyring, sealed)).toBe('hemmelig');
  });
});
