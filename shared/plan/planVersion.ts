import type { Board, BoardId, Day } from '../board/index.ts';
import type { MeetingId, Present } from '../meeting/index.ts';
import type { Template } from '../template/index.ts';
import type { InvestmentPlan } from './investmentPlan.ts';

/**
 * A plan frozen after a meeting: numbered, and never changed.
 *
 * Its SHA-256 is that of this very value as canonical JSON (RFC 8785) in UTF-8, so that `sha256sum` of the exported JSON
 * gives it. The value names the hashes of all that is stored beside it and of the version before, so that whoever alters
 * plan, sheet, meeting, document state, picture or an earlier version is found out.
 */
export interface PlanVersion {
  /** The format it was stored in: 2 where its layout is an operator's own, which readers of 1 do not know. */
  readonly format: 1 | 2;
  readonly boardId: BoardId;
  /** 1, 2, 3 … within the board. */
  readonly version: number;
  readonly meetingId: MeetingId;
  /** The day of the meeting. */
  readonly date: Day;
  readonly present: readonly Present[];
  /** The layout as it was, so that an old duk can be shown after its template has changed. */
  readonly template: Template;
  /** Position in the board's journal: every edit up to it is in this version, none after it. */
  readonly position: number;
  /** Milliseconds since the epoch. */
  readonly frozenAt: number;
  readonly plan: InvestmentPlan;
  /** The duk as it was. Its bin is empty here: what was thrown away is not on the duk. */
  readonly sheet: Board;
  /** Of the document state stored beside this version. */
  readonly stateSha256: string;
  /** Of the picture (SVG, in UTF-8) stored beside this version. */
  readonly pictureSha256: string;
  /** Of the version before this, '' for the first. */
  readonly previousSha256: string;
}

/** What is drawn of a version, or of a moment between two. */
export type FrozenDuk = Pick<PlanVersion, 'sheet' | 'template' | 'date' | 'present'> & {
  readonly plan: Pick<InvestmentPlan, 'participants'>;
};
