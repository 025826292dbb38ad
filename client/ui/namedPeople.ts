import { isPresent, type Present } from '@duken/shared/meeting';
import { isSameName, namesIn } from '@duken/shared/people';
import { cleanLine } from '@duken/shared/text';

/** Somebody who is named: one of the case's people, one at the table, or only a name. */
export type NamedPerson = Present;

/** Somebody to choose, with what tells them apart from others of the same name. */
export interface PersonChoice extends NamedPerson {
  readonly service?: string;
}

/** Longest name, in UTF-16 units, as the API takes it. */
export const maxNameLength = 60;

interface Sources {
  /** The people of the case, as far as whoever asks may know them. */
  readonly people: readonly {
    readonly personId: string;
    readonly name: string;
    readonly service?: string | undefined;
  }[];
  readonly participants: readonly {
    readonly participantId: string;
    readonly personId?: string | undefined;
    readonly name: string;
    readonly state: string;
    readonly online: boolean;
    readonly service?: string | undefined;
  }[];
  /** Names that were used before, of whoever they are. */
  readonly names?: readonly string[];
}

/** Everybody who can be chosen, each once, by the alphabet. */
export function peopleToChoose({ people, participants, names = [] }: Sources): readonly PersonChoice[] {
  const seats = participants
    .filter(({ state }) => state === 'in')
    .toSorted((a, b) => Number(b.online) - Number(a.online));
  const known: PersonChoice[] = people.map((person) =>
    choiceOf(person, seats.find(({ personId }) => personId === person.personId)?.participantId),
  );
  for (const seat of seats)
    if (!known.some(({ personId }) => personId !== undefined && personId === seat.personId))
      known.push(choiceOf(seat, seat.participantId));
  const others = names.filter(
    (name, index) =>
      !known.some((person) => isSameName(person.name, name)) &&
      names.findIndex((other) => isSameName(other, name)) === index,
  );
  return [...known, ...others.map((name) => ({ name }))].sort((a, b) => a.name.localeCompare(b.name, 'nb'));
}

function choiceOf(
  { name, personId, service }: { name: string; personId?: string | undefined; service?: string | undefined },
  participantId: string | undefined,
): PersonChoice {
  return {
    name,
    ...(personId ? { personId: personId as NonNullable<Present['personId']> } : {}),
    ...(participantId ? { participantId: participantId as NonNullable<Present['participantId']> } : {}),
    ...(service ? { service } : {}),
  };
}

/** Those whose name has a word that begins as what is typed, and who are not chosen yet. */
export function choicesFor(
  typed: string,
  choices: readonly PersonChoice[],
  chosen: readonly NamedPerson[],
): readonly PersonChoice[] {
  const find = keyOf(typed);
  return choices.filter((choice) => {
    const name = keyOf(choice.name);
    return (name.startsWith(find) || name.includes(` ${find}`)) && !isPresent(chosen, choice);
  });
}

/**
 * Takes the names in what was typed: a name that one person has is that person, one that nobody has is kept as a name.
 *
 * @param most how many can be chosen
 * @returns all who are chosen then, and what stays in the field: names that several have, for nobody guesses who is meant,
 *   what is too long to be a name, and those there is no room for
 */
export function takeTyped(
  typed: string,
  choices: readonly PersonChoice[],
  chosen: readonly NamedPerson[],
  most = Number.POSITIVE_INFINITY,
): {
  readonly chosen: readonly NamedPerson[];
  readonly unsure: readonly string[];
  readonly rest: string;
} {
  const taken = [...chosen];
  const unsure: string[] = [];
  const left: string[] = [];
  for (const name of namesIn(cleanLine(typed))) {
    const called = choices.filter((choice) => isSameName(choice.name, name) && !isPresent(taken, choice));
    const [only, another] = called;
    const person = only ? personOf(only) : { name };
    if (another) unsure.push(name);
    if (another || (!only && name.length > maxNameLength)) left.push(name);
    else if (isPresent(taken, person)) continue;
    else if (taken.length < most) taken.push(person);
    else left.push(name);
  }
  return { chosen: taken, unsure, rest: left.map((name) => `${name}, `).join('') };
}

/** Whether both name the same people in the same order. */
export function isSamePeople(some: readonly NamedPerson[], others: readonly NamedPerson[]): boolean {
  return some.length === others.length && some.every((one, at) => isSamePerson(one, others[at]));
}

function isSamePerson(one: NamedPerson, other: NamedPerson | undefined): boolean {
  return one.name === other?.name && one.personId === other.personId && one.participantId === other.participantId;
}

/** Somebody without what only tells them apart. */
export function personOf({ service: _, ...person }: PersonChoice): NamedPerson {
  return person;
}

/** What tells somebody apart from others of the same name, where there are any. */
export function serviceToTellApart(person: NamedPerson, choices: readonly PersonChoice[]): string | undefined {
  const called = choices.filter(({ name }) => isSameName(name, person.name));
  return called.length > 1 ? called.find((choice) => keyOfPerson(choice) === keyOfPerson(person))?.service : undefined;
}

export function keyOfPerson({ name, personId, participantId }: NamedPerson): string {
  return personId ?? participantId ?? `name/${name}`;
}

function keyOf(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
