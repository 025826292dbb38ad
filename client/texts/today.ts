import { useSyncExternalStore } from 'react';
import { dayOf } from './dates.ts';

/** How far the device's clock may be from the server's before somebody is asked which of them has the day, in ms. */
const farMs = 24 * 60 * 60 * 1000;

/**
 * What day it is: the device's own, until its clock turns out to be more than a day from the server's. Nobody but those at
 * the table knows which of the two is right then, so they are asked, once.
 */
export class DayClock {
  readonly #clock: () => number;
  readonly #listeners = new Set<() => void>();
  /** How far the server was ahead when it was last heard, in ms. */
  #aheadMs = 0;
  #chosen: 'device' | 'server' | undefined;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Takes the `Date` of an answer. What is no date says nothing. */
  hear(date: string | null): void {
    const moment = Date.parse(date ?? '');
    if (Number.isNaN(moment)) return;
    this.#aheadMs = moment - this.#clock();
    // Whoever has set the clock right is asked anew should it go wrong again.
    if (!this.#isFar()) this.#chosen = undefined;
    this.#tell();
  }

  deviceDay(): string {
    return dayOf(new Date(this.#clock()));
  }

  serverDay(): string {
    return dayOf(new Date(this.#clock() + this.#aheadMs));
  }

  today(): string {
    return this.#chosen === 'server' ? this.serverDay() : this.deviceDay();
  }

  /** Whether somebody is to say which day it is. */
  isUnsure(): boolean {
    return this.#isFar() && this.#chosen === undefined;
  }

  choose(which: 'device' | 'server'): void {
    this.#chosen = which;
    this.#tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #isFar(): boolean {
    return Math.abs(this.#aheadMs) > farMs;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export const dayClock = new DayClock(Date.now);

/** Today as 'YYYY-MM-DD', by the clock that people here go by. */
export function dayNow(): string {
  return dayClock.today();
}

/** The same for a page that shows it. */
export function useToday(): string {
  return useSyncExternalStore(dayClock.subscribe, dayNow);
}
