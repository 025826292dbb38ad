import { describe, expect, it } from 'vitest';
import type { Voice } from '../board/index.ts';
import { helperFault, isChild } from './helper.ts';

const person = (...voices: readonly Voice[]) => ({ voices });

describe('who may write for whom', () => {
  it.each([
    ['an adult for a child', person('child'), person('family'), undefined],
    ['somebody who was given no voice for a child', person('child'), person(), undefined],
    ['nobody for an adult', person('family'), person('service'), 'noChildsVoice'],
    ['nobody for somebody who was given no voice', person(), person('family'), 'noChildsVoice'],
    ['no child for another', person('child'), person('child'), 'helperIsChild'],
  ] as const)('%s', (_, child, helper, fault) => {
    expect(helperFault(child, helper)).toBe(fault);
  });

  it('is said by whoever has the child’s voice and does not lead', () => {
    expect(isChild(person('child'), false)).toBe(true);
    expect(isChild(person('child'), true)).toBe(false);
    expect(isChild(person('family'), false)).toBe(false);
  });
});
