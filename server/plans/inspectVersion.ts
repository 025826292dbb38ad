import type { NoteId, PhaseId } from '@duken/shared/board';
import { isOpen, type Promised } from '@duken/shared/followUp';
import type { MeetingId } from '@duken/shared/meeting';
import { type PlanUnreadable, type PlanVersion, readPlanVersion } from '@duken/shared/plan';
import type { LetterChoices } from '../letters/index.ts';
import type { ArchivedVersion } from '../storage/index.ts';
import { sha256Of } from './sealVersion.ts';

/** What is wrong with one version, looked at alone. */
export type VersionProblem =
  /** The plan, sheet or meeting was altered: the JSON no longer has the hash it was given. */
  | 'planAltered'
  | 'stateAltered'
  | 'pictureAltered'
  /** The row's own columns say something else than the JSON they were made from. */
  | 'rowAltered';

/** What a version says, as far as lists and file names need it. */
export interface VersionBrief {
  readonly version: number;
  readonly meetingId: MeetingId;
  readonly date: string;
  /** How many were present. */
  readonly present: number;
  readonly title: string;
  readonly for: string;
  /** The journey as a whole, where it was set. */
  readonly phase?: PhaseId;
  /** The journey whole, theme by theme. */
  readonly journey: PlanVersion['plan']['journey'];
  /** What a letter of it can be asked to hold. */
  readonly choices: LetterChoices;
  /** Its tiltak. */
  readonly actions: readonly NoteId[];
  /** Those that were still to be done. */
  readonly promised: readonly Promised[];
  /** Those that were done. */
  readonly done: readonly NoteId[];
  /** Notes on the duk, and those in the citizen's or the child's own voice. */
  readonly notes: { readonly all: number; readonly citizens: number };
}

export interface InspectedVersion {
  readonly problems: readonly VersionProblem[];
  /** Absent when it cannot be read here. */
  readonly brief?: VersionBrief;
  /** Why it cannot be read here, altered or not. */
  readonly unreadable?: PlanUnreadable;
}

/** Whether a version is as it was frozen, and what it says in brief. */
export function inspectVersion(archived: ArchivedVersion): InspectedVersion {
  const read = readPlanVersion(archived.planJson);
  // What a plan that we cannot read says of its parts, we cannot hold against them.
  const planVersion = read.ok ? read.value : undefined;
  const wrong: Readonly<Record<VersionProblem, boolean>> = {
    planAltered: sha256Of(archived.planJson) !== archived.sha256,
    stateAltered: planVersion !== undefined && sha256Of(archived.state) !== planVersion.stateSha256,
    pictureAltered: planVersion !== undefined && sha256Of(archived.picture) !== planVersion.pictureSha256,
    rowAltered: planVersion !== undefined && !rowFits(archived, planVersion),
  };
  const problems = (Object.keys(wrong) as VersionProblem[]).filter((problem) => wrong[problem]);
  return { problems, ...(read.ok ? { brief: briefOf(read.value) } : { unreadable: read.failure }) };
}

function briefOf({ version, meetingId, date, present, plan, template, sheet }: PlanVersion): VersionBrief {
  const { overall } = plan.journey;
  const { title, for: whose } = plan;
  return {
    version,
    meetingId,
    date,
    present: present.length,
    title,
    for: whose,
    actions: plan.actions.map(({ noteId }) => noteId),
    promised: plan.actions.filter(isOpen).map(({ noteId, status }) => ({ noteId, status })),
    done: plan.actions.flatMap(({ noteId, status }) => (status === 'done' ? [noteId] : [])),
    notes: {
      all: sheet.notes.length,
      citizens: sheet.notes.filter(({ voice }) => voice === 'citizen' || voice === 'child').length,
    },
    ...(overall ? { phase: overall } : {}),
    journey: plan.journey,
    choices: { themes: template.themes.map(({ id }) => id), dreams: plan.dreams.map(({ noteId }) => noteId) },
  };
}

function rowFits(archived: ArchivedVersion, planVersion: PlanVersion): boolean {
  return (['boardId', 'version', 'meetingId', 'position', 'frozenAt', 'previousSha256'] as const).every(
    (column) => archived[column] === planVersion[column],
  );
}
