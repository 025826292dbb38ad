import { messageType, syncType } from '@duken/shared/protocol';
import * as encoding from 'lib0/encoding';

/** What the relay says, besides message 4. A frame is encoded once and shared by all who get it. */
export function encodeStep1(stateVector: Uint8Array): Uint8Array {
  return encodeSync(syncType.step1, stateVector);
}

export function encodeStep2(update: Uint8Array): Uint8Array {
  return encodeSync(syncType.step2, update);
}

export function encodeUpdate(update: Uint8Array): Uint8Array {
  return encodeSync(syncType.update, update);
}

/** One client's cursor. `state` is the JSON text as UTF-8. */
export function encodeAwareness(clientId: number, clock: number, state: Uint8Array): Uint8Array {
  const entries = encoding.createEncoder();
  encoding.writeVarUint(entries, 1);
  encoding.writeVarUint(entries, clientId);
  encoding.writeVarUint(entries, clock);
  encoding.writeVarUint8Array(entries, state);
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, messageType.awareness);
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(entries));
  return encoding.toUint8Array(frame);
}

/** The state of a client that has left: the JSON text `null`. */
export const goneState = new TextEncoder().encode('null');

/** An awareness message with no entries: says nothing, and keeps the ordinary provider from thinking we are gone. */
export const keepAlive = Uint8Array.of(messageType.awareness, 1, 0);

function encodeSync(type: number, content: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageType.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, content);
  return encoding.toUint8Array(encoder);
}
