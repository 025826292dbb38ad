import { type Voice, voices } from '../board/index.ts';

const shared: readonly Voice[] = ['family', 'network'];

/** What those may use who were given no voice: all but the child's, which nobody speaks in by accident. */
const allButTheChilds: readonly Voice[] = voices.filter((voice) => voice !== 'child');

/**
 * The voices that somebody may write in, from those that they were given. Whoever leads writes what others say at the
 * table, and so in all voices but the child's.
 * @param helpsChild whether a child's page has said that they may write for it; then they have that voice too
 */
export function givenVoices(given: readonly Voice[], isLeader: boolean, helpsChild = false): ReadonlySet<Voice> {
  const childs: readonly Voice[] = helpsChild ? ['child'] : [];
  if (given.length === 0 || isLeader) return new Set([...allButTheChilds, ...childs]);
  // The family and its network share a word and a paper, and so an answer.
  return new Set([...given.flatMap((voice) => (shared.includes(voice) ? shared : [voice])), ...childs]);
}

/** Whether one person can be given these voices: the child's is never given together with another. */
export function areOnesOwn(given: readonly Voice[]): boolean {
  return !given.includes('child') || given.every((voice) => voice === 'child');
}

/**
 * What somebody may speak in after they have answered at a door that lets straight in: there their answer is what they are
 * given, and a new answer takes the place of the one before. What the leader has given since stands.
 */
export function voicesAfterAnswer(
  given: readonly Voice[],
  before: Voice | undefined,
  answer: Voice | undefined,
): readonly Voice[] {
  const isStillTheirAnswer = before === undefined ? given.length === 0 : given.length === 1 && given[0] === before;
  return answer !== undefined && isStillTheirAnswer ? [answer] : given;
}

/** What somebody may speak in after the leader has said whose voice it is: beside what they were given, in place of what they answered. */
export function voicesAfterAdmission(
  given: readonly Voice[],
  answered: Voice | undefined,
  voice: Voice | undefined,
): readonly Voice[] {
  const voices = voicesAfterAnswer(given, answered, voice);
  return voice === undefined || voices.includes(voice) ? voices : [...voices, voice];
}
