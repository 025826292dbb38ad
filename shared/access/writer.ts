import { type ParticipantId, type Voice, voices } from './ids.ts';
import type { Role } from './role.ts';

/** Who writes, as the rules of the duk ask. */
export interface Writer {
  readonly participantId: ParticipantId;
  /** Every seat of the same person at this board, this one too. */
  readonly seats: ReadonlySet<ParticipantId>;
  readonly role: Role;
  /** Those they may let a note of theirs speak with. */
  readonly voices: ReadonlySet<Voice>;
}

/**
 * The voices that an answer at the door gives. Who answers nothing may use all but the child's; `network` shares its word
 * and paper with `family`.
 */
export function voicesGiven(answered: Voice | undefined): ReadonlySet<Voice> {
  if (answered === undefined) return new Set(voices.filter((voice) => voice !== 'child'));
  return new Set(answered === 'family' ? ['family', 'network'] : [answered]);
}
