import type { Role } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';

/**
 * A share link. The secret is in the fragment, which browsers never send: no log or proxy sees it. A leader's own link says
 * what it is, so that nobody sends it for an invitation.
 */
export function shareUrl(origin: string, boardId: BoardId, secret: string, role: Role): string {
  return `${origin}${sharePath(boardId, secret, role)}`;
}

/** The same without where people reach us. */
export function sharePath(boardId: BoardId, secret: string, role: Role): string {
  return `/duk/${boardId}${role === 'leader' ? '/leder' : ''}#${secret}`;
}
