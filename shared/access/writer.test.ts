import { describe, expect, it } from 'vitest';
import { voicesGiven } from './writer.ts';

describe('the voices that an answer at the door gives', () => {
  it('are the answered one', () => {
    expect([...voicesGiven('child')]).toEqual(['child']);
    expect([...voicesGiven('service')]).toEqual(['service']);
  });

  it('are two for family and network, who share one answer', () => {
    expect([...voicesGiven('family')]).toEqual(['family', 'network']);
  });

  it('are all but the child’s for who answers nothing', () => {
    expect([...voicesGiven(undefined)]).toEqual(['citizen', 'family', 'network', 'service']);
  });
});
