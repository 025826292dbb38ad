import { type BoardId, documentIdOf } from '@duken/shared/access';
import { endOf, type Journal, type JournalPosition, updatesIn } from '../storage/index.ts';
import { type Moment, momentsOf } from './momentsOf.ts';

/** The moments of duks that can be looked at again, from what was kept of their journals and what has not been compacted yet. */
export class KeptMoments {
  readonly #journal: Pick<Journal, 'read' | 'times' | 'checkpoints' | 'readCheckpoint'>;

  constructor(journal: Pick<Journal, 'read' | 'times' | 'checkpoints' | 'readCheckpoint'>) {
    this.#journal = journal;
  }

  /** Oldest first; the last is now. */
  async list(boardId: BoardId): Promise<readonly Moment[]> {
    const duk = documentIdOf(boardId, 'duk');
    return momentsOf(await this.#journal.checkpoints(duk), await this.#journal.times(duk));
  }

  async find(boardId: BoardId, position: JournalPosition): Promise<Moment | undefined> {
    return (await this.list(boardId)).find((moment) => moment.position === position);
  }

  /** All that had been written then; undefined where it is kept no more. */
  async updatesAt(boardId: BoardId, moment: Moment): Promise<readonly Uint8Array[] | undefined> {
    const kept = await this.#journal.readCheckpoint(documentIdOf(boardId, 'duk'), moment);
    return kept ? [kept] : this.updatesUntil(boardId, moment.position);
  }

  /** The same of any point in what has not been compacted yet. */
  async updatesUntil(boardId: BoardId, position: JournalPosition): Promise<readonly Uint8Array[] | undefined> {
    const entries = await this.#journal.read(documentIdOf(boardId, 'duk'));
    // The first entry may hold what was compacted since.
    if ((entries[0]?.position ?? 0) > position || endOf(entries) < position) return undefined;
    return updatesIn(entries.filter((entry) => entry.position <= position));
  }

  /** All that is written now. */
  async now(
    boardId: BoardId,
  ): Promise<{ readonly updates: readonly Uint8Array[]; readonly position: JournalPosition }> {
    const entries = await this.#journal.read(documentIdOf(boardId, 'duk'));
    return { updates: updatesIn(entries), position: endOf(entries) };
  }
}
