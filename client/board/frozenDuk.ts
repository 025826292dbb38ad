import type { PlanVersion } from '@duken/shared/plan';

/** What is drawn of a version, or of a moment between two. */
export type FrozenDuk = Pick<PlanVersion, 'sheet' | 'template' | 'date' | 'present'> & {
  readonly plan: Pick<PlanVersion['plan'], 'participants'>;
};
