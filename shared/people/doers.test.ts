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
