import type { SheetPart } from '@duken/shared/board';
import { useState, useSyncExternalStore } from 'react';
import type { BoardSession } from '../session/index.ts';
import type { AskedNow } from './boardSlots.ts';

/** What somebody asked to see. Whoever asks again, even for the same, makes a new value. */
export type ThingToSee =
  | { readonly kind: 'part'; readonly part: SheetPart }
  /** Where one was before that. */
  | { readonly kind: 'back' }
  | { readonly kind: 'journey' };

export interface Guide {
  /** Whether there is anything to show of it: closed, it takes no room and is not even fetched. */
  readonly isOpen: boolean;
  readonly isShown: boolean;
  /** Whether the table is led, and this person has put the question away. */
  readonly isHidden: boolean;
  readonly show: (isShown: boolean) => void;
  readonly asked: AskedNow | undefined;
  readonly ask: (asked: AskedNow | undefined) => void;
  readonly sees: ThingToSee | undefined;
  readonly see: (thing: ThingToSee) => void;
}

/** The guided meeting as this window has it: whoever wants just the cloth puts it away. */
export function useGuide(session: BoardSession): Guide {
  const isLed = useSyncExternalStore(session.subscribe, () => (session.board().meeting?.step ?? '') !== '');
  const isGathered = useSyncExternalStore(session.subscribe, () => session.board().now?.gathering !== undefined);
  const [wish, setWish] = useState<boolean>();
  const [sees, see] = useState<ThingToSee>();
  const [asked, ask] = useState<AskedNow>();
  const isShown = wish ?? isLed;
  return {
    isOpen: isShown || isGathered || isLed,
    isShown,
    isHidden: isLed && !isShown,
    show: setWish,
    asked,
    ask,
    sees,
    see,
  };
}
