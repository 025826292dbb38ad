/** What people are told about their own changes. */
export type SavedStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** `waiting` counts the person's own changes that are not on disk. */
  | { readonly kind: 'disconnected'; readonly waiting: number }
  /** The server has no room on its disk, or no database, for them now. */
  | { readonly kind: 'notSaved'; readonly waiting: number };

/**
 * Keeps count of which of one's own changes are on disk (design.md, "The relay", message 4). Each socket counts its own
 * document messages from 0, and the server says how many of them are saved. What an earlier socket left uncovered is
 * covered by the first step 2 of the next, which holds everything the server lacks.
 */
export class SavedLedger {
  /** For each change not yet on disk, oldest first: the message of this socket that carries it, or undefined while none does. */
  #carriers: (number | undefined)[] = [];
  #sent = 0;
  #isConnected = false;
  /** Storage has refused what now waits; so it stays until all of that is on disk, however often the socket comes and goes. */
  #isRefused = false;
  #status: SavedStatus = { kind: 'disconnected', waiting: 0 };
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  status(): SavedStatus {
    return this.#status;
  }

  /** How many of one's own changes would be lost if the browser closed now. */
  waiting(): number {
    return this.#carriers.length;
  }

  socketOpened(): void {
    this.#sent = 0;
    this.#carriers = this.#carriers.map(() => undefined);
    this.#isConnected = true;
    this.#tell();
  }

  socketClosed(): void {
    this.#isConnected = false;
    this.#carriers = this.#carriers.map(() => undefined);
    this.#tell();
  }

  /** The server could not save. */
  storageRefused(): void {
    this.#isRefused = true;
    this.#tell();
  }

  /** The socket sends a document message; a step 2 carries everything that has no carrier. */
  messageSent(isStep2: boolean): void {
    this.#sent += 1;
    if (isStep2) this.#carriers = this.#carriers.map((carrier) => carrier ?? this.#sent);
  }

  /** One's own change has been made. `wasSent` when it left in the message sent just before. */
  changed(wasSent: boolean): void {
    this.#carriers.push(wasSent ? this.#sent : undefined);
    this.#tell();
  }

  /** The server has the first `count` document messages of this socket on disk. */
  saved(count: number): void {
    this.#carriers = this.#carriers.filter((carrier) => carrier === undefined || carrier > count);
    this.#tell();
  }

  #tell(): void {
    const waiting = this.#carriers.length;
    if (waiting === 0) this.#isRefused = false;
    const kind = this.#kind(waiting);
    const before = this.#status;
    if (kind === before.kind && (!('waiting' in before) || before.waiting === waiting)) return;
    this.#status = kind === 'disconnected' || kind === 'notSaved' ? { kind, waiting } : { kind };
    this.#onChange();
  }

  #kind(waiting: number): SavedStatus['kind'] {
    if (this.#isRefused) return 'notSaved';
    if (!this.#isConnected) return 'disconnected';
    return waiting === 0 ? 'saved' : 'saving';
  }
}
