import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type BoardSession, mayTouchNote } from '../session/index.ts';

/** Tells a child, or whom it lets write for it, that somebody has asked about a note. Nobody else is told. */
export function AskedLine({ session }: { readonly session: BoardSession }): ReactNode {
  const { t } = useTranslation('board');
  const quiet = session.quiet();
  const asked = useSyncExternalStore(quiet.subscribe, () => quiet.read().asked);
  const notes = useSyncExternalStore(session.subscribe, () => session.board().notes);
  const seat = useSyncExternalStore(session.subscribe, () => session.seat());
  const open = asked.find(
    ({ noteId, answer }) => !answer && notes.some((note) => note.id === noteId && mayTouchNote(seat, note)),
  );
  if (!open) return null;
  return (
    <>
      <span>{t('askedBy', { name: open.by })}</span>
      <Button asChild data-size="sm" variant="secondary">
        <Link href={`/duk/${session.boardId}/barn`}>{t('askedShow')}</Link>
      </Button>
    </>
  );
}
