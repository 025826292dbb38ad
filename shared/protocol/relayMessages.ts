import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** First varUint of each frame: the y-websocket dialect, and `saved`, which is ours (design.md, "The relay"). */
export const messageType = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, saved: 4 } as const;

/** Second varUint of a sync frame. */
export const syncType = { step1: 0, step2: 1, update: 2 } as const;

/**
 * Why a socket was closed. The ordinary provider does not come back after 44xx by itself, and does after all others, 45xx
 * among them.
 */
export const closeCode = {
  stopping: 1001,
  tooLarge: 1009,
  /** The board could not be read from storage: nothing is served rather than an empty sheet. */
  cannotLoad: 1011,
  /** The same browser has come in as somebody else, or as something else: it does better to come back as that. */
  seatChanged: 1012,
  tooSlow: 1013,
  /** More was on its way to the server at once than it holds; it does better to come back and begin again. */
  crowdedOut: 1013,
  notSignedIn: 4401,
  notAllowed: 4403,
  malformed: 4408,
  /** The same person has the board open in as many windows as anybody may. */
  tooManyWindows: 4409,
  /** A rule of the duk was broken; the reason is the rule's name. Nothing of that update is applied. */
  ruleBroken: 4422,
  tooOften: 4429,
  /** The disk refused an edit: nothing of it is kept, and whoever made it is to come back with it. */
  notSaved: 4503,
  /** As many people as there is room for are at the board. */
  boardFull: 4509,
} as const;

/** Largest single update, in bytes. Room for many pages of pasted text. */
export const maxUpdateBytes = 1024 * 1024;
/** Largest step 2, in bytes: a whole document, since a long time offline must be able to come home. */
export const maxStep2Bytes = 20 * 1024 * 1024;
/** Largest frame of cursors, in bytes. */
export const maxAwarenessBytes = 16 * 1024;

/** Message 4: how many of this socket's document messages are on disk. */
export function encodeSaved(count: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageType.saved);
  encoding.writeVarUint(encoder, count);
  return encoding.toUint8Array(encoder);
}

/** Whether a frame that a client sends is one that message 4 counts: a sync step 2 or an update, also an empty one. */
export function isDocumentMessage(frame: Uint8Array): boolean {
  const decoder = decoding.createDecoder(frame);
  if (frame.length < 2 || decoding.readVarUint(decoder) !== messageType.sync) return false;
  const kind = decoding.readVarUint(decoder);
  return kind === syncType.step2 || kind === syncType.update;
}
