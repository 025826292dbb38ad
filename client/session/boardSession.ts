import { type DocumentId, documentIdOf } from '@duken/shared/access';
import type { AddNoteFailure, Board, BoardDocument, BoardId, NewNote, NoteId, OpenFailure } from '@duken/shared/board';
import { type Result, succeeded } from '@duken/shared/result';
import type { Template } from '@duken/shared/template';
import type { RowsOnDevice } from '../device/index.ts';
import type { EndReason, Trouble } from './closing.ts';
import { type AskServer, Connection } from './connection.ts';
import { DocumentStore } from './documentStore.ts';
import { fromDevice, KeptDocument, type PlaceOnDevice } from './keptDocument.ts';
import { type KeptWork, keep } from './keptWords.ts';
import { doAgain, mayDo, type OwnWork, workBetween } from './ownWork.ts';
import type { Page } from './page.ts';
import type { PresenceBoard, SharedCaret } from './presence.ts';
import { ownAddress, QuietSession } from './quietSession.ts';
import type { SavedStatus } from './savedStatus.ts';
import { workMissingIn } from './scratch.ts';
import type { Seat } from './seat.ts';
import type { SharedText } from './sharedText.ts';
import { TranslationsSession } from './translationsSession.ts';
import { type UndoAnswer, UndoSteps } from './undoSteps.ts';

/** How far the session has come. */
export type SessionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'open' }
  /** The document is there, but this program cannot show it. */
  | { readonly kind: 'unreadable'; readonly failure: OpenFailure }
  /** The server will not let us back in; trying again does not help. */
  | { readonly kind: 'ended'; readonly reason: EndReason };

export interface SessionOptions {
  readonly boardId: BoardId;
  readonly seat: Seat;
  readonly page: Page;
  /** Asked when a socket could not be opened or was sent away, since a browser is not told why. Never rejects. */
  readonly askServer: AskServer;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly onDevice?: PlaceOnDevice;
}

/** A document with its line to the server and the steps made on it: they come and go together. */
interface Replica {
  readonly store: DocumentStore;
  readonly connection: Connection;
  readonly undo: UndoSteps;
}

const nothingKept: readonly KeptWork[] = [];
const noNotes: ReadonlySet<NoteId> = new Set();
const stillSaving: SavedStatus = { kind: 'saving' };
/** What `me` can take back. */
const comesBack: readonly EndReason[] = ['notSignedIn', 'notAllowed'];
/** A server that refuses one fresh document after the other is not asked for ever. */
const mostRefusals = 200;
/** How long a fresh document waits to hear that what was on its way before is on disk, in ms. */
const settleMs = 2_000;

/**
 * One board's session: it outlives the pages that show it, and its document can be replaced under them. Listeners are called
 * at most once a frame.
 */
export class BoardSession {
  readonly boardId: BoardId;
  readonly #options: SessionOptions;
  readonly #listeners = new Set<() => void>();
  readonly #othersListeners = new Set<(before: Board, after: Board) => void>();
  readonly #stopWarning: () => void;
  #seat: Seat;
  #now: Replica;
  /** The document that is to take the place of the one that was refused. */
  #next: Replica | undefined;
  #translations: TranslationsSession | undefined;
  #quiet: QuietSession | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #generation = 0;
  #state: SessionState = { kind: 'loading' };
  #cancelFrame: (() => void) | undefined;
  /** Work that has not been laid on the document yet, and whether it goes one piece at a time. */
  #queue: readonly OwnWork[] = [];
  #goesOneByOne = false;
  #underWay: OwnWork | undefined;
  #refusals = 0;
  #kept: readonly KeptWork[] = nothingKept;
  /** The board when everything was last saved. */
  #savedBoard: Board | undefined;
  #unsaved: { readonly board: Board; readonly waiting: number; readonly kept: readonly KeptWork[] } | undefined;
  #unsavedNotes: ReadonlySet<NoteId> = noNotes;
  #isGivenUp = false;
  /** Why the socket was sent away, until `me` has said whether it is for good. */
  #away: EndReason | undefined;
  #isDestroyed = false;
  /** The document as the device keeps it, for as long as that is the one that is shown. */
  #onDevice: KeptDocument | undefined;
  /** Where it lies; undefined where the device keeps nothing, or keeps it for somebody else. */
  #place: RowsOnDevice | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.boardId = options.boardId;
    this.#seat = options.seat;
    this.#now = this.#makeReplica();
    this.#stopWarning = options.page.listen('beforeunload', (event) => {
      if (this.holdsWork()) event.preventDefault();
    });
    void this.#begin(this.#now);
  }

  /** Whether what is written here lies on the device too, so that a closed window loses nothing. */
  isOnDevice(): boolean {
    const beside = [this.#quiet, this.#translations].filter((one) => one !== undefined);
    return this.#onDevice?.keeps === true && beside.every((one) => one.isOnDevice());
  }

  /** Counts the documents that there have been: whoever holds on to a note's text must open it anew when this changes. */
  generation(): number {
    return this.#generation;
  }

  get presence(): PresenceBoard {
    return this.#now.connection.presence;
  }

  get mayWrite(): boolean {
    return this.#seat.mayWrite && this.#state.kind !== 'unreadable' && !this.isLayoutMissing();
  }

  /** The layout of the board. The same value until something changes. */
  template(): Template {
    return this.#now.store.template();
  }

  /** Whether the layout that the board was made with is not to be had, so that it can only be read. */
  isLayoutMissing(): boolean {
    return this.#now.store.isLayoutMissing();
  }

  /** Who one is here. The same value until it changes. */
  seat(): Seat {
    return this.#seat;
  }

  state(): SessionState {
    return this.#state;
  }

  /** The board now. The same value until something changes. */
  board(): Board {
    return this.#now.store.board();
  }

  savedStatus(): SavedStatus {
    const status = this.#now.connection.savedStatus();
    if (status.kind !== 'saved') return status;
    return this.#queue.length > 0 ? stillSaving : (this.#translations?.savedStatus() ?? status);
  }

  /** How much of one's own is not on disk. */
  waiting(): number {
    return this.#now.connection.waiting() + this.#queue.length;
  }

  /** What this person writes for themself alone, in a document of its own: opened when it is first asked for. */
  quiet(): QuietSession {
    return this.#quiet ?? this.#openQuiet();
  }

  /** The same, where somebody has asked for it. */
  quietIfOpen(): QuietSession | undefined {
    return this.#quiet;
  }

  /** How much of one's own is not on disk, with what one writes for oneself alone and beside the duk. */
  waitingInAll(): number {
    return this.waiting() + (this.#quiet?.waiting() ?? 0) + (this.#translations?.waiting() ?? 0);
  }

  /** The line to the translations, opened when somebody first asks for them: most duks have none. */
  openTranslations(): TranslationsSession {
    this.#translations ??= new TranslationsSession(
      { ...this.#options, participantId: this.#seat.participantId },
      this.#tell.bind(this),
    );
    return this.#translations;
  }

  /** The same, where somebody has asked for them. */
  translationsIfOpen(): TranslationsSession | undefined {
    return this.#translations;
  }

  /** How many notes hold something of one's own that is not on disk. */
  waitingNotes(): number {
    if (this.waiting() === 0) return 0;
    const { notes, bin } = this.board();
    const there = new Set([...notes, ...bin].map(({ id }) => id));
    return [...this.#waitingIds()].filter((id) => there.has(id)).length;
  }

  /**
   * Notes that hold something of one's own that the server has not taken, and is not about to: what is only on its way is told
   * of none of them. The same value until it changes.
   */
  unsavedNotes(): ReadonlySet<NoteId> {
    const { kind } = this.#now.connection.savedStatus();
    const isStuck = (kind === 'disconnected' || kind === 'notSaved') && this.waiting() > 0;
    const now = isStuck ? this.#waitingIds() : noNotes;
    if (now.size !== this.#unsavedNotes.size || [...now].some((id) => !this.#unsavedNotes.has(id)))
      this.#unsavedNotes = now;
    return this.#unsavedNotes;
  }

  #waitingIds(): ReadonlySet<NoteId> {
    const inQueue = this.#queue.flatMap((work) => ('note' in work ? [work.note.id] : []));
    return new Set([...this.#now.store.ownTouched(), ...inQueue]);
  }

  /** Whether something would be lost if the session ended now. */
  holdsWork(): boolean {
    if (this.#isGivenUp) return false;
    return this.waitingInAll() > 0 || this.#kept.length > 0;
  }

  trouble(): Trouble | undefined {
    return this.#now.connection.trouble();
  }

  /** Tries the live line again at once. */
  tryAgain(): void {
    this.#now.connection.tryAgain();
  }

  /** What a rule of the duk kept off it, until somebody has said that they have it. The same value until it changes. */
  kept(): readonly KeptWork[] {
    return this.#kept;
  }

  /** The person has copied what was kept, or does not want it. */
  letKeptGo(): void {
    this.#kept = nothingKept;
    this.#unsaved = undefined;
    this.#keepAnew();
    this.#tell();
  }

  /** Somebody who is not let in any more has copied what was unsaved, or does not want it. */
  giveUp(): void {
    this.#isGivenUp = true;
    this.letKeptGo();
  }

  /** What would be lost if this session ended now, for somebody who is not let in any more. The same value until it changes. */
  unsaved(): readonly KeptWork[] {
    const board = this.board();
    if (this.#isGivenUp) return nothingKept;
    if (this.#unsaved?.board !== board || this.#unsaved.waiting !== this.waiting()) {
      const touched = this.#now.store.ownTouched();
      const work = this.#savedBoard && this.#now.connection.waiting() > 0 ? workBetween(this.#savedBoard, board) : [];
      const own = work.filter((piece) => !('note' in piece) || touched.has(piece.note.id));
      this.#unsaved = { board, waiting: this.waiting(), kept: [...this.#kept, ...[...own, ...this.#queue].map(keep)] };
    }
    return this.#unsaved.kept;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells what the board was and became each time others' changes come in; not what loading brings. */
  onOthersChange(listener: (before: Board, after: Board) => void): () => void {
    this.#othersListeners.add(listener);
    return () => this.#othersListeners.delete(listener);
  }

  /** Runs a command. Each is a step of its own for undo. What it changes is told before the next frame. */
  run<Value, Failure>(command: (board: BoardDocument) => Result<Value, Failure>): Result<Value, Failure> {
    const { undo, store } = this.#now;
    const answer = undo.step(() => store.run(command));
    // A box that waits a frame for what one pressed springs back meanwhile.
    queueMicrotask(() => this.#tellNow());
    return answer;
  }

  /** Lays a new note; undo knows it from other commands. */
  add(note: NewNote): Result<void, AddNoteFailure> {
    return this.addAll([note]);
  }

  /** Lays new notes as one step, until one cannot be laid. */
  addAll(notes: readonly NewNote[]): Result<void, AddNoteFailure> {
    const { undo, store } = this.#now;
    const laid: NoteId[] = [];
    const answer = undo.step(() => {
      for (const note of notes) {
        const added = store.add(note);
        if (!added.ok) return added;
        laid.push(note.id);
      }
      return succeeded(undefined);
    });
    if (laid.length > 0) undo.laidNotes(laid);
    return answer;
  }

  /** The text of a note, to write in; undefined when the note is gone. */
  text(noteId: NoteId): SharedText | undefined {
    const { undo, store } = this.#now;
    const text = store.text(noteId);
    if (!text) return undefined;
    return {
      ...text,
      edit: (edit) => {
        undo.typing(noteId);
        return text.edit(edit);
      },
    };
  }

  /** Where somebody's caret is in a note, or undefined when it cannot be read. */
  placeOf(noteId: NoteId, caret: SharedCaret): { readonly anchor: number; readonly head: number } | undefined {
    return this.#now.store.placeOf(noteId, caret);
  }

  undo(): UndoAnswer {
    const answer = this.#now.undo.undo();
    this.#tell();
    return answer;
  }

  redo(): UndoAnswer {
    return this.#now.undo.redo();
  }

  canUndo(): boolean {
    return this.#now.undo.canUndo();
  }

  canRedo(): boolean {
    return this.#now.undo.canRedo();
  }

  /** Takes another seat, or finds that one's own gives other rights now. What one wrote meanwhile stays. */
  sit(seat: Seat): void {
    const before = this.#seat;
    const mayComeBack = this.#state.kind === 'ended' && comesBack.includes(this.#state.reason);
    // Not signed in, and yet in: the browser has another session by now.
    const isBackAgain = this.#away === 'notSignedIn' && !this.#next;
    if (isSameSeat(before, seat) && !mayComeBack && !isBackAgain) return;
    this.#seat = seat;
    this.#isGivenUp = false;
    // Another person's drafts are not theirs to see, nor to be written on.
    if (!seat.seats.includes(before.participantId)) {
      this.#endQuiet();
      this.#forgetDevice();
    } else this.#openQuietAnew();
    if (seat.participantId !== before.participantId) this.presence.sitAs(seat.participantId);
    if (this.#translations?.isEnded || seat.participantId !== before.participantId) this.#openTranslationsAnew();
    const isSentAway = mayComeBack || this.#away !== undefined;
    if (isSentAway || (before.mayWrite && !seat.mayWrite && this.waiting() > 0)) this.#startAnew();
    else if (!this.#next && (seat.participantId !== before.participantId || seat.mayWrite !== before.mayWrite))
      this.#now.connection.reopen();
    this.#tell();
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#stopWarning();
    this.#cancelFrame?.();
    clearTimeout(this.#settling);
    this.#listeners.clear();
    this.#othersListeners.clear();
    this.#onDevice?.end();
    this.#dropNext();
    this.#translations?.destroy();
    this.#quiet?.destroy();
    dropReplica(this.#now);
  }

  /** What lies on the device is there at once, and the server is asked for the rest. */
  async #begin(first: Replica): Promise<void> {
    const { store, connection } = first;
    try {
      const place = await this.#options.onDevice?.(this.boardId);
      const kept = place && new KeptDocument(store.doc, place, (origin) => store.isOthers(origin));
      const isThere = await kept?.bring((update, isUnsent) =>
        store.bring(update, isUnsent ? fromDevice : connection.origin),
      );
      if (this.#isDestroyed || this.#now !== first) return kept?.end();
      this.#place = place;
      this.#onDevice = kept;
      if (isThere) {
        connection.isShown();
        this.#readOrRefuse();
      }
    } catch (error) {
      // A device that cannot be read is no reason to have no duk.
      reportError(error);
    }
    if (this.#isDestroyed || this.#now !== first) return;
    // Whoever may only read now sends nothing: what they wrote while they might is theirs to copy.
    if (!this.#seat.mayWrite && this.waiting() > 0) this.#startAnew();
    else connection.open();
    this.#tell();
    await this.#sendBeside();
  }

  /** What one wrote beside the duk in a window that was closed, and that the server may not have, goes now too. */
  async #sendBeside(): Promise<void> {
    const { onDevice } = this.#options;
    const holdsUnsent = async (documentId: DocumentId): Promise<boolean> =>
      ((await (await onDevice?.(documentId))?.rows()) ?? []).some(({ isUnsent }) => isUnsent);
    try {
      if ((await holdsUnsent(ownAddress(this.boardId))) && !this.#isDestroyed) this.quiet();
      if ((await holdsUnsent(documentIdOf(this.boardId, 'translations'))) && !this.#isDestroyed)
        this.openTranslations();
    } catch (error) {
      reportError(error);
    }
  }

  /** The document that came in the place of a refused one lies on the device too, once nothing of the old one is left over. */
  #keepAnew(): void {
    const refused = this.#onDevice;
    const isOver = refused?.keeps === false && this.#queue.length === 0 && this.#kept.length === 0;
    if (!this.#place || !isOver || this.#isGivenUp || this.#next || this.waiting() > 0) return;
    const { store } = this.#now;
    this.#onDevice = new KeptDocument(store.doc, this.#place, (origin) => store.isOthers(origin));
    void this.#onDevice.startOver(refused);
  }

  #forgetDevice(): void {
    this.#onDevice?.end();
    this.#onDevice = undefined;
    this.#place = undefined;
  }

  /** Tells the device when the server has everything. */
  #settleOnDevice(): void {
    if (this.#now.connection.waiting() === 0) this.#onDevice?.allSaved();
  }

  #openQuiet(before?: QuietSession): QuietSession {
    const quiet = new QuietSession({ ...this.#options, seat: this.#seat }, before);
    this.#quiet = quiet;
    let isAsked = false;
    quiet.subscribe(() => {
      this.#tell();
      const why = quiet.whyEnded();
      if (isAsked || why === undefined || !comesBack.includes(why)) return;
      isAsked = true;
      // The browser may have another session by now, in which the same person is in.
      void this.#options.askServer().then((answer) => {
        const isTheirs = answer.kind === 'in' && answer.seat.seats.includes(this.#seat.participantId);
        if (isTheirs && this.#quiet === quiet) this.#openQuietAnew();
      });
    });
    return quiet;
  }

  /** Whoever is in again goes on where their own line ended, with what they wrote since. */
  #openQuietAnew(): void {
    const before = this.#quiet;
    const why = before?.whyEnded();
    if (!before || why === undefined || !comesBack.includes(why) || this.#isDestroyed) return;
    this.#openQuiet(before);
    before.destroy();
  }

  #endQuiet(): void {
    const quiet = this.#quiet;
    this.#quiet = undefined;
    quiet?.destroy();
  }

  /** What another seat had open, or lost, is asked for again as the one that this is now. */
  #openTranslationsAnew(): void {
    if (!this.#translations || this.#translations.waiting() > 0) return;
    this.#translations.destroy();
    this.#translations = undefined;
    this.openTranslations();
  }

  #makeReplica(): Replica {
    const { boardId, page, askServer } = this.#options;
    const store = new DocumentStore(this.#seat.layout);
    // Before the connection listens, which counts the change: the board as it was when all was saved.
    store.doc.on('beforeTransaction', ({ origin }) => {
      if (this.#now.store !== store || store.isOthers(origin) || this.waiting() > 0) return;
      this.#savedBoard = store.board();
      store.forgetOwnTouched();
    });
    const isNext = (): boolean => this.#next?.connection === connection;
    const connection: Connection = new Connection(
      { page, documentId: boardId, participantId: this.#seat.participantId, doc: store.doc, askServer },
      {
        onChange: () => this.#tell(),
        onSynced: () => (isNext() ? this.#settle() : this.#readOrRefuse()),
        onSaved: () => {
          if (isNext()) return this.#moveOver();
          this.#settleOnDevice();
          this.#layNext();
        },
        onEnded: (reason) => this.#sentAway(reason, connection),
        // A document that nobody has written on breaks no rule: another fresh one would be refused too.
        onRuleBroken: () => (isNext() ? this.#become({ kind: 'ended', reason: 'refused' }) : this.#startAnew()),
      },
    );
    store.takeOthersFrom(connection.origin);
    store.onKindChange(() => {
      if (this.#now.store === store && (this.#state.kind === 'open' || this.#state.kind === 'unreadable'))
        this.#readOrRefuse();
    });
    store.onOthersChange((before, after) => {
      if (this.#now.store !== store || this.#state.kind !== 'open') return;
      for (const listener of this.#othersListeners) listener(before, after);
    });
    return { store, connection, undo: new UndoSteps(store) };
  }

  /** The document is there: can this program show it? */
  #readOrRefuse(): void {
    const failure = this.#now.store.failure();
    if (failure || this.#state.kind !== 'open')
      this.#become(failure ? { kind: 'unreadable', failure } : { kind: 'open' });
    this.#layNext();
  }

  /**
   * Sent away by the socket: `me` knows whether it is for good. A socket speaks for the session that the browser had when it
   * was opened; somebody may have come in again since, in another tab.
   */
  #sentAway(reason: EndReason, connection: Connection): void {
    if (!comesBack.includes(reason)) {
      this.#become({ kind: 'ended', reason });
      return;
    }
    this.#away = reason;
    void this.#options.askServer().then((answer) => {
      // A fresh document is on its way already.
      if (this.#isDestroyed || connection !== (this.#next ?? this.#now).connection) return;
      const isIn = answer.kind === 'in' && (reason === 'notSignedIn' || !isSameSeat(this.#seat, answer.seat));
      if (!isIn) {
        this.#become({ kind: 'ended', reason });
        return;
      }
      this.#dropNext();
      this.sit(answer.seat);
    });
  }

  /**
   * Fetches a fresh document beside the one that was refused, which stays on screen and can be written on meanwhile. What the
   * seat allows may have changed, so it is asked for too.
   */
  #startAnew(): void {
    this.#dropNext();
    this.#refusals += 1;
    if (this.#refusals > mostRefusals) {
      this.#become({ kind: 'ended', reason: 'refused' });
      return;
    }
    const next = this.#makeReplica();
    this.#next = next;
    void this.#options.askServer().then((answer) => {
      if (this.#isDestroyed || this.#next !== next) return;
      if (answer.kind === 'in') this.#seat = answer.seat;
      next.connection.open();
    });
  }

  /**
   * What the refused socket had sent before may still be on its way to the disk, and is not to be laid twice: the server
   * confirms this socket's first message after it. Who may only read sends none.
   */
  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#moveOver(), this.#seat.mayWrite ? settleMs : 0);
  }

  /** Puts the fresh document in the place of the old one, and lays on it what is one's own and allowed. */
  #moveOver(): void {
    const next = this.#next;
    if (!next || next.store.failure()) return;
    clearTimeout(this.#settling);
    const old = this.#now;
    // It stays on the device until all that was refused is laid anew, or taken care of: whoever closes the window has it still.
    this.#onDevice?.end();
    const work = workMissingIn(next.store, old.store);
    const refused = this.#isUnderWay(work) ? work : work.filter((piece) => !mayDo(this.#seat, piece));
    this.#underWay = undefined;
    this.#kept = [...this.#kept, ...refused.map(keep)];
    this.#queue = [...work.filter((piece) => !refused.includes(piece)), ...this.#queue];
    // A rule that this client does not know: the pieces are tried one by one.
    this.#goesOneByOne ||= refused.length === 0;
    next.connection.presence.share(old.connection.presence.isShared);
    this.#now = next;
    this.#next = undefined;
    this.#savedBoard = next.store.board();
    this.#unsaved = undefined;
    this.#away = undefined;
    this.#generation += 1;
    dropReplica(old);
    this.#readOrRefuse();
    this.#tell();
  }

  /** Whether what is missing is the piece that was being tried, and nothing else. */
  #isUnderWay(work: readonly OwnWork[]): boolean {
    const tried = this.#underWay;
    if (!tried || work.length === 0) return false;
    if ('note' in tried) return work.every((piece) => 'note' in piece && piece.note.id === tried.note.id);
    return work.length === 1 && work[0]?.kind === tried.kind;
  }

  #layNext(): void {
    if (this.#next || this.#state.kind !== 'open') return;
    while (this.#queue.length > 0) {
      if (this.#goesOneByOne && this.#now.connection.waiting() > 0) return;
      const [piece, ...rest] = this.#queue as readonly [OwnWork, ...OwnWork[]];
      this.#queue = rest;
      this.#underWay = this.#goesOneByOne ? piece : undefined;
      const { store, undo } = this.#now;
      const isAllowed = mayDo(this.#seat, piece);
      const answer = isAllowed
        ? undo.step(() => doAgain(store.document, piece, this.#seat, this.#options.clock()))
        : undefined;
      if (!answer?.ok) this.#kept = [...this.#kept, keep(piece)];
      else if (piece.kind === 'note') undo.laidNotes([piece.note.id]);
      this.#tell();
    }
    if (this.#now.connection.waiting() > 0) return;
    this.#goesOneByOne = false;
    this.#underWay = undefined;
    this.#refusals = 0;
    this.#keepAnew();
  }

  #become(state: SessionState): void {
    if (state.kind === 'ended') this.#dropNext();
    this.#state = state;
    this.#tell();
  }

  #dropNext(): void {
    clearTimeout(this.#settling);
    if (this.#next) dropReplica(this.#next);
    this.#next = undefined;
  }

  #tell(): void {
    if (this.#isDestroyed) return;
    this.#cancelFrame ??= this.#options.page.onNextFrame(() => this.#tellNow());
  }

  /** Tells what waits for the next frame, if anything does. */
  #tellNow(): void {
    if (!this.#cancelFrame || this.#isDestroyed) return;
    this.#cancelFrame();
    this.#cancelFrame = undefined;
    for (const listener of this.#listeners) listener();
  }
}

function dropReplica({ connection, undo, store }: Replica): void {
  connection.destroy();
  undo.destroy();
  store.destroy();
}

function isSameSeat(a: Seat, b: Seat): boolean {
  const [one, other] = [a, b].map(
    ({ participantId, mayWrite, voices, helpers = [], hasHelped = false, leads = false }) =>
      JSON.stringify([participantId, mayWrite, voices, helpers, hasHelped, leads]),
  );
  return one === other;
}
