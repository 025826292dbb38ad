import type { NoteId } from '@duken/shared/board';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';

interface NotSavedYetProps {
  readonly session: BoardSession;
  readonly noteId: NoteId;
  readonly className?: string;
}

/** That what one wrote on a note is on this device alone; nothing where it is saved, or is just being. */
export function NotSavedYet({ session, noteId, className }: NotSavedYetProps): ReactNode {
  const { t } = useTranslation('board');
  const isUnsaved = useSyncExternalStore(session.subscribe, () => session.unsavedNotes().has(noteId));
  return isUnsaved ? (
    <span className={className} data-unsaved={noteId}>
      <span aria-hidden>○ </span>
      <span>{t('noteUnsaved')}</span>
    </span>
  ) : null;
}
