import { giveHeart, type Note, type NoteId, setHeartsDone, type Voice, voteFor } from '@duken/shared/board';
import { forgetMarks, markQuietly } from '@duken/shared/quiet';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import type { Tell } from './useNotice.ts';

/** *Viktigst for meg*, as one person has it. */
export interface Hearts {
  /** Whether this person has marked a note; nobody else need know yet. */
  readonly isMarked: (note: Note) => boolean;
  readonly toggle: (note: Note) => void;
}

/**
 * Whose plan it is gives hearts; the others' marks wait with themselves, where the server sends them to nobody, until that is
 * done. Whoever speaks with the citizen's or a child's voice is whose plan it is.
 */
export function useHearts(session: BoardSession, voice: Voice, tell: Tell): Hearts {
  const { t } = useTranslation('board');
  const isDone = useSyncExternalStore(session.subscribe, () => session.board().meeting?.heartsDone === true);
  const waiting = useSyncExternalStore(session.subscribe, () => session.quietIfOpen()?.read().marks ?? noMarks);
  const isLed = useSyncExternalStore(session.subscribe, () => (session.board().meeting?.step ?? '') !== '');
  const isTheirs = voice === 'citizen' || voice === 'child';

  // Marks that somebody left here before wait for the same moment.
  useEffect(() => {
    if (isLed && session.mayWrite) session.quiet();
  }, [isLed, session]);
  useEffect(() => {
    if (!isDone || waiting.length === 0) return;
    const me = session.seat().participantId;
    for (const noteId of waiting) session.run((board) => voteFor(board, noteId, me));
    session.quietIfOpen()?.run(forgetMarks);
  }, [isDone, waiting, session]);

  return useMemo((): Hearts => {
    const { seats, participantId } = session.seat();
    const isOwn = (givers: readonly string[] | undefined): boolean => givers?.some((id) => seats.includes(id)) ?? false;
    const isMarked = (note: Note): boolean =>
      isTheirs ? isOwn(note.hearts) : isDone ? isOwn(note.votes) : waiting.includes(note.id);
    return {
      isMarked,
      toggle(note) {
        const gives = !isMarked(note);
        if (isTheirs) {
          const givers = gives ? [participantId] : seats.filter((seat) => note.hearts?.some((id) => id === seat));
          for (const giver of givers)
            session.run((board) => giveHeart(board, note.id, giver as typeof participantId, gives));
          if (gives && !isDone)
            tell({
              text: t('heartGiven'),
              action: { label: t('heartsDone'), run: () => void session.run((board) => setHeartsDone(board, true)) },
            });
        } else if (isDone) session.run((board) => voteFor(board, note.id, participantId, gives));
        else {
          session.quiet().run((doc) => markQuietly(doc, note.id, gives));
          if (gives) tell({ text: t('markWaits') });
        }
      },
    };
  }, [session, isTheirs, isDone, waiting, tell, t]);
}

const noMarks: readonly NoteId[] = [];
