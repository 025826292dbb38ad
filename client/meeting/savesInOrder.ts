import type { Result } from '@duken/shared/result';

/** How far what was changed here has come. */
export type SaveStatus<Failure> =
  | { readonly kind: 'untouched' | 'saving' | 'saved' }
  /** Nothing is thrown away: trying again sends all that was not taken. */
  | { readonly kind: 'failed'; readonly failure: Failure };

interface SavesInOrderOptions<Change, Failure> {
  readonly send: (change: Change) => Promise<Result<unknown, Failure>>;
  /** One change after the other as one. */
  readonly join: (first: Change, second: Change) => Change;
  readonly onChange: () => void;
}

/**
 * Saves changes in the order they were made, one request at a time: what is changed while one is under way goes together in
 * the next, so that no older answer overtakes a newer one, and the sign is of the newest.
 */
export class SavesInOrder<Change, Failure> {
  readonly #options: SavesInOrderOptions<Change, Failure>;
  #underWay: Change | undefined;
  #waiting: Change | undefined;
  #status: SaveStatus<Failure> = { kind: 'untouched' };

  constructor(options: SavesInOrderOptions<Change, Failure>) {
    this.#options = options;
  }

  status(): SaveStatus<Failure> {
    return this.#status;
  }

  /** All that the server has not taken yet, as one change. */
  pending(): Change | undefined {
    if (this.#underWay === undefined || this.#waiting === undefined) return this.#underWay ?? this.#waiting;
    return this.#options.join(this.#underWay, this.#waiting);
  }

  add(change: Change): void {
    this.#waiting = this.#waiting === undefined ? change : this.#options.join(this.#waiting, change);
    void this.#sendNext();
  }

  retry(): void {
    void this.#sendNext();
  }

  async #sendNext(): Promise<void> {
    if (this.#underWay === undefined && this.#waiting !== undefined) {
      const change = this.#waiting;
      this.#underWay = change;
      this.#waiting = undefined;
      this.#become({ kind: 'saving' });
      const answer = await this.#options.send(change);
      this.#underWay = undefined;
      if (!answer.ok) {
        this.#waiting = this.#waiting === undefined ? change : this.#options.join(change, this.#waiting);
        this.#become({ kind: 'failed', failure: answer.failure });
        return;
      }
      if (this.#waiting === undefined) this.#become({ kind: 'saved' });
      await this.#sendNext();
    } else this.#options.onChange();
  }

  #become(status: SaveStatus<Failure>): void {
    this.#status = status;
    this.#options.onChange();
  }
}
