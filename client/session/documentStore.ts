import {
  type AddNoteFailure,
  addNote,
  type Board,
  type BoardDocument,
  BoardReader,
  isLayoutMissing,
  type NewNote,
  type NoteId,
  type OpenFailure,
  openBoardDocument,
  openFailureOf,
} from '@duken/shared/board';
import type { Result } from '@duken/shared/result';
import { type Layouts, layoutsWith, type Template, templates } from '@duken/shared/template';
import * as Y from 'yjs';
import { fromDevice } from './keptDocument.ts';
import type { SharedCaret } from './presence.ts';
import { caretPlaceIn, openSharedText, type SharedText } from './sharedText.ts';

/**
 * A duk's document in this window: commands go in, the `Board` comes out, and whoever made a change, it comes back the same
 * way. It knows no network; whoever brings others' changes says with which origin.
 */
export class DocumentStore {
  readonly doc = new Y.Doc();
  readonly document: BoardDocument;
  readonly #layouts: Layouts;
  readonly #reader: BoardReader;
  /** What is shown in the place of a layout that is not to be had, for as long as the board is the same. */
  #standIn: { readonly board: Board; readonly template: Template } | undefined;
  readonly #othersListeners = new Set<(before: Board, after: Board) => void>();
  /** Notes that somebody else has changed since this window opened. */
  readonly #touchedByOthers = new Set<NoteId>();
  readonly #ownTouched = new Set<NoteId>();
  #othersOrigin: unknown;

  /** @param layout the board's own, where it is not one of those that ship */
  constructor(layout?: Template) {
    this.#layouts = layoutsWith(layout ? [layout] : []);
    this.document = openBoardDocument(this.doc, layout ?? templates.lorenskog, this.#layouts);
    this.#reader = new BoardReader(this.document);
    this.document.notes.observeDeep((events, transaction) => {
      const isOwn = (transaction.local && !this.isOthers(transaction.origin)) || transaction.origin === fromDevice;
      for (const event of events) {
        const [noteId] = event.path;
        if (typeof noteId === 'string') (isOwn ? this.#ownTouched : this.#touchedByOthers).add(noteId as NoteId);
        else if (isOwn) for (const key of event.keys.keys()) this.#ownTouched.add(key as NoteId);
      }
    });
    let before: Board | undefined;
    this.doc.on('beforeTransaction', ({ origin }) => {
      const isHeard = this.#othersListeners.size > 0 && this.isOthers(origin) && this.failure() === undefined;
      before = isHeard ? this.board() : undefined;
    });
    this.doc.on('afterTransaction', () => {
      if (!before) return;
      const [was, is] = [before, this.board()];
      before = undefined;
      if (was !== is) for (const listener of this.#othersListeners) listener(was, is);
    });
  }

  /** Says which transactions bring what others did. */
  takeOthersFrom(origin: unknown): void {
    this.#othersOrigin = origin;
  }

  /** Makes an update that was kept part of the document. */
  bring(update: Uint8Array, origin: unknown): void {
    Y.applyUpdate(this.doc, update, origin);
  }

  isOthers(origin: unknown): boolean {
    return this.#othersOrigin !== undefined && origin === this.#othersOrigin;
  }

  /** The board now. The same value until something changes. */
  board(): Board {
    return this.#reader.read();
  }

  /** The layout of the board. The same value until something changes. */
  template(): Template {
    if (!this.isLayoutMissing()) return this.document.template;
    const board = this.board();
    if (this.#standIn?.board !== board) this.#standIn = { board, template: this.document.template };
    return this.#standIn.template;
  }

  /** Whether the board was made with a layout that is not to be had: it can only be read. */
  isLayoutMissing(): boolean {
    return isLayoutMissing(this.doc, this.#layouts);
  }

  /** What stands in the way of showing the document, if anything does. */
  failure(): OpenFailure | undefined {
    return openFailureOf(this.doc);
  }

  run<Value, Failure>(command: (board: BoardDocument) => Result<Value, Failure>): Result<Value, Failure> {
    return command(this.document);
  }

  add(note: NewNote): Result<void, AddNoteFailure> {
    return addNote(this.document, note);
  }

  /** The text of a note, to write in; undefined when the note is gone. */
  text(noteId: NoteId): SharedText | undefined {
    return openSharedText(this.document, noteId);
  }

  /** Where somebody's caret is in a note, or undefined when it cannot be read. */
  placeOf(noteId: NoteId, caret: SharedCaret): { readonly anchor: number; readonly head: number } | undefined {
    return caretPlaceIn(this.document, noteId, caret);
  }

  /** Undoing must not take such a note away. */
  isTouchedByOthers(noteId: NoteId): boolean {
    return this.#touchedByOthers.has(noteId);
  }

  /** Notes that this window has changed since that was last forgotten. */
  ownTouched(): ReadonlySet<NoteId> {
    return this.#ownTouched;
  }

  forgetOwnTouched(): void {
    this.#ownTouched.clear();
  }

  /** A newer program, or a hostile one, can change the kind of document under people's hands. */
  onKindChange(listener: () => void): void {
    this.document.duk.observe(listener);
  }

  /** Tells what the board was and became each time others' changes come in; not what loading brings. */
  onOthersChange(listener: (before: Board, after: Board) => void): () => void {
    this.#othersListeners.add(listener);
    return () => this.#othersListeners.delete(listener);
  }

  destroy(): void {
    this.#othersListeners.clear();
    this.#reader.destroy();
    this.doc.destroy();
  }
}
