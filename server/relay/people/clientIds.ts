import type { ParticipantId } from '@duken/shared/access';
import type { ClientOwners } from '../../storage/index.ts';
import type { Hand } from '../documentRules.ts';
import { malformed, type Refusal, ruleBroken } from '../refusal.ts';

const foreignClient = ruleBroken('foreignClient');
const tooMany = malformed('Parts in the name of more clients than anybody needs');

/**
 * Whose each Yjs client id of one document is: the first who shows it or writes under it. Yjs takes two parts with the same
 * client and clock for the same one, so whoever wrote under another's id would have the other's own words taken for old
 * news, and called saved while they were lost. Who has written under an id owns it for good, kept with the journal; who has
 * only shown it does so while the document is open.
 */
export class ClientIds {
  readonly #owners = new Map<number, ParticipantId>();
  /** Claimed, and not known to be kept. */
  readonly #unkept = new Set<number>();
  /** How many of them each has claimed since the document was opened. */
  readonly #counts = new Map<ParticipantId, number>();
  readonly #maxPerParticipant: number;

  constructor(maxPerParticipant: number, kept: ClientOwners) {
    this.#maxPerParticipant = maxPerParticipant;
    this.learn(kept);
  }

  /** These are kept, whatever anybody here has claimed. */
  learn(kept: Iterable<readonly [number, ParticipantId]>): void {
    for (const [id, owner] of kept) {
      this.#owners.set(id, owner);
      this.#unkept.delete(id);
    }
  }

  isOwned(clientId: number): boolean {
    return this.#owners.has(clientId);
  }

  /** Somebody has shown it, and it is theirs unless it is somebody's already. */
  show(participantId: ParticipantId, clientId: number): void {
    if (!this.isOwned(clientId)) this.claim({ participantId, seats: new Set([participantId]) }, [clientId]);
  }

  /** @returns why it is refused: one is somebody else's, or they would be more than anybody needs; none is taken then */
  claim({ participantId, seats }: Hand, clientIds: readonly number[]): Refusal | undefined {
    const fresh: number[] = [];
    for (const id of clientIds) {
      const owner = this.#owners.get(id);
      if (owner === undefined) fresh.push(id);
      else if (!seats.has(owner)) return foreignClient;
    }
    if (fresh.length === 0) return undefined;
    const count = (this.#counts.get(participantId) ?? 0) + fresh.length;
    if (count > this.#maxPerParticipant) return tooMany;
    this.#counts.set(participantId, count);
    for (const id of fresh) {
      this.#owners.set(id, participantId);
      this.#unkept.add(id);
    }
    return undefined;
  }

  /** The owners of these that are to be kept with what is written under them: none, but for what is first. */
  toKeep(clientIds: readonly number[]): readonly (readonly [number, ParticipantId])[] {
    if (this.#unkept.size === 0) return [];
    return clientIds.flatMap((id) => {
      const owner = this.#unkept.has(id) ? this.#owners.get(id) : undefined;
      return owner === undefined ? [] : [[id, owner] as const];
    });
  }
}
