import type { Day, PersonId } from '../board/index.ts';
import type { ThemeId } from '../template/index.ts';

export type ConsentId = string & { readonly kind: 'ConsentId' };

/** How a consent was given, or withdrawn: a spoken one counts as much as a written one. */
export const consentWays = ['spoken', 'written'] as const;
export type ConsentWay = (typeof consentWays)[number];

/** Whoever wrote something down, with their name as it was then. */
export interface Recorder {
  readonly personId: PersonId;
  readonly name: string;
}

/**
 * *Samtykke til å dele*: somebody lets services tell each other what their confidentiality would else keep apart. It is given to
 * services, never to one who works there. It is not the ground for handling personal data, and is never called that.
 */
export interface Consent {
  readonly id: ConsentId;
  /** Those who may share with each other, and with whoever leads. At least one. */
  readonly services: readonly string[];
  /** What it is about, as themes of the duk's layout; none for everything. */
  readonly themes: readonly ThemeId[];
  readonly purpose: string;
  /** The words that were agreed on, as whoever gave it heard or read them. */
  readonly words: string;
  readonly givenBy: string;
  readonly how: ConsentWay;
  readonly givenOn: Day;
  /** The last day that it counts. */
  readonly until: Day;
  readonly recordedBy: Recorder;
  /** Milliseconds since the epoch. */
  readonly recordedAt: number;
  readonly withdrawal?: Withdrawal;
}

/** The end of a consent before its time. Nothing about why: nobody has to say. */
export interface Withdrawal {
  readonly by: string;
  readonly how: ConsentWay;
  readonly recordedBy: Recorder;
  /** Milliseconds since the epoch. */
  readonly at: number;
}
