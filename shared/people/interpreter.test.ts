import { describe, expect, it } from 'vitest';
import { roles } from '../access/index.ts';
import { roleBy } from './interpreter.ts';

describe('the role that an access gives', () => {
  it.each(roles)('%s is what it says, for a grown-up', (role) => {
    expect(roleBy(role, { voices: [] })).toBe(role);
    expect(roleBy(role, { voices: ['family', 'network'] })).toBe(role);
  });

  it('never makes a child of the family its interpreter', () => {
    expect(roleBy('interpreter', { voices: ['child'] })).toBe('viewer');
    expect(roleBy('editor', { voices: ['child'] })).toBe('editor');
  });
});
