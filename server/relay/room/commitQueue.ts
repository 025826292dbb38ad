import type { DocumentId, ParticipantId } from '@duken/shared/access';
import type { ClientOwners, Journal, JournalPosition } from '../../storage/index.ts';

/** One counted message on its way to disk. Without `update` there is nothing to write, but its turn must come. */
export interface Edit {
  readonly update: Uint8Array | undefined;
  /** Yjs clients that write for the first time in it, and whose they are. */
  readonly newOwners: readonly (readonly [number, ParticipantId])[];
}

/** Whose edits are committed together, and who is told how it went. */
export interface EditOwner<E extends Edit> {
  readonly documentId: DocumentId;
  /**
   * The last word before a commit.
   * @returns those of them, in this order, that may be committed; no more is heard of the others
   */
  ready(edits: readonly E[]): readonly E[];
  /**
   * These are on disk, in this order.
   * @param position where in the document's journal; undefined when there was nothing to write
   */
  committed(edits: readonly E[], position: JournalPosition | undefined): void;
  /** These are not on disk and will not be; `edits` are all that were under way or waiting. */
  lost(edits: readonly E[], error: unknown): void;
  /** Hearing of it threw: a bug of ours, which must not stop the other documents' batch. */
  broke(error: unknown): void;
}

/** How one batch went, also one with nothing to write, for those on call. All times are milliseconds. */
export interface BatchReport<E extends Edit> {
  readonly isLost: boolean;
  readonly commitMs: number;
  /** What each document had in it. */
  readonly shares: readonly BatchShare<E>[];
}

interface BatchShare<E extends Edit> {
  readonly documentId: DocumentId;
  readonly edits: readonly E[];
  /** Undefined when there was nothing to write, or it was lost. */
  readonly position: JournalPosition | undefined;
  /** From when the document's first message was read until its people were told: the longest that any of them waited. */
  readonly lagMs: number;
}

/** What a document has in a batch. */
interface Share<E extends Edit> {
  /** When its first message was read. */
  readonly since: number;
  readonly edits: readonly E[];
}

interface GatheringShare<E extends Edit> extends Share<E> {
  readonly edits: E[];
}

/**
 * The batch of all documents: while one commit is under way, what arrives gathers for the next, so that one fsync serves
 * many edits. A lone edit is committed at the end of the very turn of the event loop that read it from its socket.
 */
export class CommitQueue<E extends Edit> {
  readonly #journal: Pick<Journal, 'append'>;
  readonly #onBatch: (batch: BatchReport<E>) => void;
  #gathering = new Map<EditOwner<E>, GatheringShare<E>>();
  #running: Promise<void> | undefined;

  constructor(journal: Pick<Journal, 'append'>, onBatch: (batch: BatchReport<E>) => void) {
    this.#journal = journal;
    this.#onBatch = onBatch;
  }

  add(owner: EditOwner<E>, edit: E): void {
    const share = this.#gathering.get(owner);
    if (share) share.edits.push(edit);
    else this.#gathering.set(owner, { since: performance.now(), edits: [edit] });
    // After this turn's reads: what other sockets have brought meanwhile rides along.
    this.#running ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.#run());
  }

  /** Resolves when everything added so far is on disk or lost. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#gathering.size > 0) {
      const batch = this.#takeBatch();
      await this.#commit(batch);
    }
    this.#running = undefined;
  }

  /** A document's part of a batch is of one room. While a broken room and its successor both have edits, one waits. */
  #takeBatch(): ReadonlyMap<EditOwner<E>, Share<E>> {
    const gathered = this.#gathering;
    this.#gathering = new Map();
    const batch = new Map<EditOwner<E>, Share<E>>();
    const documents = new Set<DocumentId>();
    for (const [owner, share] of gathered) {
      if (documents.has(owner.documentId)) {
        this.#gathering.set(owner, share);
        continue;
      }
      documents.add(owner.documentId);
      guarded(owner, () => batch.set(owner, { since: share.since, edits: owner.ready(share.edits) }));
    }
    return batch;
  }

  async #commit(batch: ReadonlyMap<EditOwner<E>, Share<E>>): Promise<void> {
    const updates = new Map<DocumentId, Uint8Array[]>();
    const owners = new Map<DocumentId, ClientOwners>();
    for (const [{ documentId }, { edits }] of batch) {
      const ofDocument = edits.flatMap(({ update }) => update ?? []);
      if (ofDocument.length > 0) updates.set(documentId, ofDocument);
      const owned = edits.flatMap(({ newOwners }) => newOwners);
      if (owned.length > 0) owners.set(documentId, new Map(owned));
    }
    let positions: ReadonlyMap<DocumentId, JournalPosition> = new Map();
    const startedAt = performance.now();
    try {
      if (updates.size > 0) positions = await this.#journal.append(updates, owners);
    } catch (error) {
      const commitMs = performance.now() - startedAt;
      const shares: BatchShare<E>[] = [];
      for (const [owner, { edits, since }] of batch) {
        // What gathered meanwhile was applied on top of what is now lost.
        const waiting = this.#gathering.get(owner)?.edits ?? [];
        this.#gathering.delete(owner);
        const all = [...edits, ...waiting];
        guarded(owner, () => owner.lost(all, error));
        shares.push({
          documentId: owner.documentId,
          edits: all,
          position: undefined,
          lagMs: performance.now() - since,
        });
      }
      this.#onBatch({ isLost: true, commitMs, shares });
      return;
    }
    const commitMs = performance.now() - startedAt;
    const shares: BatchShare<E>[] = [];
    for (const [owner, { edits, since }] of batch) {
      const { documentId } = owner;
      const position = positions.get(documentId);
      guarded(owner, () => owner.committed(edits, position));
      shares.push({ documentId, edits, position, lagMs: performance.now() - since });
    }
    this.#onBatch({ isLost: false, commitMs, shares });
  }
}

function guarded<E extends Edit>(owner: EditOwner<E>, tell: () => void): void {
  try {
    tell();
  } catch (error) {
    owner.broke(error);
  }
}
