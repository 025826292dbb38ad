import type { Role } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { type Result, succeeded } from '@duken/shared/result';
import type { Consents, Directory } from '../storage/index.ts';
import { findWorkingLink, type JoinFailure } from './joinBoard.ts';

/** What a link gives, for whoever holds it: nothing of the case, not even its title. */
export interface Invitation {
  readonly role: Role;
  /** Whether the leader lets each newcomer in. */
  readonly lobby: boolean;
}

/** Tells what a link gives, so that one is asked the right questions at the door. Lets nobody in. */
export type ReadInvitation = (asked: {
  readonly boardId: BoardId;
  readonly secret: string;
}) => Promise<Result<Invitation, JoinFailure>>;

export function readInvitationWith(options: {
  readonly directory: Directory;
  readonly consents: Pick<Consents, 'list'>;
  readonly clock: () => number;
}): ReadInvitation {
  const { directory, consents, clock } = options;
  return async (asked) => {
    const link = await findWorkingLink(directory, asked, clock());
    if (!link.ok) return link;
    const { role, boardId } = link.value;
    // As `enter` does: where consents say which services are in, the leader says who each newcomer is.
    const isAskedOf = role !== 'leader' && (await consents.list(boardId)).length > 0;
    return succeeded({ role, lobby: link.value.lobby || isAskedOf });
  };
}
