import type { MeReply } from '@duken/shared/protocol';
import type { ReactNode } from 'react';
import type { BoardSession } from '../session/index.ts';
import { Waiting } from '../ui/index.ts';
import { EndedLetter } from './EndedLetter.tsx';
import { KeptDialog } from './KeptDialog.tsx';
import { TroubleBar } from './TroubleBar.tsx';
import { useBoardSession, useSessionState } from './useBoardSession.ts';

interface WithBoardSessionProps {
  readonly boardId: string;
  readonly me: MeReply;
  readonly children: (session: BoardSession) => ReactNode;
}

/** A page of its own that lives on the duk's live connection: waiting, sent away, open, and what came not on it, are told in one place. */
export function WithBoardSession({ boardId, me, children }: WithBoardSessionProps): ReactNode {
  const session = useBoardSession(boardId, me);
  return session ? <Open session={session}>{children}</Open> : <Waiting isPage />;
}

function Open({ session, children }: Pick<WithBoardSessionProps, 'children'> & { readonly session: BoardSession }) {
  const state = useSessionState(session);
  return (
    <>
      <TroubleBar session={session} />
      {state.kind === 'ended' && <EndedLetter session={session} reason={state.reason} />}
      {state.kind === 'open' && children(session)}
      {state.kind !== 'ended' && state.kind !== 'open' && <Waiting isPage />}
      <KeptDialog session={session} />
    </>
  );
}
