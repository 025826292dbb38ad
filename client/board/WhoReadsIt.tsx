import type { Note } from '@duken/shared/board';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';

interface WhoReadsItProps {
  readonly session: BoardSession;
  readonly note: Note;
  readonly name: string;
  readonly className: string;
}

/** Who is to read a child's note out, as the child wants it; nothing where it has not said. */
export function WhoReadsIt({ session, note, name, className }: WhoReadsItProps): ReactNode {
  const { t } = useTranslation('board');
  const reads = useSyncExternalStore(session.subscribe, () => session.board().now?.reads?.get(note.author));
  return note.voice === 'child' && reads ? <span className={className}>{t(`whoReads_${reads}`, { name })}</span> : null;
}
