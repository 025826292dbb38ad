import { maxNoteLength, type Note, type NoteId } from '@duken/shared/board';
import { type NoteBox, sizes } from '@duken/shared/sheet';
import { type CSSProperties, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import type { BoardActions } from './useBoardActions.ts';
import { useSharedTextarea } from './useSharedTextarea.ts';

/** Presses within this, in ms, after the note was opened belong to the double click that opened it. */
const doubleClickMs = 500;
/** From this length on the editor says how much room is left, in UTF-16 units. */
const tellRoomFrom = 1700;

interface NoteEditorProps {
  readonly session: BoardSession;
  readonly note: Note;
  readonly actions: BoardActions;
  /** On the canvas the editor lies on the note's paper, in sheet units; in the list it is an ordinary box. */
  readonly place?: { readonly x: number; readonly y: number; readonly box: NoteBox; readonly fontFamily: string };
  readonly caretAt?: number;
  readonly onCaret?: (index: number) => void;
  readonly onClose: () => void;
  /** There was not room for all; what is left over can become a note of its own. */
  readonly onTooLong: (leftOver: string) => void;
  /** What a screen reader calls the box. */
  readonly label: string;
}

const { textFont, lineHeight, paddingX, paddingTop } = sizes.note;

/** The open note: an ordinary text box, so that IME, dictation, spelling and screen readers work as they always do. */
export function NoteEditor({
  session,
  note,
  actions,
  place,
  caretAt,
  onCaret,
  onClose,
  onTooLong,
  label,
}: NoteEditorProps): ReactNode {
  const { t } = useTranslation('board');
  const box = useRef<HTMLTextAreaElement>(null);
  const roomId = useId();
  const [openedAt] = useState(() => performance.now());
  useSharedTextarea(box, {
    session,
    noteId: note.id as NoteId,
    caretAt,
    onTooLong,
    onCaret,
    onUndo: actions.undo,
    onRedo: actions.redo,
  });
  const length = note.text.length;
  const style: CSSProperties | undefined = place && {
    left: place.x,
    top: place.y,
    width: place.box.width,
    height: paddingTop + Math.max(1, place.box.lines.length) * lineHeight + 4,
    padding: `${paddingTop}px ${paddingX}px 4px`,
    fontFamily: place.fontFamily,
    fontSize: textFont.size,
    lineHeight: `${lineHeight}px`,
  };
  return (
    <>
      <textarea
        ref={box}
        className={place ? 'noteEditor noteEditor-onSheet' : 'noteEditor'}
        style={style}
        dir="auto"
        aria-label={label}
        aria-describedby={length > tellRoomFrom ? roomId : undefined}
        placeholder={place ? t('writeHere') : undefined}
        spellCheck
        rows={place ? 1 : 4}
        onMouseDown={(event) => {
          // The second press of a double click that opened the note must not select the word beneath it.
          if (event.detail > 1 && performance.now() - openedAt < doubleClickMs) event.preventDefault();
        }}
        // The sheet grows with the text a frame later; until then the browser would scroll the words out of their place.
        onScroll={(event) => {
          if (place) event.currentTarget.scrollTop = 0;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
          if (event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }}
      />
      {length > tellRoomFrom && !place && (
        <p id={roomId} className="noteEditor-room">
          {t('room', { length, max: maxNoteLength })}
        </p>
      )}
    </>
  );
}
