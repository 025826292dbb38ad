import type { Role } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { type Result, succeeded } from '@duken/shared/result';
import type { Directory } from '../storage/index.ts';
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
  readonly clock: () => number;
}): ReadInvitation {
  const { directory, clock } = options;
  return async (asked) => {
    const link = await findWorkingLink(directory, asked, clock());
    return link.ok ? succeeded({ role: link.value.role, lobby: link.value.lobby }) : link;
  };
}
