import { describe, expect, it } from 'vitest';
import type { PersonId } from '../board/index.ts';
import { doersOf, ownershipOf } from './doers.ts';

const [jonas, amira, other] = ['jonas', 'amira', 'jonas-2'] as PersonId[] as [PersonId, PersonId, PersonId];
const names = new Map([
  [jonas, 'Jonas Berg'],
  [amira, 'Amira'],
]);

describe('who does a tiltak', () => {
  it('is each name in the list, the owner first', () => {
    expect(doersOf({ owner: 'Jonas, Amira' })).toEqual([{ name: 'Jonas' }, { name: 'Amira' }]);
    expect(doersOf({ owner: '' })).toEqual([]);
  });

  it('is known by the ids that stand beside the names, as the names were when they were written', () => {
    const action = { owner: 'Jonas, Amira, Gro', ownerId: jonas, withIds: [amira] };
    expect(doersOf(action, (id) => names.get(id))).toEqual([
      { name: 'Jonas', personId: jonas },
      { name: 'Amira', personId: amira },
      { name: 'Gro' },
    ]);
  });

  it('is also whom another program set by id alone, by the name they have now', () => {
    const nameOf = (id: PersonId) => names.get(id);
    expect(doersOf({ owner: 'Gro', withIds: [amira, other] }, nameOf)).toEqual([
      { name: 'Gro' },
      { name: 'Amira', personId: amira },
    ]);
    expect(doersOf({ owner: '', ownerId: jonas, withIds: [amira] }, nameOf)).toEqual([
      { name: 'Jonas Berg', personId: jonas },
      { name: 'Amira', personId: amira },
    ]);
  });

  const gro = 'gro' as PersonId;
  const called = new Map([...names, [gro, 'Gro Vik']]);
  const nameNow = (id: PersonId) => called.get(id);

  it('has nobody else’s id where one is missing, wherever its place was', () => {
    expect(doersOf({ owner: 'Jonas, Amira, Gro Vik', ownerId: jonas, withIds: [gro] }, nameNow)).toEqual([
      { name: 'Jonas', personId: jonas },
      { name: 'Amira' },
      { name: 'Gro Vik', personId: gro },
    ]);
    expect(doersOf({ owner: 'Amira, Gro Vik', withIds: [amira, gro] }, nameNow)).toEqual([
      { name: 'Amira', personId: amira },
      { name: 'Gro Vik', personId: gro },
    ]);
  });

  it('is whom the names say after they were edited by hand: nobody gets the tiltak of another', () => {
    const before = { ownerId: jonas, withIds: [amira, gro] };
    expect(doersOf({ owner: 'Jonas, Tor, Gro Vik', ...before }, nameNow)).toEqual([
      { name: 'Jonas', personId: jonas },
      { name: 'Tor' },
      { name: 'Gro Vik', personId: gro },
    ]);
    expect(doersOf({ owner: 'Jonas, Gro Vik', ...before }, nameNow)).toEqual([
      { name: 'Jonas', personId: jonas },
      { name: 'Gro Vik', personId: gro },
    ]);
    expect(doersOf({ owner: 'Gro Vik, Amira, Jonas Berg', ...before }, nameNow)).toEqual([
      { name: 'Gro Vik', personId: gro },
      { name: 'Amira', personId: amira },
      { name: 'Jonas Berg', personId: jonas },
    ]);
    expect(doersOf({ owner: 'Tor, Amira', ownerId: jonas, withIds: [amira] }, nameNow)).toEqual([
      { name: 'Tor' },
      { name: 'Amira', personId: amira },
    ]);
  });

  it('is still the one who is called otherwise now', () => {
    const action = { owner: 'Jonas Berg, Amira Dahl', ownerId: jonas, withIds: [amira] };
    const since = new Map([[jonas, 'Jonas Lie'], [amira, 'Amira Lie Dahl']]); // biome-ignore format: as pairs
    expect(doersOf(action, (id) => since.get(id)).map(({ personId }) => personId)).toEqual([jonas, amira]);
  });

  it('is written so that it is read the same: the known before those who are only a name', () => {
    const doers = [{ name: 'Jonas', personId: jonas }, { name: 'Gro' }, { name: 'Amira', personId: amira }];
    const written = ownershipOf(doers);
    expect(written).toEqual({ owner: 'Jonas, Amira, Gro', ownerId: jonas, withIds: [amira] });
    expect(doersOf(written)).toEqual([doers[0], doers[2], doers[1]]);
  });

  it('keeps two of one name apart, and one whose name has a comma as one', () => {
    const two = [
      { name: 'Jonas', personId: jonas },
      { name: 'Jonas', personId: other },
    ];
    expect(doersOf(ownershipOf(two))).toEqual(two);
    expect(doersOf(ownershipOf([{ name: 'Berg, Jonas', personId: jonas }]))).toEqual([
      { name: 'Berg Jonas', personId: jonas },
    ]);
  });

  it('is nobody when all are taken away', () => {
    expect(ownershipOf([])).toEqual({ owner: '', withIds: [] });
  });
});
