import { documentIdOf, type LinkId, type Role } from '@duken/shared/access';
import { type BoardId, createBoardUpdate } from '@duken/shared/board';
import type { TemplateId } from '@duken/shared/template';
import { hashOf, type Secrets } from '../access/index.ts';
import type { Directory, Journal, LinkRow } from '../storage/index.ts';

export interface BoardRequest {
  readonly title: string;
  readonly templateId: TemplateId;
  /** Whose plan it is, for the header; '' when that is written at the table. */
  readonly for: string;
  /** When it ends by itself, in milliseconds from now; absent for one that does not. */
  readonly endsAfterMs?: number;
}

/** A new board, and the two secrets that are told once and never stored. */
export interface CreatedBoard {
  readonly boardId: BoardId;
  readonly leaderSecret: string;
  readonly joinSecret: string;
}

export type CreateBoard = (request: BoardRequest) => Promise<CreatedBoard>;

/** Makes a board with its empty duk, a link for its leader and one to join by as editor. */
export function createBoardWith(options: {
  readonly directory: Directory;
  readonly journal: Journal;
  readonly secrets: Secrets;
  readonly clock: () => number;
}): CreateBoard {
  const { directory, journal, secrets, clock } = options;
  return async ({ title, templateId, for: forWhom, endsAfterMs }) => {
    const boardId = secrets.newId() as BoardId;
    const leaderSecret = secrets.newSecret();
    const joinSecret = secrets.newSecret();
    const createdAt = clock();
    const end = endsAfterMs === undefined ? {} : { expiresAt: createdAt + endsAfterMs };
    const link = (role: Role, secret: string): LinkRow => ({
      id: secrets.newId() as LinkId,
      boardId,
      role,
      secretHash: hashOf(secret),
      lobby: false,
      createdAt,
    });
    // The duk first: a board that can be found always has one, even if we stop between the two.
    await journal.append(
      new Map([[documentIdOf(boardId, 'duk'), [createBoardUpdate({ title, templateId, for: forWhom })]]]),
    );
    await directory.createBoard({ id: boardId, title, templateId, createdAt, ...end }, [
      link('leader', leaderSecret),
      link('editor', joinSecret),
    ]);
    return { boardId, leaderSecret, joinSecret };
  };
}
