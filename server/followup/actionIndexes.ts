import { boardOf, type DocumentId, documentIdOf } from '@duken/shared/access';
import { type BoardDocument, type BoardId, lookInJournal } from '@duken/shared/board';
import { type IndexedAction, indexActions } from '@duken/shared/followUp';
import type { Layouts } from '@duken/shared/template';
import {
  type ActionIndex,
  endOf,
  type FollowUpStore,
  type Journal,
  type JournalEntry,
  JournalUnreadable,
  updatesIn,
} from '../storage/index.ts';

/** How often what was written is looked through, in milliseconds, and the least time between two looks at one duk. */
const tickMs = 250;
const lookEveryMs = 600;
/** Milliseconds after the last edit when the index says how far it has come, though no tiltak has changed. */
const quietAfterMs = 5_000;

export interface ActionIndexOptions {
  readonly store: FollowUpStore;
  readonly journal: Pick<Journal, 'read' | 'heads'>;
  readonly layouts: Layouts;
  /** A duk as it is on disk, where that is in memory. */
  readonly peek: <Value>(
    documentId: DocumentId,
    look: (board: BoardDocument) => Value,
  ) => { readonly position: number; readonly value: Value } | undefined;
  /** The tiltak of a board are others than they were. */
  readonly onChanged: (boardId: BoardId) => void;
  readonly onFailed: (error: unknown) => void;
}

/** A duk that was written on lately. */
interface Touched {
  committedAt: number;
  lookedAt: number;
  /** What was found last, and whether it has been stored with its position. */
  found: ActionIndex | undefined;
  isStored: boolean;
  /** The tiltak that are known to have been told of, as JSON. */
  told: string | undefined;
}

/**
 * What stands on each duk of tiltak, kept beside the journals so that many cases are read at once. It follows the commits of this
 * server a moment behind them, and its rows say how far they have come: whoever reads them reads the rest from the journal.
 */
export class ActionIndexes {
  readonly #options: ActionIndexOptions;
  readonly #touched = new Map<BoardId, Touched>();
  readonly #timer: NodeJS.Timeout;
  #ticking: Promise<void> | undefined;

  constructor(options: ActionIndexOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.#tick(), tickMs).unref();
  }

  /** Something was committed to a document here. Its duk is looked at while it still is in memory. */
  committed(documentId: DocumentId): void {
    const boardId = boardOf(documentId);
    if (documentId !== documentIdOf(boardId, 'duk')) return;
    const now = performance.now();
    const touched: Touched = this.#touched.get(boardId) ?? {
      committedAt: now,
      lookedAt: -lookEveryMs,
      found: undefined,
      isStored: false,
      told: undefined,
    };
    touched.committedAt = now;
    this.#touched.set(boardId, touched);
    if (now - touched.lookedAt >= lookEveryMs) this.#peek(boardId, touched, now);
  }

  /** The tiltak of each board, as they are on disk now. */
  async read(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, readonly IndexedAction[]>> {
    const { store, journal } = this.#options;
    const kept = new Map(await store.readActionIndexes(boardIds));
    const heads = await journal.heads(boardIds.map((boardId) => documentIdOf(boardId, 'duk')));
    const renewed: ActionIndex[] = [];
    for (const boardId of boardIds) {
      const head = heads.get(documentIdOf(boardId, 'duk')) ?? 0;
      if (kept.get(boardId)?.position === head) continue;
      const index = await this.#read(boardId, head);
      if (index) renewed.push(index);
    }
    for (const index of renewed) kept.set(index.boardId, index);
    await store.storeActionIndexes(renewed);
    return new Map([...kept].map(([boardId, { actions }]) => [boardId, actions]));
  }

  /** What was found is stored. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#ticking;
    await this.#store([...this.#touched.values()].flatMap(({ found, isStored }) => (found && !isStored ? found : [])));
  }

  #tick(): Promise<void> {
    this.#ticking ??= this.#lookAround()
      .catch(this.#options.onFailed)
      .finally(() => {
        this.#ticking = undefined;
      });
    return this.#ticking;
  }

  async #lookAround(): Promise<void> {
    const changed: [BoardId, Touched, string][] = [];
    const toStore: [ActionIndex, Touched][] = [];
    for (const [boardId, touched] of this.#touched) {
      const now = performance.now();
      const isQuiet = now - touched.committedAt >= quietAfterMs;
      const isBehind = touched.lookedAt < touched.committedAt;
      if (isBehind && now - touched.lookedAt >= lookEveryMs) {
        const seen = this.#peek(boardId, touched, now);
        // Nobody has it open any more.
        if (!seen && isQuiet) await this.#lookInJournal(boardId, touched, now);
      }
      const { found } = touched;
      if (!found || touched.isStored) {
        if (isQuiet && touched.lookedAt >= touched.committedAt) this.#touched.delete(boardId);
        continue;
      }
      touched.told ??= JSON.stringify((await this.#options.store.readActionIndexes([boardId])).get(boardId)?.actions);
      const json = JSON.stringify(found.actions);
      if (json !== touched.told) changed.push([boardId, touched, json]);
      else if (!isQuiet) continue;
      toStore.push([found, touched]);
    }
    await this.#store(toStore.map(([index]) => index));
    for (const [index, touched] of toStore) touched.isStored ||= touched.found === index;
    for (const [boardId, touched, json] of changed) {
      touched.told = json;
      this.#options.onChanged(boardId);
    }
  }

  async #store(indexes: readonly ActionIndex[]): Promise<void> {
    if (indexes.length > 0) await this.#options.store.storeActionIndexes(indexes);
  }

  #peek(boardId: BoardId, touched: Touched, now: number): boolean {
    const seen = this.#options.peek(documentIdOf(boardId, 'duk'), indexActions);
    if (!seen) return false;
    this.#found(touched, { boardId, position: seen.position, actions: seen.value }, now);
    return true;
  }

  async #lookInJournal(boardId: BoardId, touched: Touched, now: number): Promise<void> {
    touched.lookedAt = now;
    const index = await this.#readJournal(boardId);
    if (index) this.#found(touched, index, now);
  }

  #found(touched: Touched, index: ActionIndex, now: number): void {
    touched.lookedAt = now;
    touched.found = index;
    touched.isStored = false;
  }

  async #read(boardId: BoardId, head: number): Promise<ActionIndex | undefined> {
    const seen = this.#options.peek(documentIdOf(boardId, 'duk'), indexActions);
    if (seen && seen.position >= head) return { boardId, position: seen.position, actions: seen.value };
    return this.#readJournal(boardId);
  }

  /** @returns undefined for a duk that this program cannot read */
  async #readJournal(boardId: BoardId): Promise<ActionIndex | undefined> {
    const { layouts } = this.#options;
    const entries = await this.#entriesOf(boardId);
    if (!entries) return undefined;
    const read = lookInJournal(updatesIn(entries), indexActions, layouts);
    return read.ok ? { boardId, position: endOf(entries), actions: read.value } : undefined;
  }
  /** One damaged journal leaves out its own case and no other. */
  async #entriesOf(boardId: BoardId): Promise<readonly JournalEntry[] | undefined> {
    try {
      return await this.#options.journal.read(documentIdOf(boardId, 'duk'));
    } catch (error) {
      if (!(error instanceof JournalUnreadable)) throw error;
      this.#options.onFailed(error);
      return undefined;
    }
  }
}
