import type { ParticipantId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import { sharesOf } from './sharesOf.ts';

const person = (id: string, name: string, personId?: string) => ({
  participantId: id as ParticipantId,
  name,
  personId,
});
const by = (...authors: readonly string[]) => authors.map((author) => ({ author: author as ParticipantId }));

describe('how much each has written', () => {
  it('is told of each where two have one name', () => {
    const people = [person('jonas1', 'Jonas', 'one'), person('jonas2', 'Jonas', 'other'), person('jonas3', 'Jonas')];
    expect(sharesOf(people, by('jonas1', 'jonas1', 'jonas2')).map(({ count }) => count)).toEqual([0, 1, 2]);
  });

  it('is counted of those who are here, whoever has fewest first, somebody with two screens once', () => {
    const people = [
      person('mona', 'Mona'),
      person('eirin1', 'Eirin', 'eirin'),
      person('eirin2', 'Eirin', 'eirin'),
      person('tor', 'Tor'),
    ];
    const notes = by('mona', 'mona', 'mona', 'eirin1', 'eirin2', 'gone');
    expect(sharesOf(people, notes).map(({ name, count }) => [name, count])).toEqual([
      ['Tor', 0],
      ['Eirin', 2],
      ['Mona', 3],
    ]);
  });
});
