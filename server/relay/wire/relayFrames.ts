import { messageType, syncType } from '@duken/shared/protocol';
import * as encoding from 'lib0/encoding';
import { toWireFrame, type WireFrame } from './wireFrame.ts';

/** What the relay says, besides message 4. A frame is made once and shared by all who get it. */
export function step1Frame(stateVector: Uint8Array): WireFrame {
  return syncFrame(syncType.step1, stateVector);
}

export function step2Frame(update: Uint8Array): WireFrame {
  return syncFrame(syncType.step2, update);
}

export function updateFrame(update: Uint8Array): WireFrame {
  return syncFrame(syncType.update, update);
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

/** A board is copied no more often than it must be: here. */
function syncFrame(type: number, content: Uint8Array): WireFrame {
  const head = encoding.createEncoder();
  encoding.writeVarUint(head, messageType.sync);
  encoding.writeVarUint(head, type);
  encoding.writeVarUint(head, content.length);
  return toWireFrame(encoding.toUint8Array(head), content);
}
