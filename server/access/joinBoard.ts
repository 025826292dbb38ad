import { linkWorks } from '@duken/shared/access';
import type { BoardId, ParticipantId, PersonId, Voice } from '@duken/shared/board';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { Directory, LinkRow, NewSession, ParticipantRow } from '../storage/index.ts';
import { hashOf, type Secrets } from './secrets.ts';

export interface Joining {
  readonly boardId: BoardId;
  readonly secret: string;
  readonly name: string;
  readonly voice?: Voice | undefined;
}

/** One kind for all: whoever guesses learns nothing about which boards and links there are. */
export type JoinFailure = { readonly kind: 'linkRefused' };

/** The link that a secret opens, while it works. */
export async function findWorkingLink(
  directory: Directory,
  { boardId, secret }: Pick<Joining, 'boardId' | 'secret'>,
  now: number,
): Promise<Result<LinkRow, JoinFailure>> {
  const link = await directory.findLinkBySecret(boardId, hashOf(secret));
  return link && linkWorks(link, now) ? succeeded(link) : failed({ kind: 'linkRefused' });
}

/** Trades a link's secret and a name for a seat at the board, or for a place in its lobby. */
export type JoinBoard = (joining: Joining, session: NewSession) => Promise<Result<ParticipantRow, JoinFailure>>;

export function joinBoardWith(options: {
  readonly directory: Directory;
  readonly secrets: Secrets;
  readonly clock: () => number;
}): JoinBoard {
  const { directory, secrets, clock } = options;
  return async ({ boardId, secret, name, voice }, session) => {
    const now = clock();
    const link = await findWorkingLink(directory, { boardId, secret }, now);
    if (!link.ok) return link;
    const { id: linkId, role } = link.value;
    const participant = await directory.enter(
      {
        id: secrets.newId() as ParticipantId,
        personId: secrets.newId() as PersonId,
        boardId,
        linkId,
        name,
        role,
        ...(voice === undefined ? {} : { voice }),
        joinedAt: now,
      },
      session,
    );
    return participant ? succeeded(participant) : failed({ kind: 'linkRefused' });
  };
}
