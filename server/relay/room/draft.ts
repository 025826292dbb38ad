import type { Writer } from '@duken/shared/access';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type * as Y from 'yjs';
import { malformed, missingParts, type Refusal, ruleBroken } from '../refusal.ts';
import type { UpdateParts } from '../wire/updateGate.ts';
import type { Edit } from './commitQueue.ts';
import type { CommittedState } from './committedState.ts';
import type { Judge, Judging } from './judging.ts';
import { isPlainlyNew, lacksParts } from './leaning.ts';
import { type Applied, LiveDocument } from './liveDocument.ts';

/**
 * What became of an update: it is taken; it is old news, and there is nothing to save; or it leans on parts that are not
 * there, and the document is as before.
 */
export type Taken = 'news' | 'oldNews' | 'lacksParts';

const afterRefused = malformed('Update after one that was refused');

/** An edit with its author: whoever is refused one is refused what they sent after it too. */
export interface DraftEdit extends Pick<Edit, 'update'> {
  readonly from: object | undefined;
}

/**
 * Bytes of an encoded state up to which a document may rest: some 200 notes, which are made again in a few milliseconds.
 * Nobody at a larger board is to wait for it in the middle of a meeting.
 */
export const maxRestingBytes = 64 * 1024;

export interface DraftOptions<E extends DraftEdit> {
  /** What is on disk. */
  readonly committed: CommittedState;
  /** What people may do to it; without any, all who may write may do anything. */
  readonly judging?: Judging | undefined;
  /** An edit that had been accepted turns out to be none. It was never shown to anybody, and is not to be committed. */
  readonly onRefused: (edit: E, refusal: Refusal) => void;
  /** It lets itself be made from what is on disk no more. */
  readonly onBroken: (error: unknown) => void;
}

/**
 * A board's document with all that has been accepted, on disk or not. Yjs asks a whole document how it stands before and
 * after each change, so what plainly follows on waits, and is worked in with the rest of its batch. What is not plain is
 * tried at once. Either way the document ends up the same, and nothing is committed that has not been worked in.
 */
export class Draft<E extends DraftEdit> {
  readonly #options: DraftOptions<E>;
  /** The document, unless it rests. */
  #live: LiveDocument | undefined;
  #isInUse = true;
  /** Worked in, in order, and not on disk. */
  #workedIn: E[] = [];
  /** Accepted, in order, and to be worked in. */
  #waiting: E[] = [];
  /** How far those who wait bring their Yjs clients. */
  readonly #clocks = new Map<number, number>();
  readonly #judge: Judge | undefined;

  /** @param live a document that holds exactly what is on disk; without one it rests */
  constructor(live: LiveDocument | undefined, options: DraftOptions<E>) {
    this.#options = options;
    this.#live = live;
    this.#judge = options.judging?.openJudge({
      clockOf: (client) => this.#awake().clockOf(client),
      partAt: (client, clock) => this.#awake().partAt(client, clock),
      root: (name) => this.#awake().root(name),
    });
  }

  /** Whether it rests, and people would notice how long it takes to make it. */
  get isSlowToWake(): boolean {
    return !this.#live && this.#options.committed.stateBytes > maxRestingBytes;
  }

  /** Makes the document, if it rests. @throws when it cannot be made, after `onBroken` was told */
  wake(): void {
    this.#awake();
  }

  /** The live document, when there is one that holds nothing but what is on disk. */
  get clean(): LiveDocument | undefined {
    return this.#workedIn.length > 0 ? undefined : this.#live;
  }

  /** Up to where all that has been accepted has the parts of one Yjs client. */
  readonly clockOf = (clientId: number): number => this.#clocks.get(clientId) ?? this.#awake().clockOf(clientId);

  /** Whether an update leans on parts that are not there, as far as can be seen without trying. */
  lacks(parts: UpdateParts): boolean {
    return this.#awake().isWhole && lacksParts(parts, this.clockOf);
  }

  /**
   * Judges an update that does not lack parts, and is to be taken at once when nothing is said against it.
   * @returns the rule it breaks
   */
  judge(writer: Writer, parts: UpdateParts): Refusal | undefined {
    const broken = this.#judge?.judge(writer, parts);
    return broken && ruleBroken(broken.rule);
  }

  /**
   * Takes an update that does not lack parts, or not as far as can be seen. What is plainly new waits for the end of its batch.
   * @returns what became of it, or why it is refused; the document is as before then
   */
  take(edit: E & { readonly update: Uint8Array }, parts: UpdateParts): Result<Taken, Refusal> {
    if (!this.#awake().isWhole || !isPlainlyNew(parts, this.clockOf)) return this.attempt(edit);
    this.#waiting.push(edit);
    for (const [clientId, clock] of parts.reach) this.#clocks.set(clientId, clock);
    return succeeded('news');
  }

  /** Takes an update and works it in at once, by itself, after all that waits. */
  attempt(edit: E & { readonly update: Uint8Array }): Result<Taken, Refusal> {
    const refused = this.workIn();
    // It was judged by what waited, and is worked in or thrown away now.
    this.#judge?.forget();
    if (refused.has(edit.from)) return failed(afterRefused);
    const wasWhole = this.#awake().isWhole;
    const applied = this.#apply(edit.update);
    if (!applied.ok) return applied;
    if (applied.value.lacksParts) {
      this.#rebuild();
      // Else it was found out before it was tried.
      return wasWhole ? failed(malformed('Update leans on itself')) : succeeded('lacksParts');
    }
    if (!applied.value.isNews) return succeeded('oldNews');
    this.#workedIn.push(edit);
    return succeeded('news');
  }

  /** Looks at the document with all that has been accepted. */
  read<Value>(look: (doc: Y.Doc) => Value): Value {
    this.workIn();
    return this.#awake().read(look);
  }

  /**
   * Changes the document here, in a Yjs client of the server's own. When there is an update, its edit is to be told to `accept`.
   * @returns what came of it; a change that failed leaves the document as it was
   * @throws what the change throws; the document is as before then
   */
  change<Value, Failure>(
    clientId: number,
    act: (doc: Y.Doc) => Result<Value, Failure>,
  ): { readonly outcome: Result<Value, Failure>; readonly update: Uint8Array | undefined } {
    this.workIn();
    try {
      const changed = this.#awake().change(clientId, act);
      if (changed.outcome.ok || !changed.update) return changed;
      this.#rebuild();
      return { outcome: changed.outcome, update: undefined };
    } catch (error) {
      this.#rebuild();
      throw error;
    }
  }

  /** The edit of a change. */
  accept(edit: E): void {
    this.#workedIn.push(edit);
  }

  /** Works in all that waits. @returns those whose edits turned out to be none */
  workIn(): ReadonlySet<E['from']> {
    const refused = new Set<E['from']>();
    if (this.#waiting.length === 0) return refused;
    const edits = this.#waiting;
    this.#waiting = [];
    this.#clocks.clear();
    this.#judge?.forget();
    try {
      if (this.#awake().applyTogether(edits.flatMap(({ update }) => update ?? []))) {
        this.#workedIn = this.#workedIn.length > 0 ? [...this.#workedIn, ...edits] : edits;
        return refused;
      }
    } catch {
      // One of them is at fault, and which one will now be seen.
    }
    this.#rebuild();
    for (const edit of edits) this.#workInAlone(edit, refused);
    return refused;
  }

  /** Takes what is on disk already, by another's hand. @throws when it cannot be applied */
  takeOver(updates: readonly Uint8Array[]): void {
    this.#awake().applyTogether(updates);
  }

  /** The oldest are on disk. */
  committed(edits: readonly E[]): void {
    this.#workedIn.splice(
      0,
      edits.reduce((count, { update }) => (update ? count + 1 : count), 0),
    );
  }

  /** Back to what is on disk: the rest is lost. */
  loseAll(): void {
    this.#workedIn = [];
    this.#waiting = [];
    this.#clocks.clear();
    this.#rebuild();
  }

  /**
   * To be called now and then. When nobody has edited since the last time, the document lets go of its memory, which is
   * some fifteen times that of its encoded state; the next edit makes it again.
   */
  rest(): void {
    const live = this.#live;
    const { committed } = this.#options;
    const isQuiet = !this.#isInUse && this.#workedIn.length === 0 && this.#waiting.length === 0;
    this.#isInUse = false;
    if (!live || !isQuiet || !live.isWhole || committed.stateBytes > maxRestingBytes) return;
    committed.settle(live);
    this.#judge?.forget();
    this.#live = undefined;
    live.destroy();
  }

  destroy(): void {
    this.#live?.destroy();
  }

  #awake(): LiveDocument {
    this.#isInUse = true;
    if (this.#live) return this.#live;
    try {
      this.#live = new LiveDocument(this.#options.committed.updates, this.#options.judging?.mayForget);
      return this.#live;
    } catch (error) {
      this.#options.onBroken(error);
      throw error;
    }
  }

  #workInAlone(edit: E, refused: Set<E['from']>): void {
    if (!edit.update) return;
    const applied = refused.has(edit.from) ? failed(afterRefused) : this.#apply(edit.update);
    if (applied.ok && !applied.value.lacksParts) {
      this.#workedIn.push(edit);
      return;
    }
    // It leaned on what was refused.
    if (applied.ok) this.#rebuild();
    refused.add(edit.from);
    this.#options.onRefused(edit, applied.ok ? missingParts : applied.failure);
  }

  /** @returns why it is refused; the document is as before then */
  #apply(update: Uint8Array): Result<Applied, Refusal> {
    try {
      const applied = this.#awake().apply(update);
      if (!applied.isTooDeep) return succeeded(applied);
      this.#rebuild();
      return failed(malformed('Update nests too deep'));
    } catch {
      // Half of it may be in the document: back to what was there before.
      this.#rebuild();
      return failed(malformed('Update cannot be applied'));
    }
  }

  /** Makes the live document again, of what is on disk and what has been worked in since. */
  #rebuild(): void {
    const { committed, judging, onBroken } = this.#options;
    this.#judge?.forget();
    try {
      const accepted = this.#workedIn.flatMap(({ update }) => update ?? []);
      const again = new LiveDocument([...committed.updates, ...accepted], judging?.mayForget);
      this.#live?.destroy();
      this.#live = again;
    } catch (error) {
      onBroken(error);
    }
  }
}
