import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParticipantId } from '../board/index.ts';
import { changePresent, joinPresentChanges, presentChangesBetween } from './changePresent.ts';
import type { Present } from './meeting.ts';

const named = (...names: string[]): Present[] => names.map((name) => ({ name }));
const withScreen = (name: string): Present => ({ name, participantId: `id-${name}` as ParticipantId });
const nobody = { add: [], remove: [] };

describe('changing who is present', () => {
  it('keeps what another window did meanwhile', () => {
    const now = named('Mona', 'Ola');
    expect(changePresent(now, { add: named('Kari'), remove: [] })).toEqual(named('Mona', 'Ola', 'Kari'));
    expect(changePresent(now, { add: [], remove: named('Mona') })).toEqual(named('Ola'));
  });

  it('puts nobody down twice, by name whatever its capitals, nor by their screen', () => {
    expect(changePresent(named('Mona'), { add: named('mona'), remove: [] })).toEqual(named('Mona'));
    expect(changePresent([withScreen('Anne')], { add: [withScreen('Anne')], remove: [] })).toEqual([
      withScreen('Anne'),
    ]);
  });

  it('tells two people of one name apart by their screens', () => {
    const other = { name: 'Anne', participantId: 'another' as ParticipantId };
    const both = [withScreen('Anne'), other];
    expect(changePresent(both, { add: [], remove: [withScreen('Anne')] })).toEqual([other]);
  });

  it('is the way from one list to the other', () => {
    const someList = fc
      .uniqueArray(fc.constantFrom('Mona', 'Ola', 'Kari', 'Gro', 'Per'))
      .map((names) => named(...names));
    fc.assert(
      fc.property(someList, someList, someList, (a, b, c) => {
        const names = (list: readonly Present[]) => list.map(({ name }) => name).sort();
        const [first, second] = [presentChangesBetween(a, b), presentChangesBetween(b, c)];
        expect(names(changePresent(a, first))).toEqual(names(b));
        expect(names(changePresent(a, joinPresentChanges(first, second)))).toEqual(names(c));
      }),
    );
    expect(presentChangesBetween(named('Mona'), named('Mona'))).toEqual(nobody);
  });
});
