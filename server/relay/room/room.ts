import { randomInt } from 'node:crypto';
import type { DocumentId, ParticipantId } from '@duken/shared/access';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { type Doc, decodeStateVector, diffUpdate } from 'yjs';
import {
  type Checkpoint,
  type CheckpointHead,
  type ClientOwners,
  endOf,
  type Journal,
  type JournalEntry,
  type JournalPosition,
  JournalUnreadable,
  maxCheckpointBytes,
  maxCheckpoints,
  StorageUnavailable,
  type Subscription,
  updatesIn,
} from '../../storage/index.ts';
import type { RelayCounters, RelayLog } from '../counters.ts';
import { type DocumentRules, type Hand, theServer } from '../documentRules.ts';
import type { RelayLimits } from '../limits.ts';
import { JournalFollower } from '../peers/journalFollower.ts';
import type { PeerEdit, PeerMessage } from '../peers/peerMessage.ts';
import type { PeerServers } from '../peers/peerServers.ts';
import { ClientIds } from '../people/clientIds.ts';
import type { Connection } from '../people/connection.ts';
import type { CursorNews } from '../people/cursors.ts';
import { missingParts, type Refusal, tooLarge } from '../refusal.ts';
import { BatchNews } from '../wire/batchNews.ts';
import { step1Frame, step2Frame, updateFrame } from '../wire/relayFrames.ts';
import { checkUpdate, type UpdateParts } from '../wire/updateGate.ts';
import { toWireFrame, type WireFrame } from '../wire/wireFrame.ts';
import type { BoardBytes, PrivateBytes } from './boardBytes.ts';
import type { CommitQueue, Edit, EditOwner } from './commitQueue.ts';
import { CommittedState } from './committedState.ts';
import type { Compactor } from './compactor.ts';
import { Draft, maxRestingBytes, type Taken } from './draft.ts';
import { type HourEnd, hourEnds } from './hourEnds.ts';
import type { Judging } from './judging.ts';
import { clientsGoingOn } from './leaning.ts';
import { LiveDocument } from './liveDocument.ts';
import { Marks, spansOf, type WorkedIn } from './marks.ts';
import { Presence } from './presence.ts';

/** A document message between being accepted and being on disk. */
export interface RoomEdit extends Edit {
  /** Undefined for what the server wrote. */
  readonly from: Connection | undefined;
  /** What leaves the marks of a hand; undefined for marks, and where there is nothing to save. */
  readonly workedIn?: WorkedIn;
  /** Told when it is on disk, or why it is not. */
  readonly done?: (error?: unknown) => void;
  /** The frame it came in, when it can go on as it is. */
  readonly frame: Uint8Array | undefined;
  /** The Yjs clients that have something new in it. */
  readonly clientIds: readonly number[];
}

/** A step 2 or an update, as a socket said it. */
export interface DocumentMessage {
  readonly update: Uint8Array;
  /** What is in it, as `checkUpdate` found; undefined where it says nothing. */
  readonly parts: UpdateParts | undefined;
  /** What it came in, when that is an update message and can go on as it is. */
  readonly frame: Uint8Array | undefined;
}

/** Read and answered by what it lacks; answered by everything, unread; or too large. */
export type StateVectorVerdict = 'read' | 'tellAll' | 'refuse';

export interface RoomSurroundings {
  readonly journal: Journal;
  readonly judgingOf: (documentId: DocumentId) => Judging | undefined;
  readonly compactor: Compactor;
  readonly queue: CommitQueue<RoomEdit>;
  readonly boardBytes: BoardBytes;
  readonly limits: RelayLimits;
  readonly counters: RelayCounters;
  readonly log: RelayLog;
  readonly rulesOf: (documentId: DocumentId) => DocumentRules | undefined;
  /** The room is not to be used any more: the next who comes gets a new one, from the journal. */
  readonly onBroken: (room: Room) => void;
  readonly peerServers: PeerServers;
  /** Somebody came to the document on another server, or left it. */
  readonly onRemotePeopleChanged: (documentId: DocumentId) => void;
}

/**
 * Reads a document from the journal. The other servers are listened to from before, so that nothing falls between.
 * @throws when storage or its content cannot be read: then nobody is served
 */
export async function openRoom(documentId: DocumentId, surroundings: RoomSurroundings): Promise<Room> {
  const early: [string, PeerMessage][] = [];
  let room: Room | undefined;
  const ears = surroundings.peerServers.listen(documentId, (server, message) => {
    if (room) room.hearPeer(server, message);
    else early.push([server, message]);
  });
  try {
    await ears.ready;
    await surroundings.boardBytes.boundOf(documentId)?.askIfOld();
    const entries = await surroundings.journal.read(documentId);
    // Not before: whoever wrote one of them is among the owners then.
    const owners = await surroundings.journal.owners(documentId);
    room = new Room(documentId, entries, owners, ears, surroundings);
  } catch (error) {
    ears.end();
    throw error;
  }
  for (const [server, message] of early) room.hearPeer(server, message);
  room.greetPeers();
  return room;
}

const nothingToSave = { update: undefined, frame: undefined, clientIds: [], newOwners: [] } as const;

/** Updates that newcomers get as they came, beside the encoded state, and their bytes; an eighth of it at most. */
const maxLooseUpdates = 100;
const maxLooseBytes = 64 * 1024;
/** Whoever has seen less than such a part of all letters, notes and strokes knows next to nothing. */
const littlePart = 16;

/**
 * Bytes of edits that are sent along to other servers. Redis lets go of who is more than 32 MB behind; what is larger than
 * any ordinary batch, such as somebody's long time offline, comes as well from the journal.
 */
const maxToldBytes = 256 * 1024;

/** How often a journal that others compact meanwhile is cleared, or a moment of it kept, anew. */
const maxClearings = 5;

/** What compacting keeps of these moments. */
function checkpointsOf(
  moments: readonly (HourEnd | Checkpoint)[],
  states: readonly Uint8Array[],
): readonly Checkpoint[] {
  return states.flatMap((state, index) => {
    const moment = moments[index];
    if (!moment) return [];
    const { takenAt, position } = moment;
    return [{ takenAt, position, kind: 'kind' in moment ? moment.kind : 'hour', state }];
  });
}

function isLarge(edits: readonly PeerEdit[]): boolean {
  return edits.reduce((sum, { update }) => sum + update.length, 0) > maxToldBytes;
}

/**
 * The encoded state that a journal comes to. When it is compacted that is what it holds; a large one is then shown to people
 * at once, and its document made after: that takes a hundred times as long as reading it.
 * @throws when the updates cannot be applied
 */
function readState(
  updates: readonly Uint8Array[],
  judging: Judging | undefined,
): { readonly state: Uint8Array; readonly live?: LiveDocument } {
  const [first] = updates;
  const compacted = updates.length === 1 ? first : undefined;
  if (compacted && compacted.length > maxRestingBytes) return { state: compacted };
  const live = new LiveDocument(updates, judging?.mayForget);
  return { state: compacted ?? live.encode(), live };
}

/**
 * One document and the people at it. Each edit is applied once, and goes out to the others, and is called saved,
 * after its commit: seen means saved. What other servers commit to it is shown here too, as they tell of it or as
 * the journal shows.
 */
export class Room implements EditOwner<RoomEdit> {
  readonly documentId: DocumentId;
  readonly #around: RoomSurroundings;
  readonly #presence: Presence;
  readonly #follower: JournalFollower;
  readonly #ears: Subscription;
  readonly #clientIds: ClientIds;
  readonly #marks: Marks | undefined;
  #markTimer: NodeJS.Timeout | undefined;
  /** The Yjs client that the server writes under here. */
  #serverClient: number | undefined;
  readonly #committed: CommittedState;
  /** What bounds it together with others; only people's own documents have such a bound. */
  readonly #bound: PrivateBytes | undefined;
  readonly #draft: Draft<RoomEdit>;
  readonly #judging: Judging | undefined;
  /** Taken for edits, found out, and to be left out of their batch. */
  readonly #refused = new Set<RoomEdit>();
  /** Messages that have been accepted and are neither on disk nor lost. */
  #unsettled = 0;
  #onSettled: (() => void)[] = [];
  /** How many updates its journal holds, and bytes of those that came since it was opened or last compacted. */
  #journaled: number;
  #journaledBytes = 0;
  #compacting: Promise<void> | undefined;
  #compactTimer: NodeJS.Timeout | undefined;
  /** Where another server cleared what was removed for good, until we have come so far and forgotten it too. */
  #clearedAt: JournalPosition | undefined;
  /** Those who are still to be asked what they have that we lack: not before the document stands. */
  readonly #unasked = new Set<Connection>();
  #waking: NodeJS.Immediate | undefined;
  /** What `whole` gave last: the state as a frame, and the updates that came after it side by side. */
  #whole:
    | {
        readonly state: Uint8Array;
        readonly frame: WireFrame;
        readonly tailLength: number;
        readonly tail: readonly Buffer[];
      }
    | undefined;

  /** @throws when the updates cannot be applied */
  constructor(
    documentId: DocumentId,
    entries: readonly JournalEntry[],
    owners: ClientOwners,
    ears: Subscription,
    surroundings: RoomSurroundings,
  ) {
    const updates = updatesIn(entries);
    this.documentId = documentId;
    this.#around = surroundings;
    this.#ears = ears;
    this.#follower = new JournalFollower({
      position: endOf(entries),
      read: (after) => this.#readAfter(after),
      take: (found) => this.#takeFound(found),
      onFailed: (error) => surroundings.log.warn({ documentId, err: error }, 'a journal could not be read on'),
      patienceMs: surroundings.limits.peerPatienceMs,
    });
    this.#clientIds = new ClientIds(surroundings.limits.maxClientIds, owners);
    this.#presence = new Presence(documentId, this.#clientIds, surroundings);
    this.#journaled = updates.length;
    const rules = surroundings.rulesOf(documentId);
    this.#marks = rules && new Marks(rules);
    const judging = surroundings.judgingOf(documentId);
    this.#judging = judging;
    this.#bound = surroundings.boardBytes.boundOf(documentId);
    const { state, live } = readState(updates, judging);
    this.#committed = new CommittedState(state);
    this.#draft = new Draft(live, {
      committed: this.#committed,
      judging,
      onRefused: (edit, refusal) => {
        this.#refused.add(edit);
        this.#unsettled -= 1;
        edit.from?.close(refusal);
      },
      onBroken: (error) => this.broke(error),
    });
  }

  enter(connection: Connection): void {
    this.#presence.enter(connection);
    // Whoever may not write is not asked what they have that we lack.
    if (connection.mayWrite) this.askWriter(connection);
    this.#presence.showCursors(connection);
  }

  /** Asks somebody who may write what they have that we lack. */
  askWriter(connection: Connection): void {
    if (this.#draft.isSlowToWake) this.#unasked.add(connection);
    else this.#ask(connection);
  }

  leave(connection: Connection): void {
    this.#unasked.delete(connection);
    this.#presence.leave(connection);
  }

  /** Who is at the document on other servers. */
  get remoteParticipants(): readonly ParticipantId[] {
    return this.#presence.remoteParticipants;
  }

  /** Tells the other servers who is here and how far the journal is known here, and asks who is there. */
  greetPeers(): void {
    this.#tell({ kind: 'batch', position: this.#follower.position, edits: [] });
    this.#presence.tellPeople(true);
  }

  /** Hears what another server says of this document. */
  hearPeer(server: string, message: PeerMessage): void {
    switch (message.kind) {
      case 'batch':
        if (message.edits.length === 0) void this.followTo(message.position);
        else if (this.#follower.hear(message.position)) this.#takeBatch(message.edits);
        return;
      case 'cleared':
        this.#clearedAt = Math.max(this.#clearedAt ?? 0, message.position);
        void this.followTo(message.position);
        return;
      case 'person':
      case 'left':
      case 'people':
        this.#presence.hear(server, message);
    }
  }

  /** A server is gone, and all who sat there with it. */
  forgetServer(server: string): void {
    this.#presence.forgetServer(server);
  }

  /** @param head where the journal ends, as somebody has seen it */
  async followTo(head: JournalPosition): Promise<void> {
    if (head > this.#follower.position) await this.#follower.catchUp();
    if (this.#clearedAt === undefined || this.#follower.position < this.#clearedAt) return;
    this.#clearedAt = undefined;
    this.#forgetRemoved();
  }

  /**
   * What to do about a state vector of so many bytes, or more. Whoever has it all has seen all who ever wrote in it,
   * be they ever so many: it is read, however large, when it is at most twice as large as the document's.
   */
  judgeStateVector(bytes: number): StateVectorVerdict {
    const { maxReadStateVectorBytes, maxStateVectorBytes } = this.#around.limits;
    if (bytes <= maxReadStateVectorBytes || bytes <= 2 * this.#stateVector().length) return 'read';
    return bytes <= maxStateVectorBytes ? 'tellAll' : 'refuse';
  }

  /** Whether what `whole` takes much work for has been made already. */
  get isWholeMade(): boolean {
    return this.#whole?.state === this.#committed.state && this.#isTailShort();
  }

  /**
   * An answer to step 1 with everything that is on disk; never with what may yet be lost. While people write, it is not
   * encoded anew for each who comes: the few updates that came after it was go along as they are. They go before it, and wait
   * for it in the reader's document: step 2 is the end, and whoever has heard it has everything.
   * @returns frames, the same for all until something is committed
   */
  whole(): readonly Buffer[] {
    if (!this.#isTailShort()) this.#committed.settle(this.#draft.clean);
    const { state, tailLength } = this.#committed;
    if (this.#whole?.state !== state) this.#whole = { state, frame: step2Frame(state), tailLength: 0, tail: [] };
    if (this.#whole.tailLength !== tailLength) {
      const tail = [Buffer.concat(this.#committed.tail.map(updateFrame))];
      this.#whole = { ...this.#whole, tailLength, tail };
    }
    return [...this.#whole.tail, this.#whole.frame];
  }

  /** The same, with what somebody who has this state vector lacks. */
  since(stateVector: Uint8Array): WireFrame {
    return step2Frame(this.#committed.encodeSince(stateVector, this.#draft.clean));
  }

  /**
   * Whether to send whoever has this state vector everything, which is made once for all, though they do not lack all of it:
   * where they know next to nothing, and a document is no larger than what anybody may write at once.
   */
  knowsLittle(stateVector: Uint8Array): boolean {
    if (this.#committed.stateBytes > this.#around.limits.maxUpdateBytes) return false;
    const theirs = decodeStateVector(stateVector);
    let known = 0;
    let all = 0;
    for (const [clientId, clock] of decodeStateVector(this.#stateVector())) {
      known += Math.min(clock, theirs.get(clientId) ?? 0);
      all += clock;
    }
    return known < all / littlePart;
  }

  /** @param frames `whole` or `since`: this person has been in the room since whatever came later than it */
  answerStep1(connection: Connection, frames: readonly Buffer[]): void {
    for (const frame of frames) connection.sendDocument(frame);
    this.#wakeForUnasked();
  }

  /**
   * Takes a message, and sends what is new in it to the journal.
   * @returns what became of it, or why it is refused; the room is as before when it lacks parts or is refused
   */
  take(connection: Connection, { update, parts, frame }: DocumentMessage): Result<Taken, Refusal> {
    if (!parts) {
      this.passOver(connection);
      return succeeded('oldNews');
    }
    const { limits, counters } = this.#around;
    if (this.#committed.stateBytes > limits.maxDocumentBytes)
      return failed(tooLarge('Document', limits.maxDocumentBytes));
    // Whoever only takes away makes room.
    const crowded = parts.reach.size > 0 ? this.#bound?.refusalFor(this.#bytes(), update.length) : undefined;
    if (crowded) return failed(crowded);
    if (this.#draft.lacks(parts)) {
      counters.gaps += 1;
      return succeeded('lacksParts');
    }
    const clientIds = clientsGoingOn(parts, this.#draft.clockOf);
    const foreign = this.#clientIds.claim(connection.writer, clientIds);
    if (foreign) return failed(foreign);
    const broken = this.#draft.judge(connection.writer, parts);
    if (broken && broken.detail !== missingParts.detail) return failed(broken);
    if (broken) {
      counters.gaps += 1;
      return succeeded('lacksParts');
    }
    const newOwners = this.#clientIds.toKeep(clientIds);
    const workedIn = { hand: connection.writer, spans: spansOf(parts) };
    const edit = { from: connection, update, frame, clientIds, newOwners, workedIn };
    const taken = this.#draft.take(edit, parts);
    if (!taken.ok) return taken;
    if (taken.value === 'news') {
      counters.edits += 1;
      counters.editBytes += update.length;
      this.#add(edit);
    } else if (taken.value === 'oldNews') {
      this.passOver(connection);
    } else {
      counters.gaps += 1;
      return taken;
    }
    connection.holdUnsaved(update.length);
    return taken;
  }

  /**
   * Runs a command on the document as it stands here, on disk or not, and sends what it changes to the journal. It is not
   * judged. What others write in the same moment merges with it, as what people write does.
   * @param hand in whose name
   * @returns what came of it, when that is on disk; a command that failed has changed nothing
   * @throws StorageUnavailable when it could not be saved, and what the command throws; the document is as before then
   */
  async apply<Value, Failure>(
    command: (doc: Doc) => Result<Value, Failure>,
    hand: Hand,
  ): Promise<Result<Value, Failure>> {
    const { outcome, update } = this.#draft.change(this.#clientOfServer(), command);
    if (!outcome.ok) return outcome;
    await new Promise<void>((resolve, reject) => {
      const done = (error?: unknown) => (error === undefined ? resolve() : reject(error));
      if (!update) this.#add({ ...nothingToSave, from: undefined, done });
      else this.#add(this.#acceptOwn(update, { hand, done }));
    });
    return outcome;
  }

  /** What somebody sees who looks at what is on disk; undefined while more is on its way there, or it rests. */
  peek<Value>(look: (doc: Doc) => Value): { readonly position: JournalPosition; readonly value: Value } | undefined {
    const live = this.#draft.clean;
    return live && { position: this.#follower.position, value: live.read(look) };
  }

  /** Takes from the journal what others have written and is not had. @returns whether the journal could be read */
  readOn(): Promise<boolean> {
    return this.#follower.catchUp();
  }

  /** Counts a message that holds nothing to save, in its turn. */
  passOver(connection: Connection): void {
    this.#add({ ...nothingToSave, from: connection });
  }

  moveCursor(connection: Connection, frame: Uint8Array, entries: Uint8Array): Result<CursorNews, Refusal> {
    return this.#presence.moveCursor(connection, frame, entries);
  }

  showCursors(connection: Connection): void {
    this.#presence.showCursors(connection);
  }

  ready(edits: readonly RoomEdit[]): readonly RoomEdit[] {
    this.#draft.workIn();
    // Whoever was refused one was refused all after it.
    const accepted = this.#refused.size > 0 ? edits.filter((edit) => !this.#refused.delete(edit)) : edits;
    const marks = this.#marksOf(accepted);
    this.#tellIfSettled();
    return marks ? [...accepted, marks] : accepted;
  }

  committed(edits: readonly RoomEdit[], position: JournalPosition | undefined): void {
    this.#unsettled -= edits.length;
    this.#draft.committed(edits);
    const authors = new Set<Connection>();
    const news = new BatchNews<Connection | undefined>(this.#around.limits.maxUpdateBytes);
    for (const { from, update, frame, newOwners, done } of edits) {
      if (newOwners.length > 0) this.#clientIds.learn(newOwners);
      from?.countSaved();
      if (from) authors.add(from);
      done?.();
      if (!update) continue;
      this.#keep(update);
      news.add(from, frame ? toWireFrame(frame) : updateFrame(update));
    }
    this.#spread(news);
    for (const author of authors) author.sendSaved();
    if (position !== undefined) {
      this.#follower.hear(position);
      this.#tellBatch(position, edits);
      this.#afterNews();
    }
    this.#tellIfSettled();
  }

  lost(edits: readonly RoomEdit[], error: unknown): void {
    const { log } = this.#around;
    log.error({ documentId: this.documentId, edits: edits.length, err: error }, 'edits could not be saved');
    this.#unsettled = 0;
    this.#refused.clear();
    this.#draft.loseAll();
    this.#marks?.forget();
    // The commit may have come through all the same: nobody is to find two different parts by the same name.
    this.#serverClient = undefined;
    // They still have them, and come back with them. Nobody else has seen anything.
    for (const { done } of edits) done?.(error);
    for (const author of new Set(edits.map((edit) => edit.from))) {
      author?.close({ reason: 'notSaved', detail: 'Could not be saved; come back and try again' });
    }
    this.#tellIfSettled();
  }

  broke(error: unknown): void {
    this.#around.log.error({ documentId: this.documentId, err: error }, 'a room broke');
    this.#around.onBroken(this);
  }

  /** Resolves when everything accepted is on disk or lost, and all have left their marks. */
  settled(): Promise<void> {
    this.leaveMarks(true);
    return new Promise((resolve) => {
      this.#onSettled.push(resolve);
      this.#tellIfSettled();
    });
  }

  /** Puts one state in the place of a long journal. What cannot be done now is done another time. */
  async compactIfLong(): Promise<void> {
    if (this.#isLong()) await this.#compact();
  }

  /**
   * Leaves nothing of what was removed from the document for good: not in the journal, its checkpoints, or memory.
   * @throws when the journal cannot be read or written; then all of it is as it was
   */
  async clearRemoved(): Promise<void> {
    while (this.#compacting) await this.#compacting.catch(() => undefined);
    this.#compacting = this.#clear();
    try {
      await this.#compacting;
    } finally {
      this.#compacting = undefined;
    }
    this.#forgetRemoved();
    this.#tell({ kind: 'cleared', position: this.#follower.position });
  }

  /**
   * Keeps the document as it is on disk, to be gone back to.
   * @param takenAt milliseconds since the epoch
   * @returns where it stands in the journal; undefined for a document that there never was
   * @throws when the journal cannot be read or written
   */
  async keepMoment(takenAt: number): Promise<JournalPosition | undefined> {
    while (this.#compacting) await this.#compacting.catch(() => undefined);
    let kept: JournalPosition | undefined;
    this.#compacting = this.#keepNow(takenAt).then((position) => {
      kept = position;
    });
    try {
      await this.#compacting;
    } finally {
      this.#compacting = undefined;
    }
    return kept;
  }

  /** Newcomers would else get what was encoded before something was removed, and then that it is gone. */
  #forgetRemoved(): void {
    const { clean } = this.#draft;
    try {
      const whole = clean ?? new LiveDocument(this.#committed.updates, this.#judging?.mayForget);
      this.#committed.encodeAnew(whole);
      if (!clean) whole.destroy();
      this.#whole = undefined;
    } catch (error) {
      this.broke(error);
    }
  }

  async #compact(): Promise<void> {
    const { counters, log } = this.#around;
    if (this.#compacting) return;
    this.#journaledBytes = 0;
    this.#compacting = this.#compactNow();
    try {
      await this.#compacting;
    } catch (error) {
      counters.failedCompactions += 1;
      log.warn({ documentId: this.documentId, err: error }, 'a journal could not be compacted');
    } finally {
      this.#compacting = undefined;
    }
  }

  async #compactNow(): Promise<void> {
    const { journal, compactor } = this.#around;
    const entries = await journal.read(this.documentId);
    const updates = updatesIn(entries);
    this.#journaled = updates.length;
    // Another server may have compacted it meanwhile.
    if (updates.length === 1) return;
    const hours = await this.#hoursIn(entries);
    const { state, onTheWay } = await compactor.compactWith(updates, { ends: hours.map((hour) => hour.updates) });
    const checkpoints = checkpointsOf(hours, onTheWay);
    if (await journal.compact(this.documentId, state, endOf(entries), { checkpoints }))
      this.#wasCompacted(updates.length);
  }

  async #keepNow(takenAt: number): Promise<JournalPosition | undefined> {
    const { journal, compactor } = this.#around;
    for (let attempt = 1; attempt <= maxClearings; attempt++) {
      const entries = await journal.read(this.documentId);
      const updates = updatesIn(entries);
      if (updates.length === 0) return undefined;
      const hours = await this.#hoursIn(entries);
      const { state, onTheWay } = await compactor.compactWith(updates, { ends: hours.map((hour) => hour.updates) });
      const position = endOf(entries);
      const moment: Checkpoint = { takenAt, kind: 'restore', position, state };
      const checkpoints = [...checkpointsOf(hours, onTheWay), moment];
      if (!(await journal.compact(this.documentId, state, position, { checkpoints }))) continue;
      this.#wasCompacted(updates.length);
      const heads = await journal.checkpoints(this.documentId);
      if (heads.some((head) => head.kind === 'restore' && head.takenAt === takenAt)) return position;
    }
    throw new StorageUnavailable('Others compacted the journal all the while');
  }

  async #clear(): Promise<void> {
    const { journal, compactor } = this.#around;
    for (let attempt = 1; attempt <= maxClearings; attempt++) {
      const entries = await journal.read(this.documentId);
      const updates = updatesIn(entries);
      // There never was such a document.
      if (updates.length === 0) return;
      const hours = await this.#hoursIn(entries);
      const known = await journal.checkpoints(this.documentId);
      const earlier = await this.#readCheckpoints(known);
      const { state, onTheWay, cleared } = await compactor.compactWith(updates, {
        ends: hours.map((hour) => hour.updates),
        earlier: earlier.map((checkpoint) => checkpoint.state),
      });
      const checkpoints = [...checkpointsOf(earlier, cleared), ...checkpointsOf(hours, onTheWay)];
      const also = { checkpoints, isForGood: true, known };
      if (!(await journal.compact(this.documentId, state, endOf(entries), also))) continue;
      this.#wasCompacted(updates.length);
      return;
    }
    throw new StorageUnavailable('Others compacted the journal all the while');
  }

  /** The hours of a journal of which checkpoints are to be kept: the newest, as many as there is sure to be room for. */
  async #hoursIn(entries: readonly JournalEntry[]): Promise<readonly HourEnd[]> {
    // What somebody drafts for themself has no time line: what they threw away is gone.
    if (this.#bound) return [];
    const hours = hourEnds(entries, await this.#around.journal.times(this.documentId));
    const bytes = updatesIn(entries).reduce((sum, { length }) => sum + length, 0);
    const most = Math.min(maxCheckpoints, Math.max(1, Math.floor(maxCheckpointBytes / bytes)));
    // That of a compacted beginning was kept when it was compacted.
    const begins = entries[0]?.position ?? 0;
    return hours.slice(-most).filter(({ position }) => position !== begins || begins === 1);
  }

  /** All that can be read: an altered one is nothing to go back to. */
  async #readCheckpoints(heads: readonly CheckpointHead[]): Promise<readonly Checkpoint[]> {
    const { journal } = this.#around;
    const found: Checkpoint[] = [];
    for (const { bytes: _, ...head } of heads) {
      try {
        const state = await journal.readCheckpoint(this.documentId, head);
        if (state) found.push({ ...head, state });
      } catch (error) {
        if (!(error instanceof JournalUnreadable)) throw error;
      }
    }
    return found;
  }

  #wasCompacted(updates: number): void {
    this.#journaled -= updates - 1;
    this.#bound?.askAgain();
    this.#around.counters.compactions += 1;
  }

  /** To be called now and then: a document in which nobody writes costs next to nothing. */
  rest(): void {
    // Whoever comes next makes it again; until then it would be in memory twice.
    this.#whole = undefined;
    this.#draft.rest();
  }

  /** Lets go of the memory. */
  close(): void {
    clearTimeout(this.#compactTimer);
    clearTimeout(this.#markTimer);
    clearImmediate(this.#waking);
    this.#follower.close();
    this.#ears.end();
    this.#draft.destroy();
  }

  #bytes(): number {
    return this.#committed.stateBytes + this.#committed.tailBytes;
  }

  /** Where room is scarce, a journal is long with its second update. */
  #isLong(): boolean {
    return this.#journaled > (this.#bound?.isTight ? 1 : this.#around.limits.compactAfterUpdates);
  }

  #stateVector(): Uint8Array {
    return this.#committed.encodeStateVector(this.#draft.clean);
  }

  #isTailShort(): boolean {
    const { tailLength, tailBytes, stateBytes } = this.#committed;
    return tailLength <= maxLooseUpdates && tailBytes <= Math.min(maxLooseBytes, stateBytes / 8);
  }

  #ask(connection: Connection): void {
    connection.sendDocument(step1Frame(this.#stateVector()));
  }

  /** Makes the document when what was just sent has left, and asks those who have not been. */
  #wakeForUnasked(): void {
    if (this.#unasked.size === 0) return;
    this.#waking ??= setImmediate(() => {
      this.#waking = undefined;
      try {
        this.#draft.wake();
      } catch {
        return; // The room is broken, and has been given up.
      }
      for (const connection of this.#unasked) this.#ask(connection);
      this.#unasked.clear();
    });
  }

  #tell(message: PeerMessage): void {
    this.#around.peerServers.tell(this.documentId, message);
  }

  #tellBatch(position: JournalPosition, edits: readonly RoomEdit[]): void {
    if (this.#around.peerServers.isAlone) return;
    const told = edits.flatMap(({ from, update, clientIds }) =>
      update ? [{ participantId: from?.participantId ?? theServer, clientIds, update }] : [],
    );
    this.#tell({ kind: 'batch', position, edits: isLarge(told) ? [] : told });
  }

  /** Takes what another server has committed, as it was heard. */
  #takeBatch(edits: readonly PeerEdit[]): void {
    for (const { participantId, clientIds } of edits)
      this.#clientIds.learn(clientIds.map((clientId) => [clientId, participantId]));
    this.#takeOver(edits.map(({ update }) => update));
  }

  async #readAfter(after: JournalPosition): Promise<readonly JournalEntry[]> {
    const { journal } = this.#around;
    const entries = await journal.read(this.documentId, after);
    if (entries.length > 0) this.#clientIds.learn(await journal.owners(this.documentId));
    return entries;
  }

  /** Takes what other servers have committed, as it was found. */
  #takeFound(entries: readonly JournalEntry[]): void {
    this.#around.counters.caughtUp += 1;
    const stateVector = this.#stateVector();
    const [first, ...later] = entries;
    // The first can be a whole compacted journal, of which most is known here.
    const unknown = (first?.updates ?? []).map((update) => diffUpdate(update, stateVector));
    this.#takeOver([...unknown, ...updatesIn(later)]);
  }

  /** What stands in the journal is applied, and shown to everybody here. */
  #takeOver(updates: readonly Uint8Array[]): void {
    const news = new BatchNews<Connection | undefined>(this.#around.limits.maxUpdateBytes);
    try {
      this.#draft.takeOver(updates);
    } catch (error) {
      this.broke(error);
      return;
    }
    for (const update of updates) {
      this.#keep(update);
      news.add(undefined, updateFrame(update));
    }
    this.#spread(news);
    this.#afterNews();
  }

  /** One more update is in the journal. */
  #keep(update: Uint8Array): void {
    this.#committed.append(update);
    this.#bound?.wrote(update.length);
    this.#journaled += 1;
    this.#journaledBytes += update.length;
  }

  #spread(news: BatchNews<Connection | undefined>): void {
    for (const person of this.#presence.here) {
      const parcel = news.parcelFor(person);
      if (parcel) person.send(parcel);
    }
  }

  #add(edit: RoomEdit): void {
    this.#unsettled += 1;
    this.#around.queue.add(this, edit);
  }

  #afterNews(): void {
    const { limits } = this.#around;
    const { tailBytes, stateBytes } = this.#committed;
    const { clean } = this.#draft;
    // As heavy as the state itself: then working it in costs no more than what was done for each of its updates.
    const isHeavy = clean && tailBytes >= Math.max(limits.minTailBytes, stateBytes);
    if (isHeavy || tailBytes >= limits.maxTailBytes) this.#committed.settle(clean);
    // What is written over and over grows the journal and not the duk: that waits for no pause.
    if (this.#journaledBytes > Math.max(limits.compactAfterBytes, this.#committed.stateBytes)) void this.#compact();
    if (!this.#isLong()) return;
    this.#compactTimer ??= setTimeout(() => {
      this.#compactTimer = undefined;
      void this.compactIfLong();
    }, limits.compactWhenIdleMs).unref();
    this.#compactTimer.refresh();
  }

  /** The marks that these edits leave, as an edit of the same batch. */
  #marksOf(edits: readonly RoomEdit[]): RoomEdit | undefined {
    const marks = this.#marks;
    const workedIn = edits.flatMap((edit) => edit.workedIn ?? []);
    if (!marks || workedIn.length === 0) return undefined;
    const edit = this.#mark((doc) => marks.touched(doc, workedIn));
    if (edit) this.#unsettled += 1;
    return edit;
  }

  /** Leaves the marks that waited. @param isLast whether nothing is to wait any longer */
  leaveMarks(isLast = false): void {
    const marks = this.#marks;
    if (marks?.dueInMs === undefined) return;
    const edit = this.#mark((doc) => marks.due(doc, isLast));
    if (edit) this.#add(edit);
  }

  /** @param find what sets the marks, if any are to be set */
  #mark(find: (doc: Doc) => ((doc: Doc) => void) | undefined): RoomEdit | undefined {
    try {
      const set = this.#draft.read(find);
      const dueInMs = this.#marks?.dueInMs;
      if (dueInMs !== undefined) {
        this.#markTimer ??= setTimeout(() => {
          this.#markTimer = undefined;
          this.leaveMarks();
        }, dueInMs).unref();
      }
      if (!set) return undefined;
      const { update } = this.#draft.change(this.#clientOfServer(), (doc) => succeeded(set(doc)));
      return update && this.#acceptOwn(update, {});
    } catch (error) {
      // Nobody's words are held up for a mark.
      this.#marks?.forget();
      this.#around.log.error({ documentId: this.documentId, err: error }, 'marks could not be left');
      return undefined;
    }
  }

  /** The server has changed the document. */
  #acceptOwn(update: Uint8Array, { hand, done }: { readonly hand?: Hand; readonly done?: RoomEdit['done'] }): RoomEdit {
    const parts = hand && checkUpdate(update);
    const clientIds = [this.#clientOfServer()];
    const edit: RoomEdit = {
      from: undefined,
      update,
      frame: undefined,
      clientIds,
      newOwners: this.#clientIds.toKeep(clientIds),
      ...(hand && parts?.ok && { workedIn: { hand, spans: spansOf(parts.value) } }),
      ...(done && { done }),
    };
    this.#draft.accept(edit);
    return edit;
  }

  /** A client that nobody has ever written under here. It is this room's alone: other servers have theirs. */
  #clientOfServer(): number {
    while (this.#serverClient === undefined) {
      const clientId = randomInt(2 ** 32);
      if (this.#draft.clockOf(clientId) > 0 || this.#clientIds.isOwned(clientId)) continue;
      this.#clientIds.show(theServer, clientId);
      this.#serverClient = clientId;
    }
    return this.#serverClient;
  }

  #tellIfSettled(): void {
    if (this.#unsettled > 0) return;
    for (const resolve of this.#onSettled.splice(0)) resolve();
  }
}
