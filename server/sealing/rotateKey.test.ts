import fs, {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

  it('adds a new key also where an earlier change has left an old one in the file', async () => {
    const rotated = await installed();
    const [first = ''] = lines();
    await rotateKey(rotated, false);
    const [second = ''] = lines();
    // As a server's own copy is, that was made while both were needed.
    writeFileSync(file, `${second}\n${first}\n`);
    expect(await addKey(rotated)).toEqual({ ok: true, value: { file } });
    const [third = ''] = lines();
    expect(lines()).toEqual([third, second]);
    expect([first, second]).not.toContain(third);
    expect(await rotateKey(rotated, true)).toMatchObject({ ok: true, value: { count: 2 } });
    expect(lines()).toEqual([third]);
  });

  it('tells that no new key was made where only the rest of an earlier change was there', async () => {
    const rotated = await installed();
    const [first = ''] = lines();
    await rotateKey(rotated, false);
    const [second = ''] = lines();
    writeFileSync(file, `${second}\n${first}\n`);
    expect(await rotateKey(rotated, false)).toMatchObject({ ok: true, value: { count: 0, file } });
    expect(lines()).toEqual([second]);
  });

  it.each(['openSync', 'renameSync'] as const)(
    'leaves no key beside a file that cannot be changed (%s)',
    async (call) => {
      const rotated = await installed();
      const before = readFileSync(file, 'utf8');
      const own = fs[call] as (...args: unknown[]) => unknown;
      // A file that is mounted alone, or may only be read: root, as tests may run, is let write anywhere.
      const refusal = vi.spyOn(fs, call).mockImplementation(((...args: unknown[]) => {
        if (call === 'renameSync' || (args[0] === realpathSync(file) && args[1] === 'r+'))
          throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
        return own(...args);
      }) as never);
      syncBuiltinESMExports();
      try {
        expect(await rotateKey(rotated, false)).toMatchObject({ ok: false, failure: { kind: 'keyFileKept', file } });
      } finally {
        refusal.mockRestore();
        syncBuiltinESMExports();
      }
      expect(readFileSync(file, 'utf8')).toBe(before);
      expect(readdirSync(`${dataDir}.keys`)).toEqual(['installation.key']);
    },
  );

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
