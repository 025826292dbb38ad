import type { Role } from '../access/index.ts';
import type { Person } from './person.ts';

/**
 * The role that somebody has by the access they came with. A child of the family is never asked to interpret for it: who has
 * the child's voice, and comes by an interpreter's link, follows the duk as a reader.
 */
export function roleBy(access: Role, { voices }: Pick<Person, 'voices'>): Role {
  return access === 'interpreter' && voices.includes('child') ? 'viewer' : access;
}
