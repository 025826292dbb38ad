import type { NoteId, ParticipantId, Voice } from '@duken/shared/board';
import type { Template } from '@duken/shared/template';
import type { ReactNode } from 'react';
import type { BoardSession } from '../sync/index.ts';
import type { BoardActions } from './useBoardActions.ts';
import { useBoard } from './useBoardSession.ts';

export interface ListViewProps {
  readonly session: BoardSession;
  /** All notes by theme and column, or only the tiltak. */
  readonly only: 'all' | 'actions';
  readonly template: Template;
  readonly actions: BoardActions;
  readonly names: ReadonlyMap<ParticipantId, string>;
  readonly voice: Voice;
  readonly onVoice: (voice: Voice) => void;
  readonly onMove: (noteId: NoteId) => void;
  readonly onAction: (noteId: NoteId) => void;
  readonly onBin: () => void;
  readonly onTooLong: (noteId: NoteId, leftOver: string) => void;
  /** A note to open as soon as it is there. */
  readonly opens: NoteId | undefined;
}

/** The same duk as headings and lists. */
export function ListView({ session }: ListViewProps): ReactNode {
  const board = useBoard(session);
  return (
    <ul>
      {board.notes.map((note) => (
        <li key={note.id}>{note.text}</li>
      ))}
    </ul>
  );
}
