import { type InvitationReply, type MeReply, type MeWaitingReply, problemKindOf } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { joinBoard, type RequestFailure, readInvitation, whoAmI } from '../http/index.ts';
import type { LinkSecret } from './linkSecret.ts';

/** How somebody stands at a board's door. */
export type Welcome =
  | { readonly kind: 'in'; readonly me: MeReply }
  /** They have knocked, and the leader has not answered. */
  | { readonly kind: 'waiting' }
  /** A link that works, and a few questions first. */
  | {
      readonly kind: 'invited';
      readonly invitation: InvitationReply;
      readonly secret: string;
      /** What they are probably called; '' when nobody knows. */
      readonly name: string;
    }
  /** No link at all, one that doesn't work, not let in, access that was taken back, or a service that no consent names. */
  | { readonly kind: 'noWayIn'; readonly why: 'noLink' | 'refused' | 'notLetIn' | 'ended' | 'notInConsent' };

/**
 * Finds out how this browser stands at a board. Somebody who is in and opens another link gets what that link gives, under
 * the same name and voice; one that doesn't work leaves them as they are.
 *
 * @param hasJoined they have just joined by this very link, which is still in the address
 */
export async function comeIn(
  boardId: string,
  link: LinkSecret,
  hasJoined = false,
): Promise<Result<Welcome, RequestFailure>> {
  const me = await whoAmI(boardId);
  if (me.ok && me.value.state === 'waiting' && (hasJoined || link.kind !== 'whole'))
    return succeeded({ kind: 'waiting' });
  if (me.ok && me.value.state === 'in')
    return succeeded(link.kind === 'whole' ? await welcomeAgain(boardId, link.secret, me.value) : isIn(me.value));
  if (!me.ok && !isRefusal(me.failure)) return me;
  if (link.kind !== 'whole') {
    const why = link.kind === 'broken' ? 'refused' : me.ok ? 'noLink' : whyOut(me.failure);
    return succeeded({ kind: 'noWayIn', why });
  }
  const { secret } = link;
  const invitation = await readInvitation(boardId, secret);
  if (!invitation.ok) {
    const isDead = invitation.failure.kind === 'problem' && invitation.failure.problem.status === 403;
    return isDead ? succeeded({ kind: 'noWayIn', why: 'refused' }) : failed(invitation.failure);
  }
  return succeeded({ kind: 'invited', invitation: invitation.value, secret, name: me.ok ? me.value.name : '' });
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
  return now.ok ? standingOf(now.value) : isIn(me);
}

function isIn(me: MeReply): Welcome {
  return { kind: 'in', me };
}

function standingOf(me: MeReply | MeWaitingReply): Welcome {
  return me.state === 'in' ? isIn(me) : { kind: 'waiting' };
}

function whyOut(failure: RequestFailure): 'noLink' | 'notLetIn' | 'ended' | 'notInConsent' {
  const kind = failure.kind === 'problem' ? problemKindOf(failure.problem) : undefined;
  if (kind === 'refused') return 'notLetIn';
  if (kind === 'notInConsent') return 'notInConsent';
  return kind === 'accessEnded' ? 'ended' : 'noLink';
}

function isRefusal(failure: RequestFailure): boolean {
  return failure.kind === 'problem' && [401, 403, 404].includes(failure.problem.status);
}
