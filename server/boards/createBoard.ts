import { documentIdOf, type LinkId, type Role } from '@duken/shared/access';
import { type BoardId, createBoardUpdate } from '@duken/shared/board';
import type { TemplateId } from '@duken/shared/template';
import { hashOf, type Secrets } from '../access/index.ts';
import type { AccountRow, Directory, Journal, LinkRow } from '../storage/index.ts';

export interface BoardRequest {
  readonly title: string;
  readonly templateId: TemplateId;
  /** Whose plan it is, for the header; '' when that is written at the table. */
  readonly for: string;
  /** When it ends by itself, in milliseconds from now; absent for one that does not. */
  readonly endsAfterMs?: number;
  /** Who will lead it; left out, whoever has its leader's link. */
  readonly leader?: AccountRow | undefined;
}

/** A new board, and the secrets that are told once and never stored. */
export interface CreatedBoard {
  readonly boardId: BoardId;
  readonly ledBy: { readonly secret: string } | { readonly account: AccountRow };
  readonly joinSecret: string;
}

export type CreateBoard = (request: BoardRequest) => Promise<CreatedBoard>;

/**
 * Makes a board with its empty duk, and a link to join by as editor. Where an account will lead it, each who comes by that is let in by
 * its leader; else it lets people straight in, and there is a link for the leader too.
 */
export function createBoardWith(options: {
  readonly directory: Directory;
  readonly journal: Journal;
  readonly secrets: Secrets;
  readonly clock: () => number;
}): CreateBoard {
  const { directory, journal, secrets, clock } = options;
  return async ({ title, templateId, for: forWhom, endsAfterMs, leader }) => {
    const boardId = secrets.newId() as BoardId;
    const ledBy = leader ? { account: leader } : { secret: secrets.newSecret() };
    const joinSecret = secrets.newSecret();
    const createdAt = clock();
    const end = endsAfterMs === undefined ? {} : { expiresAt: createdAt + endsAfterMs };
    const link = (role: Role, secret: string): LinkRow => ({
      id: secrets.newId() as LinkId,
      boardId,
      role,
      secretHash: hashOf(secret),
      lobby: leader !== undefined,
      createdAt,
    });
    // The duk first: a board that can be found always has one, even if we stop between the two.
    await journal.append(
      new Map([[documentIdOf(boardId, 'duk'), [createBoardUpdate({ title, templateId, for: forWhom })]]]),
    );
    await directory.createBoard({ id: boardId, title, templateId, createdAt, ...end }, [
      ...('secret' in ledBy ? [link('leader', ledBy.secret)] : []),
      link('editor', joinSecret),
    ]);
    return { boardId, ledBy, joinSecret };
  };
}
