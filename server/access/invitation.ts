import type { Role } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { type Result, succeeded } from '@duken/shared/result';
import type { Directory } from '../storage/index.ts';
import { findWorkingLink, type JoinFailure } from './joinBoard.ts';

/** What a link leads to, for whoever holds it. */
export interface Invitation {
  readonly title: string;
  readonly role: Role;
  /** The names of those who lead the board, each once, oldest first. */
  readonly invitedBy: string[];
}

/** Tells whose duk a link leads to, so that one knows before giving a name. Lets nobody in. */
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
    if (!link.ok) return link;
    const board = await directory.findBoard(asked.boardId);
    if (!board) throw new Error('a link leads to a board that is not there');
    const people = await directory.listParticipants(asked.boardId);
    const leaders = people.filter(({ role, removedAt }) => role === 'leader' && removedAt === undefined);
    const invitedBy = [...new Set(leaders.map(({ name }) => name))];
    return succeeded({ title: board.title, role: link.value.role, invitedBy });
  };
}
