import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchownSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { type InstallationKey, installationKeyOf, keyBytes } from './wrapKey.ts';

/** Where the installation's key comes from. */
export interface KeySettings {
  /** As they are in the environment; the first wraps. */
  readonly keys?: readonly Uint8Array[];
  /** A file that holds them, one a line; made when nothing was sealed yet. */
  readonly keyFile?: string;
  /**
   * Where wrapped keys lie for a data folder, and the installation's own key where nothing else says it. Beside the data folder
   * when it is not said.
   */
  readonly keysDir?: string;
}

/** Why the keys cannot be used. */
export type KeyFailure =
  /** A copy of the data would take it along. */
  | { readonly kind: 'keysInside'; readonly path: string; readonly folder: string }
  | { readonly kind: 'keyOpen'; readonly file: string }
  | { readonly kind: 'keyUnusable'; readonly file: string; readonly reason: string }
  /** There is sealed data, and no key. */
  | { readonly kind: 'keyMissing'; readonly place: string; readonly file: string }
  /** There is sealed data, and where its wrapped keys should be there are none. */
  | { readonly kind: 'keysGone'; readonly place: string; readonly keys: string }
  /** There is a key, and it is another one. */
  | { readonly kind: 'keyWrong'; readonly place: string };

/** The keys were there, and cannot be read any more. */
export class KeysUnreadable extends Error {
  override readonly name = 'KeysUnreadable';
  readonly failure: KeyFailure;

  constructor(failure: KeyFailure) {
    const { kind } = failure;
    const file = 'file' in failure ? ` (${failure.file})` : '';
    super(`${kind}${file}${'reason' in failure ? `: ${failure.reason}` : ''}`);
    this.failure = failure;
  }
}

/** The folder for keys of a data folder: beside it, so that who copies the folder does not copy them. */
export function keysDirOf({ keysDir }: KeySettings, dataDir: string): string {
  return keysDir ?? `${resolve(dataDir)}.keys`;
}

function keyFileOf(settings: KeySettings, dataDir: string): string {
  return settings.keyFile ?? join(keysDirOf(settings, dataDir), 'installation.key');
}

/** A key that nobody has had before. */
export function newInstallationKey(): InstallationKey {
  return installationKeyOf(randomBytes(keyBytes));
}

/** Reads a key as it is written: 32 bytes as base64url. @returns undefined when it is none */
export function readKey(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return /^[A-Za-z0-9_-]{43}=?$/.test(text) && bytes.length === keyBytes ? bytes : undefined;
}

/** Whether a path lies in a folder, whatever links lead there. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(realOf(folder), realOf(path));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
}

/** The path that there really is; of what is not made yet, that of the folder above it. */
function realOf(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync(full);
  } catch {
    return dirname(full) === full ? full : join(realOf(dirname(full)), basename(full));
  }
}

/**
 * Finds the installation's keys.
 * @param mayMake whether nothing was sealed yet, so that a new key does no harm
 * @param place what they open, in words
 */
export function findInstallationKeys(
  settings: KeySettings,
  { dataDir, place, mayMake }: { readonly dataDir: string; readonly place: string; readonly mayMake: boolean },
): Result<readonly InstallationKey[], KeyFailure> {
  if (settings.keys && settings.keys.length > 0) return succeeded(settings.keys.map(installationKeyOf));
  const file = keyFileOf(settings, dataDir);
  if (isInside(file, dataDir)) return failed({ kind: 'keysInside', path: file, folder: dataDir });
  try {
    if (!statSync(file, { throwIfNoEntry: false })) {
      if (!mayMake) return failed({ kind: 'keyMissing', place, file });
      makeKeyFile(file);
    }
    // Others on the machine, and whoever they let in.
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) return failed({ kind: 'keyOpen', file });
    const keys = readKeyFile(file);
    return keys
      ? succeeded(keys)
      : failed({ kind: 'keyUnusable', file, reason: 'it holds no key of 32 bytes as base64url' });
  } catch (error) {
    return failed({ kind: 'keyUnusable', file, reason: error instanceof Error ? error.message : String(error) });
  }
}

/** @returns undefined when a line of it is no key */
function readKeyFile(file: string): readonly InstallationKey[] | undefined {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const keys = lines.map(readKey);
  return keys.length > 0 && keys.every((key) => key !== undefined) ? keys.map(installationKeyOf) : undefined;
}

/** Where the key lies that can be changed here; undefined when the environment says it. */
export function changeableKeyFile(settings: KeySettings, dataDir: string): string | undefined {
  return settings.keys && settings.keys.length > 0 ? undefined : keyFileOf(settings, dataDir);
}

/**
 * Puts other keys into the file, whole or not at all: whoever is killed in the middle leaves what was there. Its owner stays who it
 * was, for a server may run as another than who changes it.
 */
export function replaceKeyFile(file: string, keys: readonly InstallationKey[]): void {
  const real = realpathSync(file);
  const owner = statSync(real);
  const made = `${real}.new`;
  const lines = keys.map(({ key }) => `${key.export().toString('base64url')}\n`);
  // First: where it may not be written to, no key is to lie beside it.
  const old = openSync(real, 'r+');
  try {
    try {
      writeWhole(made, lines.join(''), owner);
      renameSync(made, real);
    } catch (error) {
      takeAway(made);
      throw error;
    }
    flushFolder(dirname(real));
    // What lay there is written over, as far as the disk lets us: it holds the old key.
    writeOver(old, owner.size);
  } finally {
    closeSync(old);
  }
}

/** Takes away a file that holds keys, and what is in it. */
function takeAway(file: string): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return;
  const descriptor = openSync(file, 'r+');
  try {
    writeOver(descriptor, statSync(file).size);
  } finally {
    closeSync(descriptor);
    unlinkSync(file);
  }
}

function writeOver(descriptor: number, size: number): void {
  writeSync(descriptor, Buffer.alloc(size), 0, size, 0);
  fsyncSync(descriptor);
}

function makeKeyFile(file: string): void {
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { mode: 0o700 });
  // Whole before it has its name: another that is started at the same moment finds all of it or nothing.
  const made = `${file}.${randomBytes(8).toString('hex')}`;
  writeWhole(made, `${randomBytes(keyBytes).toString('base64url')}\n`);
  try {
    linkSync(made, file);
  } catch (error) {
    // Another was first, and theirs is as good.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(made);
  }
  flushFolder(dirname(file));
}

function writeWhole(file: string, text: string, owner?: Pick<Stats, 'uid' | 'gid'>): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    if (owner && process.platform !== 'win32') fchownSync(descriptor, owner.uid, owner.gid);
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A new name in a folder is on disk when the folder is. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
