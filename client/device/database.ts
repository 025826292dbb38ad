import type { Sealed } from './sealing.ts';

/** A board that this device may show without a network: its key, and how long it may. */
export interface KeptBoard {
  readonly boardId: string;
  readonly key: CryptoKey;
  /** Changes with the key. */
  readonly keyId: string;
  /** Whose it is. */
  readonly participantId: string;
  /** When it was last used, in milliseconds since the epoch by this device's clock; 0 when only the server can open it. */
  readonly usedAt: number;
  readonly idleMs: number;
  /** When it is over whatever happens. */
  readonly endsAt: number;
  /** What they may do. */
  readonly standing: string;
}

/** An update of a document. */
export interface KeptRow extends Sealed {
  readonly boardId: string;
  readonly document: string;
  /** The server has not said that it has it on disk. */
  readonly isUnsent: boolean;
}

/** What the server last answered to a question about a board. */
export interface KeptAnswer extends Sealed {
  readonly boardId: string;
  readonly path: string;
  /** The program that asked: another may read answers otherwise. */
  readonly program: string;
}

export const storeNames = ['boards', 'rows', 'answers'] as const;
export type StoreName = (typeof storeNames)[number];

const databaseName = 'duken';

/**
 * @param onClosed told when it is closed under us
 * @throws where the browser lets no page keep anything
 */
export async function openDatabase(factory: IDBFactory, onClosed?: () => void): Promise<IDBDatabase> {
  const opening = factory.open(databaseName, 1);
  opening.onupgradeneeded = () => {
    const database = opening.result;
    database.createObjectStore('boards', { keyPath: 'boardId' });
    const rows = database.createObjectStore('rows', { autoIncrement: true });
    rows.createIndex('board', 'boardId');
    rows.createIndex('document', 'document');
    const answers = database.createObjectStore('answers', { keyPath: ['boardId', 'path'] });
    answers.createIndex('board', 'boardId');
  };
  const database = await asked(opening);
  // Another window has a newer program, or somebody clears this site: nobody waits for us.
  database.onversionchange = () => {
    database.close();
    onClosed?.();
  };
  database.onclose = () => onClosed?.();
  return database;
}

export async function deleteDatabase(factory: IDBFactory): Promise<void> {
  await asked(factory.deleteDatabase(databaseName));
}

export function asked<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser did not say why.'));
  });
}

/** Resolves when everything in it is on disk. */
export function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser did not say why.'));
  });
}
