import { Button } from '@digdir/designsystemet-react';
import type { Note, NoteId } from '@duken/shared/board';
import { ChatIcon } from '@navikt/aksel-icons';
import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { mayTouchNote, type Seat } from '../session/index.ts';

/** Begins a quiet question to the child whose a note is; undefined for a child, who asks no other child. */
export const AskChildContext = createContext<((noteId: NoteId) => void) | undefined>(undefined);

interface AskChildButtonProps {
  readonly note: Note;
  readonly seat: Seat;
  readonly isShort?: boolean;
}

/** On a child's note, for those who may not write on it: to ask the child whether it would. */
export function AskChildButton({ note, seat, isShort = false }: AskChildButtonProps): ReactNode {
  const { t } = useTranslation('board');
  const ask = useContext(AskChildContext);
  if (!ask || note.voice !== 'child' || !seat.mayWrite || mayTouchNote(seat, note)) return null;
  return (
    <Button
      variant="tertiary"
      {...(isShort ? { 'data-size': 'sm' } : {})}
      data-control="askChild"
      onClick={() => ask(note.id)}
    >
      <ChatIcon aria-hidden />
      <span>{t('askChild')}</span>
    </Button>
  );
}
