import {
  type AddNoteFailure,
  addNote,
  type Board,
  type BoardDocument,
  type BoardId,
  BoardReader,
  type NewNote,
  type NoteId,
  type OpenFailure,
  openBoardDocument,
  openFailureOf,
  ownChange,
  type ParticipantId,
} from '@duken/shared/board';
import { messageType } from '@duken/shared/protocol';
import type { Result } from '@duken/shared/result';
import { templates } from '@duken/shared/template';
import { readVarUint } from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { closingOf, type EndReason, spread, type Trouble } from './closing.ts';
import { longestWaitMs, waitBeforeComingBackMs } from './comeBack.ts';
import { countingSocket } from './countingSocket.ts';
import { PresenceBoard, type SharedCaret } from './presence.ts';
import { SavedLedger, type SavedStatus } from './savedStatus.ts';
import { caretPlaceIn, openSharedText, type SharedText } from './sharedText.ts';

/** How far the session has come. */
export type SessionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'open' }
  /** The document is there, but this program cannot show it. */
  | { readonly kind: 'unreadable'; readonly failure: OpenFailure }
  /** The server will not let us back in; trying again does not help. */
  | { readonly kind: 'ended'; readonly reason: EndReason };

export type UndoAnswer = 'done' | 'nothing' | 'othersWroteOnIt';

export interface SessionOptions {
  readonly boardId: BoardId;
  readonly participantId: ParticipantId;
  readonly mayWrite: boolean;
  /**
   * Asked when a socket could not be opened, since a browser is not told why: does the server still know us, or does it
   * not reach its own storage? Rejects, or says `unknown`, when there is no answer to go by.
   */
  readonly askServer: () => Promise<'in' | 'out' | 'storageAway' | 'unknown'>;
}

/**
 * The one live connection to a duk. It owns the document: commands go in, the `Board` comes out, and whoever made a change,
 * it comes back the same way. Listeners are called at most once a frame.
 */
export class BoardSession {
  readonly presence: PresenceBoard;
  readonly #options: SessionOptions;
  readonly #doc = new Y.Doc();
  readonly #board: BoardDocument = openBoardDocument(this.#doc, templates.lorenskog);
  readonly #reader = new BoardReader(this.#board);
  readonly #undo: Y.UndoManager;
  readonly #provider: WebsocketProvider;
  readonly #listeners = new Set<() => void>();
  readonly #othersListeners = new Set<(before: Board, after: Board) => void>();
  readonly #ledger = new SavedLedger(() => this.#tell());
  /** Notes that somebody else has changed since this window opened: undoing must not take those away. */
  readonly #touchedByOthers = new Set<NoteId>();
  #state: SessionState = { kind: 'loading' };
  #trouble: Trouble | undefined;
  #comeBack: ReturnType<typeof setTimeout> | undefined;
  #frame: number | undefined;
  #lastNote: NoteId | undefined;
  #wasSentInThisUpdate = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { duk, notes, strokes, journey } = this.#board;
    this.#undo = new Y.UndoManager([duk, notes, strokes, journey], {
      trackedOrigins: new Set([ownChange]),
      captureTimeout: 700,
    });
    // Before the provider listens: it sends on 'update', and this must know whether it did.
    this.#doc.on('beforeTransaction', () => {
      this.#wasSentInThisUpdate = false;
    });
    const { protocol, host } = window.location;
    this.#provider = new WebsocketProvider(
      `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`,
      options.boardId,
      this.#doc,
      {
        connect: false,
        disableBc: true,
        maxBackoffTime: longestWaitMs,
        // What we come back from at a pace of our own is not the provider's to reconnect.
        shouldReconnect: ({ code }) => {
          const closing = closingOf(code);
          return closing.kind === 'comeBack' && closing.afterMs === undefined;
        },
        WebSocketPolyfill: countingSocket({
          documentMessageSent: (isStep2) => {
            this.#wasSentInThisUpdate = true;
            this.#ledger.messageSent(isStep2);
          },
          deliver: (messages) => this.#doc.transact(messages, this.#provider),
        }),
      },
    );
    this.#provider.messageHandlers[messageType.saved] = (_encoder, decoder) => this.#ledger.saved(readVarUint(decoder));
    this.presence = new PresenceBoard(this.#provider.awareness, options.participantId, () => this.#tell());
    this.#listen();
    this.#provider.connect();
  }

  #listen(): void {
    this.#doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== this.#provider) this.#ledger.changed(this.#wasSentInThisUpdate);
      this.#tell();
    });
    this.#board.notes.observeDeep((events, transaction) => {
      if (transaction.local && transaction.origin !== this.#provider) return;
      for (const event of events) {
        const [noteId] = event.path;
        if (typeof noteId === 'string') this.#touchedByOthers.add(noteId as NoteId);
      }
    });
    let before: Board | undefined;
    this.#doc.on('beforeTransaction', ({ origin }) => {
      const isHeard = this.#othersListeners.size > 0 && this.#state.kind === 'open';
      before = isHeard && origin === this.#provider ? this.board() : undefined;
    });
    this.#doc.on('afterTransaction', () => {
      if (!before) return;
      const [was, is] = [before, this.board()];
      before = undefined;
      if (was !== is) for (const listener of this.#othersListeners) listener(was, is);
    });
    this.#provider.on('status', ({ status }: { status: string }) => {
      if (status === 'connected') this.#ledger.socketOpened();
      else {
        this.#ledger.socketClosed();
        this.presence.forgetOthers();
      }
    });
    this.#provider.on('sync', (isSynced: boolean) => {
      if (!isSynced) return;
      this.#trouble = undefined;
      this.#readOrRefuse();
    });
    // A newer program, or a hostile one, can change the kind of document under people's hands.
    this.#board.duk.observe(() => {
      if (this.#state.kind === 'open' || this.#state.kind === 'unreadable') this.#readOrRefuse();
    });
    // Told before the provider looks at how long it may wait.
    this.#provider.on('connection-close', (event: CloseEvent | null) => {
      const failures = this.#provider.wsUnsuccessfulReconnects + 1;
      this.#provider.maxBackoffTime = waitBeforeComingBackMs(failures, Math.random());
      if (!event) return;
      const closing = closingOf(event.code);
      if (closing.kind === 'comeBack' && closing.trouble) this.#tellTrouble(closing.trouble);
    });
    // Only what the provider does not come back from by itself.
    this.#provider.on('closed', ({ code }: { code: number }) => {
      const closing = closingOf(code);
      if (closing.kind === 'ended') this.#become(closing);
      else this.#comeBackIn(spread(closing.afterMs ?? 0, Math.random));
    });
    this.#provider.on('connection-error', () => {
      this.#options.askServer().then(
        (answer) => {
          if (answer === 'storageAway') this.#tellTrouble('notSaved');
          if (answer !== 'out') return;
          this.#provider.disconnect();
          this.#become({ kind: 'ended', reason: 'notSignedIn' });
        },
        // No answer is what a dropped network looks like; the provider tries again.
        () => undefined,
      );
    });
    window.addEventListener('beforeunload', this.#warnBeforeLosing);
    window.addEventListener('online', this.#connectNow);
    window.addEventListener('offline', this.#doubtSocket);
  }

  get mayWrite(): boolean {
    return this.#options.mayWrite && this.#state.kind !== 'unreadable';
  }

  state(): SessionState {
    return this.#state;
  }

  /** The board now. The same value until something changes. */
  board(): Board {
    return this.#reader.read();
  }

  savedStatus(): SavedStatus {
    return this.#ledger.status();
  }

  /** What stands in the way now, to be told in words. What could not be saved is trouble until it is. */
  trouble(): Trouble | undefined {
    return this.#ledger.status().kind === 'notSaved' ? 'notSaved' : this.#trouble;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells what the board was and became each time others' changes come in, at most once a frame; not what loading brings. */
  onOthersChange(listener: (before: Board, after: Board) => void): () => void {
    this.#othersListeners.add(listener);
    return () => this.#othersListeners.delete(listener);
  }

  /** Runs a command. Each is a step of its own for undo. */
  run<Value, Failure>(command: (board: BoardDocument) => Result<Value, Failure>): Result<Value, Failure> {
    this.#undo.stopCapturing();
    const answer = command(this.#board);
    this.#undo.stopCapturing();
    this.#lastNote = undefined;
    return answer;
  }

  /** Lays a new note; undo knows it from other commands, since it may hold somebody else's words when it is undone. */
  add(note: NewNote): Result<void, AddNoteFailure> {
    const answer = this.run((board) => addNote(board, note));
    if (answer.ok) this.#undo.undoStack.at(-1)?.meta.set('addedNote', note.id);
    return answer;
  }

  /** The text of a note, to write in; undefined when the note is gone. */
  text(noteId: NoteId): SharedText | undefined {
    const text = openSharedText(this.#board, noteId);
    if (!text) return undefined;
    return {
      ...text,
      edit: (edit) => {
        // Typing in one note gathers into steps of a breath each; another note begins a new one.
        if (this.#lastNote !== noteId) this.#undo.stopCapturing();
        this.#lastNote = noteId;
        return text.edit(edit);
      },
    };
  }

  /** Where somebody's caret is in a note, or undefined when it cannot be read. */
  placeOf(noteId: NoteId, caret: SharedCaret): { readonly anchor: number; readonly head: number } | undefined {
    return caretPlaceIn(this.#board, noteId, caret);
  }

  /** Takes back one's own latest step. A new note that others have worked on meanwhile stays. */
  undo(): UndoAnswer {
    const step = this.#undo.undoStack.at(-1);
    const addedNote: unknown = step?.meta.get('addedNote');
    if (typeof addedNote === 'string' && this.#touchedByOthers.has(addedNote as NoteId)) {
      this.#undo.undoStack.pop();
      this.#tell();
      return 'othersWroteOnIt';
    }
    this.#lastNote = undefined;
    return this.#undo.undo() ? 'done' : 'nothing';
  }

  redo(): UndoAnswer {
    this.#lastNote = undefined;
    return this.#undo.redo() ? 'done' : 'nothing';
  }

  canUndo(): boolean {
    return this.#undo.canUndo();
  }

  canRedo(): boolean {
    return this.#undo.canRedo();
  }

  destroy(): void {
    window.removeEventListener('beforeunload', this.#warnBeforeLosing);
    window.removeEventListener('online', this.#connectNow);
    window.removeEventListener('offline', this.#doubtSocket);
    clearTimeout(this.#comeBack);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#listeners.clear();
    this.presence.destroy();
    this.#provider.destroy();
    this.#undo.destroy();
    this.#reader.destroy();
    this.#doc.destroy();
  }

  /** The document is there: can this program show it? */
  #readOrRefuse(): void {
    const failure = openFailureOf(this.#doc);
    if (failure || this.#state.kind !== 'open')
      this.#become(failure ? { kind: 'unreadable', failure } : { kind: 'open' });
  }

  #tellTrouble(trouble: Trouble): void {
    if (trouble === 'notSaved') this.#ledger.storageRefused();
    this.#trouble = trouble;
    this.#tell();
  }

  #comeBackIn(ms: number): void {
    clearTimeout(this.#comeBack);
    this.#comeBack = setTimeout(() => this.#provider.connect(), ms);
  }

  #become(state: SessionState): void {
    this.#state = state;
    if (state.kind === 'ended') this.#trouble = undefined;
    this.#tell();
  }

  /** Tells listeners once, on the next frame; at once in a hidden tab, which has none. */
  #tell(): void {
    if (document.hidden) {
      this.#tellNow();
      return;
    }
    this.#frame ??= requestAnimationFrame(() => this.#tellNow());
  }

  #tellNow(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    for (const listener of this.#listeners) listener();
  }

  readonly #connectNow = (): void => {
    if (this.#state.kind !== 'ended' && !this.#provider.wsconnected) {
      this.#provider.disconnect();
      this.#provider.connect();
    }
  };

  /**
   * A socket over a network that went away says nothing for half a minute, and the sign would say «Lagrer …» all that time.
   * Closing it lets the provider find out at once; a server on this very machine is reached again at once.
   */
  readonly #doubtSocket = (): void => this.#provider.ws?.close();

  readonly #warnBeforeLosing = (event: BeforeUnloadEvent): void => {
    if (this.#ledger.waiting() > 0) event.preventDefault();
  };
}
