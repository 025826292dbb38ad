import { type NoteId, openUndo } from '@duken/shared/board';
import type * as Y from 'yjs';
import type { DocumentStore } from './documentStore.ts';

export type UndoAnswer = 'done' | 'nothing' | 'othersWroteOnIt';

/** One's own steps on one document: taken back and done again without touching what others did. */
export class UndoSteps {
  readonly #store: DocumentStore;
  readonly #manager: Y.UndoManager;
  #lastNote: NoteId | undefined;

  constructor(store: DocumentStore) {
    this.#store = store;
    this.#manager = openUndo(store.document);
  }

  /** Makes a command a step of its own. */
  step<Answer>(command: () => Answer): Answer {
    this.#manager.stopCapturing();
    const answer = command();
    this.#manager.stopCapturing();
    this.#lastNote = undefined;
    return answer;
  }

  /** The latest step laid new notes: they may hold somebody else's words when it is undone. */
  laidNotes(noteIds: readonly NoteId[]): void {
    this.#manager.undoStack.at(-1)?.meta.set('addedNotes', noteIds);
  }

  /** Typing in one note gathers into steps of a breath each; another note begins a new one. */
  typing(noteId: NoteId): void {
    if (this.#lastNote !== noteId) this.#manager.stopCapturing();
    this.#lastNote = noteId;
  }

  /** Takes back one's own latest step. New notes stay when others have worked on one of them meanwhile. */
  undo(): UndoAnswer {
    const step = this.#manager.undoStack.at(-1);
    const added = (step?.meta.get('addedNotes') ?? []) as readonly NoteId[];
    if (added.some((noteId) => this.#store.isTouchedByOthers(noteId))) {
      this.#manager.undoStack.pop();
      return 'othersWroteOnIt';
    }
    this.#lastNote = undefined;
    return this.#manager.undo() ? 'done' : 'nothing';
  }

  redo(): UndoAnswer {
    this.#lastNote = undefined;
    return this.#manager.redo() ? 'done' : 'nothing';
  }

  canUndo(): boolean {
    return this.#manager.canUndo();
  }

  canRedo(): boolean {
    return this.#manager.canRedo();
  }

  destroy(): void {
    this.#manager.destroy();
  }
}
