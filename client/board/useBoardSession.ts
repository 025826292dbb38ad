import { type Board, type BoardId, type NoteId, withoutPutAway } from '@duken/shared/board';
import type { MeReply } from '@duken/shared/protocol';
import type { Template } from '@duken/shared/template';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { whoAmI } from '../http/index.ts';
import {
  type AskServer,
  type BoardSession,
  type KeptWork,
  type Presence,
  type SavedStatus,
  type Seat,
  type SessionState,
  type Trouble,
  useHeldSession,
} from '../session/index.ts';
import { seatOf } from './seatOf.ts';

/** The session of a duk, for as long as the page is shown; it lives on by itself while something waits. */
export function useBoardSession(boardId: string, me: MeReply): BoardSession | undefined {
  const seat = useMemo(() => seatOf(me), [me]);
  const askServer = useCallback<AskServer>(async () => {
    const answer = await whoAmI(boardId);
    // Whoever waits anew is out: the gate tells them.
    if (answer.ok) return answer.value.state === 'in' ? { kind: 'in', seat: seatOf(answer.value) } : { kind: 'out' };
    if (answer.failure.kind !== 'problem') return { kind: 'unknown' };
    const { status, type } = answer.failure.problem;
    if (status === 401 || status === 403) return { kind: 'out' };
    return { kind: type === '/problems/storageUnavailable' ? 'storageAway' : 'unknown' };
  }, [boardId]);
  return useHeldSession(boardId as BoardId, seat, askServer);
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
export function useBoardHead(session: BoardSession): Pick<Board, 'title' | 'leftOut'> & {
  readonly template: Template;
  readonly isLayoutMissing: boolean;
} {
  const title = useSyncExternalStore(session.subscribe, () => session.board().title);
  const leftOut = useSyncExternalStore(session.subscribe, () => session.board().leftOut);
  const template = useSyncExternalStore(session.subscribe, () => withoutPutAway(session.template(), session.board()));
  const isLayoutMissing = useSyncExternalStore(session.subscribe, () => session.isLayoutMissing());
  return { title, leftOut, template, isLayoutMissing };
}

/** Whether all these notes are on the duk, and not in the bin. */
export function useAreOnDuk(session: BoardSession, noteIds: readonly NoteId[] | undefined): boolean {
  return useSyncExternalStore(session.subscribe, () => {
    if (noteIds === undefined) return false;
    const { notes } = session.board();
    return noteIds.every((noteId) => notes.some(({ id }) => id === noteId));
  });
}

/** How far the session has come. */
export function useSessionState(session: BoardSession): SessionState {
  return useSyncExternalStore(session.subscribe, () => session.state());
}

/** *Lagret*, *Lagrer…* or *Frakoblet*, as values. */
export function useSavedStatus(session: BoardSession): SavedStatus {
  return useSyncExternalStore(session.subscribe, () => session.savedStatus());
}

/** The notes with something of one's own that is not on disk, while the line does not take it. */
export function useUnsavedNotes(session: BoardSession): ReadonlySet<NoteId> {
  return useSyncExternalStore(session.subscribe, () => session.unsavedNotes());
}

/** What stands between the person and the duk now. */
export function useTrouble(session: BoardSession): Trouble | undefined {
  return useSyncExternalStore(session.subscribe, () => session.trouble());
}

/** Who one is at this duk, and what that lets one do. */
export function useSeat(session: BoardSession): Seat {
  return useSyncExternalStore(session.subscribe, () => session.seat());
}

/** Changes when the document was replaced under the page. */
export function useGeneration(session: BoardSession): number {
  return useSyncExternalStore(session.subscribe, () => session.generation());
}

/** What a rule of the duk kept off it, to be copied. */
export function useKept(session: BoardSession): readonly KeptWork[] {
  return useSyncExternalStore(session.subscribe, () => session.kept());
}

/** Everybody else's windows on this duk. */
export function useOthers(session: BoardSession): readonly Presence[] {
  return useSyncExternalStore(session.subscribe, () => session.presence.others());
}
