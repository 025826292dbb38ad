import type { ParticipantId } from '@duken/shared/board';
import { failed, type Result, succeeded } from '@duken/shared/result';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { JournalPosition } from '../../storage/index.ts';

/** An edit as one server tells it to the others. */
export interface PeerEdit {
  readonly participantId: ParticipantId;
  /** The Yjs clients in it, so that nobody writes in their name on another server. */
  readonly clientIds: readonly number[];
  readonly update: Uint8Array;
}

/** Somebody at a document on one server, as the others know them. */
export interface PeerPerson {
  /** Which of its server's sockets. */
  readonly socket: number;
  readonly participantId: ParticipantId;
  /** Their cursor, as an awareness message; empty when they have shown none. */
  readonly cursor: Uint8Array;
}

/** What servers at the same document tell each other. Byte arrays that were read are views on the message. */
export type PeerMessage =
  /** The journal goes as far as this. What is not sent along is to be read there. */
  | { readonly kind: 'batch'; readonly position: JournalPosition; readonly edits: readonly PeerEdit[] }
  /** Somebody came, or their cursor moved. */
  | { readonly kind: 'person'; readonly person: PeerPerson }
  | { readonly kind: 'left'; readonly socket: number }
  /** All who are at the document on the server that says so; `asks` for the same from the others. */
  | { readonly kind: 'people'; readonly people: readonly PeerPerson[]; readonly asks: boolean }
  /** What was removed up to this position is gone for good: nobody is to be told of it any more. */
  | { readonly kind: 'cleared'; readonly position: JournalPosition };

/**
 * The numbers on the wire. A server that is newer than another may say what that one does not know: never reuse one. 4 and 5
 * were an access that had ended.
 */
const kinds = ['batch', 'person', 'left', 'people', undefined, undefined, 'cleared'] as const satisfies readonly (
  | PeerMessage['kind']
  | undefined
)[];

/** @param server who says it */
export function encodePeerMessage(server: string, message: PeerMessage): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kinds.indexOf(message.kind));
  encoding.writeVarString(encoder, server);
  switch (message.kind) {
    case 'batch':
      encoding.writeVarUint(encoder, message.position);
      writeList(encoder, message.edits, writeEdit);
      break;
    case 'person':
      writePerson(encoder, message.person);
      break;
    case 'cleared':
      encoding.writeVarUint(encoder, message.position);
      break;
    case 'left':
      encoding.writeVarUint(encoder, message.socket);
      break;
    case 'people':
      writeList(encoder, message.people, writePerson);
      encoding.writeVarUint(encoder, message.asks ? 1 : 0);
      break;
  }
  return encoding.toUint8Array(encoder);
}

export type PeerMessageFailure =
  /** From a server of another version. */
  { readonly kind: 'unknownKind' } | { readonly kind: 'unreadable' };

export function readPeerMessage(
  bytes: Uint8Array,
): Result<{ readonly server: string; readonly message: PeerMessage }, PeerMessageFailure> {
  try {
    const decoder = decoding.createDecoder(bytes);
    const kind = kinds[decoding.readVarUint(decoder)];
    if (!kind) return failed({ kind: 'unknownKind' });
    const server = decoding.readVarString(decoder);
    const message = readMessage(kind, decoder);
    return decoding.hasContent(decoder) ? failed({ kind: 'unreadable' }) : succeeded({ server, message });
  } catch {
    // lib0 throws on a message that ends too early.
    return failed({ kind: 'unreadable' });
  }
}

function readMessage(kind: PeerMessage['kind'], decoder: decoding.Decoder): PeerMessage {
  switch (kind) {
    case 'batch':
      return { kind, position: decoding.readVarUint(decoder), edits: readList(decoder, readEdit) };
    case 'person':
      return { kind, person: readPerson(decoder) };
    case 'cleared':
      return { kind, position: decoding.readVarUint(decoder) };
    case 'left':
      return { kind, socket: decoding.readVarUint(decoder) };
    case 'people':
      return { kind, people: readList(decoder, readPerson), asks: decoding.readVarUint(decoder) === 1 };
  }
}

function writeEdit(encoder: encoding.Encoder, { participantId, clientIds, update }: PeerEdit): void {
  encoding.writeVarString(encoder, participantId);
  writeList(encoder, clientIds, encoding.writeVarUint);
  encoding.writeVarUint8Array(encoder, update);
}

function readEdit(decoder: decoding.Decoder): PeerEdit {
  return {
    participantId: decoding.readVarString(decoder) as ParticipantId,
    clientIds: readList(decoder, decoding.readVarUint),
    update: decoding.readVarUint8Array(decoder),
  };
}

function writePerson(encoder: encoding.Encoder, { socket, participantId, cursor }: PeerPerson): void {
  encoding.writeVarUint(encoder, socket);
  encoding.writeVarString(encoder, participantId);
  encoding.writeVarUint8Array(encoder, cursor);
}

function readPerson(decoder: decoding.Decoder): PeerPerson {
  return {
    socket: decoding.readVarUint(decoder),
    participantId: decoding.readVarString(decoder) as ParticipantId,
    cursor: decoding.readVarUint8Array(decoder),
  };
}

function writeList<Item>(
  encoder: encoding.Encoder,
  items: readonly Item[],
  write: (encoder: encoding.Encoder, item: Item) => void,
): void {
  encoding.writeVarUint(encoder, items.length);
  for (const item of items) write(encoder, item);
}

function readList<Item>(decoder: decoding.Decoder, read: (decoder: decoding.Decoder) => Item): readonly Item[] {
  const items: Item[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) items.push(read(decoder));
  return items;
}
