import { describe, expect, it } from 'vitest';
import { shutOutBy } from './shutOutBy.ts';

const people = [
  { personId: 'gro', service: 'NAV', voices: ['service' as const] },
  { personId: 'tor', service: 'Skolen', voices: ['service' as const] },
  { personId: 'mor', voices: ['family' as const] },
  { personId: 'mona', service: 'Kommunen', voices: [] },
];
const seat = (personId: string, role: 'editor' | 'leader' = 'editor') => ({
  personId,
  role,
  name: personId,
  state: 'in' as const,
});
const participants = [seat('gro'), seat('tor'), seat('mor'), seat('mona', 'leader')];
const today = '2026-05-01';
const nav = { services: ['Nav'], until: '2026-06-01' };

describe('whom a consent would shut out', () => {
  it('is told before the first: every service that it does not name', () => {
    expect(shutOutBy(nav, { consents: [], people, participants, today })).toEqual(['tor']);
    expect(shutOutBy({ services: [], until: '' }, { consents: [], people, participants, today })).toEqual([
      'gro',
      'tor',
    ]);
  });

  it('is nobody where another names them, and nobody twice', () => {
    const school = { services: ['Skolen'], until: '2026-06-01' };
    expect(shutOutBy(nav, { consents: [school], people, participants, today })).toEqual([]);
  });
});
