import { closeCode } from '@duken/shared/protocol';

/** What stands between somebody and their duk, and passes: told in words for as long as it lasts. */
export type Trouble =
  | 'notSaved'
  | 'cannotLoad'
  | 'boardFull'
  | 'tooManyWindows'
  | 'tooOften'
  | 'tooSlow'
  /** Pages come through, and the live line does not. */
  | 'noLine'
  /** Nothing comes through, and there is no duk on the screen yet. */
  | 'noServer';

/** Why the server will not have us back; trying again does not help. */
export type EndReason = 'notSignedIn' | 'notAllowed' | 'tooLarge' | 'refused';

/** What a closed socket means for the session. */
export type Closing =
  /** What was sent broke a rule of the duk: a fresh document is needed, with what is allowed laid on it anew. */
  | { readonly kind: 'ruleBroken' }
  | { readonly kind: 'ended'; readonly reason: EndReason }
  /** `afterMs`: how long to wait before the next try; undefined leaves the pace to the provider. */
  | { readonly kind: 'comeBack'; readonly trouble?: Trouble; readonly afterMs?: number };

const closings: Readonly<Record<number, Closing>> = {
  [closeCode.notSignedIn]: { kind: 'ended', reason: 'notSignedIn' },
  [closeCode.notAllowed]: { kind: 'ended', reason: 'notAllowed' },
  [closeCode.tooLarge]: { kind: 'ended', reason: 'tooLarge' },
  [closeCode.ruleBroken]: { kind: 'ruleBroken' },
  [closeCode.malformed]: { kind: 'ended', reason: 'refused' },
  [closeCode.cannotLoad]: { kind: 'comeBack', trouble: 'cannotLoad' },
  // The server lets us in, and cannot take what we bring: the provider would try five times a second.
  [closeCode.notSaved]: { kind: 'comeBack', trouble: 'notSaved', afterMs: 2_000 },
  [closeCode.tooSlow]: { kind: 'comeBack', trouble: 'tooSlow', afterMs: 1_000 },
  [closeCode.tooOften]: { kind: 'comeBack', trouble: 'tooOften', afterMs: 2_000 },
  // Somebody has to leave first.
  [closeCode.boardFull]: { kind: 'comeBack', trouble: 'boardFull', afterMs: 8_000 },
  [closeCode.tooManyWindows]: { kind: 'comeBack', trouble: 'tooManyWindows', afterMs: 8_000 },
};

/** @param code of the close event; an unknown one is what a lost network, or a server that stops, looks like */
export function closingOf(code: number): Closing {
  return closings[code] ?? { kind: 'comeBack' };
}

/** Spreads those who were closed in the same moment: from the wait itself to half as long again. */
export function spread(afterMs: number, random: () => number): number {
  return afterMs * (1 + random() / 2);
}
