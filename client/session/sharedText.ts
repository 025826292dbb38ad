import { type BoardDocument, editNoteText, type NoteId, noteTextOf, type TextEdit } from '@duken/shared/board';
import * as Y from 'yjs';
import type { SharedCaret } from './presence.ts';

/**
 * The text of one note as value, selection and edit, so that an editor needs no Yjs. Positions count UTF-16 units.
 */
export interface SharedText {
  value(): string;
  /** Makes one's own edit. Not heard by one's own `onOthersEdit`. */
  edit(edit: TextEdit): ReturnType<typeof editNoteText>;
  /** Edits by others, and by one's own undo, in the order to carry them out. */
  onOthersEdit(listener: (edits: readonly TextEdit[]) => void): () => void;
  /** A selection that keeps its place while others write. */
  caretFor(anchor: number, head: number): SharedCaret;
}

/** Opens the text of a note, or gives undefined when the note is gone. */
export function openSharedText(board: BoardDocument, noteId: NoteId): SharedText | undefined {
  const text = noteTextOf(board, noteId);
  if (!text) return undefined;
  cleanForTyping(board, text);
  let isOwnEdit = false;
  return {
    value: () => text.toString(),
    edit(edit) {
      isOwnEdit = true;
      try {
        return editNoteText(board, noteId, edit);
      } finally {
        isOwnEdit = false;
      }
    },
    onOthersEdit(listener) {
      const observe = (event: Y.YTextEvent): void => {
        if (!isOwnEdit) listener(editsOf(event));
      };
      text.observe(observe);
      return () => text.unobserve(observe);
    },
    caretFor: (anchor, head) => ({
      anchor: Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, Math.min(anchor, text.length))),
      head: Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, Math.min(head, text.length))),
    }),
  };
}

/** Where a shared selection is now, or undefined when it cannot be read: anybody's program may have sent it. */
export function caretPlaceIn(
  board: BoardDocument,
  noteId: NoteId,
  { anchor, head }: SharedCaret,
): { readonly anchor: number; readonly head: number } | undefined {
  const text = noteTextOf(board, noteId);
  const from = text && absolute(anchor, text, board.doc);
  const to = text && absolute(head, text, board.doc);
  return from === undefined || to === undefined ? undefined : { anchor: from, head: to };
}

/**
 * A text box knows neither carriage returns nor embedded objects, which only a foreign program can have put there, and
 * would count them differently. They go before the first letter is typed.
 */
function cleanForTyping(board: BoardDocument, text: Y.Text): void {
  const value = text.toString();
  const clean = value.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  if (value.length === text.length && clean === value) return;
  board.transactQuietly(() => {
    text.delete(0, text.length);
    text.insert(0, clean);
  });
}

/** An event of a text as edits, in the order to carry them out. */
export function editsOf(event: Y.YTextEvent): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  for (const { retain, insert, delete: removed } of event.delta) {
    if (retain !== undefined) at += retain;
    else if (typeof insert === 'string') {
      edits.push({ at, removed: 0, inserted: insert });
      at += insert.length;
    } else if (removed !== undefined) edits.push({ at, removed, inserted: '' });
  }
  return edits;
}

function absolute(position: unknown, text: Y.Text, doc: Y.Doc): number | undefined {
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), doc);
    return found?.type === text ? found.index : undefined;
  } catch {
    // Somebody else's program may send anything as a caret: one that cannot be read is not shown.
    return undefined;
  }
}
