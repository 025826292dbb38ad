import { may } from '@duken/shared/access';
import type { Board, BoardId, NoteId, ParticipantId } from '@duken/shared/board';
import type { MeReply } from '@duken/shared/protocol';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { whoAmI } from '../http/index.ts';
import { BoardSession, type Presence, type SavedStatus, type SessionState, type Trouble } from '../sync/index.ts';

/** Opens the live connection to a duk for as long as the page is shown. */
export function useBoardSession(boardId: string, { participantId, role }: MeReply): BoardSession | undefined {
  const [session, setSession] = useState<BoardSession>();
  useEffect(() => {
    const opened = new BoardSession({
      boardId: boardId as BoardId,
      participantId: participantId as ParticipantId,
      mayWrite: may(role, 'write'),
      askServer: async () => {
        const me = await whoAmI(boardId);
        if (me.ok) return 'in';
        if (me.failure.kind !== 'problem') return 'unknown';
        const { status, type } = me.failure.problem;
        if (status === 401 || status === 403) return 'out';
        return type === '/problems/storageUnavailable' ? 'storageAway' : 'unknown';
      },
    });
    setSession(opened);
    return () => {
      setSession(undefined);
      opened.destroy();
    };
  }, [boardId, participantId, role]);
  return session;
}

/** The board right now, whoever changed it last. */
export function useBoard(session: BoardSession): Board {
  return useSyncExternalStore(session.subscribe, () => session.board());
}

/** The board, followed only while `isFollowed`: closed dialogs have no need of every change. */
export function useBoardWhile(session: BoardSession, isFollowed: boolean): Board {
  const followed = useSyncExternalStore(session.subscribe, () => (isFollowed ? session.board() : undefined));
  return followed ?? session.board();
}

/** What the page around the duk shows of the board. Renders again only when one of these has changed. */
export function useBoardHead(session: BoardSession): Pick<Board, 'title' | 'templateId' | 'leftOut'> {
  const title = useSyncExternalStore(session.subscribe, () => session.board().title);
  const templateId = useSyncExternalStore(session.subscribe, () => session.board().templateId);
  const leftOut = useSyncExternalStore(session.subscribe, () => session.board().leftOut);
  return { title, templateId, leftOut };
}

/** Whether a note is on the duk, and not in the bin. */
export function useIsOnDuk(session: BoardSession, noteId: NoteId | undefined): boolean {
  return useSyncExternalStore(
    session.subscribe,
    () => noteId !== undefined && session.board().notes.some(({ id }) => id === noteId),
  );
}

/** How far the session has come. */
export function useSessionState(session: BoardSession): SessionState {
  return useSyncExternalStore(session.subscribe, () => session.state());
}

/** *Lagret*, *Lagrer…* or *Frakoblet*, as values. */
export function useSavedStatus(session: BoardSession): SavedStatus {
  return useSyncExternalStore(session.subscribe, () => session.savedStatus());
}

/** What stands between the person and the duk now. */
export function useTrouble(session: BoardSession): Trouble | undefined {
  return useSyncExternalStore(session.subscribe, () => session.trouble());
}

/** Everybody else's windows on this duk. */
export function useOthers(session: BoardSession): readonly Presence[] {
  return useSyncExternalStore(session.subscribe, () => session.presence.others());
}
