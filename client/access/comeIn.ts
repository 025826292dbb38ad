import { type InvitationReply, type MeReply, problemKindOf } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { joinBoard, type RequestFailure, readInvitation, whoAmI } from '../http/index.ts';
import type { LinkSecret } from './linkSecret.ts';

/** How somebody stands at a board's door. */
export type Welcome =
  | { readonly kind: 'in'; readonly me: MeReply }
  /** A link that works, and a few questions first. */
  | {
      readonly kind: 'invited';
      readonly invitation: InvitationReply;
      readonly secret: string;
      /** What they are probably called; '' when nobody knows. */
      readonly name: string;
    }
  /** No link at all, one that doesn't work, or access that was taken back. */
  | { readonly kind: 'noWayIn'; readonly why: 'noLink' | 'refused' | 'ended' };

/**
 * Finds out how this browser stands at a board. Somebody who is in and opens another link gets what that link gives, under
 * the same name and voice; one that doesn't work leaves them as they are.
 */
export async function comeIn(boardId: string, link: LinkSecret): Promise<Result<Welcome, RequestFailure>> {
  const me = await whoAmI(boardId);
  if (me.ok)
    return succeeded(link.kind === 'whole' ? await welcomeAgain(boardId, link.secret, me.value) : isIn(me.value));
  if (!isRefusal(me.failure)) return me;
  if (link.kind !== 'whole') {
    const why = link.kind === 'broken' ? 'refused' : hasEnded(me.failure) ? 'ended' : 'noLink';
    return succeeded({ kind: 'noWayIn', why });
  }
  const { secret } = link;
  const invitation = await readInvitation(boardId, secret);
  if (!invitation.ok) {
    const isDead = invitation.failure.kind === 'problem' && invitation.failure.problem.status === 403;
    return isDead ? succeeded({ kind: 'noWayIn', why: 'refused' }) : failed(invitation.failure);
  }
  return succeeded({ kind: 'invited', invitation: invitation.value, secret, name: nameOnLink(invitation.value) });
}

async function welcomeAgain(boardId: string, secret: string, me: MeReply): Promise<Welcome> {
  // The leader tries out the links they send; that must not cost them their role.
  if (me.role === 'leader') return isIn(me);
  const { name, voice } = me;
  if (!voice) {
    const invitation = await readInvitation(boardId, secret);
    if (!invitation.ok) return isIn(me);
    if (invitation.value.role === 'editor') return { kind: 'invited', invitation: invitation.value, secret, name };
  }
  const joined = await joinBoard(boardId, { secret, name, voice });
  if (!joined.ok) return isIn(me);
  const now = await whoAmI(boardId);
  return isIn(now.ok ? now.value : me);
}

function isIn(me: MeReply): Welcome {
  return { kind: 'in', me };
}

/** A leader link is the leader's own, opened on another machine. */
function nameOnLink({ role, invitedBy }: InvitationReply): string {
  return role === 'leader' && invitedBy.length === 1 ? (invitedBy[0] ?? '') : '';
}

function hasEnded(failure: RequestFailure): boolean {
  return failure.kind === 'problem' && problemKindOf(failure.problem) === 'accessEnded';
}

function isRefusal(failure: RequestFailure): boolean {
  return failure.kind === 'problem' && [401, 403, 404].includes(failure.problem.status);
}
