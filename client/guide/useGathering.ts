import type { Gathering } from '@duken/shared/board';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { BoardSession } from '../session/index.ts';
import type { GuideSlot } from './guideSlot.ts';

export interface GatheringNow {
  readonly gathering: Gathering | undefined;
  /** Whether this person looks where everybody was asked to look. */
  readonly isFollowed: boolean;
  readonly join: () => void;
  readonly leave: () => void;
}

/**
 * *Samle alle*: takes the view along when somebody asks for it, but never whoever writes just then or has a dialog open, and
 * never to what was asked before one came. One key leaves. Focus, caret and reading are left alone.
 */
export function useGathering(session: BoardSession, onLook: GuideSlot['onLook']): GatheringNow {
  const at = useSyncExternalStore(session.subscribe, () => session.board().now?.gathering?.at);
  const [followed, setFollowed] = useState<number>();
  const before = useRef(at);
  const look = useRef(onLook);
  look.current = onLook;

  const join = useCallback((): void => {
    const { gathering } = session.board().now ?? {};
    if (!gathering) return;
    setFollowed(gathering.at);
    session.presence.follow(gathering.at);
    look.current(gathering);
  }, [session]);
  const leave = useCallback((): void => {
    setFollowed(undefined);
    session.presence.follow(undefined);
    look.current(undefined);
  }, [session]);

  useEffect(() => {
    const isNew = at !== before.current;
    before.current = at;
    if (at === undefined) {
      setFollowed(undefined);
      session.presence.follow(undefined);
    } else if (isNew && !isBusy()) join();
  }, [at, session, join]);

  const isFollowed = at !== undefined && followed === at;
  useEffect(() => {
    if (!isFollowed) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !isBusy()) leave();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isFollowed, leave]);

  return { gathering: at === undefined ? undefined : session.board().now?.gathering, isFollowed, join, leave };
}

/** Whether somebody writes just now, or has something open that Escape is for. */
function isBusy(): boolean {
  return (
    document.activeElement?.matches('textarea, select, input:not([type="radio"], [type="checkbox"])') === true ||
    document.querySelector('dialog[open], :popover-open') !== null
  );
}
