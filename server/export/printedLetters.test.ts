import { unprintableIn } from '@duken/shared/text';
import { describe, expect, it } from 'vitest';
import { inKnownLetters } from './knownLetters.ts';

/** Every code point that could be a sign, but halves of pairs, which cleaning has replaced. */
function* everySign(): Iterable<string> {
  for (let code = 0x20; code <= 0x10_ffff; code += 1)
    if (code < 0xd800 || code > 0xdfff) yield String.fromCodePoint(code);
}

describe('what the pages say cannot be printed', () => {
  it('is what the documents have no letter for, for every sign there is', () => {
    const differing: string[] = [];
    for (const sign of everySign()) {
      // White space and what is never seen needs no letter.
      if (/[\s\p{Default_Ignorable_Code_Point}]/u.test(sign)) continue;
      const isUnknown = inKnownLetters(sign).unknown > 0;
      if (unprintableIn(sign).length > 0 !== isUnknown) differing.push(sign.codePointAt(0)?.toString(16) ?? '');
    }
    expect(differing).toEqual([]);
  });
});
