import type { DocumentId } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type RowsOnDevice, thisDevice } from '../device/index.ts';
import type { BoardSession } from './boardSession.ts';
import type { AskServer } from './connection.ts';
import type { KeptWork } from './keptWords.ts';
import { browserPage } from './page.ts';
import { useSessionStore } from './SessionProvider.tsx';
import type { Seat } from './seat.ts';

/** The session of a board for as long as the page is shown, and longer where it holds work. Undefined for a moment. */
export function useHeldSession(boardId: BoardId, seat: Seat, askServer: AskServer): BoardSession | undefined {
  const store = useSessionStore();
  const [session, setSession] = useState<BoardSession>();
  const [first] = useState({ seat, askServer });
  useEffect(() => {
    const onDevice = (documentId: DocumentId) => rowsOnDevice(boardId, documentId, first.seat);
    setSession(store.hold({ boardId, ...first, page: browserPage, clock: Date.now, onDevice }));
    return () => {
      setSession(undefined);
      store.letGo(boardId);
    };
  }, [store, boardId, first]);
  useEffect(() => session?.sit(seat), [session, seat]);
  return session;
}

async function rowsOnDevice(
  boardId: BoardId,
  documentId: DocumentId,
  { seats }: Seat,
): Promise<RowsOnDevice | undefined> {
  return (await thisDevice())?.placeOf(boardId, documentId, seats);
}

/** The session of a board, when there is one. */
export function useSession(boardId: string): BoardSession | undefined {
  const store = useSessionStore();
  return useSyncExternalStore(store.subscribe, () => store.find(boardId));
}

const nothing: readonly KeptWork[] = [];
const neverChanges = () => () => undefined;

/** What a board's session holds that is not on disk, to be copied by somebody who is not let in any more. */
export function useUnsaved(session: BoardSession | undefined): readonly KeptWork[] {
  return useSyncExternalStore(session?.subscribe ?? neverChanges, () => session?.unsaved() ?? nothing);
}

/** The sessions that hold work not on disk and that no page shows. */
export function useSessionsLeftWithWork(): readonly BoardSession[] {
  const store = useSessionStore();
  useSyncExternalStore(store.subscribe, () => store.version());
  return store.leftWithWork();
}
