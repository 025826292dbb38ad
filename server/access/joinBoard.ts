import { linkWorks } from '@duken/shared/access';
import type { BoardId, ParticipantId } from '@duken/shared/board';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { Directory, ParticipantRow, SessionLife } from '../storage/index.ts';
import { hashOf, type Secrets } from './secrets.ts';

export interface Joining {
  readonly boardId: BoardId;
  readonly secret: string;
  readonly name: string;
}

/** One kind for all: whoever guesses learns nothing about which boards and links there are. */
export type JoinFailure = { readonly kind: 'linkRefused' };

/** Trades a link's secret and a name for a seat at the board. */
export type JoinBoard = (
  joining: Joining,
  openSession: () => Promise<SessionLife>,
) => Promise<Result<ParticipantRow, JoinFailure>>;

export function joinBoardWith(options: {
  readonly directory: Directory;
  readonly secrets: Secrets;
  readonly clock: () => number;
}): JoinBoard {
  const { directory, secrets, clock } = options;
  return async ({ boardId, secret, name }, openSession) => {
    const link = await directory.findLinkBySecret(boardId, hashOf(secret));
    const now = clock();
    if (!link || !linkWorks(link, now)) return failed({ kind: 'linkRefused' });
    const participant = await directory.enter(
      { id: secrets.newId() as ParticipantId, boardId, linkId: link.id, name, role: link.role, joinedAt: now },
      await openSession(),
    );
    return succeeded(participant);
  };
}
