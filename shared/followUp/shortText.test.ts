import { describe, expect, it } from 'vitest';
import { familyNames, withoutNames } from './shortText.ts';

describe('the short text of a tiltak, as it is proposed', () => {
  const names = familyNames(
    [{ name: 'Gro Åse' }, { name: 'Kaja', service: 'Karrieresenteret' }, { name: 'Tor' }],
    'Planen til Eirin',
  );

  it('has no name of the family in it, of those written down as people and those in the duk’s title', () => {
    expect(names.toSorted()).toEqual(['Eirin', 'Gro', 'Tor', 'Åse']);
  });

  it.each([
    ['Kartlegge gjelden sammen med Eirin', 'Kartlegge gjelden sammen med …'],
    ['Rydde Eirins rom, og Gro’s bod', 'Rydde … rom, og … bod'],
    ['EIRIN og Åse ringer Kaja', '… og … ringer Kaja'],
    ['Kjøpe tor og gro mat', 'Kjøpe tor og gro mat'],
    ['Torsdag: møte\n  Torunn', 'Torsdag: møte Torunn'],
    ['Ringe A\u030ase', 'Ringe …'],
    ['', ''],
  ])('%j is %j', (text, short) => {
    expect(withoutNames(text, names)).toBe(short);
  });

  it('takes no word for a name because it stands in every title', () => {
    expect(familyNames([], 'Familien vår: planen')).toEqual([]);
    expect(withoutNames('Lage Planen', familyNames([], 'Planen'))).toBe('Lage Planen');
  });
});
