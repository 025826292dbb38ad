import type { NoteId, Voice } from '@duken/shared/board';
import type { SheetLayout } from '@duken/shared/sheet';
import type { Cell } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { type RefObject, useEffect, useState } from 'react';
import type { DropTarget } from '../canvas/index.ts';
import type { BoardSession } from '../session/index.ts';
import { focusedPlace } from './canvasFocus.ts';
import { noteAfter } from './canvasMoves.ts';
import type { BoardActions } from './useBoardActions.ts';
import { type Carried, type Hand, useCarried } from './useCarried.ts';
import { useNoteClipboard } from './useNoteClipboard.ts';
import type { OpenNote } from './useOpenNote.ts';
import type { Selection } from './useSelection.ts';
import { meantNotes, type SheetFocus } from './useSheetKeys.ts';

interface PlacingOptions {
  readonly session: BoardSession;
  readonly actions: BoardActions;
  readonly layout: SheetLayout;
  readonly voice: Voice;
  readonly surface: RefObject<HTMLElement | null>;
  /** Whether what touches the screen may be the hands of several people. */
  readonly isShared: () => boolean;
  readonly focus: SheetFocus;
  readonly note: OpenNote;
  readonly selection: Selection;
}

/** A list that was pasted, until somebody has said what it is to become. */
interface PastedList {
  readonly items: readonly string[];
  readonly text: string;
  readonly target: DropTarget | undefined;
}

/** New notes on their way to the sheet: from the bar, from the clipboard, from those that lie there. */
export interface Placing {
  readonly carried: Carried | undefined;
  readonly letGo: () => void;
  /** Takes a new note in the hand; with the keyboard it goes where that is, or one is asked where. */
  readonly newNote: (by: Hand) => void;
  /** Lays what is in the hand. */
  readonly place: (target: DropTarget) => void;
  /** Lays one more of each, just behind it. */
  readonly duplicate: (noteIds: readonly NoteId[]) => void;
  /** Whether one is asked where a new note is to lie; the answer, or undefined for none. */
  readonly asksWhere: boolean;
  readonly answerWhere: (cell: Cell | undefined) => void;
  readonly pasted: PastedList | undefined;
  readonly setPasted: (pasted: PastedList | undefined) => void;
  /** Lays the pasted list as these notes. */
  readonly layPasted: (texts: readonly string[]) => void;
}

export function usePlacing(options: PlacingOptions): Placing {
  const { session, actions, layout, voice, surface, note, selection } = options;
  const { focus, isShown } = options.focus;
  const { carried, take, letGo } = useCarried();
  const [asksWhere, setAsksWhere] = useState(false);
  const [answer, setAnswer] = useState<Cell>();
  const [pasted, setPasted] = useState<PastedList>();

  // A dialog that closes gives the keyboard back to where it was: only then can the new note have it.
  const { make } = note;
  useEffect(() => {
    if (!answer) return;
    setAnswer(undefined);
    make(answer);
  }, [answer, make]);

  /** Just behind where the keyboard is, as far as one sees that: a place from long ago would be a guess. */
  const placeInSight = (): DropTarget | undefined => {
    const isSeen = isShown || (focus?.kind === 'note' && selection.has(focus.noteId));
    const cell = isSeen && focus ? focusedPlace(layout, focus)?.cell : undefined;
    return cell && { cell, before: focus?.kind === 'note' ? noteAfter(layout, focus.noteId) : undefined };
  };
  const layIn = ({ cell, before }: DropTarget, texts: readonly string[]): void => {
    if (texts.length === 0) {
      note.make(cell, before);
      return;
    }
    const place = { cell, voice, ...(before ? { before } : {}) };
    selection.choose(...actions.layNotes(texts.map((text) => ({ ...place, text }))));
  };
  const layOrCarry = (texts: readonly string[], target: DropTarget | undefined): void => {
    if (target) layIn(target, texts);
    else take({ by: 'mouse', texts });
  };

  useNoteClipboard({
    surface,
    mayWrite: session.mayWrite,
    textsNow() {
      const meant = meantNotes(selection, isShown ? focus : undefined);
      return layout.notes.flatMap(({ note: { id, text } }) => (meant.includes(id) && !isBlank(text) ? [text] : []));
    },
    onCut() {
      actions.deleteNotes(meantNotes(selection, focus));
      selection.clear();
    },
    onPaste(items, text, isNotes) {
      const target = placeInSight();
      if (items.length === 1 || isNotes) layOrCarry(items, target);
      else setPasted({ items, text, target });
    },
  });

  return {
    carried,
    letGo,
    newNote(by) {
      // A finger may be another's than whoever's who writes: their note stays open until this one lies somewhere.
      const leavesOpen = by === 'touch' && options.isShared() && note.noteId !== undefined;
      if (!leavesOpen) note.close();
      const target = placeInSight();
      if (by === 'keys' && target) note.make(target.cell);
      else if (by === 'keys') setAsksWhere(true);
      else if (carried) letGo();
      else {
        if (!leavesOpen) {
          selection.clear();
          surface.current?.focus({ preventScroll: true });
        }
        take({ by, texts: [] });
      }
    },
    place(target) {
      letGo();
      layIn(target, carried?.texts ?? []);
    },
    duplicate(noteIds) {
      const { voices } = session.seat();
      const originals = layout.notes.map((placed) => placed.note).filter(({ id }) => noteIds.includes(id));
      const copies = originals.flatMap((original) => {
        if (isBlank(original.text)) return [];
        const before = noteAfter(layout, original.id);
        // A copy is one's own note, and speaks with a voice one was given.
        const own = voices.find((given) => given === original.voice) ?? voice;
        return [{ text: original.text, cell: original.cell, voice: own, ...(before ? { before } : {}) }];
      });
      if (copies.length > 0) selection.choose(...actions.layNotes(copies));
    },
    asksWhere,
    answerWhere(cell) {
      setAsksWhere(false);
      setAnswer(cell);
    },
    pasted,
    setPasted,
    layPasted(texts) {
      setPasted(undefined);
      if (pasted) layOrCarry(texts, pasted.target);
    },
  };
}
