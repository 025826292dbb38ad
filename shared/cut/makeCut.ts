import type { ParticipantId } from '../board/index.ts';
import type { PlanVersion } from '../plan/index.ts';
import type { CutChoice, PlanCut } from './cut.ts';
import { cutOf } from './cutOf.ts';

/** All that a cut is made of. */
export interface CutSource {
  readonly version: PlanVersion;
  /** Of the whole version, as lower-case hex. */
  readonly sha256: string;
  /** The newest version before that is no draft, where there is one. */
  readonly previous?: PlanVersion;
  /** The name of whoever gets it. */
  readonly recipient: string;
  readonly choice: CutChoice;
  /** The seats of those who have the child's voice. */
  readonly children: readonly ParticipantId[];
}

/** Cuts a version, and the one before it alike. The same gives the same value, on any machine. */
export function makeCut({ version, sha256, previous, recipient, choice, children }: CutSource): PlanCut {
  const { withPicture, withDifference } = choice;
  // In the layout's own order, each once, whatever order they were chosen in.
  const known = [...version.template.themes.map(({ id }) => id), ''];
  const themes = known.filter((theme) => choice.themes.includes(theme));
  const cut = cutOf(version, { themes, withPicture, children });
  const isIn = new Set(cut.sheet.notes.map(({ id }) => id));
  // What has moved out of the cut is not gone, and nothing is told of it.
  const without = new Set(version.sheet.notes.map(({ id }) => id).filter((id) => !isIn.has(id)));
  return {
    format: 'cut-1',
    cutFrom: { version: version.version, sha256 },
    recipient,
    choice: { themes, withPicture, withDifference },
    version: cut,
    ...(withDifference && previous
      ? { compared: cutOf(previous, { themes, withPicture: false, children, without }) }
      : {}),
  };
}
