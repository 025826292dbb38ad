/** What a session needs of the page it lives in, so that its tests can do without a browser. */
export interface Page {
  /** `wss://host` or `ws://host`. */
  readonly socketOrigin: string;
  readonly WebSocket: typeof WebSocket;
  /** Runs once on the next frame; soon in a hidden tab, which has none. @returns takes it back */
  readonly onNextFrame: (run: () => void) => () => void;
  /** @returns stops listening */
  readonly listen: (
    event: 'online' | 'offline' | 'beforeunload' | 'pagehide' | 'pageshow',
    listener: (event: Event) => void,
  ) => () => void;
}

export const browserPage: Page = {
  get socketOrigin() {
    const { protocol, host } = window.location;
    return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`;
  },
  get WebSocket() {
    return WebSocket;
  },
  onNextFrame(run) {
    if (document.hidden) {
      const timer = setTimeout(run);
      return () => clearTimeout(timer);
    }
    const stop = (): void => {
      document.removeEventListener('visibilitychange', once);
      cancelAnimationFrame(frame);
    };
    const once = (): void => {
      stop();
      run();
    };
    // A tab that is hidden before its frame comes would wait until somebody looks at it again.
    document.addEventListener('visibilitychange', once);
    const frame = requestAnimationFrame(once);
    return stop;
  },
  listen(event, listener) {
    window.addEventListener(event, listener);
    return () => window.removeEventListener(event, listener);
  },
};
