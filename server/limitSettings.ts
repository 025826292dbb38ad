import { failed, type Result, succeeded } from '@duken/shared/result';
import { minFreeDiskBytes, type RateLimits, rateLimits } from './http/index.ts';
import { type RelayLimits, relayLimits } from './relay/index.ts';

/** How much of everything one installation takes. */
export interface LimitSettings {
  readonly relay: RelayLimits;
  readonly rates: RateLimits;
  /** Bytes that must be free on the disk for a new board to be made. */
  readonly minFreeDiskBytes: number;
}

export const usualLimits: LimitSettings = { relay: relayLimits, rates: rateLimits, minFreeDiskBytes };

/** A whole number from 1 upwards, small enough to be kept and multiplied. */
const largest = 10 ** 12;

const { edits, editBytes, cursors } = relayLimits;

/** Every limit that can be set, with what it is when nobody does. */
const usual = {
  DUK_LIMITS_PEOPLE: relayLimits.maxPeople,
  DUK_LIMITS_WINDOWS: relayLimits.maxWindows,
  DUK_LIMITS_CONNECTIONS: relayLimits.maxConnections,
  DUK_LIMITS_UPDATE_BYTES: relayLimits.maxUpdateBytes,
  DUK_LIMITS_DOCUMENT_BYTES: relayLimits.maxDocumentBytes,
  DUK_LIMITS_UNFINISHED_BYTES: relayLimits.maxUnfinishedBytes,
  DUK_LIMITS_EDITS_PER_SECOND: edits.perSecond,
  DUK_LIMITS_EDITS_AT_ONCE: edits.burst,
  DUK_LIMITS_EDIT_BYTES_PER_SECOND: editBytes.perSecond,
  DUK_LIMITS_CURSORS_PER_SECOND: cursors.perSecond,
  DUK_LIMITS_CURSORS_AT_ONCE: cursors.burst,
  DUK_LIMITS_JOINS_PER_MINUTE: rateLimits.joinsPerMinute,
  DUK_LIMITS_BOARDS_PER_MINUTE: rateLimits.newBoardsPerMinute,
  DUK_LIMITS_DEMOS_PER_MINUTE: rateLimits.newDemosPerMinute,
  DUK_LIMITS_BOARDS_PER_DAY: rateLimits.newBoardsPerDay,
  DUK_LIMITS_FREE_DISK_BYTES: minFreeDiskBytes,
} as const;

type LimitName = keyof typeof usual;

export const limitNames = Object.keys(usual) as readonly LimitName[];

/** Which limit cannot be used, and what it must be. */
export interface LimitFailure {
  readonly setting: string;
  readonly rule: string;
}

/**
 * Reads `DUK_LIMITS_…` from the settings that are set. A name that is no limit is refused: somebody who misspelt one would
 * believe themselves protected.
 */
export function readLimits(set: Readonly<Record<string, string | undefined>>): Result<LimitSettings, LimitFailure> {
  const values: Record<LimitName, number> = { ...usual };
  for (const [setting, text] of Object.entries(set)) {
    if (!setting.startsWith('DUK_LIMITS_') || text === undefined) continue;
    if (!isLimit(setting)) return failed({ setting, rule: `must be one of ${limitNames.join(', ')}` });
    const value = Number(text);
    if (!/^\d{1,13}$/.test(text) || value < 1 || value > largest) {
      return failed({ setting, rule: `must be a whole number from 1 to ${largest}` });
    }
    values[setting] = value;
  }
  if (values.DUK_LIMITS_UPDATE_BYTES > values.DUK_LIMITS_DOCUMENT_BYTES) {
    return failed({ setting: 'DUK_LIMITS_UPDATE_BYTES', rule: 'must be no more than DUK_LIMITS_DOCUMENT_BYTES' });
  }
  if (values.DUK_LIMITS_UNFINISHED_BYTES < values.DUK_LIMITS_DOCUMENT_BYTES) {
    return failed({ setting: 'DUK_LIMITS_UNFINISHED_BYTES', rule: 'must be no less than DUK_LIMITS_DOCUMENT_BYTES' });
  }
  return succeeded(limitsOf(values));
}

function isLimit(setting: string): setting is LimitName {
  return Object.hasOwn(usual, setting);
}

function limitsOf(values: Readonly<Record<LimitName, number>>): LimitSettings {
  const documentBytes = values.DUK_LIMITS_DOCUMENT_BYTES;
  return {
    relay: {
      ...relayLimits,
      maxPeople: values.DUK_LIMITS_PEOPLE,
      maxWindows: values.DUK_LIMITS_WINDOWS,
      maxConnections: values.DUK_LIMITS_CONNECTIONS,
      maxUpdateBytes: values.DUK_LIMITS_UPDATE_BYTES,
      maxStep2Bytes: documentBytes,
      maxDocumentBytes: documentBytes,
      // As many documents' room as when nobody sets it.
      maxBoardBytes: (relayLimits.maxBoardBytes / relayLimits.maxDocumentBytes) * documentBytes,
      maxUnfinishedBytes: values.DUK_LIMITS_UNFINISHED_BYTES,
      edits: { perSecond: values.DUK_LIMITS_EDITS_PER_SECOND, burst: values.DUK_LIMITS_EDITS_AT_ONCE },
      editBytes: {
        perSecond: values.DUK_LIMITS_EDIT_BYTES_PER_SECOND,
        burst: Math.max(editBytes.burst, values.DUK_LIMITS_UPDATE_BYTES),
      },
      // Somebody who comes home, loses the connection and comes home again is not too fast.
      homecomingBytes: { perSecond: values.DUK_LIMITS_EDIT_BYTES_PER_SECOND, burst: 2 * documentBytes },
      answerBytes: { ...relayLimits.answerBytes, burst: 4 * documentBytes },
      cursors: { perSecond: values.DUK_LIMITS_CURSORS_PER_SECOND, burst: values.DUK_LIMITS_CURSORS_AT_ONCE },
    },
    rates: {
      joinsPerMinute: values.DUK_LIMITS_JOINS_PER_MINUTE,
      newBoardsPerMinute: values.DUK_LIMITS_BOARDS_PER_MINUTE,
      newDemosPerMinute: values.DUK_LIMITS_DEMOS_PER_MINUTE,
      newBoardsPerDay: values.DUK_LIMITS_BOARDS_PER_DAY,
    },
    minFreeDiskBytes: values.DUK_LIMITS_FREE_DISK_BYTES,
  };
}
