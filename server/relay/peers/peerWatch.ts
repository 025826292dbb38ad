import type { RoomBus } from '../../storage/index.ts';

export interface PeerWatchOptions {
  readonly bus: RoomBus;
  /** Looks for everything that other servers may have done and nobody told us of. */
  readonly look: () => Promise<void>;
  /** The others can be heard again. */
  readonly onBack: () => void;
  readonly onFailed: (error: unknown) => void;
  /** Milliseconds from one look to the next while the others are heard, and while they are not. */
  readonly everyMs: number;
  readonly everyMsWhileAway: number;
}

/**
 * Looks after what the bus does not bring. While it is up, that is what a dying server could not say; while it is away, it
 * is everything, so that people on different servers still see each other's words, only later.
 */
export class PeerWatch {
  readonly #options: PeerWatchOptions;
  #timer: NodeJS.Timeout | undefined;
  #isLooking = false;
  /** Something changed while we looked. */
  #mustLookAgain = false;
  #hasFailed = false;
  #isStopped = false;

  constructor(options: PeerWatchOptions) {
    this.#options = options;
    if (options.bus.isAlone) return;
    options.bus.onChange((isUp) => {
      if (this.#isStopped) return;
      if (isUp) options.onBack();
      this.#lookNow();
    });
    this.#wait();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    const { bus, everyMs, everyMsWhileAway } = this.#options;
    this.#timer = setTimeout(() => this.#lookNow(), bus.isUp ? everyMs : everyMsWhileAway).unref();
  }

  #lookNow(): void {
    if (this.#isLooking) {
      this.#mustLookAgain = true;
      return;
    }
    this.#isLooking = true;
    void this.#look().then(() => {
      this.#isLooking = false;
      if (this.#mustLookAgain && !this.#isStopped) {
        this.#mustLookAgain = false;
        this.#lookNow();
      } else this.#wait();
    });
  }

  async #look(): Promise<void> {
    try {
      await this.#options.look();
      this.#hasFailed = false;
    } catch (error) {
      // Told once, not twice a second for as long as the database is away.
      if (!this.#hasFailed) this.#options.onFailed(error);
      this.#hasFailed = true;
    }
  }
}
