import type { DocumentId } from '@duken/shared/access';
import * as Y from 'yjs';
import type { RowsOnDevice } from '../device/index.ts';
import type { Connection } from './connection.ts';

/** The origin of what one wrote in a window that was closed, and that the server may not have. */
export const fromDevice = Symbol('from the device');

/** Where the device keeps a document; undefined where it can keep nothing. */
export type PlaceOnDevice = (documentId: DocumentId) => Promise<RowsOnDevice | undefined>;

/** Beyond so many rows they become one again, once everything is on the server's disk. */
const mostRows = 200;

/**
 * A document as the device keeps it: each update goes to the device as soon as the one before lies there, with what came
 * meanwhile, and it is known of each whether the server has it.
 */
export class KeptDocument {
  readonly #doc: Y.Doc;
  readonly #place: RowsOnDevice;
  readonly #isOthers: (origin: unknown) => boolean;
  /** Rows of what the server has. */
  #saved: number[] = [];
  /** Rows of what it may not have. */
  #unsent: { readonly id: number; readonly bytes: Uint8Array }[] = [];
  #queue: { readonly update: Uint8Array; readonly isUnsent: boolean }[] = [];
  /** All that lies in rows, and in the write under way, has been saved since. */
  #isSettled = false;
  #isFolding = false;
  #isWriting = false;
  #isOver = false;
  #isThere = false;

  constructor(doc: Y.Doc, place: RowsOnDevice, isOthers: (origin: unknown) => boolean) {
    this.#doc = doc;
    this.#place = place;
    this.#isOthers = isOthers;
  }

  /**
   * Brings what was kept into the document, what the server has before what it has not, and keeps what happens from now on.
   *
   * @param apply makes an update part of the document
   * @returns whether there was anything
   */
  async bring(apply: (update: Uint8Array, isUnsent: boolean) => void): Promise<boolean> {
    // What was written before, and what is while the device is read, waits its turn.
    this.#isWriting = true;
    if (this.#doc.store.clients.size > 0)
      this.#queue.push({ update: Y.encodeStateAsUpdate(this.#doc), isUnsent: true });
    this.#doc.on('update', this.#heard);
    const rows = await this.#place.rows().catch((error: unknown) => {
      this.end();
      throw error;
    });
    const written = [...this.#queue];
    const saved = rows.filter(({ isUnsent }) => !isUnsent);
    const unsent = rows.filter(({ isUnsent }) => isUnsent);
    this.#saved = saved.map(({ id }) => id);
    this.#unsent = unsent.map(({ id, bytes }) => ({ id, bytes }));
    if (saved.length > 0) apply(Y.mergeUpdates(saved.map(({ bytes }) => bytes)), false);
    if (unsent.length > 0) apply(Y.mergeUpdates(unsent.map(({ bytes }) => bytes)), true);
    // What was just brought lies there already.
    this.#queue = written;
    // What was emptied from the bin since is not carried on.
    this.#isFolding = saved.length > 0;
    this.#isWriting = false;
    void this.#write();
    this.#isThere = rows.length > 0;
    return this.#isThere;
  }

  /**
   * Puts this document in the place of all that was kept, but of what another window wrote and could not send.
   *
   * @param refused whose unsent words are on this document, or taken care of
   */
  async startOver(refused: KeptDocument): Promise<void> {
    this.#doc.on('update', this.#heard);
    await this.#write(async () => {
      const cared = new Set(refused.#unsent.map(({ id }) => id));
      const rows = await this.#place.rows();
      this.#saved = rows.filter(({ id, isUnsent }) => !isUnsent || cared.has(id)).map(({ id }) => id);
      this.#isFolding = true;
    });
  }

  /** Whether there was anything on the device. */
  get isThere(): boolean {
    return this.#isThere;
  }

  /** Whether everything that is written lies on the device, or will in a moment. */
  get keeps(): boolean {
    return !this.#isOver;
  }

  /** Everything of one's own is on the server's disk. */
  allSaved(): void {
    this.#queue = this.#queue.map(({ update }) => ({ update, isUnsent: false }));
    this.#isSettled = true;
    void this.#write();
  }

  /** Nothing of this document stays on the device, and no more comes. */
  async forget(): Promise<void> {
    this.end();
    const rows = await this.#place.rows();
    await this.#place.write({ add: [], remove: rows.map(({ id }) => id) });
  }

  /** Keeps no more of this document. What lies there stays. */
  end(): void {
    this.#isOver = true;
    this.#doc.off('update', this.#heard);
  }

  readonly #heard = (update: Uint8Array, origin: unknown): void => {
    this.#queue.push({ update, isUnsent: !this.#isOthers(origin) });
    void this.#write();
  };

  async #write(first?: () => Promise<void>): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    try {
      await first?.();
      while (!this.#isOver && (await this.#writeNext()));
    } catch (error) {
      // A full disk, or a browser that has cleared itself: the page holds what is written, and asks before it is closed.
      this.end();
      reportError(error);
    }
    this.#isWriting = false;
  }

  /** @returns whether there was something to write */
  async #writeNext(): Promise<boolean> {
    if (this.#isSettled) {
      this.#isSettled = false;
      // Those in the queue go with the next: nobody has written anything that is not in it or in a row.
      const settled = this.#unsent.splice(0);
      if (settled.length > 0) await this.#settle(settled);
      return true;
    }
    const next = this.#queue.splice(0);
    if (next.length > 0) {
      await this.#add(next);
      return true;
    }
    if (!this.#isFolding || this.#unsent.length > 0) return false;
    this.#isFolding = false;
    await this.#fold();
    return true;
  }

  async #settle(settled: readonly { readonly id: number; readonly bytes: Uint8Array }[]): Promise<void> {
    const bytes = Y.mergeUpdates(settled.map((row) => row.bytes));
    const ids = await this.#place.write({ add: [{ isUnsent: false, bytes }], remove: settled.map(({ id }) => id) });
    this.#saved.push(...(this.#took(ids) ?? []));
  }

  async #add(updates: readonly { readonly update: Uint8Array; readonly isUnsent: boolean }[]): Promise<void> {
    const add = [false, true].flatMap((isUnsent) => {
      const alike = updates.filter((one) => one.isUnsent === isUnsent).map(({ update }) => update);
      return alike.length > 0 ? [{ isUnsent, bytes: Y.mergeUpdates(alike) }] : [];
    });
    const ids = this.#took(await this.#place.write({ add, remove: [] }));
    ids?.forEach((id, at) => {
      const row = add[at];
      if (row?.isUnsent) this.#unsent.push({ id, bytes: row.bytes });
      else this.#saved.push(id);
    });
    if (this.#saved.length > mostRows) this.#isFolding = true;
  }

  /** One row in the place of many. What was deleted for good is not in it. */
  async #fold(): Promise<void> {
    const remove = this.#saved;
    const ids = await this.#place.write({
      add: [{ isUnsent: false, bytes: Y.encodeStateAsUpdate(this.#doc) }],
      remove,
    });
    this.#saved = [...(this.#took(ids) ?? [])];
  }

  #took(ids: readonly number[] | undefined): readonly number[] | undefined {
    if (!ids) this.end();
    return ids;
  }
}

/**
 * Shows what the device has of a document that lies beside the duk, keeps what comes, and opens its line.
 *
 * @param isOver whether nobody wants it any more
 * @returns undefined where the device keeps nothing
 */
export async function openKept(
  doc: Y.Doc,
  connection: Connection,
  place: Promise<RowsOnDevice | undefined> | undefined,
  isOver: () => boolean,
): Promise<KeptDocument | undefined> {
  const kept = await bringKept(doc, connection, place).catch((error: unknown) => {
    // A device that cannot be read is no reason to have no document.
    reportError(error);
    return undefined;
  });
  if (isOver()) kept?.end();
  else connection.open();
  return kept;
}

async function bringKept(
  doc: Y.Doc,
  connection: Connection,
  place: Promise<RowsOnDevice | undefined> | undefined,
): Promise<KeptDocument | undefined> {
  const rows = await place;
  if (!rows) return undefined;
  const kept = new KeptDocument(doc, rows, (origin) => origin === connection.origin);
  const isThere = await kept.bring((update, isUnsent) =>
    Y.applyUpdate(doc, update, isUnsent ? fromDevice : connection.origin),
  );
  if (isThere) connection.isShown();
  return kept;
}
