import type { BinnedNote, Note, NoteId, ParticipantId } from '@duken/shared/board';
import type { SheetLayout } from '@duken/shared/sheet';
import { type Cell, cellKey } from '@duken/shared/template';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import { excerptOf } from './list/excerpt.ts';
import type { SheetFocus } from './useSheetKeys.ts';

interface StandingOptions {
  readonly session: BoardSession;
  readonly at: SheetFocus;
  readonly layout: SheetLayout;
  readonly bin: readonly BinnedNote[];
  readonly names: ReadonlyMap<ParticipantId, string>;
  /** While one writes, the note that goes away says so itself. */
  readonly isWriting: boolean;
}

/** The note where the keyboard was, and what has been said of its going. */
interface Lost {
  readonly noteId: NoteId;
  readonly cell: Cell;
  readonly text: string;
  /** Undefined until it is known who took it away; '' where that was oneself, who knows. */
  readonly words?: string;
}

/** The relay says who threw a note away a moment after it is gone; longer than this, in ms, nobody waits for it. */
const whoWaitsMs = 1000;

/**
 * Keeps the keyboard's place on the sheet true: one whose note another takes away stands in its cell, and hears who it was.
 *
 * @returns what was lost, to be said before where one stands now, undefined while that is not known yet; and what makes it worth
 * saying again where one stands: another place, or anything but the words of the note, which its writer tells when they are done
 */
export function useStanding({ session, at, layout, bin, names, isWriting }: StandingOptions): {
  readonly lost: string | undefined;
  readonly of: string;
} {
  const { t } = useTranslation('board');
  const { focus, set } = at;
  const [lost, setLost] = useState<Lost>();
  const stood = useRef<Note>(undefined);
  const here = focus?.kind === 'note' ? layout.notes.find(({ note }) => note.id === focus.noteId)?.note : undefined;
  const missing = focus?.kind === 'note' && !here ? focus.noteId : undefined;
  useEffect(() => {
    if (here || focus?.kind === 'cell') stood.current = here;
    const was = stood.current;
    // Folded away, it is there still.
    if (was?.id !== missing || !was || session.board().notes.some(({ id }) => id === missing)) return;
    stood.current = undefined;
    setLost({
      noteId: was.id,
      cell: was.cell,
      text: excerptOf(was.text) || t('emptyNote'),
      ...(isWriting ? { words: '' } : {}),
    });
    set({ kind: 'cell', cell: was.cell });
  }, [here, missing, focus, session, set, isWriting, t]);

  const deletedBy = lost && bin.find(({ id }) => id === lost.noteId)?.deletedBy;
  useEffect(() => {
    if (!lost || lost.words !== undefined) return;
    const { text } = lost;
    if (deletedBy !== undefined) {
      const isOwn = session.seat().seats.includes(deletedBy);
      setLost({
        ...lost,
        words: isOwn ? '' : `${t('focusGoneBy', { name: names.get(deletedBy) ?? t('someone'), text })} `,
      });
      return;
    }
    const timer = setTimeout(() => setLost({ ...lost, words: `${t('focusGone', { text })} ` }), whoWaitsMs);
    return () => clearTimeout(timer);
  }, [lost, deletedBy, session, names, t]);

  const place = focus?.kind === 'cell' ? cellKey(focus.cell) : focus?.noteId;
  const isThere = lost !== undefined && focus?.kind === 'cell' && cellKey(lost.cell) === place;
  // Said once: whoever comes back to the cell later knows.
  useEffect(() => {
    if (!isThere) setLost(undefined);
  }, [isThere]);
  const state = here && JSON.stringify([here.cell, here.voice, here.action, here.hearts, here.votes]);
  return {
    lost: isThere ? lost.words : '',
    of: [place, state, at.isShown, isThere ? lost.noteId : ''].join(' '),
  };
}

/** Words that are heard as they were when there was reason to say them; '' while there is none. */
export function useHeardOnce(of: unknown, words: string): string {
  const heard = useRef({ of, words });
  if (heard.current.of !== of || words === '' || heard.current.words === '') heard.current = { of, words };
  return heard.current.words;
}
