import { createSecretKey, randomBytes } from 'node:crypto';
import type { KeyStore, StoredKey } from './keyStore.ts';
import { type NumberedKey, SealBroken } from './seal.ts';
import { type InstallationKey, keyBytes, unwrapKey, wrapKey } from './wrapKey.ts';

/** Keys in memory at once: more boards than one server has open. Beyond that, those that were fetched longest ago are let go of. */
const maxKept = 4096;
/** How long a key stays in memory before it is fetched anew: so long is one that was destroyed elsewhere still known here. */
const keptMs = 10 * 60_000;
/** Keys wrapped anew between two looks at the store. */
const rewrappedAtOnce = 100;
/** The first number of a case's keys. */
const firstNumber = 1;

/** What the installation itself is, among the cases: so that its key is known from the first start. */
const installation = '';

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
  /** The first wraps; what the others have wrapped is still unwrapped. */
  #keys: readonly InstallationKey[];
  readonly #readKeys: () => readonly InstallationKey[];
  readonly #kept = new Map<string, Kept>();

  private constructor(store: KeyStore, readKeys: () => readonly InstallationKey[]) {
    this.#store = store;
    this.#readKeys = readKeys;
    this.#keys = readKeys();
  }

  /**
   * @param readKeys gives the installation's keys as they are now: they may be changed while a server runs
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
   * Wraps every key anew with the first of the installation's keys. It may be stopped anywhere, and begun again: each key is
   * unwrapped by the name of what wrapped it.
   * @returns how many there were
   */
  async rewrap(): Promise<number> {
    const [current] = this.#keys;
    if (!current) throw new Error('there is no installation key');
    let done = 0;
    for (;;) {
      const some = await this.#store.notWrappedBy(current.id, rewrappedAtOnce);
      if (some.length === 0) return done;
      for (const { caseId, number, wrapped } of some) {
        if (!wrapped) continue;
        const secret = unwrapKey(wrapped, this.#wrapperOf(wrapped.by), caseId, number).export();
        await this.#store.replace({ caseId, number, wrapped: wrapKey(secret, current, caseId, number) }, wrapped);
        secret.fill(0);
        done++;
      }
    }
  }

  async #keysOf(caseIds: Iterable<string>, mayMake: boolean): Promise<CaseKeys> {
    const found = new Map<string, NumberedKey>();
    const missing: string[] = [];
    const now = performance.now();
    for (const caseId of caseIds) {
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
      for (const one of stored) {
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
  #make(caseIds: readonly string[]): Promise<readonly StoredKey[]> {
    const [current] = this.#keys;
    if (!current) throw new Error('there is no installation key');
    const keys = caseIds.map((caseId) => {
      const secret = randomBytes(keyBytes);
      const wrapped = wrapKey(secret, current, caseId, firstNumber);
      secret.fill(0);
      return { caseId, number: firstNumber, wrapped };
    });
    return this.#store.add(keys);
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
    // Somebody is changing the installation's key just now.
    this.#keys = this.#readKeys();
    const found = this.#keys.find((key) => key.id === id);
    if (!found) throw new SealBroken('a wrapped key', `needs the installation key ${id}, which is not here`);
    return found;
  }
}

function throwawayKey(): NumberedKey {
  return { number: firstNumber, key: createSecretKey(randomBytes(keyBytes)) };
}
