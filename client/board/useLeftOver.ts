import type { NoteId } from '@duken/shared/board';
import type { Cell } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { useCallback, useRef } from 'react';
import { type BoardSession, useDraft } from '../session/index.ts';
import type { BoardActions } from './useBoardActions.ts';
import { useSeat } from './useBoardSession.ts';

interface LeftOver {
  readonly text: string;
  readonly cell: Cell;
}

/** Words that notes had no room for, kept until they are laid on new notes or put away, also across a look at another page. */
export function useLeftOver(
  session: BoardSession,
  actions: BoardActions,
  onLaid: (last: NoteId) => void,
): {
  readonly text: string;
  readonly onTooLong: (noteId: NoteId, leftOver: string) => void;
  readonly lay: () => void;
  readonly drop: () => void;
} {
  const { voices } = useSeat(session);
  const [kept, setKept] = useDraft<LeftOver | undefined>(
    session.boardId,
    'leftOver',
    undefined,
    (value) => value !== undefined,
  );
  const now = useRef({ kept, setKept });
  now.current = { kept, setKept };
  const onTooLong = useCallback(
    (noteId: NoteId, leftOver: string) => {
      // Also when somebody throws the note away in the same moment.
      const { notes, bin } = session.board();
      const note = [...notes, ...bin].find(({ id }) => id === noteId);
      const before = now.current.kept;
      const cell = before?.cell ?? note?.cell;
      if (!cell || isBlank(leftOver)) return;
      now.current.setKept({ cell, text: before ? `${before.text}\n${leftOver}` : leftOver });
    },
    [session],
  );
  return {
    text: kept?.text ?? '',
    onTooLong,
    lay: () => {
      const [voice] = voices;
      if (!kept || !voice) return;
      const { last, rest } = actions.addNotes(kept.cell, voice, kept.text);
      setKept(isBlank(rest) ? undefined : { ...kept, text: rest });
      if (last) onLaid(last);
    },
    drop: () => setKept(undefined),
  };
}
