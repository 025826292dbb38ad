import { describe, expect, it } from 'vitest';
import { icons } from './icons.ts';
import { findTemplate, layoutFile, layoutsWith, templates } from './index.ts';

const asker = {
  id: 'asker',
  name: { nb: 'Askers duk', en: 'Asker’s sheet' },
  columns: [
    { id: 'works', heading: { nb: 'Går bra' }, place: 'today', themes: 'oneOrNone' },
    { id: 'now', heading: { nb: 'Nå', nn: 'No', en: 'Now' }, place: 'ahead', themes: 'one' },
    { id: 'short', heading: { nb: 'Snart' }, place: 'ahead', themes: 'one', horizon: 'short' },
    { id: 'dream', heading: { nb: 'Drøm' }, place: 'band', themes: 'none' },
  ],
  themes: [{ id: 'home', name: { nb: 'Hjem', nn: 'Heim', en: 'Home' }, icon: 'house' }],
};

/** What is wrong, and where. */
function faults(change: object) {
  const read = layoutFile.safeParse({ ...asker, ...change });
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a layout of an operator’s own', () => {
  it('has its own headings, themes and languages, and icons by name; what is said in bokmål alone is said so everywhere', () => {
    const template = layoutFile.parse(asker);
    expect(template.columns[0]?.heading).toEqual({ nb: 'Går bra', nn: 'Går bra', en: 'Går bra' });
    expect(template.columns[1]?.heading).toEqual({ nb: 'Nå', nn: 'No', en: 'Now' });
    expect(template.themes).toEqual([{ id: 'home', name: { nb: 'Hjem', nn: 'Heim', en: 'Home' }, icon: icons.house }]);
  });

  it('is offered after those that ship', () => {
    const layouts = layoutsWith([layoutFile.parse(asker)]);
    expect([...layouts.keys()]).toEqual([...Object.keys(templates), 'asker']);
    expect(findTemplate('asker', layouts)?.name.nb).toBe('Askers duk');
    expect(findTemplate('asker')).toBeUndefined();
  });

  const [works, now, short, dream] = asker.columns;
  const [home] = asker.themes;
  it.each<[string, object, string]>([
    ['an id that ships', { id: 'simple' }, 'id: is the id of a layout that ships'],
    ['an id with a space', { id: 'vår duk' }, 'id: must be small letters, digits and hyphens, and begin with a letter'],
    ['no word for it', { name: { nb: ' ' } }, 'name.nb: must say something'],
    ['a column twice', { columns: [works, now, now] }, 'columns.2.id: stands here twice'],
    [
      'columns in another order',
      { columns: [now, { ...works, place: 'ahead' }] },
      'columns.1.id: must come before now',
    ],
    [
      'today to the right',
      {
        columns: [
          { ...works, place: 'ahead' },
          { ...now, place: 'today' },
        ],
      },
      'columns.1.place',
    ],
    ['a band with themes', { columns: [now, { ...dream, themes: 'one' }] }, 'columns.1.themes: must be none in a band'],
    ['a horizon in the wrong column', { columns: [{ ...now, horizon: 'long' }] }, 'columns.0.horizon'],
    ['no column for what is done', { columns: [works, short] }, 'columns: must have the column now'],
    ['a theme twice', { themes: [home, home] }, 'themes.1.id: stands here twice'],
    ['no theme', { themes: [] }, 'themes: '],
    ['a theme called overall', { themes: [{ ...home, id: 'overall' }] }, 'themes.0.id: cannot be overall'],
    ['an icon we do not have', { themes: [{ ...home, icon: 'boat' }] }, 'themes.0.icon: '],
    ['a key we do not know', { colour: 'red' }, ': Unrecognized key'],
  ])('with %s is refused, with the place', (_, change, fault) => {
    expect(faults(change)[0]).toContain(fault);
  });
});
