import type { ParticipantId } from '@duken/shared/board';

/**
 * Which participant a Yjs client id on one board belongs to: the first who shows it or writes under it while the board is
 * open. Yjs takes two parts with the same client and clock for the same one, so whoever wrote under another's id would
 * have the other's own words taken for old news, and called saved while they were lost.
 */
export class ClientIds {
  readonly #owners = new Map<number, ParticipantId>();
  readonly #counts = new Map<ParticipantId, number>();
  readonly #maxPerParticipant: number;

  constructor(maxPerParticipant: number) {
    this.#maxPerParticipant = maxPerParticipant;
  }

  /** @returns false when one is somebody else's, or they would be more than anybody needs; none is taken then */
  claim(participantId: ParticipantId, clientIds: readonly number[]): boolean {
    if (clientIds.some((id) => (this.#owners.get(id) ?? participantId) !== participantId)) return false;
    const fresh = clientIds.filter((id) => !this.#owners.has(id));
    const count = (this.#counts.get(participantId) ?? 0) + fresh.length;
    if (count > this.#maxPerParticipant) return false;
    this.#counts.set(participantId, count);
    for (const id of fresh) this.#owners.set(id, participantId);
    return true;
  }
}
