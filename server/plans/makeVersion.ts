import {
  type Board,
  type BoardId,
  compactWithoutBin,
  type OpenFailure,
  type ParticipantId,
  type PersonId,
  replayBoard,
} from '@duken/shared/board';
import { type FreezeFailure, type Meeting, mayFreeze } from '@duken/shared/meeting';
import { derivePlan, type PlanVersion } from '@duken/shared/plan';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { findTemplate, layoutsWith, type Template, templates } from '@duken/shared/template';
import type { ArchivedVersion, ArchivedVersionHead } from '../storage/index.ts';
import { canonicalJsonOf, sha256Of } from './sealVersion.ts';

/** The duk as SVG. Must give the same text for the same arguments, on any machine. */
export type DrawPicture = (
  board: Board,
  template: Template,
  authors: Authors,
  meeting: Pick<Meeting, 'date' | 'present'>,
) => string;

/** Those who wrote on a duk: their names, and which of them were let write for a child. */
export interface Authors {
  readonly names: ReadonlyMap<ParticipantId, string>;
  readonly helpers?: ReadonlySet<ParticipantId>;
}

/** All that a version is made of: plain values, so that they cross between threads. */
export interface Freezable {
  readonly boardId: BoardId;
  /** As it stands among the rows; undefined when there is none. */
  readonly meeting: Meeting | undefined;
  /** The journal, oldest first, up to `position`. */
  readonly updates: readonly Uint8Array[];
  readonly position: number;
  readonly names: ReadonlyMap<ParticipantId, string>;
  readonly helpers?: ReadonlySet<ParticipantId>;
  /** The people of the case, by name. */
  readonly people?: ReadonlyMap<PersonId, string>;
  /** The operator's own layouts. */
  readonly layouts?: readonly Template[];
  readonly previous: Pick<ArchivedVersionHead, 'version' | 'sha256'> | undefined;
  /** Milliseconds since the epoch. */
  readonly frozenAt: number;
}

export type MakeVersionFailure =
  | FreezeFailure
  /** The journal holds nothing, or a document that only a newer version of the product can read. */
  | { readonly kind: 'boardUnreadable'; readonly cause: OpenFailure }
  /** It was made with a layout that is not here any more. */
  | { readonly kind: 'layoutMissing'; readonly templateId: string };

/** Makes the version that a duk would be frozen as. Stores nothing. */
export function makeVersion(
  freezable: Freezable,
  drawPicture: DrawPicture,
): Result<ArchivedVersion, MakeVersionFailure> {
  const { boardId, updates, position, names, people, previous, frozenAt } = freezable;
  const authors: Authors = { names, ...(freezable.helpers ? { helpers: freezable.helpers } : {}) };
  const layouts = layoutsWith(freezable.layouts ?? []);
  const replayed = replayBoard(updates, layouts);
  if (!replayed.ok) return failed({ kind: 'boardUnreadable', cause: replayed.failure });
  const meeting = mayFreeze(freezable.meeting, replayed.value);
  if (!meeting.ok) return meeting;
  // What was thrown away is not on the duk, and a version goes to people who should not read it. What was so at the table in
  // that very moment is over.
  const { now: _now, ...stands } = replayed.value;
  const board: Board = { ...stands, bin: [] };
  const template = findTemplate(board.templateId, layouts);
  if (!template) return failed({ kind: 'layoutMissing', templateId: board.templateId });
  const { id: meetingId, date, present } = meeting.value;
  const picture = drawPicture(board, template, authors, { date, present });
  // Those who read it should not, and the bin can be emptied for good.
  const state = compactWithoutBin(updates);
  const planVersion: PlanVersion = {
    // Whoever knows only format 1 knows only these layouts.
    format: Object.hasOwn(templates, template.id) ? 1 : 2,
    boardId,
    version: (previous?.version ?? 0) + 1,
    meetingId,
    date,
    present,
    template,
    position,
    frozenAt,
    plan: derivePlan({ board: stands, template, meeting: meeting.value, ...authors, ...(people ? { people } : {}) }),
    sheet: board,
    stateSha256: sha256Of(state),
    pictureSha256: sha256Of(picture),
    previousSha256: previous?.sha256 ?? '',
  };
  const planJson = canonicalJsonOf(planVersion);
  return succeeded({
    boardId,
    version: planVersion.version,
    meetingId,
    position,
    frozenAt,
    state,
    planJson,
    picture,
    sha256: sha256Of(planJson),
    previousSha256: planVersion.previousSha256,
  });
}
