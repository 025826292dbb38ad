/** As much of the browser's service workers as is used, so that the tests can do without a browser. */
export interface Workers {
  readonly register: (url: string) => Promise<Registration>;
  readonly addEventListener: (kind: 'controllerchange', listener: () => void, how: { readonly once: true }) => void;
}

export interface Registration {
  /** A newer version, wholly laid in, that has not taken over. */
  readonly waiting: { readonly postMessage: (message: 'takeOver') => void } | null;
  readonly update: () => Promise<unknown>;
}

/** So often, in ms, a page that stays open asks at most whether there is a newer version. */
const askedAtMostEveryMs = 10 * 60_000;

/**
 * The program, kept on this device so that pages open without a network, and the newer one that may lie ready. A page that is
 * open goes on as it is: it takes the newer version between two pages, when nothing that somebody wrote would be lost.
 */
export class AppOnDevice {
  readonly #workers: Workers;
  readonly #clock: () => number;
  readonly #reload: () => void;
  #registration: Registration | undefined;
  #isAsked = false;
  #askedAt = 0;

  constructor(options: { readonly workers: Workers; readonly clock: () => number; readonly reload: () => void }) {
    this.#workers = options.workers;
    this.#clock = options.clock;
    this.#reload = options.reload;
  }

  /** Lays the program in, once for a page. Where a browser refuses, pages need the network as before. */
  async keep(): Promise<void> {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#askedAt = this.#clock();
    this.#registration = await this.#workers.register('/worker.js').catch(() => undefined);
    // This page came from the network just now, and is the newer one already.
    this.#registration?.waiting?.postMessage('takeOver');
  }

  /** Somebody goes from one page to another. @param mayLoadAnew whether nothing that they wrote would be lost, asked again when it comes to it */
  betweenPages(mayLoadAnew: () => boolean): void {
    const registration = this.#registration;
    if (!registration) return;
    if (registration.waiting && mayLoadAnew()) {
      const loadAnew = (): void => {
        if (mayLoadAnew()) this.#reload();
      };
      this.#workers.addEventListener('controllerchange', loadAnew, { once: true });
      registration.waiting.postMessage('takeOver');
      return;
    }
    if (this.#clock() - this.#askedAt < askedAtMostEveryMs) return;
    this.#askedAt = this.#clock();
    // Without a network there is nothing newer to be had.
    registration.update().catch(() => undefined);
  }
}

/** This browser's; undefined where there can be none: over plain http to another machine, and while the pages are worked on. */
export const appOnDevice: AppOnDevice | undefined =
  import.meta.env.PROD && 'serviceWorker' in globalThis.navigator
    ? new AppOnDevice({ workers: navigator.serviceWorker, clock: Date.now, reload: () => location.reload() })
    : undefined;
