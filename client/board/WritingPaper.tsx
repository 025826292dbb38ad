import type { PlacedNote } from '@duken/shared/sheet';
import { ArrowCirclepathIcon } from '@navikt/aksel-icons';
import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fontFamily, type Viewport } from '../canvas/index.ts';
import type { BoardSession } from '../session/index.ts';
import { type Edge, nearestEdge, nextEdge, turnFor } from './around/edges.ts';
import { NoteEditor } from './NoteEditor.tsx';
import type { BoardActions } from './useBoardActions.ts';
import type { OpenNote } from './useOpenNote.ts';

interface WritingPaperProps {
  readonly session: BoardSession;
  readonly actions: BoardActions;
  readonly viewport: Viewport;
  readonly open: OpenNote;
  readonly placed: PlacedNote;
  readonly label: string;
  /** Whether people sit round the screen: the note is turned to whoever sits nearest to it, and on with a tap. */
  readonly isAround: boolean;
  readonly onTooLong: (leftOver: string) => void;
  /** A list was pasted on the note while it was empty. */
  readonly onPastedList: (items: readonly string[], text: string) => void;
}

/** The open note's text box: on the note, or on a paper of its own above it where the sheet is too small to read. */
export function WritingPaper({
  session,
  actions,
  viewport,
  open,
  placed,
  label,
  isAround,
  ...told
}: WritingPaperProps): ReactNode {
  const { t } = useTranslation('board');
  const paper = useRef<HTMLDivElement>(null);
  const [edge, setEdge] = useState((): Edge | undefined => {
    const place = isAround ? open.placeNow() : undefined;
    return place && nearestEdge(place, viewport.stage());
  });
  const lay = (): void => {
    const place = open.placeNow();
    if (!place || !paper.current) return;
    const view = viewport.view();
    const nearer = place.scale / view.scale;
    const x = (place.x - view.x) / view.scale;
    const y = (place.y - view.y) / view.scale;
    paper.current.style.transform = `translate(${x}px, ${y}px) scale(${nearer})`;
    paper.current.classList.toggle('writingPaper-nearer', nearer > 1.001);
  };
  useLayoutEffect(() => {
    lay();
    return viewport.subscribe(lay);
  });
  const { note, box } = placed;
  return (
    <div
      ref={paper}
      className={`writingPaper paper-${note.voice}`}
      data-edge={edge}
      style={
        {
          width: box.width,
          minHeight: box.height,
          ...(edge && { '--note-turn': `${turnFor[edge]}deg` }),
        } as CSSProperties
      }
    >
      {edge && (
        <button
          type="button"
          className="writingPaper-turn"
          aria-label={t('turnNote')}
          title={t('turnNote')}
          // The words keep the keyboard.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => setEdge(nextEdge(edge))}
        >
          <ArrowCirclepathIcon aria-hidden />
        </button>
      )}
      <NoteEditor
        session={session}
        note={note}
        actions={actions}
        place={{ box, fontFamily }}
        {...(open.caretAt === undefined ? {} : { caretAt: open.caretAt })}
        label={label}
        onCaret={(index) => {
          open.followCaret(index);
          lay();
        }}
        onClose={open.close}
        {...told}
      />
    </div>
  );
}
