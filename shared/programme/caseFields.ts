/** Whom the programme is for, as the sources name them. Handled flexibly: nothing in the product asks for one. */
export const targetGroups = ['lowIncome', 'disability', 'disabilityAndLowIncome', 'young', 'other'] as const;
export type TargetGroup = (typeof targetGroups)[number];

/** How a case is followed: by a leader of the programme, by a service that has help of it, or by guidance alone. */
export const followedWays = ['direct', 'withHelp', 'guidance'] as const;
export type FollowedWay = (typeof followedWays)[number];

/** What those who lead say of a case. It opens and closes nothing. */
export interface CaseFields {
  readonly group?: TargetGroup;
  readonly followed?: FollowedWay;
  /** Somebody could come to harm: staff are not named to whom the plan is about, where it is told who has looked. Counted nowhere. */
  readonly hidesStaff?: true;
}
