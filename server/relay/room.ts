import type { BoardId } from '@duken/shared/board';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { endOf, type Journal, type JournalEntry, updatesIn } from '../storage/index.ts';
import { BeatNews } from './beatNews.ts';
import { ClientIds } from './clientIds.ts';
import type { CommitQueue, Edit, EditOwner } from './commitQueue.ts';
import { CommittedState } from './committedState.ts';
import type { Connection } from './connection.ts';
import type { RelayCounters, RelayLog } from './counters.ts';
import { type CursorNews, Cursors } from './cursors.ts';
import type { Folder } from './folder.ts';
import type { RelayLimits } from './limits.ts';
import { type Applied, LiveDocument } from './liveDocument.ts';
import { malformed, type Refusal, tooLarge } from './refusal.ts';
import { encodeStep1, encodeStep2, encodeUpdate } from './relayFrames.ts';
import type { UpdateReach } from './updateGate.ts';
import { toWireFrame, type WireFrame } from './wireFrame.ts';

/** A document message between being accepted and being on disk. */
export interface RoomEdit extends Edit {
  readonly from: Connection;
  /** The frame it came in, when it can go on as it is. */
  readonly frame: Uint8Array | undefined;
}

export interface RoomSurroundings {
  readonly journal: Journal;
  readonly folder: Folder;
  readonly queue: CommitQueue<RoomEdit>;
  readonly limits: RelayLimits;
  readonly counters: RelayCounters;
  readonly log: RelayLog;
  /** The room is not to be used any more: the next who comes gets a new one, from the journal. */
  readonly onBroken: (room: Room) => void;
}

/**
 * Reads a board from the journal.
 * @throws when storage or its content cannot be read: then nobody is served
 */
export async function openRoom(boardId: BoardId, surroundings: RoomSurroundings): Promise<Room> {
  return new Room(boardId, await surroundings.journal.read(boardId), surroundings);
}

/**
 * One board's people and their document. Each edit is applied once, and goes out to the others, and is called saved,
 * after its commit: seen means saved.
 */
export class Room implements EditOwner<RoomEdit> {
  readonly boardId: BoardId;
  readonly #around: RoomSurroundings;
  readonly #people = new Set<Connection>();
  readonly #cursors = new Cursors<Connection>();
  readonly #clientIds: ClientIds;
  readonly #committed: CommittedState;
  #live: LiveDocument;
  /** Accepted, in order, and not on disk yet. */
  readonly #uncommitted: RoomEdit[] = [];
  #onSettled: (() => void)[] = [];
  /** How many updates its journal holds. */
  #journaled: number;
  #isFolding = false;
  #foldTimer: NodeJS.Timeout | undefined;
  #wholeStep2: { readonly state: Uint8Array; readonly frame: WireFrame } | undefined;

  /** @throws when the updates cannot be applied */
  constructor(boardId: BoardId, entries: readonly JournalEntry[], surroundings: RoomSurroundings) {
    const updates = updatesIn(entries);
    this.boardId = boardId;
    this.#around = surroundings;
    this.#clientIds = new ClientIds(surroundings.limits.maxClientIds);
    this.#journaled = updates.length;
    const [only] = updates;
    this.#live = new LiveDocument(updates);
    this.#committed = new CommittedState(only && updates.length === 1 ? only : this.#live.encode());
  }

  enter(connection: Connection): void {
    this.#people.add(connection);
    // Whoever may not write is not asked what they have that we lack.
    if (connection.mayWrite) {
      connection.sendDocument(toWireFrame(encodeStep1(this.#committed.encodeStateVector(this.#cleanDocument()))));
    }
    this.showCursors(connection);
  }

  leave(connection: Connection): void {
    if (!this.#people.delete(connection)) return;
    const gone = this.#cursors.leave(connection);
    if (!gone) return;
    const parcel = { bytes: toWireFrame(gone), documentBytes: 0 };
    for (const person of this.#people) person.send(parcel);
  }

  /** Answers from what is on disk, never from what may yet be lost. */
  answerStep1(connection: Connection, stateVector: Uint8Array): void {
    const clean = this.#cleanDocument();
    const knowsNothing = stateVector.length === 1;
    const frame = knowsNothing
      ? this.#encodeWhole(this.#committed.encode(clean))
      : toWireFrame(encodeStep2(this.#committed.encodeSince(stateVector, clean)));
    connection.sendDocument(frame);
  }

  /**
   * Applies an update that `checkUpdate` had nothing against, and sends it to the journal.
   * @param reach how far it reaches, as `checkUpdate` found
   * @param frame what it came in, when that is an update message and can go on as it is
   * @returns whether it waits for another that has not come, or why it is refused; the room is as before then
   */
  edit(
    connection: Connection,
    update: Uint8Array,
    reach: UpdateReach,
    frame: Uint8Array | undefined,
  ): Result<Pick<Applied, 'isMissingParts'>, Refusal> {
    const { limits, counters } = this.#around;
    if (this.#committed.stateBytes > limits.maxDocumentBytes) return failed(tooLarge('Board', limits.maxDocumentBytes));
    const news = [...reach].flatMap(([clientId, clock]) => (clock > this.#live.clockOf(clientId) ? [clientId] : []));
    if (!this.#clientIds.claim(connection.participantId, news)) {
      return failed(malformed('Update has parts in the name of another client'));
    }
    let applied: Applied;
    try {
      applied = this.#live.apply(update);
    } catch {
      // Half of it may be in the document: back to what was there before.
      this.#rebuild();
      return failed(malformed('Update cannot be applied'));
    }
    if (applied.isTooDeep || (applied.isMissingParts && applied.waitingBytes > limits.maxWaitingBytes)) {
      this.#rebuild();
      return failed(
        applied.isTooDeep ? malformed('Update nests too deep') : tooLarge('What waits', limits.maxWaitingBytes),
      );
    }
    if (applied.isMissingParts) counters.gaps += 1;
    if (applied.isNews) {
      counters.edits += 1;
      counters.editBytes += update.length;
      this.#add({ from: connection, update, frame });
    } else {
      this.passOver(connection);
    }
    return succeeded(applied);
  }

  /** Counts a message that holds nothing to save, in its turn. */
  passOver(connection: Connection): void {
    this.#add({ from: connection, update: undefined, frame: undefined });
  }

  moveCursor(connection: Connection, frame: Uint8Array, entries: Uint8Array): Result<CursorNews, Refusal> {
    const news = this.#cursors.receive(connection, frame, entries);
    if (!news.ok) return news;
    const clientId = this.#cursors.clientOf(connection);
    // Shown to nobody before it is theirs. Where it is somebody else's already, their first edit tells them so.
    if (clientId !== undefined) this.#clientIds.claim(connection.participantId, [clientId]);
    const { counters } = this.#around;
    counters.foreignCursors += news.value.foreign;
    if (news.value.answer) connection.sendCursor(toWireFrame(news.value.answer));
    if (news.value.frame) {
      counters.cursors += 1;
      const frame = toWireFrame(news.value.frame);
      for (const person of this.#people) person.sendCursor(frame);
    }
    return succeeded(news.value);
  }

  showCursors(connection: Connection): void {
    for (const frame of this.#cursors.frames()) connection.sendCursor(toWireFrame(frame));
  }

  committed(edits: readonly RoomEdit[]): void {
    this.#uncommitted.splice(0, edits.length);
    const authors = new Set<Connection>();
    const news = new BeatNews<Connection>(this.#around.limits.maxUpdateBytes);
    for (const { from, update, frame } of edits) {
      from.countSaved();
      authors.add(from);
      if (!update) continue;
      this.#committed.append(update);
      this.#journaled += 1;
      news.add(from, toWireFrame(frame ?? encodeUpdate(update)));
    }
    for (const person of this.#people) {
      const parcel = news.parcelFor(person);
      if (parcel) person.send(parcel);
    }
    for (const author of authors) author.sendSaved();
    if (!news.isEmpty) this.#afterNews();
    this.#tellIfSettled();
  }

  lost(edits: readonly RoomEdit[], error: unknown): void {
    const { log } = this.#around;
    log.error({ boardId: this.boardId, edits: edits.length, err: error }, 'edits could not be saved');
    this.#uncommitted.length = 0;
    this.#rebuild();
    // They still have them, and come back with them. Nobody else has seen anything.
    for (const author of new Set(edits.map((edit) => edit.from))) {
      author.close({ reason: 'notSaved', detail: 'Could not be saved; come back and try again' });
    }
    this.#tellIfSettled();
  }

  broke(error: unknown): void {
    this.#around.log.error({ boardId: this.boardId, err: error }, 'a room broke');
    this.#around.onBroken(this);
  }

  /** Resolves when everything accepted is on disk or lost. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#onSettled.push(resolve);
      this.#tellIfSettled();
    });
  }

  get isSettled(): boolean {
    return this.#uncommitted.length === 0;
  }

  /** Puts one state in the place of a long journal. What cannot be done now is done another time. */
  async foldIfLong(): Promise<void> {
    const { journal, folder, counters, limits, log } = this.#around;
    if (this.#journaled <= limits.foldAfterUpdates || this.#isFolding) return;
    this.#isFolding = true;
    try {
      const entries = await journal.read(this.boardId);
      const updates = updatesIn(entries);
      if (await journal.fold(this.boardId, await folder.fold(updates), endOf(entries))) {
        this.#journaled -= updates.length - 1;
        counters.folds += 1;
      }
    } catch (error) {
      counters.failedFolds += 1;
      log.warn({ boardId: this.boardId, err: error }, 'a journal could not be folded');
    } finally {
      this.#isFolding = false;
    }
  }

  /** Lets go of the memory. */
  close(): void {
    clearTimeout(this.#foldTimer);
    this.#live.destroy();
  }

  #add(edit: RoomEdit): void {
    this.#uncommitted.push(edit);
    this.#around.queue.add(this, edit);
  }

  /** The live document, when it holds nothing but what is on disk. */
  #cleanDocument(): LiveDocument | undefined {
    return this.#uncommitted.some((edit) => edit.update) ? undefined : this.#live;
  }

  /** Makes the live document again, of what is on disk and what has been accepted since. */
  #rebuild(): void {
    const accepted = this.#uncommitted.flatMap((edit) => edit.update ?? []);
    try {
      const again = new LiveDocument([...this.#committed.updates, ...accepted]);
      this.#live.destroy();
      this.#live = again;
    } catch (error) {
      this.broke(error);
    }
  }

  #encodeWhole(state: Uint8Array): WireFrame {
    if (this.#wholeStep2?.state !== state) this.#wholeStep2 = { state, frame: toWireFrame(encodeStep2(state)) };
    return this.#wholeStep2.frame;
  }

  #afterNews(): void {
    const { limits } = this.#around;
    const { tailLength, tailBytes } = this.#committed;
    if (tailLength >= limits.maxTailUpdates || tailBytes >= limits.maxTailBytes)
      this.#committed.settle(this.#cleanDocument());
    if (this.#journaled <= limits.foldAfterUpdates) return;
    this.#foldTimer ??= setTimeout(() => {
      this.#foldTimer = undefined;
      void this.foldIfLong();
    }, limits.foldWhenIdleMs).unref();
    this.#foldTimer.refresh();
  }

  #tellIfSettled(): void {
    if (!this.isSettled) return;
    for (const resolve of this.#onSettled.splice(0)) resolve();
  }
}
