import type { BoardId } from '@duken/shared/board';
import { BoardSession, type SessionOptions } from './boardSession.ts';
import { Drafts } from './drafts.ts';

/** How long a session stays after its page was left, in ms: a look at the plan costs no new connection. */
export const lingerMs = 5_000;

interface Kept {
  readonly session: BoardSession;
  holders: number;
  linger: ReturnType<typeof setTimeout> | undefined;
  readonly stop: () => void;
}

/**
 * The sessions by board, above the router: one is made when a board's page is first shown. When no page shows it any more it
 * ends, but not while it holds work: what waits is sent when the network is back, wherever in the pages somebody is then.
 */
export class SessionStore {
  /** What is half written, by board. It outlives the sessions: it was never sent anywhere. */
  readonly drafts = new Drafts();
  readonly #sessions = new Map<string, Kept>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  /** Makes the session, or takes the one that is there to the seat that `options` says; a page shows it from now on. */
  hold(options: SessionOptions): BoardSession {
    const there = this.#sessions.get(options.boardId);
    if (there) {
      clearTimeout(there.linger);
      there.linger = undefined;
      there.holders += 1;
      there.session.sit(options.seat);
      this.#tell();
      return there.session;
    }
    const session = new BoardSession(options);
    const kept: Kept = {
      session,
      holders: 1,
      linger: undefined,
      stop: session.subscribe(() => {
        if (kept.holders === 0 && kept.linger === undefined) this.#endUnlessNeeded(options.boardId);
        this.#tell();
      }),
    };
    this.#sessions.set(options.boardId, kept);
    this.#tell();
    return session;
  }

  /** The page that held it is left. */
  letGo(boardId: BoardId): void {
    const kept = this.#sessions.get(boardId);
    if (!kept) return;
    kept.holders -= 1;
    if (kept.holders > 0) return;
    this.#tell();
    // Nobody points or writes from a page that is not shown.
    kept.session.presence.point(undefined);
    kept.session.presence.write(undefined);
    clearTimeout(kept.linger);
    kept.linger = setTimeout(() => {
      kept.linger = undefined;
      this.#endUnlessNeeded(boardId);
    }, lingerMs);
  }

  find(boardId: string): BoardSession | undefined {
    return this.#sessions.get(boardId)?.session;
  }

  /** Whether something that somebody wrote here would be lost, or held back, if the page were loaded anew. */
  holdsWork(): boolean {
    return this.drafts.haveWords() || [...this.#sessions.values()].some(({ session }) => session.holdsWork());
  }

  /** Those that hold work and that no page shows. */
  leftWithWork(): readonly BoardSession[] {
    return [...this.#sessions.values()]
      .filter(({ holders, session }) => holders === 0 && session.holdsWork())
      .map(({ session }) => session);
  }

  /** Counts changes of any session: for those who follow what they hold. */
  version(): number {
    return this.#version;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #endUnlessNeeded(boardId: string): void {
    const kept = this.#sessions.get(boardId);
    if (!kept || kept.holders > 0 || kept.session.holdsWork()) return;
    kept.stop();
    kept.session.destroy();
    this.#sessions.delete(boardId);
    this.#tell();
  }

  #tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
