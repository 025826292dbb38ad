import type { BoardId, PersonId } from '@duken/shared/board';
import { hashOf, type Secrets } from '../access/index.ts';
import type { AnswerStore } from '../storage/index.ts';

/** How long a link to answer by works, in milliseconds: over a deadline that is set at one meeting, to the next. */
const linkLivesMs = 90 * 24 * 60 * 60 * 1000;

export interface MadeLink {
  readonly id: string;
  readonly url: string;
  readonly expiresAt: number;
}

/** Makes one more link for a person to answer by. Its secret is kept by nobody. */
export type MakeAnswerLink = (origin: string, boardId: BoardId, personId: PersonId) => Promise<MadeLink>;

export function makeAnswerLinkWith(tools: {
  readonly answers: Pick<AnswerStore, 'createLink'>;
  readonly secrets: Secrets;
  readonly clock: () => number;
}): MakeAnswerLink {
  return async (origin, boardId, personId) => {
    const secret = tools.secrets.newSecret();
    const createdAt = tools.clock();
    const expiresAt = createdAt + linkLivesMs;
    const link = { id: tools.secrets.newId(), boardId, personId, secretHash: hashOf(secret), createdAt, expiresAt };
    await tools.answers.createLink(link);
    return { id: link.id, url: `${origin}/svar#${secret}`, expiresAt };
  };
}
