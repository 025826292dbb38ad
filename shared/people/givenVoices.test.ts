import { describe, expect, it } from 'vitest';
import { areOnesOwn, givenVoices, voicesAfterAdmission, voicesAfterAnswer } from './givenVoices.ts';

const adults = ['citizen', 'family', 'network', 'service'];

describe('the voices that somebody may write in', () => {
  it('are those they were given', () => {
    expect([...givenVoices(['citizen', 'service'], false)]).toEqual(['citizen', 'service']);
    expect([...givenVoices(['child'], false)]).toEqual(['child']);
  });

  it('are both for the family and for its network, which share a word and a paper', () => {
    expect([...givenVoices(['family'], false)]).toEqual(['family', 'network']);
    expect([...givenVoices(['network'], false)]).toEqual(['family', 'network']);
  });

  it('are all but the child’s, for those who were given none and those who lead', () => {
    expect([...givenVoices([], false)]).toEqual(adults);
    expect([...givenVoices(['service'], true)]).toEqual(adults);
    expect([...givenVoices(['child'], true)]).toEqual(adults);
  });

  it('are the child’s too for whom its page lets write for it, whether they lead or not', () => {
    expect([...givenVoices(['service'], false, true)]).toEqual(['service', 'child']);
    expect([...givenVoices([], false, true)]).toEqual([...adults, 'child']);
    expect([...givenVoices(['service'], true, true)]).toEqual([...adults, 'child']);
  });

  it('are never given with the child’s beside another', () => {
    expect(areOnesOwn(['child'])).toBe(true);
    expect(areOnesOwn(['family', 'service'])).toBe(true);
    expect(areOnesOwn([])).toBe(true);
    expect(areOnesOwn(['family', 'child'])).toBe(false);
  });
});

describe('an answer at the door', () => {
  it('is what somebody is given, and a new answer takes its place', () => {
    expect(voicesAfterAnswer([], undefined, 'family')).toEqual(['family']);
    expect(voicesAfterAnswer(['family'], 'family', 'service')).toEqual(['service']);
    expect(voicesAfterAnswer(['family'], 'family', undefined)).toEqual(['family']);
  });

  it('changes nothing of what the leader has given since', () => {
    expect(voicesAfterAnswer(['family', 'network'], 'family', 'citizen')).toEqual(['family', 'network']);
    expect(voicesAfterAnswer(['child'], 'family', 'citizen')).toEqual(['child']);
    expect(voicesAfterAnswer(['child'], undefined, 'citizen')).toEqual(['child']);
  });
});

describe('what the leader says at admission', () => {
  it('is given beside what somebody of the case has, and once', () => {
    expect(voicesAfterAdmission(['family'], undefined, 'network')).toEqual(['family', 'network']);
    expect(voicesAfterAdmission(['child'], undefined, 'child')).toEqual(['child']);
    expect(voicesAfterAdmission([], undefined, 'citizen')).toEqual(['citizen']);
  });

  it('takes the place of what somebody answered at the door', () => {
    expect(voicesAfterAdmission(['citizen'], 'citizen', 'child')).toEqual(['child']);
  });

  it('changes nothing where it says no voice', () => {
    expect(voicesAfterAdmission(['family'], 'family', undefined)).toEqual(['family']);
  });
});
