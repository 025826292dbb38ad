import { describe, expect, it } from 'vitest';
import { type Deed, may } from './may.ts';
import { type Role, roles } from './role.ts';

const deeds = ['read', 'write', 'invite', 'meet', 'freeze'] as const satisfies readonly Deed[];

/** Who may do what (domain.md, "People"), as one reads it aloud. */
const spec: readonly (readonly [Role, string, readonly Deed[]])[] = [
  ['leader', 'runs the meeting, invites and freezes', ['read', 'write', 'invite', 'meet', 'freeze']],
  ['editor', 'writes on the duk', ['read', 'write']],
  ['interpreter', 'reads the duk: translations lie beside it', ['read']],
  ['viewer', 'reads', ['read']],
  ['admin', 'sees no duk by virtue of the role', []],
];

describe('who may do what', () => {
  it.each(spec)('%s %s', (role, _, allowed) => {
    expect(deeds.filter((deed) => may(role, deed))).toEqual(allowed);
  });

  it('is said of every role', () => {
    expect(spec.map(([role]) => role)).toEqual(roles);
  });
});
