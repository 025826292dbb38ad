import { describe, expect, it } from 'vitest';
import { traceIdIn } from './traceId.ts';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = '00f067aa0ba902b7';

describe('the trace a request belongs to', () => {
  it('is what its traceparent says', () => {
    expect(traceIdIn(`00-${trace}-${parent}-01`)).toBe(trace);
  });

  it('is found in a later version too, whatever that adds', () => {
    expect(traceIdIn(`01-${trace}-${parent}-01`)).toBe(trace);
    expect(traceIdIn(`cc-${trace}-${parent}-01-what-comes`)).toBe(trace);
  });

  it.each([
    ['nothing', undefined],
    ['two of them', [`00-${trace}-${parent}-01`, `00-${trace}-${parent}-01`]],
    ['two of them in one', `00-${trace}-${parent}-01, 00-${trace}-${parent}-01`],
    ['no trace', `00-${'0'.repeat(32)}-${parent}-01`],
    ['no parent', `00-${trace}-${'0'.repeat(16)}-01`],
    ['capitals', `00-${trace.toUpperCase()}-${parent}-01`],
    ['an impossible version', `ff-${trace}-${parent}-01`],
    ['more than version 00 has', `00-${trace}-${parent}-01-more`],
    ['more without a dash', `cc-${trace}-${parent}-01more`],
    ['too short a trace', `00-${trace.slice(1)}-${parent}-01`],
    ['words', 'Hemmelig'],
  ])('is none where there is %s', (_what, header) => {
    expect(traceIdIn(header)).toBeUndefined();
  });
});
