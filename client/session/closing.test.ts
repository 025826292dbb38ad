import { closeCode } from '@duken/shared/protocol';
import { describe, expect, it } from 'vitest';
import { closingOf, spread } from './closing.ts';

describe('a closed connection', () => {
  it.each([
    ['somebody who is not signed in any more', closeCode.notSignedIn, 'notSignedIn'],
    ['somebody whose link was withdrawn', closeCode.notAllowed, 'notAllowed'],
    ['what was larger than the duk takes', closeCode.tooLarge, 'tooLarge'],
    ['what the server does not understand', closeCode.malformed, 'refused'],
  ] as const)('ends it for %s', (_who, code, reason) => {
    expect(closingOf(code)).toEqual({ kind: 'ended', reason });
  });

  it.each([
    ['a disk that is full', closeCode.notSaved, 'notSaved'],
    ['a board that cannot be read now', closeCode.cannotLoad, 'cannotLoad'],
    ['a table that is full', closeCode.boardFull, 'boardFull'],
    ['too many windows', closeCode.tooManyWindows, 'tooManyWindows'],
    ['too much in a short time', closeCode.tooOften, 'tooOften'],
    ['a line that is too slow', closeCode.tooSlow, 'tooSlow'],
  ] as const)('comes back by itself after %s, and says why meanwhile', (_what, code, trouble) => {
    expect(closingOf(code)).toMatchObject({ kind: 'comeBack', trouble });
  });

  it('is no end and no lost network when a rule of the duk was broken: it wants a fresh document', () => {
    expect(closingOf(closeCode.ruleBroken)).toEqual({ kind: 'ruleBroken' });
  });

  it('comes back without a word after a lost network and a server that stops', () => {
    for (const code of [1005, 1006, closeCode.stopping]) expect(closingOf(code)).toEqual({ kind: 'comeBack' });
  });

  it('does not come back in the same moment as everybody else', () => {
    expect([0, 0.5, 1].map((random) => spread(2_000, () => random))).toEqual([2_000, 2_500, 3_000]);
  });
});
