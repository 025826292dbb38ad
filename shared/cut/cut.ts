import type { PersonId } from '../board/index.ts';
import type { PlanVersion } from '../plan/index.ts';
import type { ThemeId } from '../template/index.ts';

export type CutId = string & { readonly kind: 'CutId' };

/** A theme of the layout, or '': what concerns all of life, as notes without a theme, the *målbilde* and the way as a whole. */
export type CutTheme = ThemeId | '';

/** What is chosen of a version. */
export interface CutChoice {
  /** At least one. */
  readonly themes: readonly CutTheme[];
  readonly withPicture: boolean;
  /** Also what became different since the version before, of the same themes. */
  readonly withDifference: boolean;
}

/** Who gets it: somebody of the case, or a body that is named. */
export interface CutRecipient {
  readonly name: string;
  readonly personId?: PersonId;
  readonly service?: string;
}

/** How it is handed over: by a link, as files that the leader takes along, or at the recipient's own seat. */
export const cutWays = ['link', 'file', 'seat'] as const;
export type CutWay = (typeof cutWays)[number];

/**
 * *Utdrag*: a version as one recipient gets it. What was not chosen is nowhere in it, so that whatever sets it can let nothing slip.
 *
 * Its SHA-256 is that of this very value as canonical JSON, and it names the hash of the version that it was cut from.
 */
export interface PlanCut {
  readonly format: 'cut-1';
  readonly cutFrom: { readonly version: number; readonly sha256: string };
  /** The name of whoever gets it. */
  readonly recipient: string;
  readonly choice: CutChoice;
  /** The version as a value like any other, with nothing but what was chosen. */
  readonly version: PlanVersion;
  /** The version before, cut alike, where the difference was chosen and there is one. */
  readonly compared?: PlanVersion;
}

/** How long a link can live, and how often it can be opened. */
export const cutLinkLimits = { days: 90, uses: 50 } as const;
