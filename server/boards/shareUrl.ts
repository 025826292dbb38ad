import type { BoardId } from '@duken/shared/board';

/** A share link. The secret is in the fragment, which browsers never send: no log or proxy sees it. */
export function shareUrl(origin: string, boardId: BoardId, secret: string): string {
  return `${origin}/duk/${boardId}#${secret}`;
}
