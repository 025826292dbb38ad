import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findInstallationKeys, type KeySettings, readKey } from './installationKeys.ts';
import { secretForTests } from './keysForTests.ts';

let folder: string;
let dataDir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duken-key-'));
  dataDir = join(folder, 'data');
  mkdirSync(dataDir);
});
afterEach(() => rmSync(folder, { recursive: true }));

const find = (settings: KeySettings, mayMake = true) =>
  findInstallationKeys(settings, { dataDir, place: 'the data', mayMake });
const written = Buffer.from(secretForTests()).toString('base64url');

describe('the installation’s key', () => {
  it('is made beside the data folder where nothing says it, for its owner alone, and found again', () => {
    const made = find({});
    expect(made).toMatchObject({ ok: true, value: [{ id: expect.stringMatching(/^[0-9a-f]{16}$/) }] });
    const file = `${dataDir}.keys/installation.key`;
    expect([statSync(file).mode & 0o777, statSync(`${dataDir}.keys`).mode & 0o777]).toEqual([0o600, 0o700]);
    expect(find({}, false)).toEqual(made);
  });

  it('is made where the setting says', () => {
    const keyFile = join(folder, 'a-key');
    expect(find({ keyFile }).ok).toBe(true);
    expect(readKey(readFileSync(keyFile, 'utf8').trim())).toHaveLength(32);
    expect(existsSync(`${dataDir}.keys`)).toBe(false);
  });

  it('is not made anew where something was sealed', () => {
    const file = `${dataDir}.keys/installation.key`;
    expect(find({}, false)).toEqual({ ok: false, failure: { kind: 'keyMissing', place: 'the data', file } });
    expect(existsSync(file)).toBe(false);
  });

  it.each(['installation.key', 'deeper/installation.key'])('is refused in the data folder, as %s', (name) => {
    const keyFile = join(dataDir, name);
    expect(find({ keyFile })).toMatchObject({ failure: { kind: 'keysInside', path: keyFile, folder: dataDir } });
  });

  it.runIf(process.platform !== 'win32')('is refused in the data folder by whatever link one comes there', () => {
    symlinkSync(dataDir, join(folder, 'elsewhere'));
    writeFileSync(join(dataDir, 'key'), written, { mode: 0o600 });
    expect(find({ keyFile: join(folder, 'elsewhere/key') })).toMatchObject({ failure: { kind: 'keysInside' } });
  });

  it.runIf(process.platform !== 'win32').each([0o644, 0o640, 0o604])(
    'is refused when others may read it (%i)',
    (mode) => {
      const keyFile = join(folder, 'key');
      writeFileSync(keyFile, written);
      chmodSync(keyFile, mode);
      expect(find({ keyFile })).toEqual({ ok: false, failure: { kind: 'keyOpen', file: keyFile } });
    },
  );

  it.each(['', 'short', `${written}\nshort`, `${written}x`])('is refused when the file holds %j', (text) => {
    const keyFile = join(folder, 'key');
    writeFileSync(keyFile, text, { mode: 0o600 });
    expect(find({ keyFile })).toMatchObject({ failure: { kind: 'keyUnusable', file: keyFile } });
  });

  it('may be several while it is changed, in the file or the environment', () => {
    const keyFile = join(folder, 'key');
    writeFileSync(keyFile, `${Buffer.alloc(32, 1).toString('base64url')}\n${written}\n`, { mode: 0o600 });
    const inFile = find({ keyFile });
    expect(inFile).toMatchObject({ ok: true, value: [{}, {}] });
    expect(find({ keys: [Buffer.alloc(32, 1), secretForTests()] })).toEqual(inFile);
  });
});
