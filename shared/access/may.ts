import type { Role } from './role.ts';

/** What somebody can want to do with a board. */
export type Deed = 'read' | 'write' | 'invite' | 'meet' | 'freeze';

const table: Readonly<Record<Role, readonly Deed[]>> = {
  leader: ['read', 'write', 'invite', 'meet', 'freeze'],
  editor: ['read', 'write'],
  interpreter: ['read'],
  viewer: ['read'],
  admin: [],
};

/** The one table of who may do what: the relay, the routes and the buttons all ask here. */
export function may(role: Role, deed: Deed): boolean {
  return table[role].includes(deed);
}
