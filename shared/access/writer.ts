import type { ParticipantId, Voice } from './ids.ts';
import type { Role } from './role.ts';

/** Who writes, as the rules of the duk ask. */
export interface Writer {
  readonly participantId: ParticipantId;
  /** Every seat of the same person at this board, this one too. */
  readonly seats: ReadonlySet<ParticipantId>;
  readonly role: Role;
  /** Those they may let a note of theirs speak with. */
  readonly voices: ReadonlySet<Voice>;
  /** Of a child: the seats of those who were let write for it, now or before. What they wrote in its voice is its own. */
  readonly helpers: ReadonlySet<ParticipantId>;
  /** Whether they were let write for a child, now or before. Those who still are have its voice among `voices`. */
  readonly hasHelped: boolean;
}
