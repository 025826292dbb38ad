import type { Role } from './role.ts';

/** What somebody can want to do with a board. */
export type Permission = (typeof permissions)[number];
export const permissions = [
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

const byRole: Readonly<Record<Role, readonly Permission[]>> = {
  // All but what is the citizen's own: whoever leads never says yes in their place.
  leader: permissions.filter(
    (permission) => permission !== 'answerPlan' && permission !== 'approvePlan' && permission !== 'tellStory',
  ),
  editor: ['read', 'write', 'pause'],
  interpreter: ['read', 'translate', 'pause'],
  viewer: ['read', 'pause'],
  admin: [],
};

/** What can be done with a board that is put away: it is read, and seen to who may; its plans live on. Nothing of what was said is changed. */
const whileArchived: readonly Permission[] = [
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
const ofSubject: readonly Permission[] = ['readConsents', 'readLog', 'readCuts'];

/** The one table of who may do what: the relay, the routes and the buttons all ask here. */
export function may(
  { role, plansGiven = false, isSubject = false, isChild = false, archivedAt }: Asker,
  permission: Permission,
): boolean {
  if (archivedAt !== undefined && !whileArchived.includes(permission)) return false;
  if (byRole[role].includes(permission)) return true;
  // Given to a person, and only to one whose access lets them read at all.
  if (!byRole[role].includes('read')) return false;
  const answers = plansGiven && isSubject && role !== 'leader';
  if (permission === 'answerPlan') return answers;
  // Also a child: what it tells is its own.
  if (permission === 'tellStory') return isSubject && role !== 'leader';
  // A child says what it thinks; it does not answer for its family.
  if (permission === 'approvePlan') return answers && !isChild;
  return (permission === 'readPlans' && plansGiven) || (isSubject && ofSubject.includes(permission));
}
