import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findInstallationKeys, type KeySettings } from './installationKeys.ts';
import { Keyring } from './keyring.ts';
import { MemoryKeyStore, secretForTests } from './keysForTests.ts';
import { addKey, rotateKey } from './rotateKey.ts';

let folder: string;
let dataDir: string;
let file: string;
let store: MemoryKeyStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duken-rotate-'));
  dataDir = join(folder, 'data');
  file = `${dataDir}.keys/installation.key`;
  mkdirSync(dataDir);
  store = new MemoryKeyStore();
});
afterEach(() => rmSync(folder, { recursive: true }));

async function installed(settings: KeySettings = {}) {
  const place = 'the data';
  const keys = () => {
    const found = findInstallationKeys(settings, { dataDir, place, mayMake: true });
    if (!found.ok) throw new Error(found.failure.kind);
    return found.value;
  };
  const keyring = await Keyring.open(store, keys);
  if (!keyring) throw new Error('another key');
  await keyring.toSeal(['board']);
  return { keyring, settings, dataDir, place };
}
const lines = () => readFileSync(file, 'utf8').trim().split('\n');

describe('changing the installation’s key', () => {
  it('leaves the new key alone in the file, and nothing of the old one in its folder', async () => {
    const rotated = await installed();
    const [old = ''] = lines();
    expect(await rotateKey(rotated, false)).toMatchObject({ ok: true, value: { count: 2, damaged: [], file } });
    expect(lines()).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).not.toContain(old);
    expect(readdirSync(`${dataDir}.keys`)).toEqual(['installation.key']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await store.wrappers()).toHaveLength(1);
    await installed();
  });

  it('waits with a key for several servers until it was added and put at each', async () => {
    const rotated = await installed();
    const [old = ''] = lines();
    expect(await rotateKey(rotated, true)).toEqual({ ok: false, failure: { kind: 'copiesNeeded', file } });
    expect(await addKey(rotated)).toEqual({ ok: true, value: { file } });
    const [added = ''] = lines();
    expect(lines()).toEqual([added, old]);
    // Asked for again, it is the same.
    await addKey(rotated);
    expect(lines()).toEqual([added, old]);
    expect(await rotateKey(rotated, true)).toMatchObject({ ok: true, value: { count: 2 } });
    expect(lines()).toEqual([added]);
  });

  it('takes both keys from the environment, and never one alone', async () => {
    const alone = await installed({ keys: [secretForTests(1)] });
    expect(await rotateKey(alone, false)).toEqual({ ok: false, failure: { kind: 'newKeyNeeded' } });
    const both = await installed({ keys: [secretForTests(2), secretForTests(1)] });
    expect(await rotateKey(both, false)).toMatchObject({ ok: true, value: { count: 2, file: undefined } });
    await installed({ keys: [secretForTests(2)] });
    await expect(installed({ keys: [secretForTests(1)] })).rejects.toThrow('another key');
  });

  it('keeps the old key as long as one case’s own is damaged', async () => {
    const rotated = await installed();
    const stored = store.keys.get('board');
    if (!stored?.wrapped) throw new Error('no key');
    store.keys.set('board', { ...stored, wrapped: { ...stored.wrapped, bytes: new Uint8Array(60) } });
    expect(await rotateKey(rotated, false)).toMatchObject({ ok: true, value: { damaged: ['board'] } });
    expect(lines()).toHaveLength(2);
    store.keys.set('board', stored);
    expect(await rotateKey(rotated, false)).toMatchObject({ ok: true, value: { count: 1, damaged: [] } });
    expect(lines()).toHaveLength(1);
  });

  it('is done by one at a time', async () => {
    const rotated = await installed();
    store.hold = async () => undefined as never;
    expect(await rotateKey(rotated, false)).toEqual({ ok: false, failure: { kind: 'rotationUnderWay' } });
    expect(lines()).toHaveLength(1);
  });
});
