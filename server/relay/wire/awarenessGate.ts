import type { ParticipantId } from '@duken/shared/board';
import { failed, type Result, succeeded } from '@duken/shared/result';
import * as decoding from 'lib0/decoding';
import { malformed, type Refusal } from '../refusal.ts';

/** One client's cursor as it travels. `state` is its JSON text as UTF-8, a view on the frame. */
export interface AwarenessEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly state: Uint8Array;
}

/** Reads the entries of an awareness message, to its end. The states stay closed: most are others', and dropped. */
export function readAwareness(content: Uint8Array): Result<readonly AwarenessEntry[], Refusal> {
  try {
    const decoder = decoding.createDecoder(content);
    const entries: AwarenessEntry[] = [];
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const clientId = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      // The next clock goes out when this client leaves, and a browser cannot read one beyond the safe integers.
      if (!Number.isSafeInteger(clientId) || !Number.isSafeInteger(clock + 1)) {
        return failed(malformed('Awareness has a clock out of range'));
      }
      entries.push({ clientId, clock, state: decoding.readVarUint8Array(decoder) });
    }
    return decoding.hasContent(decoder) ? failed(malformed('Bytes after the awareness')) : succeeded(entries);
  } catch {
    return failed(malformed('Awareness cannot be read'));
  }
}

/** What a connection's own entry says: `gone` has no cursor any more, `foreign` speaks in another participant's name. */
export type OwnState = 'here' | 'gone' | 'foreign';

/** Opens a connection's own state and checks in whose name it is. */
export function readOwnState(state: Uint8Array, participantId: ParticipantId): Result<OwnState, Refusal> {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(state));
  } catch {
    return failed(malformed('Awareness state is not JSON'));
  }
  if (value === null) return succeeded('gone');
  if (typeof value !== 'object' || Array.isArray(value)) return failed(malformed('Awareness state is not an object'));
  const isOwn = !('participantId' in value) || value.participantId === participantId;
  return succeeded(isOwn ? 'here' : 'foreign');
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
