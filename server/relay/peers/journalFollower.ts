import type { JournalEntry, JournalPosition } from '../../storage/index.ts';

export interface JournalFollowerOptions {
  /** Up to where everything is had at the beginning. */
  readonly position: JournalPosition;
  readonly read: (after: JournalPosition) => Promise<readonly JournalEntry[]>;
  /** Takes what was read and not had: in one go, oldest first. The first may hold what is had too, compacted into it. */
  readonly take: (entries: readonly JournalEntry[]) => void;
  /** The journal could not be read. It is tried again when somebody asks. */
  readonly onFailed: (error: unknown) => void;
  /** How long an entry may be on its way to us before it is looked for in the journal, in milliseconds. */
  readonly patienceMs: number;
}

/**
 * How far one document's journal is had here. Several servers write it, and tell each other; what somebody told nobody of is
 * found in the journal itself. Entries may be heard in any order: the updates in them merge in any order too.
 */
export class JournalFollower {
  readonly #options: JournalFollowerOptions;
  #position: JournalPosition;
  /** Had, further on than an entry that is not. */
  readonly #beyond = new Set<JournalPosition>();
  #reading: Promise<boolean> | undefined;
  #mustReadAgain = false;
  #patience: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: JournalFollowerOptions) {
    this.#options = options;
    this.#position = options.position;
  }

  /** Up to here everything is had. */
  get position(): JournalPosition {
    return this.#position;
  }

  /** Whether an entry is missing that others stand behind. */
  get lacksSome(): boolean {
    return this.#beyond.size > 0;
  }

  /**
   * Notes that an entry is had now.
   * @returns false when it was had before
   */
  hear(position: JournalPosition): boolean {
    if (this.#isHad(position)) return false;
    this.#beyond.add(position);
    while (this.#beyond.delete(this.#position + 1)) this.#position += 1;
    this.#waitForMissing();
    return true;
  }

  /** Takes from the journal what others have written and is not had. Never throws. @returns whether it could be read */
  catchUp(): Promise<boolean> {
    if (this.#reading) this.#mustReadAgain = true;
    this.#reading ??= this.#readOn().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#patience);
  }

  #isHad(position: JournalPosition): boolean {
    return position <= this.#position || this.#beyond.has(position);
  }

  #waitForMissing(): void {
    if (!this.lacksSome) {
      clearTimeout(this.#patience);
      this.#patience = undefined;
      return;
    }
    this.#patience ??= setTimeout(() => {
      this.#patience = undefined;
      void this.catchUp();
    }, this.#options.patienceMs).unref();
  }

  async #readOn(): Promise<boolean> {
    do {
      this.#mustReadAgain = false;
      try {
        const entries = await this.#options.read(this.#position);
        if (this.#isClosed) return false;
        this.#takeUnheard(entries);
      } catch (error) {
        this.#options.onFailed(error);
        return false;
      }
    } while (this.#mustReadAgain);
    return true;
  }

  #takeUnheard(entries: readonly JournalEntry[]): void {
    const [first, ...later] = entries;
    if (!first) return;
    const fresh: JournalEntry[] = [];
    // Everything before the first entry is in it: what was compacted stands at the last of its positions.
    if (first.position > this.#position) {
      fresh.push(first);
      for (const position of this.#beyond) if (position <= first.position) this.#beyond.delete(position);
      this.#position = first.position;
    }
    for (const entry of later) {
      if (this.#isHad(entry.position)) continue;
      fresh.push(entry);
      this.#beyond.add(entry.position);
    }
    while (this.#beyond.delete(this.#position + 1)) this.#position += 1;
    this.#waitForMissing();
    if (fresh.length > 0) this.#options.take(fresh);
  }
}
