import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** What a server says, as far as the load test cares. */
export type Heard =
  /** The server asks what we have. */
  | { readonly kind: 'asked' }
  /** Edits; `isAnswer` when they are the answer to our own question. */
  | { readonly kind: 'edits'; readonly update: Uint8Array; readonly isAnswer: boolean }
  /** So many of our document messages are safe, counted from the first of this connection. */
  | { readonly kind: 'safeUpTo'; readonly count: number }
  /** One more of them is. */
  | { readonly kind: 'oneMoreSafe' }
  | { readonly kind: 'other' };

/** How a server speaks with those on one board. */
export interface Dialect {
  /** What a newcomer says first: who it is, where that is asked for, and that it knows nothing. */
  readonly hello: (boardId: string) => readonly Uint8Array[];
  /** A message that carries an edit. */
  readonly edit: (boardId: string, update: Uint8Array) => Uint8Array;
  /** The answer to the server's question by one who has nothing. */
  readonly nothingToAdd: (boardId: string) => Uint8Array;
  readonly read: (message: Uint8Array) => Heard;
}

const sync = 0;
const step1 = 0;
const step2 = 1;
const update = 2;
const other: Heard = { kind: 'other' };
const knowsNothing = Uint8Array.of(0);
const emptyUpdate = Uint8Array.of(0, 0);

/** The ordinary y-websocket dialect, with our own message 4 where a server speaks it. */
export const plainDialect: Dialect = {
  hello: () => [plain(step1, knowsNothing)],
  edit: (_boardId, bytes) => plain(update, bytes),
  nothingToAdd: () => plain(step2, emptyUpdate),
  read: (message) => {
    const decoder = decoding.createDecoder(message);
    const kind = decoding.readVarUint(decoder);
    if (kind === sync) return readSync(decoder);
    if (kind === 4) return { kind: 'safeUpTo', count: decoding.readVarUint(decoder) };
    return other;
  },
};

/** Hocuspocus' dialect: every message begins with the board's name, and one shows a token before anything else. */
export const hocuspocusDialect: Dialect = {
  hello: (boardId) => [
    named(boardId, (encoder) => {
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, 'load');
    }),
    named(boardId, (encoder) => encoding.writeUint8Array(encoder, plain(step1, knowsNothing))),
  ],
  edit: (boardId, bytes) => named(boardId, (encoder) => encoding.writeUint8Array(encoder, plain(update, bytes))),
  nothingToAdd: (boardId) => named(boardId, (encoder) => encoding.writeUint8Array(encoder, plain(step2, emptyUpdate))),
  read: (message) => {
    const decoder = decoding.createDecoder(message);
    const nameBytes = decoding.readVarUint(decoder);
    decoder.pos += nameBytes;
    const kind = decoding.readVarUint(decoder);
    const syncReply = 4;
    const syncStatus = 8;
    if (kind === sync || kind === syncReply) return readSync(decoder);
    if (kind === syncStatus && decoding.readVarUint(decoder) === 1) return { kind: 'oneMoreSafe' };
    return other;
  },
};

function readSync(decoder: decoding.Decoder): Heard {
  const kind = decoding.readVarUint(decoder);
  if (kind === step1) return { kind: 'asked' };
  return { kind: 'edits', update: decoding.readVarUint8Array(decoder), isAnswer: kind === step2 };
}

function plain(kind: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

function named(boardId: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, boardId);
    write(encoder);
  });
}
