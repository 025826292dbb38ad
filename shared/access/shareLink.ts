export type LinkId = string & { readonly kind: 'LinkId' };

/** When a link stops working, both in milliseconds since the epoch. */
export interface LinkLife {
  readonly expiresAt?: number;
  readonly withdrawnAt?: number;
}

/** Whether a link still lets people in at a moment, in milliseconds since the epoch. */
export function linkWorks(link: LinkLife, now: number): boolean {
  return link.withdrawnAt === undefined && (link.expiresAt === undefined || now < link.expiresAt);
}
