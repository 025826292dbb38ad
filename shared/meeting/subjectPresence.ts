import { isSameName } from '../people/index.ts';
import { isPresent } from './changePresent.ts';
import type { Present } from './meeting.ts';

/** Whether anybody whom a plan is about was there; `unmarked` where nobody had said whom it is about. */
export const subjectPresences = ['present', 'absent', 'unmarked'] as const;
export type SubjectPresence = (typeof subjectPresences)[number];

/** @param subjects whom it is about; somebody once for each seat of theirs */
export function subjectPresenceOf(present: readonly Present[], subjects: readonly Present[]): SubjectPresence {
  if (subjects.length === 0) return 'unmarked';
  return subjects.some((subject) => isThere(present, subject)) ? 'present' : 'absent';
}

/** Also by name alone: whoever comes by a link may have become another person of the case with the very same name. */
function isThere(present: readonly Present[], subject: Present): boolean {
  return isPresent(present, subject) || present.some(({ name }) => isSameName(name, subject.name));
}
