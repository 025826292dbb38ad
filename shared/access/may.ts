import type { Role } from './role.ts';

/** What somebody can want to do with a board. */
export type Deed = (typeof deeds)[number];
export const deeds = [
  'read',
  'write',
  'pause',
  'translate',
  'invite',
  'keepPeople',
  'meet',
  'freeze',
  'emptyBin',
  'keepBoard',
  'restore',
  'readPlans',
  'followUp',
  'keepConsents',
  'readConsents',
  'keepPlan',
  'answerPlan',
  'approvePlan',
  'readLog',
  'giveCuts',
  'readCuts',
  'keepContacts',
  'readContacts',
  'tellStory',
] as const satisfies readonly string[];

/** What is judged of whoever asks: the role that their access gives, and what the leader has given them as a person. */
export interface Asker {
  readonly role: Role;
  /** Whether they were given the plans to read. */
  readonly plansGiven?: boolean | undefined;
  /** Whether the plan is about them. */
  readonly isSubject?: boolean | undefined;
  /** Whether they speak in the child's voice. */
  readonly isChild?: boolean | undefined;
  /** Since when the board is put away, in milliseconds; absent for one that is in use. */
  readonly archivedAt?: number | undefined;
}

const byRole: Readonly<Record<Role, readonly Deed[]>> = {
  // All but what is the citizen's own: whoever leads never says yes in their place.
  leader: deeds.filter((deed) => deed !== 'answerPlan' && deed !== 'approvePlan' && deed !== 'tellStory'),
  editor: ['read', 'write', 'pause'],
  interpreter: ['read', 'translate', 'pause'],
  viewer: ['read', 'pause'],
  admin: [],
};

/** What can be done with a board that is put away: it is read, and seen to who may; its plans live on. Nothing of what was said is changed. */
const whileArchived: readonly Deed[] = [
  'read',
  'invite',
  'keepPeople',
  'keepBoard',
  'readPlans',
  'keepConsents',
  'readConsents',
  'keepPlan',
  'answerPlan',
  'approvePlan',
  'readLog',
  'giveCuts',
  'readCuts',
  'readContacts',
];

/** What is theirs to see whom the plan is about. */
const ofSubject: readonly Deed[] = ['readConsents', 'readLog', 'readCuts'];

/** The one table of who may do what: the relay, the routes and the buttons all ask here. */
export function may(
  { role, plansGiven = false, isSubject = false, isChild = false, archivedAt }: Asker,
  deed: Deed,
): boolean {
  if (archivedAt !== undefined && !whileArchived.includes(deed)) return false;
  if (byRole[role].includes(deed)) return true;
  // Given to a person, and only to one whose access lets them read at all.
  if (!byRole[role].includes('read')) return false;
  const answers = plansGiven && isSubject && role !== 'leader';
  if (deed === 'answerPlan') return answers;
  // Also a child: what it tells is its own.
  if (deed === 'tellStory') return isSubject && role !== 'leader';
  // A child says what it thinks; it does not answer for its family.
  if (deed === 'approvePlan') return answers && !isChild;
  return (deed === 'readPlans' && plansGiven) || (isSubject && ofSubject.includes(deed));
}
