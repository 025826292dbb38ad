import { createSecretKey, randomBytes } from 'node:crypto';
import { KeysUnreadable } from './installationKeys.ts';
import { installation, type KeyChange, type KeyStore, type StoredKey } from './keyStore.ts';
import { type NumberedKey, SealBroken } from './seal.ts';
import { type InstallationKey, keyBytes, unwrapKey, type WrappedKey, wrapKey } from './wrapKey.ts';

/** Keys in memory at once: more boards than one server has open. Beyond that, those that were fetched longest ago are let go of. */
const maxKept = 4096;
/** How long a key stays in memory before it is fetched anew: so long is one that was destroyed elsewhere still known here. */
const keptMs = 10 * 60_000;
/** Keys wrapped anew between two looks at the store. */
const rewrappedAtOnce = 100;
/** The first number of a case's keys. */
const firstNumber = 1;
/** How often somebody may change the installation's key while we make one key. */
const maxTries = 5;

/** What wrapping anew came to. */
export interface Rewrapped {
  /** The name of the key that wraps now. */
  readonly by: string;
  readonly count: number;
  /** Cases whose keys were altered, so that no key opens them: they are as they were. */
  readonly damaged: readonly string[];
}

/** The keys of some cases, at hand. */
export interface CaseKeys {
  /** @throws SealBroken when the case has none, or its key was destroyed */
  keyOf(caseId: string): NumberedKey;
}

interface Kept {
  readonly key: NumberedKey;
  readonly until: number;
}

/** Every case's own key: made when something of it is first sealed, unwrapped when it is needed, and forgotten when it is not. */
export class Keyring {
  readonly #store: KeyStore;
  /** What any of them has wrapped is unwrapped. New ones are wrapped by the one that the store says, which is the first when it says none. */
  #keys: readonly InstallationKey[];
  readonly #readKeys: () => readonly InstallationKey[];
  readonly #kept = new Map<string, Kept>();
  /** What new keys are wrapped by, as far as is known here. */
  #wrapper: InstallationKey | undefined;

  private constructor(store: KeyStore, readKeys: () => readonly InstallationKey[]) {
    this.#store = store;
    this.#readKeys = readKeys;
    this.#keys = readKeys();
  }

  /**
   * @param readKeys gives the installation's keys as they are now: they may be changed while a server runs. It throws KeysUnreadable
   *   when they cannot be read; those that are known are then kept.
   * @returns undefined when what is in the store was wrapped by another key than these
   */
  static async open(store: KeyStore, readKeys: () => readonly InstallationKey[]): Promise<Keyring | undefined> {
    const keyring = new Keyring(store, readKeys);
    const ids = new Set(keyring.#keys.map(({ id }) => id));
    const wrappers = await store.wrappers();
    if (wrappers.some((id) => !ids.has(id))) return undefined;
    // Of two servers that are started at once with two keys, one finds the other's here.
    const [own] = await keyring.#make([installation]);
    return own?.wrapped && ids.has(own.wrapped.by) ? keyring : undefined;
  }

  /** The store that the keys lie in. */
  get store(): KeyStore {
    return this.#store;
  }

  /** A case's key, where it is at hand already. */
  known(caseId: string): NumberedKey | undefined {
    const kept = this.#kept.get(caseId);
    return kept && kept.until >= performance.now() ? kept.key : undefined;
  }

  /** The keys of these cases, as far as they have any. */
  async toOpen(caseIds: Iterable<string>): Promise<CaseKeys> {
    return this.#keysOf(caseIds, false);
  }

  /**
   * The keys of these cases; those that have none yet get one, which is on disk before anything is sealed with it. What still comes in
   * for a case that was erased is sealed with a key that nobody keeps: others wait for the same commit.
   */
  async toSeal(caseIds: Iterable<string>): Promise<CaseKeys> {
    return this.#keysOf(caseIds, true);
  }

  /** Makes a case unreadable for ever, in every copy of its data. */
  async destroy(caseId: string): Promise<void> {
    this.#kept.delete(caseId);
    await this.#store.destroy(caseId);
    this.#kept.delete(caseId);
  }

  /**
   * Wraps every key anew with the first of the installation's keys, as they are now. It may be stopped anywhere, and begun again: each
   * key is unwrapped by the name of what wrapped it. The installation's own comes first, for from then on no server can keep a new one
   * that is wrapped by another.
   * @throws KeysUnreadable
   */
  async rewrap(): Promise<Rewrapped> {
    this.#keys = this.#readKeys();
    const [next] = this.#keys;
    if (!next) throw new Error('there is no installation key');
    const [own] = await this.#store.find([installation]);
    if (!own?.wrapped) throw new Error('the store has no key of the installation');
    let count = 0;
    if (own.wrapped.by !== next.id) {
      // It opens nothing, so any will do, also where the one that lies there is damaged.
      const after = wrapKey(randomBytes(keyBytes), next, installation, own.number);
      await this.#store.replace([{ caseId: installation, before: own.wrapped, after }]);
      count++;
    }
    const damaged: string[] = [];
    for (let after = installation; ; ) {
      const some = await this.#store.notWrappedBy(next.id, after, rewrappedAtOnce);
      const last = some.at(-1);
      if (!last) return { by: next.id, count, damaged };
      const changes = some.flatMap((stored) => {
        try {
          return stored.wrapped ? [this.#wrappedAnew(stored, stored.wrapped, next)] : [];
        } catch (error) {
          if (!(error instanceof SealBroken)) throw error;
          damaged.push(stored.caseId);
          return [];
        }
      });
      await this.#store.replace(changes);
      count += changes.length;
      after = last.caseId;
    }
  }

  /** Whether the first of the installation's keys wraps everything already, new keys too. */
  async isWrappedWholly(): Promise<boolean> {
    const [first] = this.#readKeys();
    const [own] = await this.#store.find([installation]);
    if (!first || own?.wrapped?.by !== first.id) return false;
    return (await this.#store.notWrappedBy(first.id, installation, 1)).length === 0;
  }

  #wrappedAnew({ caseId, number }: StoredKey, before: WrappedKey, by: InstallationKey): KeyChange {
    const secret = unwrapKey(before, this.#wrapperOf(before.by), caseId, number).export();
    const after = wrapKey(secret, by, caseId, number);
    secret.fill(0);
    return { caseId, before, after };
  }

  async #keysOf(caseIds: Iterable<string>, mayMake: boolean): Promise<CaseKeys> {
    const found = new Map<string, NumberedKey>();
    const missing: string[] = [];
    const now = performance.now();
    // Who writes several rows of a case at once names it for each.
    for (const caseId of new Set(caseIds)) {
      const kept = this.#kept.get(caseId);
      if (!kept || kept.until < now) missing.push(caseId);
      else found.set(caseId, kept.key);
    }
    const destroyed = new Set<string>();
    const broken = new Map<string, SealBroken>();
    this.#forgetOld(now);
    if (missing.length > 0) {
      const stored = [...(await this.#store.find(missing))];
      if (mayMake && stored.length < missing.length) {
        const there = new Set(stored.map(({ caseId }) => caseId));
        stored.push(...(await this.#make(missing.filter((caseId) => !there.has(caseId)))));
      }
      const takeIn = (some: readonly StoredKey[]) => {
        for (const one of some) {
          if (one.wrapped)
            try {
              found.set(one.caseId, this.#keep(one, now));
            } catch (error) {
              // It is a fault of that case, and no other waits for it.
              if (!(error instanceof SealBroken)) throw error;
              broken.set(one.caseId, error);
            }
          else if (mayMake) found.set(one.caseId, throwawayKey());
          else destroyed.add(one.caseId);
        }
      };
      takeIn(stored);
      if (broken.size > 0) {
        // The installation's key may have been changed since we asked, and the one that wrapped it is gone.
        const again = await this.#store.find([...broken.keys()]);
        broken.clear();
        takeIn(again);
      }
    }
    return {
      keyOf(caseId) {
        const key = found.get(caseId);
        if (key) return key;
        const fault = broken.get(caseId);
        if (fault) throw fault;
        throw new SealBroken(`the case ${caseId}`, destroyed.has(caseId) ? 'was erased for ever' : 'has no key here');
      },
    };
  }

  /** Makes keys for cases. @returns what there is of them now, which somebody else may have made or destroyed */
  async #make(caseIds: readonly string[]): Promise<readonly StoredKey[]> {
    for (let left = maxTries; left > 0; left--) {
      this.#wrapper ??= await this.#currentWrapper();
      const wrapper = this.#wrapper;
      const keys = caseIds.map((caseId) => {
        const secret = randomBytes(keyBytes);
        const wrapped = wrapKey(secret, wrapper, caseId, firstNumber);
        secret.fill(0);
        return { caseId, number: firstNumber, wrapped };
      });
      const stored = await this.#store.add(keys);
      if (stored.length === keys.length) return stored;
      // Somebody has changed the installation's key.
      this.#wrapper = undefined;
    }
    throw new Error('the installation key is changed again and again');
  }

  async #currentWrapper(): Promise<InstallationKey> {
    const [own] = await this.#store.find([installation]);
    if (own?.wrapped) return this.#wrapperOf(own.wrapped.by);
    const [first] = this.#keys;
    if (!first) throw new Error('there is no installation key');
    return first;
  }

  /** What is no longer believed is not kept in memory either. */
  #forgetOld(now: number): void {
    for (const [caseId, { until }] of this.#kept) {
      if (until >= now) return;
      this.#kept.delete(caseId);
    }
  }

  #keep({ caseId, number, wrapped }: StoredKey, now: number): NumberedKey {
    if (!wrapped) throw new Error('a destroyed key cannot be kept');
    const key = { number, key: unwrapKey(wrapped, this.#wrapperOf(wrapped.by), caseId, number) };
    // Behind all others: a Map keeps the order in which they came.
    this.#kept.delete(caseId);
    this.#kept.set(caseId, { key, until: now + keptMs });
    if (this.#kept.size > maxKept) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    return key;
  }

  #wrapperOf(id: string): InstallationKey {
    const known = this.#keys.find((key) => key.id === id);
    if (known) return known;
    const missing = `needs the installation key ${id}, which is not here`;
    // Somebody is changing the installation's key just now.
    try {
      this.#keys = this.#readKeys();
    } catch (error) {
      if (!(error instanceof KeysUnreadable)) throw error;
      // Whoever looks in the log is to find the file, not only that a case cannot be opened.
      throw new SealBroken('a wrapped key', `${missing}, and they cannot be read anew: ${error.message}`);
    }
    const found = this.#keys.find((key) => key.id === id);
    if (!found) throw new SealBroken('a wrapped key', missing);
    return found;
  }
}

function throwawayKey(): NumberedKey {
  return { number: firstNumber, key: createSecretKey(randomBytes(keyBytes)) };
}
