import { messageType, syncType } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import * as decoding from 'lib0/decoding';
import type { RelayLimits } from '../limits.ts';
import { malformed, type Refusal, tooLarge } from '../refusal.ts';

/** What a browser can say. Byte arrays are views on the frame. */
export type ClientMessage =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly entries: Uint8Array }
  | { readonly kind: 'queryAwareness' };

/** What a message is, as far as its first bytes tell. */
export type MessageKind = ClientMessage['kind'] | 'unknown';

type SizeLimits = Pick<RelayLimits, 'maxUpdateBytes' | 'maxStep2Bytes' | 'maxAwarenessBytes'>;

/** What a message is whose first two bytes are these: its two types, each as short as a number can be written. */
export function messageKindOf(first: number, second: number): MessageKind {
  if (first === messageType.awareness) return 'awareness';
  if (first === messageType.queryAwareness) return 'queryAwareness';
  if (first !== messageType.sync) return 'unknown';
  if (second === syncType.step1) return 'step1';
  if (second === syncType.step2) return 'step2';
  return second === syncType.update ? 'update' : 'unknown';
}

/** Why so many bytes are too many for what a message of this kind carries, whoever sends it. */
export function sizeRefusal(
  kind: 'step2' | 'update' | 'awareness',
  bytes: number,
  limits: SizeLimits,
): Refusal | undefined {
  switch (kind) {
    case 'step2':
      return bytes > limits.maxStep2Bytes ? tooLarge('Step 2', limits.maxStep2Bytes) : undefined;
    case 'update':
      return bytes > limits.maxUpdateBytes ? tooLarge('Update', limits.maxUpdateBytes) : undefined;
    case 'awareness':
      return bytes > limits.maxAwarenessBytes ? tooLarge('Awareness', limits.maxAwarenessBytes) : undefined;
  }
}

/** Reads one frame of the y-websocket dialect: type, size and nothing after. What is inside is checked by the gates. */
export function readClientMessage(frame: Uint8Array, limits: SizeLimits): Result<ClientMessage, Refusal> {
  try {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === messageType.queryAwareness) return ended(decoder, { kind: 'queryAwareness' });
    if (type === messageType.awareness) {
      const entries = decoding.readVarUint8Array(decoder);
      const refusal = sizeRefusal('awareness', entries.length, limits);
      return refusal ? failed(refusal) : ended(decoder, { kind: 'awareness', entries });
    }
    if (type !== messageType.sync) return failed(malformed('Unknown message type'));
    return readSync(decoder, limits);
  } catch {
    // lib0 throws on a frame that ends too early and on numbers out of range.
    return failed(malformed('Frame ends too early'));
  }
}

/** The entries in a frame that another server let through; undefined when it is empty or no awareness message. */
export function readAwarenessFrame(frame: Uint8Array): Uint8Array | undefined {
  try {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== messageType.awareness) return undefined;
    return decoding.readVarUint8Array(decoder);
  } catch {
    return undefined; // Nobody has a cursor that cannot be read.
  }
}

function readSync(decoder: decoding.Decoder, limits: SizeLimits): Result<ClientMessage, Refusal> {
  const type = decoding.readVarUint(decoder);
  const content = decoding.readVarUint8Array(decoder);
  switch (type) {
    case syncType.step1:
      return ended(decoder, { kind: 'step1', stateVector: content });
    case syncType.step2:
    case syncType.update: {
      const kind = type === syncType.step2 ? 'step2' : 'update';
      const refusal = sizeRefusal(kind, content.length, limits);
      return refusal ? failed(refusal) : ended(decoder, { kind, update: content });
    }
    default:
      return failed(malformed('Unknown sync message'));
  }
}

function ended(decoder: decoding.Decoder, message: ClientMessage): Result<ClientMessage, Refusal> {
  return decoding.hasContent(decoder) ? failed(malformed('Bytes after the message')) : succeeded(message);
}
