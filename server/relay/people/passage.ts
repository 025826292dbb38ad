import type { Admission, Admitted, HearAdmission, Watching } from './admission.ts';

/** One who comes by a socket: what their access is now, from when they asked for it until they have left. */
export class Passage {
  readonly #watching: Watching;
  #latest: Admission | undefined;
  #hear: HearAdmission | undefined;

  constructor(watch: (hear: HearAdmission) => Watching) {
    this.#watching = watch((admission) => {
      this.#latest = admission;
      this.#hear?.(admission);
    });
  }

  async ask(): Promise<Admission> {
    const admission = await this.#watching.first;
    // A change may have been heard before.
    this.#latest ??= admission;
    return this.#latest;
  }

  /** Tells what the access has become since the door, if it has, and each change from now on. */
  listen(admitted: Admitted, hear: HearAdmission): void {
    this.#hear = hear;
    if (this.#latest && this.#latest !== admitted) hear(this.#latest);
  }

  settled(): Promise<void> | undefined {
    return this.#watching.settled();
  }

  end(): void {
    this.#watching.end();
  }
}
