import type { WrappedKey } from './wrapKey.ts';

/** The key of a case as its store has it. */
export interface StoredKey {
  readonly caseId: string;
  readonly number: number;
  /** Undefined when it was destroyed: the case stays unreadable for ever, in every copy of it. */
  readonly wrapped: WrappedKey | undefined;
}

/** The same key of a case, wrapped anew. */
export interface KeyChange {
  readonly caseId: string;
  readonly before: WrappedKey;
  readonly after: WrappedKey;
}

/** What the installation itself is, among the cases: its key says by which of the installation's keys all new ones are wrapped. */
export const installation = '';

/**
 * Where wrapped keys lie: apart from the data, so that a copy of the data from any day is opened by today's keys alone. What is
 * done here is on disk when it is done.
 */
export interface KeyStore {
  /** Where it is, in words for whoever runs the server. */
  readonly place: string;
  /** The names of the installation keys that have wrapped what is there; none when nothing is. */
  wrappers(): Promise<readonly string[]>;
  find(caseIds: readonly string[]): Promise<readonly StoredKey[]>;
  /**
   * Keeps new cases' keys, in one go, where nobody else was first. Only keys that are wrapped by what the installation's own is
   * wrapped by are taken: so none comes with a key that has been changed meanwhile.
   * @returns what is there now of each
   */
  add(keys: readonly (StoredKey & { readonly wrapped: WrappedKey })[]): Promise<readonly StoredKey[]>;
  /** Leaves that there was a key, and not the key: written over where it lay. */
  destroy(caseId: string): Promise<void>;
  /** Cases whose key was destroyed, some at a time, in the order of their ids. */
  destroyed(after: string, limit: number): Promise<readonly string[]>;
  /** Keys that another installation key than this has wrapped, some at a time, in the order of their cases' ids. */
  notWrappedBy(id: string, after: string, limit: number): Promise<readonly StoredKey[]>;
  /** Puts the same keys, wrapped anew, in the place of what was there, in one go; what has changed meanwhile is left. */
  replace(changes: readonly KeyChange[]): Promise<void>;
  /**
   * Holds the store against others who change the installation's key, until it is let go of or the process ends.
   * @returns how to let go; undefined when another has it
   */
  hold(): Promise<(() => Promise<void>) | undefined>;
  /** Whether all that the data holds was found sealed, or has been since: what is not is then refused. */
  isAllSealed(): Promise<boolean>;
  setAllSealed(): Promise<void>;
  close(): Promise<void>;
}
