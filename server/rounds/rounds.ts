import { theRound } from '@duken/shared/access';
import {
  type BoardDocument,
  type BoardId,
  closeRound,
  countReady,
  fewestInRound,
  layRound,
  type NoteId,
  openRound,
  type PersonId,
  type RoundNote,
  roundIn,
} from '@duken/shared/board';
import { isChild, roleBy } from '@duken/shared/people';
import { namedForRound, type QuietCommand, readQuiet, sayDone } from '@duken/shared/quiet';
import { failed, type Result } from '@duken/shared/result';
import type { Secrets } from '../access/index.ts';
import type { Directory } from '../storage/index.ts';
import { mixed } from './mixed.ts';

export interface RoundFailure {
  readonly kind:
    | 'roundNotOpen'
    | 'roundTooFewPeople'
    | 'roundTooFewWrote'
    | 'roundNotForChildren'
    | 'dukFull'
    | 'boardUnreadable';
}

interface RoundTools {
  readonly directory: Pick<Directory, 'listParticipants' | 'listPeople'>;
  readonly secrets: Pick<Secrets, 'newId'>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Changes the duk in the round's name, so that its notes bear no mark of another hand. */
  readonly onDuk: <Value>(
    boardId: BoardId,
    command: (board: BoardDocument) => Result<Value, { readonly kind: string }>,
  ) => Promise<Result<Value, { readonly kind: string }>>;
  /** Reads or changes what one person has written for themself. */
  readonly onPrivate: <Value>(boardId: BoardId, personId: PersonId, command: QuietCommand<Value>) => Promise<Value>;
}

/** In whose name the relay lays what a round has written. */
export const roundsHand = { participantId: theRound, seats: new Set([theRound]) } as const;

const failures = ['roundNotOpen', 'roundTooFewWrote'] as const;

/**
 * *Runde uten navn*: each writes in their private document and says there that they are done; all of it is laid by the server in
 * one commit. Who wrote what stands in the private documents and nowhere else: no row, no log line, no news.
 */
export class Rounds {
  readonly #tools: RoundTools;
  /** What is under way at each board: one after the other, so that no count is older than the one before it. */
  readonly #underWay = new Map<BoardId, Promise<unknown>>();

  constructor(tools: RoundTools) {
    this.#tools = tools;
  }

  open(boardId: BoardId): Promise<Result<void, RoundFailure>> {
    return this.#inTurn(boardId, async () => {
      if ((await this.#writers(boardId)).size < fewestInRound) return failed({ kind: 'roundTooFewPeople' });
      return this.#change(boardId, (board) => openRound(board, this.#tools.secrets.newId()));
    });
  }

  /** Ends it with nothing laid. */
  close(boardId: BoardId): Promise<Result<void, RoundFailure>> {
    return this.#inTurn(boardId, () => this.#change(boardId, closeRound));
  }

  /** Somebody says that they are done, or not after all. All are told how many are, and not who. */
  say(boardId: BoardId, personId: PersonId, isDone: boolean): Promise<Result<void, RoundFailure>> {
    return this.#inTurn(boardId, async () => {
      const round = await this.#change(boardId, roundIn);
      if (!round.ok) return round;
      const { id } = round.value;
      const writers = await this.#writers(boardId);
      if (!writers.has(personId)) return failed({ kind: 'roundNotForChildren' });
      await this.#tools.onPrivate(boardId, personId, (doc) => sayDone(doc, id, isDone));
      const isReady = (doc: Parameters<typeof readQuiet>[0]): boolean => readQuiet(doc).doneWith.includes(id);
      let ready = 0;
      for (const writer of writers) if (await this.#tools.onPrivate(boardId, writer, isReady)) ready += 1;
      return this.#change(boardId, (board) => countReady(board, { id, ready }));
    });
  }

  /** Lays what all who are done have written, mixed, in one commit. Whoever is not done keeps theirs. */
  lay(boardId: BoardId): Promise<Result<number, RoundFailure>> {
    return this.#inTurn(boardId, async () => {
      const { secrets, onPrivate, clock } = this.#tools;
      const round = await this.#change(boardId, roundIn);
      if (!round.ok) return round;
      const { id } = round.value;
      const newId = (): NoteId => secrets.newId() as NoteId;
      const byWriter: (readonly RoundNote[])[] = [];
      for (const writer of await this.#writers(boardId))
        byWriter.push((await onPrivate(boardId, writer, (doc) => namedForRound(doc, id, newId))) ?? []);
      const createdAt = clock();
      return this.#change(boardId, (board) => layRound(board, { id, byWriter, mix: mixed, createdAt }));
    });
  }

  async #change<Value>(
    boardId: BoardId,
    command: (board: BoardDocument) => Result<Value, { readonly kind: string }>,
  ): Promise<Result<Value, RoundFailure>> {
    const changed = await this.#tools.onDuk(boardId, command);
    if (changed.ok) return changed;
    const { kind } = changed.failure;
    if (kind === 'boardFull') return failed({ kind: 'dukFull' });
    return failed({ kind: failures.find((one) => one === kind) ?? 'boardUnreadable' });
  }

  /** Those who may write on the duk. A child's words are guarded by whose they are: without a name nothing would. */
  async #writers(boardId: BoardId): Promise<ReadonlySet<PersonId>> {
    const { directory } = this.#tools;
    const people = new Map((await directory.listPeople(boardId)).map((person) => [person.id, person]));
    const seats = await directory.listParticipants(boardId);
    return new Set(
      seats.flatMap(({ personId, state, removedAt, role }) => {
        const person = personId && people.get(personId);
        if (!person || state !== 'in' || removedAt !== undefined) return [];
        const current = roleBy(role, person);
        const mayWrite = current === 'leader' || current === 'editor';
        return mayWrite && !isChild(person, current === 'leader') ? [person.id] : [];
      }),
    );
  }

  async #inTurn<Value>(boardId: BoardId, act: () => Promise<Value>): Promise<Value> {
    const turn = (this.#underWay.get(boardId) ?? Promise.resolve()).then(act, act);
    this.#underWay.set(boardId, turn);
    try {
      return await turn;
    } finally {
      if (this.#underWay.get(boardId) === turn) this.#underWay.delete(boardId);
    }
  }
}
