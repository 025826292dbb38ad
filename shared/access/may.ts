import type { Role } from './role.ts';

/** What somebody can want to do with a board. */
export type Deed = (typeof deeds)[number];
export const deeds = [
  'read',
  'write',
  'translate',
  'invite',
  'keepPeople',
  'meet',
  'freeze',
  'emptyBin',
  'readPlans',
] as const satisfies readonly string[];

/** What is judged of whoever asks: the role that their access gives, and what the leader has given them as a person. */
export interface Asker {
  readonly role: Role;
  /** Whether they were given the plans to read. */
  readonly plansGiven?: boolean | undefined;
}

const byRole: Readonly<Record<Role, readonly Deed[]>> = {
  leader: deeds,
  editor: ['read', 'write'],
  interpreter: ['read', 'translate'],
  viewer: ['read'],
  admin: [],
};

/** The one table of who may do what: the relay, the routes and the buttons all ask here. */
export function may({ role, plansGiven = false }: Asker, deed: Deed): boolean {
  if (byRole[role].includes(deed)) return true;
  // Given to a person, and only to one whose access lets them read at all.
  return deed === 'readPlans' && plansGiven && byRole[role].includes('read');
}
