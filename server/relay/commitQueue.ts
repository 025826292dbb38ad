import type { BoardId } from '@duken/shared/board';
import type { Journal, JournalPosition } from '../storage/index.ts';

/** One counted message on its way to disk. Without `update` there is nothing to write, but its turn must come. */
export interface Edit {
  readonly update: Uint8Array | undefined;
}

/** Whose edits are committed together, and who is told how it went. */
export interface EditOwner<E extends Edit> {
  readonly boardId: BoardId;
  /**
   * These are on disk, in this order.
   * @param position where in the board's journal; undefined when there was nothing to write
   */
  committed(edits: readonly E[], position: JournalPosition | undefined): void;
  /** These are not on disk and will not be; `edits` are all that were under way or waiting. */
  lost(edits: readonly E[], error: unknown): void;
  /** Hearing of it threw: a bug of ours, which must not stop the other boards' beat. */
  broke(error: unknown): void;
}

/**
 * The beat of all boards: while one commit is under way, what arrives gathers for the next, so that one fsync serves
 * many edits. A lone edit is committed at the end of the very turn of the event loop that read it from its socket.
 */
export class CommitQueue<E extends Edit> {
  readonly #journal: Pick<Journal, 'append'>;
  readonly #onBeat: (failed: boolean) => void;
  #gathering = new Map<EditOwner<E>, E[]>();
  #running: Promise<void> | undefined;

  constructor(journal: Pick<Journal, 'append'>, onBeat: (failed: boolean) => void) {
    this.#journal = journal;
    this.#onBeat = onBeat;
  }

  add(owner: EditOwner<E>, edit: E): void {
    const edits = this.#gathering.get(owner);
    if (edits) edits.push(edit);
    else this.#gathering.set(owner, [edit]);
    // After this turn's reads: what other sockets have brought meanwhile rides along.
    this.#running ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.#run());
  }

  /** Resolves when everything added so far is on disk or lost. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#gathering.size > 0) {
      const beat = this.#gathering;
      this.#gathering = new Map();
      await this.#commit(beat);
    }
    this.#running = undefined;
  }

  async #commit(beat: ReadonlyMap<EditOwner<E>, E[]>): Promise<void> {
    const updates = new Map<BoardId, Uint8Array[]>();
    for (const [{ boardId }, edits] of beat) {
      const ofBoard = updates.get(boardId) ?? [];
      for (const { update } of edits) if (update) ofBoard.push(update);
      if (ofBoard.length > 0) updates.set(boardId, ofBoard);
    }
    let positions: ReadonlyMap<BoardId, JournalPosition> = new Map();
    try {
      if (updates.size > 0) positions = await this.#journal.append(updates);
    } catch (error) {
      this.#onBeat(true);
      for (const [owner, edits] of beat) {
        // What gathered meanwhile was applied on top of what is now lost.
        const waiting = this.#gathering.get(owner) ?? [];
        this.#gathering.delete(owner);
        guarded(owner, () => owner.lost([...edits, ...waiting], error));
      }
      return;
    }
    if (updates.size > 0) this.#onBeat(false);
    for (const [owner, edits] of beat) {
      guarded(owner, () => owner.committed(edits, positions.get(owner.boardId)));
    }
  }
}

function guarded<E extends Edit>(owner: EditOwner<E>, tell: () => void): void {
  try {
    tell();
  } catch (error) {
    owner.broke(error);
  }
}
