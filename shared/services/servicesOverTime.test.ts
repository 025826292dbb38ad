import { describe, expect, it } from 'vitest';
import type { Action, Voice } from '../board/index.ts';
import { paperChart } from '../chart/index.ts';
import { boardWith, note, planOf } from '../plan/planBuilders.ts';
import { drawServices } from './drawServices.ts';
import { type ServicesVersion, servicesOverTime } from './servicesOverTime.ts';

/** A tiltak: who, of which service, how far, in whose voice. */
type Told = readonly [owner: string, service: string, status?: Action['status'], voice?: Voice];

function versionWith(version: number, ...told: readonly Told[]): ServicesVersion {
  const notes = told.map(([owner, service, status = 'agreed', voice = 'service'], at) =>
    note(`n${at}`, { column: 'now', theme: 'work' }, { voice, action: { owner, service, due: '', status } }),
  );
  return { version, date: `2026-0${version}-01`, plan: planOf(boardWith(notes)) };
}

describe('the services round the person', () => {
  it('counts whom the family has to do with: neither the citizen’s own, nor the family’s, nor what is done', () => {
    const { meetings } = servicesOverTime([
      versionWith(
        1,
        ['Henning', 'NAV'],
        ['Marit', 'NAV', 'started'],
        ['Leif', 'Rustjenesten'],
        ['Sunniva', 'Boligkontoret', 'done'],
        ['Eirin', 'Innbygger', 'agreed', 'citizen'],
        ['Gro', 'Familie', 'agreed', 'family'],
      ),
    ]);
    expect(meetings[0]).toMatchObject({ services: 2, volunteers: 0, people: ['Henning', 'Marit', 'Leif'], ever: 5 });
  });

  it('is one service however it was written, and one person wherever they help', () => {
    const { meetings, rows } = servicesOverTime([
      versionWith(1, ['Henning', 'NAV'], ['henning', ' nav ']),
      versionWith(2, ['Henning', 'Nav']),
    ]);
    expect(rows.map(({ name, at }) => [name, at.map((then) => then?.open)])).toEqual([['NAV', [2, 1]]]);
    expect(meetings.map(({ people }) => people)).toEqual([['Henning'], ['Henning']]);
  });

  it('has volunteers and employers beside the services, and family and own apart', () => {
    const { rows, meetings } = servicesOverTime([
      versionWith(
        1,
        ['Eirin', '', 'agreed', 'citizen'],
        ['Gro', '', 'agreed', 'family'],
        ['Espen', 'Idrettslaget', 'agreed', 'network'],
        ['Tor', 'Hagesenteret (arbeidsgiver)'],
        ['Vibeke', 'Frivillighet'],
        ['Mona', 'Boligkontoret'],
      ),
    ]);
    expect(rows.map(({ side, name }) => [side, name])).toEqual([
      ['service', 'Boligkontoret'],
      ['volunteer', 'Idrettslaget'],
      ['volunteer', 'Hagesenteret (arbeidsgiver)'],
      ['volunteer', 'Frivillighet'],
      ['family', ''],
      ['own', ''],
    ]);
    expect(meetings[0]).toMatchObject({ services: 4, volunteers: 3 });
  });

  it('meets nobody of the family in another’s tiltak', () => {
    const { meetings } = servicesOverTime([
      versionWith(1, ['Leif, Eirin, Gro', 'Rustjenesten'], ['Gro', 'Familie', 'done', 'family']),
    ]);
    expect(meetings[0]?.people).toEqual(['Leif']);
  });

  it('counts a person without a service, who is no service', () => {
    const { meetings } = servicesOverTime([versionWith(1, ['Kari', ''])]);
    expect(meetings[0]).toMatchObject({ services: 0, people: ['Kari'], ever: 0 });
  });

  it('tells who came and who was done, from meeting to meeting', () => {
    const { rows, meetings } = servicesOverTime([
      versionWith(1, ['Mona', 'Boligkontoret']),
      versionWith(2, ['Mona', 'Boligkontoret', 'done'], ['Elif', 'Voksenopplæringen']),
      versionWith(3),
    ]);
    expect(rows.map(({ at }) => at.map((then) => then && [then.open, then.over]))).toEqual([
      [[1, 0], [0, 1], undefined],
      [undefined, [1, 0], undefined],
    ]);
    expect(meetings.map(({ services, ever }) => [services, ever])).toEqual([[1, 1], [1, 2], [0, 2]]); // biome-ignore format: as pairs
  });

  it('is empty without plans', () => {
    expect(servicesOverTime([])).toEqual({ meetings: [], rows: [] });
  });
});

describe('the picture of the services', () => {
  const words = {
    person: 'Eirin',
    family: 'Familien',
    unnamed: { service: 'Uten tjeneste', volunteer: 'Frivillig', family: 'Familien', own: 'Det jeg gjør selv' },
    sides: { service: 'Tjenester', volunteer: 'Frivillige', family: 'Familie', own: 'Innbyggeren selv' },
    people: (names: readonly string[]) => names.join(', '),
    done: 'gjort',
    alt: 'Hvem som er rundt',
  };
  const drawn = (width: number, ...told: readonly Told[]) =>
    drawServices(servicesOverTime([versionWith(1, ...told)]), 0, words, { width });

  it.each([300, 459, 460, 900])('has room for everybody at %s pixels, and lays none over another', (width) => {
    const many = Array.from({ length: 15 }, (_, at): Told => [`Navn ${at}`, `Tjenesten for tiltak nummer ${at}`]);
    const { marks, height } = drawn(width, ...many);
    const boxes = marks
      .filter(({ name }) => name === 'rect')
      .map(({ attributes: { x, y, height: tall, width: wide } }) => [Number(x), Number(y), Number(wide), Number(tall)]);
    expect(boxes).toHaveLength(15);
    for (const [x = 0, y = 0, wide = 0, tall = 0] of boxes) {
      expect([x >= 0, x + wide <= width, y >= 0, y + tall <= height]).toEqual([true, true, true, true]);
      const over = boxes.filter(([x2, y2 = 0, , tall2 = 0]) => x2 === x && y2 < y + tall && y < y2 + tall2);
      expect(over).toHaveLength(1);
    }
  });

  it('calls a family by that word where their names have no room', () => {
    const of = (person: string) =>
      drawServices(servicesOverTime([versionWith(1)]), 0, { ...words, person }, { width: 400 });
    const textsOf = (person: string) => of(person).marks.flatMap(({ children }) => children);
    expect(textsOf('Selam, Dawit, Liya, Noah og bestemor Almaz')).toEqual(['Familien']);
    expect(textsOf('Eirin')).toEqual(['Eirin']);
  });

  it('tells by a sign, and a word for each below, whose it is: grey paper keeps both', () => {
    const told: readonly Told[] = [
      ['Mona', 'Boligkontoret'],
      ['Espen', 'Idrettslaget', 'agreed', 'network'],
      ['Eirin', 'Innbygger', 'agreed', 'citizen'],
    ];
    const { marks, height } = drawn(300, ...told);
    const shown = marks.filter(({ attributes }) => String(attributes.transform).startsWith('translate'));
    const shapes = shown.map(({ attributes }) => attributes.d);
    const kinds = new Set(shapes).size;
    expect(kinds).toBeGreaterThan(1);
    // One on each box, one beside each word.
    expect(shown).toHaveLength(told.length + kinds);
    expect(marks.flatMap(({ children }) => children)).toContain('Innbyggeren selv');
    for (const { attributes } of marks) if (attributes.y) expect(Number(attributes.y)).toBeLessThan(height);
    // Of one kind alone there is nothing to tell apart.
    expect(drawn(300, ['Mona', 'NAV']).marks.flatMap(({ children }) => children)).not.toContain('Tjenester');
  });

  it('shows by form and word what is done', () => {
    const { marks } = drawn(400, ['Mona', 'Boligkontoret', 'done'], ['Eirin', 'Innbygger', 'agreed', 'citizen']);
    const [bolig, own] = marks.filter(({ name }) => name === 'rect');
    expect([bolig?.attributes['stroke-dasharray'], own?.attributes['stroke-dasharray']]).toEqual(['4 4', undefined]);
    expect(own?.attributes.fill).toBe(paperChart.papers.own);
    expect(marks.flatMap(({ children }) => children)).toEqual(
      expect.arrayContaining(['Boligkontoret', '✓ gjort', 'Det jeg gjør selv']),
    );
  });
});
