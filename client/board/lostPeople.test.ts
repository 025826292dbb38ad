import { describe, expect, it } from 'vitest';
import { nobodySeen, type SeenPeople, seePeople } from './lostPeople.ts';

const person = (name: string, online: boolean) => ({ participantId: `${name}-1`, name, online });
const stays = () => false;
/** @returns names with the moment since when they are lost */
const lostIn = ({ lost }: SeenPeople) => lost.map(({ name, since }) => `${name} ${since}`);

describe('who has fallen off the line', () => {
  const both = seePeople(nobodySeen, [person('Far', true), person('Mor', true)], stays, 1);

  it('is whoever was here and is not, since the moment it was seen, until they are back', () => {
    const gone = seePeople(both, [person('Far', false), person('Mor', true)], stays, 2);
    expect(lostIn(gone)).toEqual(['Far 2']);
    const later = seePeople(gone, [person('Far', false), person('Mor', false)], stays, 3);
    expect(lostIn(later)).toEqual(['Far 2', 'Mor 3']);
    expect(lostIn(seePeople(later, [person('Far', true), person('Mor', false)], stays, 4))).toEqual(['Mor 3']);
  });

  it('is nobody who was never seen here, who left, or who does not belong here any more', () => {
    expect(lostIn(seePeople(nobodySeen, [person('Far', false)], stays, 2))).toEqual([]);
    expect(lostIn(seePeople(both, [person('Far', false), person('Mor', true)], (id) => id === 'Far-1', 2))).toEqual([]);
    expect(lostIn(seePeople(both, [person('Mor', true)], stays, 2))).toEqual([]);
  });
});
