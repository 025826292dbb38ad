import { maxNoteLength, type Note, type NoteId } from '@duken/shared/board';
import { type NoteBox, sizes } from '@duken/shared/sheet';
import { isBlank } from '@duken/shared/text';
import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import { itemsIn } from './pastedList.ts';
import type { BoardActions } from './useBoardActions.ts';
import { useSharedTextarea } from './useSharedTextarea.ts';

/** From this length on the editor says how much room is left, in UTF-16 units. */
const tellRoomFrom = 1700;

interface NoteEditorProps {
  readonly session: BoardSession;
  readonly note: Note;
  readonly actions: BoardActions;
  /** On the canvas the editor fills the note's paper, in sheet units; in the list it is an ordinary box. */
  readonly place?: { readonly box: NoteBox; readonly fontFamily: string };
  readonly caretAt?: number;
  readonly onCaret?: (index: number) => void;
  readonly onClose: () => void;
  /** There was not room for all; what is left over can become a note of its own. */
  readonly onTooLong: (leftOver: string) => void;
  /** A list was pasted on the note while it was empty: it may be a note for each item. */
  readonly onPastedList?: (items: readonly string[], text: string) => void;
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
  onPastedList,
  label,
}: NoteEditorProps): ReactNode {
  const { t } = useTranslation('board');
  const box = useRef<HTMLTextAreaElement>(null);
  const roomId = useId();
  useSharedTextarea(box, {
    session,
    noteId: note.id as NoteId,
    caretAt,
    onTooLong,
    onCaret,
    onUndo: actions.undo,
    onRedo: actions.redo,
  });
  // What stands for writing that nobody has typed yet is typed over, not after.
  const isUntyped = note.handwriting !== undefined && /^\[[^\]]*\]$/.test(note.text);
  const isToSelect = useRef(isUntyped);
  useEffect(() => {
    if (isToSelect.current) box.current?.select();
  }, []);
  const length = note.text.length;
  const style: CSSProperties | undefined = place && {
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
        // The sheet grows with the text a frame later; until then the browser would scroll the words out of their place.
        onScroll={(event) => {
          if (place) event.currentTarget.scrollTop = 0;
        }}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          const items = itemsIn(text);
          if (!onPastedList || !isBlank(note.text) || items.length < 2) return;
          event.preventDefault();
          onPastedList(items, text);
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
