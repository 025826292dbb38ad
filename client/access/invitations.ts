import { linkWorks } from '@duken/shared/access';
import type { LinkReply } from '@duken/shared/protocol';
import { ownLinks, withBoard } from '../session/index.ts';

/** An invitation that can be shown here, with its whole address. */
export interface KnownInvitation {
  readonly link: LinkReply;
  readonly url: string;
}

/** Whether somebody can come by a link, and it is nobody's own. */
export function isInvitation({ role, withdrawnAt, expiresAt, uses, used }: LinkReply, now: number): boolean {
  const isSpent = uses !== undefined && used >= uses;
  const works = withdrawnAt === undefined && linkWorks(expiresAt === undefined ? {} : { expiresAt }, now);
  return role !== 'leader' && works && !isSpent;
}

/** The address of a link that works, where this window knows it. */
export function addressOf(boardId: string, link: LinkReply, now: number): string | undefined {
  if (!isInvitation(link, now)) return undefined;
  const own = ownLinks.urlOf(boardId, link.linkId);
  return own ?? (link.withBoard ? ownLinks.urlOf(boardId, withBoard) : undefined);
}

/** Those that can be shown, those for whoever writes first, and then the newest. */
export function knownInvitations(
  boardId: string,
  links: readonly LinkReply[],
  now: number,
): readonly KnownInvitation[] {
  return links
    .flatMap((link) => {
      const url = addressOf(boardId, link, now);
      return url === undefined ? [] : [{ link, url }];
    })
    .sort(
      (a, b) =>
        Number(b.link.role === 'editor') - Number(a.link.role === 'editor') || b.link.createdAt - a.link.createdAt,
    );
}
