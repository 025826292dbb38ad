import type { closeCode } from '@duken/shared/protocol';

/** Why a connection is closed; also the key it is counted under. */
export type CloseReason = keyof typeof closeCode;

/** A message that costs its sender the connection. `detail` is for the close frame: English, no content, under 123 bytes. */
export interface Refusal {
  readonly reason: CloseReason;
  readonly detail: string;
}

/** Somebody goes faster than any hand. */
export const tooOften: Refusal = { reason: 'tooOften', detail: 'Too much in a short time' };

export function malformed(detail: string): Refusal {
  return { reason: 'malformed', detail };
}

/**
 * An update breaks a rule of its document, though it is sound: whoever sent it does well to begin a document anew, and lay
 * their own words there.
 * @param rule its name
 */
export function ruleBroken(rule: string): Refusal {
  return { reason: 'ruleBroken', detail: rule };
}

/** An update leans on parts that nobody has, by all that can be known. */
export const missingParts = ruleBroken('missingParts');

export function tooLarge(what: string, maxBytes: number): Refusal {
  return { reason: 'tooLarge', detail: `${what} is larger than ${maxBytes} bytes` };
}
