import type { Day, NoteId, PhaseId } from '../board/index.ts';
import { monthsBetween } from '../journey/index.ts';
import type { CaseFields } from './caseFields.ts';

/** What is counted of one frozen version. */
export interface VersionFacts {
  readonly date: Day;
  /** The step of the whole, as those round the table saw it. */
  readonly phase?: PhaseId;
  /** Its tiltak, and those of them that were done. */
  readonly actions: readonly NoteId[];
  readonly done: readonly NoteId[];
  /** Notes on the duk, and those in the citizen's or the child's own voice. */
  readonly notes: { readonly all: number; readonly citizens: number };
}

/** The way of one case from its first meeting to its newest. */
export interface CaseProgress {
  /** The first step that was said, and the last. */
  readonly start?: PhaseId;
  readonly now?: PhaseId;
  /** Whole months between them; absent where only one meeting said a step. */
  readonly months?: number;
  /** For each tiltak that is done, days from the first plan that it stood in to the first in which it was done. */
  readonly daysToDone: readonly number[];
  /** Of the newest version. */
  readonly notes: VersionFacts['notes'];
}

/** A case as it is counted. */
export interface CountedCase extends CaseFields, CaseProgress {}

export function progressOf(versions: readonly VersionFacts[]): CaseProgress {
  const inOrder = versions.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const said = inOrder.flatMap(({ date, phase }) => (phase ? [{ date, phase }] : []));
  const [first, last] = [said[0], said.at(-1)];
  const notes = inOrder.at(-1)?.notes ?? { all: 0, citizens: 0 };
  const daysToDone = daysToDoneIn(inOrder);
  if (!first || !last) return { daysToDone, notes };
  if (said.length === 1) return { start: first.phase, now: last.phase, daysToDone, notes };
  return {
    start: first.phase,
    now: last.phase,
    months: monthsBetween(first.date, last.date),
    daysToDone,
    notes,
  };
}

/** What was agreed and done at one and the same meeting waited for nothing, and is left out. */
function daysToDoneIn(inOrder: readonly VersionFacts[]): readonly number[] {
  const agreed = new Map<NoteId, Day>();
  const days = new Map<NoteId, number>();
  for (const { date, actions, done } of inOrder) {
    for (const id of actions) if (!agreed.has(id)) agreed.set(id, date);
    for (const id of done) {
      const from = agreed.get(id);
      if (from !== undefined && from < date && !days.has(id)) days.set(id, daysBetween(from, date));
    }
  }
  return [...days.values()];
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
