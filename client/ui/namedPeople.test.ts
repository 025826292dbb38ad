import type { ParticipantId, PersonId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import {
  choicesFor,
  isSamePeople,
  type PersonChoice,
  peopleToChoose,
  serviceToTellApart,
  takeTyped,
} from './namedPeople.ts';

const person = (name: string, id: string, service?: string): PersonChoice => ({
  name,
  personId: id as PersonId,
  ...(service ? { service } : {}),
});
const seat = (
  participantId: string,
  name: string,
  change: { personId?: string; online?: boolean; state?: string } = {},
) => ({
  participantId,
  name,
  state: 'in',
  online: false,
  ...change,
});

const amira = person('Amira Said', 'amira');
const jonasOfBup = person('Jonas', 'jonas-1', 'BUP');
const jonasOfNav = person('Jonas', 'jonas-2', 'NAV');
const all = [amira, jonasOfBup, jonasOfNav];
const without = ({ service: _, ...rest }: PersonChoice) => rest;

describe('names that do not fit', () => {
  const long = 'Barneverntjenesten i Lørenskog kommune ved saksbehandler Kari Nordmann';

  it('are never cut: what is too long to be a name stays in the field', () => {
    expect(takeTyped(`Ola, ${long}, Kari`, all, [])).toEqual({
      chosen: [{ name: 'Ola' }, { name: 'Kari' }],
      unsure: [],
      rest: `${long}, `,
    });
  });

  it('stay in the field when there is no room for more', () => {
    expect(takeTyped('Ola, Kari, Per', all, [without(amira)], 2)).toEqual({
      chosen: [without(amira), { name: 'Ola' }],
      unsure: [],
      rest: 'Kari, Per, ',
    });
  });
});

describe('who can be chosen', () => {
  it('is everybody of the case and at the table, each once, with the seat that is open', () => {
    const choices = peopleToChoose({
      people: [{ personId: 'amira', name: 'Amira', service: 'PPT' }],
      participants: [
        seat('old', 'Amira', { personId: 'amira' }),
        seat('new', 'Amira på nettbrett', { personId: 'amira', online: true }),
        seat('ola', 'Ola', { personId: 'ola' }),
        seat('gone', 'Kari', { state: 'removed' }),
      ],
      names: ['amira', 'Tante Gro', 'tante gro'],
    });
    expect(choices).toEqual([
      { name: 'Amira', personId: 'amira', participantId: 'new' as ParticipantId, service: 'PPT' },
      { name: 'Ola', personId: 'ola', participantId: 'ola' },
      { name: 'Tante Gro' },
    ]);
  });

  it('is found by the beginning of any of their names, whatever its capitals', () => {
    expect(choicesFor('sa', all, [])).toEqual([amira]);
    expect(choicesFor('JO', all, [])).toEqual([jonasOfBup, jonasOfNav]);
    expect(choicesFor('ona', all, [])).toEqual([]);
  });

  it('is not who is chosen already', () => {
    expect(choicesFor('jonas', all, [without(jonasOfBup)])).toEqual([jonasOfNav]);
  });
});

describe('a name that was typed', () => {
  it('is the person who has it, and a comma parts two', () => {
    const { chosen } = takeTyped('amira said, Tante Gro', all, []);
    expect(chosen).toEqual([without(amira), { name: 'Tante Gro' }]);
  });

  it('is nobody as long as two have it', () => {
    expect(takeTyped('Jonas, Amira Said', all, [])).toEqual({
      chosen: [without(amira)],
      unsure: ['Jonas'],
      rest: 'Jonas, ',
    });
  });

  it('is the other when one of the two is chosen', () => {
    expect(takeTyped('Jonas', all, [without(jonasOfBup)]).chosen).toEqual([without(jonasOfBup), without(jonasOfNav)]);
  });

  it('is nobody where nothing was typed', () => {
    expect(takeTyped(' , \u200b', all, [])).toEqual({ chosen: [], unsure: [], rest: '' });
  });

  it('is not taken twice', () => {
    expect(takeTyped('Gro, gro', all, []).chosen).toEqual([{ name: 'Gro' }]);
  });
});

describe('those who are named', () => {
  it('are the same when nothing was typed, so that only what was changed is saved', () => {
    const chosen = [without(jonasOfBup), { name: 'Gro' }];
    expect(isSamePeople(takeTyped('', all, chosen).chosen, chosen)).toBe(true);
    expect(isSamePeople(takeTyped('Amira', all, chosen).chosen, chosen)).toBe(false);
    expect(isSamePeople([without(jonasOfNav), { name: 'Gro' }], chosen)).toBe(false);
  });
});

describe('two of one name', () => {
  it('are told apart by their services, and others are not', () => {
    expect(serviceToTellApart(without(jonasOfNav), all)).toBe('NAV');
    expect(serviceToTellApart(without(amira), [...all, person('Ola', 'ola', 'PPT')])).toBeUndefined();
  });
});
