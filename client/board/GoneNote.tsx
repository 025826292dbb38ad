import { Button } from '@digdir/designsystemet-react';
import type { NoteId, ParticipantId } from '@duken/shared/board';
import { XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';

interface GoneNoteProps {
  readonly session: BoardSession;
  readonly noteId: NoteId;
  readonly names: ReadonlyMap<ParticipantId, string>;
  readonly onRestore: () => void;
  readonly onDismiss: () => void;
}

/**
 * Somebody deleted the note that one was writing on: who, and a way to lay it back with all that was written on it, one's own
 * half sentence too. It stays until it is answered, and goes when the note is back or gone for good.
 */
export function GoneNote({ session, noteId, names, onRestore, onDismiss }: GoneNoteProps): ReactNode {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation('common');
  const binned = useSyncExternalStore(session.subscribe, () => session.board().bin.find(({ id }) => id === noteId));
  if (!binned) return null;
  // The relay says who a moment after the note is gone.
  const { deletedBy } = binned;
  const name = deletedBy && !session.seat().seats.includes(deletedBy) ? names.get(deletedBy) : undefined;
  return (
    <div className="notice notice-kept">
      <span>{name === undefined ? t('noteGoneNow') : t('noteGoneBy', { name })}</span>
      {session.mayWrite && (
        <Button data-size="sm" variant="secondary" onClick={onRestore}>
          {t('layItBack')}
        </Button>
      )}
      <button type="button" className="notice-close" aria-label={common('close')} onClick={onDismiss}>
        <XMarkIcon aria-hidden />
      </button>
    </div>
  );
}
