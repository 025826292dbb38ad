import type { KeySettings } from './installationKeys.ts';
import { Keyring } from './keyring.ts';
import { installation, type KeyStore, type StoredKey } from './keyStore.ts';
import { installationKeyOf } from './wrapKey.ts';

/** An installation's key that says itself where it is used. */
export function secretForTests(byte = 7): Uint8Array {
  return new Uint8Array(32).fill(byte);
}

/** For storage that has no folder to make a key in. */
export const keysForTests: KeySettings = { keys: [secretForTests()] };

/** Keeps wrapped keys as long as the test runs. */
export class MemoryKeyStore implements KeyStore {
  readonly place = 'memory';
  readonly keys = new Map<string, StoredKey>();
  #isAllSealed = false;

  async wrappers(): Promise<readonly string[]> {
    return [...new Set([...this.keys.values()].flatMap(({ wrapped }) => (wrapped ? [wrapped.by] : [])))];
  }

  async find(caseIds: readonly string[]): Promise<readonly StoredKey[]> {
    return caseIds.flatMap((id) => this.keys.get(id) ?? []);
  }

  async add(keys: Parameters<KeyStore['add']>[0]): Promise<readonly StoredKey[]> {
    for (const key of keys) {
      const by = this.keys.get(installation)?.wrapped?.by ?? key.wrapped.by;
      if (!this.keys.has(key.caseId) && by === key.wrapped.by) this.keys.set(key.caseId, key);
    }
    return this.find(keys.map(({ caseId }) => caseId));
  }

  async destroy(caseId: string): Promise<void> {
    this.keys.set(caseId, { caseId, number: 1, wrapped: undefined });
  }

  async destroyed(after: string, limit: number): Promise<readonly string[]> {
    const gone = [...this.keys.values()].filter(({ caseId, wrapped }) => !wrapped && caseId > after);
    return gone
      .map(({ caseId }) => caseId)
      .toSorted()
      .slice(0, limit);
  }

  async notWrappedBy(id: string, after: string, limit: number): Promise<readonly StoredKey[]> {
    return [...this.keys.values()]
      .filter(({ caseId, wrapped }) => wrapped && wrapped.by !== id && caseId > after)
      .toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1))
      .slice(0, limit);
  }

  async replace(changes: Parameters<KeyStore['replace']>[0]): Promise<void> {
    for (const { caseId, before, after } of changes) {
      const there = this.keys.get(caseId);
      if (there?.wrapped && Buffer.compare(there.wrapped.bytes, before.bytes) === 0)
        this.keys.set(caseId, { ...there, wrapped: after });
    }
  }

  async hold() {
    return async () => undefined;
  }

  async isAllSealed(): Promise<boolean> {
    return this.#isAllSealed;
  }

  async setAllSealed(): Promise<void> {
    this.#isAllSealed = true;
  }

  async close(): Promise<void> {}
}

export async function keyringForTests(store: KeyStore = new MemoryKeyStore(), byte?: number): Promise<Keyring> {
  const keyring = await Keyring.open(store, () => [installationKeyOf(secretForTests(byte))]);
  if (!keyring) throw new Error('another key');
  return keyring;
}
