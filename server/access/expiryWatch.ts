import type { LinkId } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import type { LinkRow } from '../storage/index.ts';

/** How often links in use are looked over, in milliseconds: well within the second that a withdrawal may take. */
const lookEveryMs = 500;

/** Notices when a link that somebody came in by expires while they are here. */
export class ExpiryWatch {
  readonly #expiring = new Map<LinkId, { readonly boardId: BoardId; readonly expiresAt: number }>();
  readonly #timer: NodeJS.Timeout;

  /** @param onExpired is told once for each link */
  constructor(clock: () => number, onExpired: (boardId: BoardId, linkId: LinkId) => void) {
    this.#timer = setInterval(() => {
      const now = clock();
      for (const [linkId, { boardId, expiresAt }] of this.#expiring) {
        if (now < expiresAt) continue;
        this.#expiring.delete(linkId);
        onExpired(boardId, linkId);
      }
    }, lookEveryMs).unref();
  }

  /** Somebody is in by this link. */
  inUse(link: LinkRow): void {
    if (link.expiresAt !== undefined) {
      this.#expiring.set(link.id, { boardId: link.boardId, expiresAt: link.expiresAt });
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
