import { isSameName } from '../people/index.ts';
import type { Present } from './meeting.ts';

/** Most people who can be put down as present at one meeting. */
export const maxPresent = 60;

/** What somebody did to the list of who is present, whatever else it holds. */
export interface PresentChanges {
  readonly add: readonly Present[];
  readonly remove: readonly Present[];
}

/**
 * Carries changes out on the list as it is now, so that two windows that change it at once both get theirs: first those who
 * go, then those who come, each behind those who are there. Nobody stands there twice.
 */
export function changePresent(present: readonly Present[], { add, remove }: PresentChanges): readonly Present[] {
  const after = present.filter((each) => !remove.some((gone) => isSameEntry(each, gone)));
  for (const person of add) if (!isPresent(after, person) && after.length < maxPresent) after.push(person);
  return after;
}

/** What turns one list into another. */
export function presentChangesBetween(before: readonly Present[], after: readonly Present[]): PresentChanges {
  return {
    add: after.filter((each) => !before.some((other) => isSameEntry(each, other))),
    remove: before.filter((each) => !after.some((other) => isSameEntry(each, other))),
  };
}

/** One after the other as one. */
export function joinPresentChanges(first: PresentChanges, second: PresentChanges): PresentChanges {
  const without = (list: readonly Present[], others: readonly Present[]): readonly Present[] =>
    list.filter((each) => !others.some((other) => isSameEntry(each, other)));
  return {
    add: [...without(first.add, second.remove), ...without(second.add, first.add)],
    remove: [...without(first.remove, second.add), ...without(second.remove, first.remove)],
  };
}

/** Whether somebody is put down already: by an id, or by name where one of the two has none. */
export function isPresent(present: readonly Present[], person: Present): boolean {
  return present.some(
    (other) =>
      haveSameId(other, person) || (!(isKnown(other) && isKnown(person)) && isSameName(other.name, person.name)),
  );
}

/** The very same entry: two people of one name are two, when it is known who each of them is. */
function isSameEntry(a: Present, b: Present): boolean {
  if (!isKnown(a) && !isKnown(b)) return isSameName(a.name, b.name);
  return a.participantId === b.participantId && a.personId === b.personId;
}

function isKnown({ participantId, personId }: Present): boolean {
  return participantId !== undefined || personId !== undefined;
}

function haveSameId(a: Present, b: Present): boolean {
  return (
    (a.participantId !== undefined && a.participantId === b.participantId) ||
    (a.personId !== undefined && a.personId === b.personId)
  );
}
