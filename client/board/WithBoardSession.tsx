import type { MeReply } from '@duken/shared/protocol';
import type { ReactNode } from 'react';
import type { BoardSession } from '../session/index.ts';
import { Waiting } from '../ui/index.ts';
import { EndedLetter } from './EndedLetter.tsx';
import { useBoardSession, useSessionState } from './useBoardSession.ts';

interface WithBoardSessionProps {
  readonly boardId: string;
  readonly me: MeReply;
  readonly children: (session: BoardSession) => ReactNode;
}

/** A page of its own that lives on the duk's live connection: waiting, sent away and open are told in one place. */
export function WithBoardSession({ boardId, me, children }: WithBoardSessionProps): ReactNode {
  const session = useBoardSession(boardId, me);
  return session ? <Open session={session}>{children}</Open> : <Waiting isPage />;
}

function Open({ session, children }: Pick<WithBoardSessionProps, 'children'> & { readonly session: BoardSession }) {
  const state = useSessionState(session);
  if (state.kind === 'ended') return <EndedLetter session={session} reason={state.reason} />;
  return state.kind === 'open' ? children(session) : <Waiting isPage />;
}
