import type { ParticipantId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import { sharesOf } from './sharesOf.ts';

const person = (id: string, name: string) => ({ participantId: id as ParticipantId, name });
const by = (...authors: readonly string[]) => authors.map((author) => ({ author: author as ParticipantId }));

describe('how much each has written', () => {
  it('is counted of those who are here, whoever has fewest first, somebody with two screens once', () => {
    const people = [person('mona', 'Mona'), person('eirin1', 'Eirin'), person('eirin2', 'Eirin'), person('tor', 'Tor')];
    const notes = by('mona', 'mona', 'mona', 'eirin1', 'eirin2', 'gone');
    expect(sharesOf(people, notes).map(({ name, count }) => [name, count])).toEqual([
      ['Tor', 0],
      ['Eirin', 2],
      ['Mona', 3],
    ]);
  });
});
