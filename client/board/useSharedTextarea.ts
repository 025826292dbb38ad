import {
  applyEdit,
  crossEdits,
  cutAtWord,
  editBetween,
  movePosition,
  type NoteId,
  type TextEdit,
} from '@duken/shared/board';
import { cleanInsert } from '@duken/shared/text';
import { type RefObject, useEffect, useRef } from 'react';
import type { BoardSession, SharedText } from '../session/index.ts';
import { undoOf } from './undoKeys.ts';
import { useGeneration } from './useBoardSession.ts';

interface SharedTextareaOptions {
  readonly session: BoardSession;
  readonly noteId: NoteId;
  /** Where the caret starts, in UTF-16 units; at the end when left out. */
  readonly caretAt: number | undefined;
  /** There was no room for all that was typed or pasted. */
  readonly onTooLong: (leftOver: string) => void;
  /** The caret has moved, in UTF-16 units. */
  readonly onCaret: ((index: number) => void) | undefined;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/**
 * Ties an ordinary text box to the shared text of a note. The box belongs to the person: what the keyboard, the IME or
 * dictation does to it is read off afterwards as an edit. Others' edits are carried into it at once, except while an IME
 * is composing, which would break off; they are then kept, carried across what is typed, and shown when it is done.
 */
export function useSharedTextarea(box: RefObject<HTMLTextAreaElement | null>, options: SharedTextareaOptions): void {
  const latest = useRef(options);
  latest.current = options;
  const { session, noteId } = options;
  const generation = useGeneration(session);
  const first = useRef(generation);

  useEffect(() => {
    const element = box.current;
    const text = session.text(noteId);
    if (!element || !text) return;
    const wasAt = element.selectionEnd;
    element.value = text.value();
    // In a document that was replaced under the hands the caret stays where it was.
    const wanted = generation === first.current ? latest.current.caretAt : wasAt;
    const caret = Math.min(wanted ?? element.value.length, element.value.length);
    element.focus({ preventScroll: true });
    element.setSelectionRange(caret, caret);
    const binding = new TextareaBinding(element, text, latest);
    const tellCaret = (): void => {
      if (document.activeElement !== element) return;
      const { selectionStart, selectionEnd, selectionDirection } = element;
      const isBackward = selectionDirection === 'backward';
      latest.current.onCaret?.(isBackward ? selectionStart : selectionEnd);
      session.presence.write(
        noteId,
        text.caretFor(isBackward ? selectionEnd : selectionStart, isBackward ? selectionStart : selectionEnd),
      );
    };
    tellCaret();
    document.addEventListener('selectionchange', tellCaret);
    return () => {
      document.removeEventListener('selectionchange', tellCaret);
      binding.destroy();
      session.presence.write(undefined);
    };
  }, [box, session, noteId, generation]);
}

class TextareaBinding {
  readonly #box: HTMLTextAreaElement;
  readonly #text: SharedText;
  readonly #options: { readonly current: SharedTextareaOptions };
  readonly #ending = new AbortController();
  readonly #stopListening: () => void;
  /** What the box held when it was last read. */
  #shown: string;
  /** Others' edits that the box does not show yet, to be carried out on what it shows. */
  #unseen: readonly TextEdit[] = [];
  #isComposing = false;
  #isUndoing = false;

  constructor(box: HTMLTextAreaElement, text: SharedText, options: { readonly current: SharedTextareaOptions }) {
    this.#box = box;
    this.#text = text;
    this.#options = options;
    this.#shown = box.value;
    const { signal } = this.#ending;
    box.addEventListener('input', () => this.#readBox(), { signal });
    box.addEventListener('compositionstart', () => this.#setComposing(true), { signal });
    box.addEventListener('compositionend', () => this.#setComposing(false), { signal });
    // Some keyboards leave the box in the middle of a composition and never say that it ended.
    box.addEventListener('blur', () => this.#setComposing(false), { signal });
    box.addEventListener('beforeinput', this.#beforeInput, { signal });
    box.addEventListener('keydown', this.#keyDown, { signal });
    this.#stopListening = text.onOthersEdit((edits) => {
      this.#unseen = [...this.#unseen, ...edits];
      if (!this.#isComposing) this.#showUnseen();
    });
  }

  destroy(): void {
    this.#readBox();
    this.#ending.abort();
    this.#stopListening();
  }

  #setComposing(isComposing: boolean): void {
    this.#isComposing = isComposing;
    if (isComposing) return;
    this.#readBox();
    this.#showUnseen();
  }

  #readBox(): void {
    const { value, selectionEnd } = this.#box;
    if (value === this.#shown) return;
    const typed = editBetween(this.#shown, value, selectionEnd);
    const edit = { ...typed, inserted: cleanInsert(typed.inserted) };
    const isClean = edit.inserted === typed.inserted;
    // Touching the box would break a composition off: what it brings is cleaned when it is done.
    if (!isClean && this.#isComposing) return;
    const { mine, theirs } = crossEdits([edit], this.#unseen);
    this.#shown = applyEdit(this.#shown, edit);
    if (!isClean) this.#showClean(edit);
    this.#unseen = theirs;
    for (const part of mine) {
      const answer = this.#text.edit(part);
      if (answer.ok) continue;
      if (answer.failure.kind === 'noteTooLong') this.#fillUp(edit, part, answer.failure.fits);
      return;
    }
  }

  /** Shows what is kept of something pasted that had signs nobody sees. */
  #showClean({ at, inserted }: TextEdit): void {
    this.#box.value = this.#shown;
    this.#box.setSelectionRange(at + inserted.length, at + inserted.length);
  }

  /** Writes what there is room for, takes the rest out of the box again, and tells. */
  #fillUp(edit: TextEdit, part: TextEdit, fits: number): void {
    const kept = cutAtWord(part.inserted, fits);
    if (kept !== '') this.#text.edit({ ...part, inserted: kept });
    const end = edit.at + kept.length;
    this.#write({ at: end, removed: edit.inserted.length - kept.length, inserted: '' });
    this.#box.setSelectionRange(end, end);
    this.#options.current.onTooLong(part.inserted.slice(kept.length));
  }

  #showUnseen(): void {
    const edits = this.#unseen;
    this.#unseen = [];
    for (const edit of edits) this.#write(edit);
    const last = edits.at(-1);
    // After one's own undo the caret stands where something came back.
    if (this.#isUndoing && last)
      this.#box.setSelectionRange(last.at + last.inserted.length, last.at + last.inserted.length);
  }

  /** Changes the box as somebody else's edit would have it, with the selection kept at its letters. */
  #write(edit: TextEdit): void {
    const { selectionStart, selectionEnd, selectionDirection } = this.#box;
    this.#shown = applyEdit(this.#shown, edit);
    this.#box.value = this.#shown;
    this.#box.setSelectionRange(
      movePosition(selectionStart, edit),
      movePosition(selectionEnd, edit),
      selectionDirection as 'forward' | 'backward' | 'none',
    );
  }

  /** The browser's own undo would take back others' words too. */
  readonly #beforeInput = (event: InputEvent): void => {
    if (event.inputType === 'historyUndo') this.#takeBack('undo', event);
    else if (event.inputType === 'historyRedo') this.#takeBack('redo', event);
  };

  readonly #keyDown = (event: KeyboardEvent): void => {
    const asked = undoOf(event);
    if (asked) this.#takeBack(asked, event);
  };

  #takeBack(asked: 'undo' | 'redo', event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    this.#isUndoing = true;
    if (asked === 'undo') this.#options.current.onUndo();
    else this.#options.current.onRedo();
    this.#isUndoing = false;
  }
}
