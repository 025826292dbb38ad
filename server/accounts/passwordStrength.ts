import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** zxcvbn's third of five steps, 10⁸ guesses: a month and more for an attacker who has the hash and does a hundred of them at once. */
const lowestScore = 3;

/** Words of this house, which whoever guesses tries first. */
const houseWords = [
  'duk',
  'duken',
  'kommune',
  'investeringsleder',
  'investeringsplan',
  'lorenskog',
  'lørenskog',
  'passord',
];

/**
 * Whether a password would soon be guessed: it is among those that are known from break-ins, or made of a few common words or a
 * pattern on the keyboard.
 * @param ownWords what belongs to whoever chooses it: name, address
 */
export function isWeak(password: string, ownWords: readonly string[]): boolean {
  const zxcvbn = new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary });
  const words = ownWords.flatMap((text) => [text, ...text.split(/[\s@.,-]+/)]).filter((word) => word.length > 2);
  // What stands after the first hundred characters makes none weaker, and costs time.
  const { score } = zxcvbn.check(password.slice(0, 100), [...houseWords, ...words]);
  return score < lowestScore;
}
