import { describe, expect, it } from 'vitest';
import { isGivenPlans } from './person.ts';

describe('who is given the plans to read', () => {
  it('is whom the plan is about, without a word from the leader', () => {
    expect(isGivenPlans({ isSubject: true })).toBe(true);
    expect(isGivenPlans({ isSubject: false })).toBe(false);
  });

  it('is whoever the leader says, also against that', () => {
    expect(isGivenPlans({ isSubject: false, plansGiven: true })).toBe(true);
    expect(isGivenPlans({ isSubject: true, plansGiven: false })).toBe(false);
  });
});
