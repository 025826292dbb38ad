import { failed, type Result, succeeded } from '@duken/shared/result';
import {
  changeableKeyFile,
  findInstallationKeys,
  type KeyFailure,
  type KeySettings,
  KeysUnreadable,
  newInstallationKey,
  replaceKeyFile,
} from './installationKeys.ts';
import type { Keyring, Rewrapped } from './keyring.ts';
import type { InstallationKey } from './wrapKey.ts';

/** Whose key is changed. */
interface Rotated {
  readonly keyring: Keyring;
  readonly settings: KeySettings;
  readonly dataDir: string;
  /** In words. */
  readonly place: string;
}

export type RotationFailure =
  | KeyFailure
  /** Another is at it. */
  | { readonly kind: 'rotationUnderWay' }
  /** The environment says the key, and no new one before it. */
  | { readonly kind: 'newKeyNeeded' }
  /** Each server has a file of its own, and they are to know the new key before anything is wrapped by it. */
  | { readonly kind: 'copiesNeeded'; readonly file: string }
  | { readonly kind: 'keyFileKept'; readonly file: string; readonly reason: string };

interface Rotation extends Rewrapped {
  /** Where the keys lie; undefined when the environment says them. */
  readonly file: string | undefined;
}

/**
 * Puts a new key before the old one in the file, and wraps nothing by it yet: for servers that each have a copy of the file. What stands
 * there already and is not in use yet is left as it is.
 */
export function addKey(rotated: Rotated): Promise<Result<{ readonly file: string }, RotationFailure>> {
  return alone(rotated, async (keys, file) => {
    if (file === undefined) return failed({ kind: 'newKeyNeeded' });
    if (keys.length > 1 && !(await rotated.keyring.isWrappedWholly())) return succeeded({ file });
    // Behind the first there may be what an earlier change has left, which opens nothing any more.
    const kept = keep(file, [newInstallationKey(), ...keys.slice(0, 1)]);
    return kept.ok ? succeeded({ file }) : kept;
  });
}

/**
 * Changes the installation's key while servers go on. It may be killed anywhere and run again: the file holds both keys from before the
 * first of the cases' keys is wrapped anew until after the last.
 * @param areSeveral whether there are servers with files of their own, for which the new key must have been added before
 */
export function rotateKey(rotated: Rotated, areSeveral: boolean): Promise<Result<Rotation, RotationFailure>> {
  return alone(rotated, async (keys, file) => {
    if (keys.length < 2) {
      if (file === undefined) return failed({ kind: 'newKeyNeeded' });
      if (areSeveral) return failed({ kind: 'copiesNeeded', file });
      const kept = keep(file, [newInstallationKey(), ...keys]);
      if (!kept.ok) return kept;
    }
    const rewrapped = await rotated.keyring.rewrap();
    // What no key opens stays as it is, and so does the old key: a copy of the case's own may come back.
    if (file === undefined || rewrapped.damaged.length > 0) return succeeded({ ...rewrapped, file });
    const now = keysOf(rotated);
    if (!now.ok) return now;
    const kept = keep(
      file,
      now.value.filter(({ id }) => id === rewrapped.by),
    );
    return kept.ok ? succeeded({ ...rewrapped, file }) : kept;
  });
}

/** @param act is given the keys as they are when nobody else can change them any more */
async function alone<Value>(
  rotated: Rotated,
  act: (keys: readonly InstallationKey[], file: string | undefined) => Promise<Result<Value, RotationFailure>>,
): Promise<Result<Value, RotationFailure>> {
  const letGo = await rotated.keyring.store.hold();
  if (!letGo) return failed({ kind: 'rotationUnderWay' });
  try {
    const keys = keysOf(rotated);
    return keys.ok ? await act(keys.value, changeableKeyFile(rotated.settings, rotated.dataDir)) : keys;
  } catch (error) {
    if (!(error instanceof KeysUnreadable)) throw error;
    return failed(error.failure);
  } finally {
    await letGo();
  }
}

function keysOf({ settings, dataDir, place }: Rotated): Result<readonly InstallationKey[], KeyFailure> {
  return findInstallationKeys(settings, { dataDir, place, mayMake: false });
}

function keep(file: string, keys: readonly InstallationKey[]): Result<void, RotationFailure> {
  try {
    replaceKeyFile(file, keys);
    return succeeded(undefined);
  } catch (error) {
    return failed({ kind: 'keyFileKept', file, reason: error instanceof Error ? error.message : String(error) });
  }
}
