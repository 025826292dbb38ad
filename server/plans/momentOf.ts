import { type Board, type BoardId, type Day, type ParticipantId, replayBoard } from '@duken/shared/board';
import { type LetterLanguage, type ToldChanges, tellChanges } from '@duken/shared/letter';
import type { MeetingId } from '@duken/shared/meeting';
import { derivePlan, diffPlans, type PlanParticipant, type PlanVersion } from '@duken/shared/plan';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { findTemplate, layoutsWith, type Template } from '@duken/shared/template';

/** A duk at a moment, and as it is now: plain values, so that they cross between threads. */
export interface MomentRequest {
  readonly past: { readonly updates: readonly Uint8Array[]; readonly day: Day };
  readonly now: MomentRequest['past'];
  readonly names: ReadonlyMap<ParticipantId, string>;
  readonly helpers: ReadonlySet<ParticipantId>;
  readonly layouts: readonly Template[];
  readonly language: LetterLanguage;
}

/** The duk as it was, and what became different since. */
interface ToldMoment {
  readonly sheet: Board;
  readonly template: Template;
  readonly participants: readonly PlanParticipant[];
  readonly changes: readonly ToldChanges[];
}

/** What lay in the bin, and what was so at the table in that moment, is not shown again. */
export function momentOf(request: MomentRequest): Result<ToldMoment, { readonly kind: 'versionUnreadable' }> {
  const [then, now] = [versionAt(request.past, 1, request), versionAt(request.now, 2, request)];
  if (!then || !now) return failed({ kind: 'versionUnreadable' });
  const changes = tellChanges(diffPlans(then, now), {
    template: now.template,
    language: request.language,
    reader: 'team',
  });
  return succeeded({
    sheet: then.sheet,
    template: then.template,
    participants: then.plan.participants,
    // What stands as it stood is no change.
    changes: changes.filter(({ kind }) => kind !== 'standing'),
  });
}

/** As if it had been frozen then, so that the difference is told as between two meetings. */
function versionAt(
  { updates, day }: MomentRequest['past'],
  version: number,
  { names, helpers, layouts }: MomentRequest,
): PlanVersion | undefined {
  const all = layoutsWith(layouts);
  const replayed = replayBoard(updates, all);
  if (!replayed.ok) return undefined;
  const { now: _, ...stands } = replayed.value;
  const sheet: Board = { ...stands, bin: [] };
  const template = findTemplate(sheet.templateId, all);
  if (!template) return undefined;
  const meeting = { date: day, present: [] };
  return {
    ...{ format: 2, boardId: '' as BoardId, version, meetingId: '' as MeetingId, position: 0, frozenAt: 0 },
    ...{ stateSha256: '', pictureSha256: '', previousSha256: '', ...meeting, template, sheet },
    plan: derivePlan({ board: sheet, template, meeting, names, helpers }),
  };
}
