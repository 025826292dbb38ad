import {
  type Board,
  type BoardId,
  type Day,
  lookInJournal,
  type NoteId,
  type ParticipantId,
  type Restored,
  replayBoard,
  restoreMoment,
} from '@duken/shared/board';
import { type LetterLanguage, type ToldChanges, tellChanges } from '@duken/shared/letter';
import type { MeetingId } from '@duken/shared/meeting';
import { derivePlan, diffPlans, type PlanParticipant, type PlanVersion } from '@duken/shared/plan';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { findTemplate, layoutsWith, type Template } from '@duken/shared/template';

/** A duk at a moment, and as it is now: plain values, so that they cross between threads. */
export interface MomentRequest {
  readonly past: { readonly updates: readonly Uint8Array[]; readonly day: Day };
  readonly now: MomentRequest['past'] & {
    /** How much of the journal is in it. */
    readonly position: number;
  };
  /** Those of whoever looks. */
  readonly seats: ReadonlySet<ParticipantId>;
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
  /** What would become different if the duk were made so again, as it is now. */
  readonly restoring: ToldRestoring;
}

interface ToldRestoring extends Pick<Restored, 'head' | 'phases' | 'left'> {
  /** How much of the journal was looked at: what comes after it stays. */
  readonly seen: number;
  /** Notes that would come back, or be worded or placed as then, with their words then; in the order of the sheet. */
  readonly notes: readonly { readonly noteId: NoteId; readonly text: string; readonly isBack: boolean }[];
  /** How many would go into the bin. */
  readonly away: number;
}

/** What lay in the bin, and what was so at the table in that moment, is not shown again. */
export function momentOf(request: MomentRequest): Result<ToldMoment, { readonly kind: 'versionUnreadable' }> {
  const layouts = layoutsWith(request.layouts);
  const [past, present] = [replayBoard(request.past.updates, layouts), replayBoard(request.now.updates, layouts)];
  if (!past.ok || !present.ok) return failed({ kind: 'versionUnreadable' });
  const [then, now] = [
    versionAt(past.value, request.past, 1, request),
    versionAt(present.value, request.now, 2, request),
  ];
  const restoring = restoringFrom(past.value, present.value, request);
  if (!then || !now || !restoring) return failed({ kind: 'versionUnreadable' });
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
    restoring,
  });
}

/** Tried on a copy of the duk as it is now. */
function restoringFrom(past: Board, seen: Board, { now, seats, layouts }: MomentRequest): ToldRestoring | undefined {
  const tried = lookInJournal(
    now.updates,
    (board) => restoreMoment(board, { past, seen, seats, at: 0 }),
    layoutsWith(layouts),
  );
  if (!tried.ok || !tried.value.ok) return undefined;
  const { back, away, changed, head, phases, left } = tried.value.value;
  const [isBack, isChanged] = [new Set(back), new Set(changed)];
  return {
    seen: now.position,
    notes: past.notes.flatMap(({ id, text }) =>
      isBack.has(id) || isChanged.has(id) ? [{ noteId: id, text, isBack: isBack.has(id) }] : [],
    ),
    away: away.length,
    ...{ head, phases, left },
  };
}

/** As if it had been frozen then, so that the difference is told as between two meetings. */
function versionAt(
  { now: _, ...stands }: Board,
  { day }: MomentRequest['past'],
  version: number,
  { names, helpers, layouts }: MomentRequest,
): PlanVersion | undefined {
  const sheet: Board = { ...stands, bin: [] };
  const template = findTemplate(sheet.templateId, layoutsWith(layouts));
  if (!template) return undefined;
  const meeting = { date: day, present: [] };
  return {
    ...{ format: 2, boardId: '' as BoardId, version, meetingId: '' as MeetingId, position: 0, frozenAt: 0 },
    ...{ stateSha256: '', pictureSha256: '', previousSha256: '', ...meeting, template, sheet },
    plan: derivePlan({ board: stands, template, meeting, names, helpers }),
  };
}
