import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stroke, StrokeId } from '../board/index.ts';
import { cellKey, templates } from '../template/index.ts';
import { layOut, type Place, type SheetInput, type SheetLayout } from './layOut.ts';
import { eirin, note, sheetOf, someSheet } from './sheetBuilder.ts';
import { sheetWords } from './sheetWords.ts';
import { sizes } from './sizes.ts';

const nowWork = { column: 'now', theme: 'work' } as const;
const dream = { column: 'dream', theme: '' } as const;

function overlaps(a: Place, b: Place): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function lies(inner: Place, outer: Place): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function overlapping<Item extends Place>(items: readonly Item[]): (readonly [Item, Item])[] {
  return items.flatMap((a, index) => items.slice(index + 1).flatMap((b) => (overlaps(a, b) ? [[a, b] as const] : [])));
}

function everyPlace(layout: SheetLayout): readonly Place[] {
  const { header, situation, columns, rows, cells, notes } = layout;
  return [...header, situation, ...columns, ...rows, ...cells, ...notes];
}

function onAnySheet(holds: (layout: SheetLayout, input: Parameters<typeof layOut>[0]) => void): void {
  fc.assert(
    fc.property(someSheet, (input) => holds(layOut(input), input)),
    { numRuns: 60 },
  );
}

describe('laying out any sheet', () => {
  it('shows each note that is not folded away exactly once, in the order given', () => {
    onAnySheet((layout, { board, template, folded }) => {
      const isBand = (column: string) => template.columns.some(({ id, place }) => id === column && place === 'band');
      const open = board.notes.filter(({ cell }) => isBand(cell.column) || !folded.has(cell.theme));
      expect(layout.notes.map(({ note: shown }) => shown.id).sort()).toEqual(open.map(({ id }) => id).sort());
    });
  });

  it('never lays one note over another, nor one cell, row, heading or field over another', () => {
    onAnySheet(({ notes, cells, rows, columns, header }) => {
      for (const kind of [notes, cells, rows, columns, header]) expect(overlapping<Place>(kind)).toEqual([]);
    });
  });

  it('lets every note lie wholly inside its own cell', () => {
    onAnySheet(({ notes, cells }) => {
      const places = new Map(cells.map((cell) => [cellKey(cell.cell), cell]));
      for (const placed of notes) {
        const cell = places.get(cellKey(placed.note.cell));
        expect(cell !== undefined && lies(placed, cell)).toBe(true);
      }
    });
  });

  it('gives the cells of a row its height', () => {
    onAnySheet(({ cells, rows }, { template }) => {
      for (const { cell, y, height } of cells) {
        if (template.columns.some(({ id, place }) => id === cell.column && place === 'band')) continue;
        expect(rows.find(({ theme }) => theme === cell.theme)).toMatchObject({ y, height, isFolded: false });
      }
    });
  });

  it('has all of it on the sheet, in whole units', () => {
    onAnySheet((layout) => {
      const sheet = { x: 0, y: 0, width: layout.width, height: layout.height };
      for (const place of everyPlace(layout)) {
        expect(lies(place, sheet)).toBe(true);
        for (const measure of [place.x, place.y, place.width, place.height]) expect(measure).toBe(Math.trunc(measure));
      }
    });
  });

  it('keeps the header above the table', () => {
    onAnySheet(({ header, columns, situation }) => {
      for (const field of header)
        for (const below of [...columns, situation]) expect(field.y + field.height).toBeLessThanOrEqual(below.y);
    });
  });

  it('has the målbilde on a line of its own below the rest of the head, where there is one', () => {
    const plain = sheetOf('lorenskog');
    const meeting = { vision: 'Vi bor trygt, og barna har en hage', step: '', talkedOf: [] };
    const withVision = layOut({ ...plain, board: { ...plain.board, meeting } });
    const fields = withVision.header.map(({ field }) => field);
    expect(layOut(plain).header.map(({ field }) => field)).toEqual(fields.slice(0, -1));
    const vision = withVision.header.at(-1);
    expect([fields.at(-1), vision?.lines.map(({ text }) => text)]).toEqual(['vision', [meeting.vision]]);
    for (const other of withVision.header.slice(0, -1)) expect(vision?.y).toBeGreaterThan(other.y + other.height);
  });

  it('is the same each time, also for notes that were never measured before', () => {
    onAnySheet((layout, input) => {
      const fresh = { ...input, board: structuredClone(input.board) };
      expect(layOut(fresh)).toEqual(layout);
    });
  });
});

describe('a sheet', () => {
  it('has a cell for every place a note can lie, though nothing lies there', () => {
    expect(layOut(sheetOf('lorenskog')).cells).toHaveLength(63);
    expect(layOut(sheetOf('simple')).cells).toHaveLength(33);
  });

  it('grows where notes come, and moves down what is below', () => {
    const empty = layOut(sheetOf('lorenskog'));
    const full = layOut(
      sheetOf(
        'lorenskog',
        [1, 2, 3].map((id) => note(String(id), nowWork, { text: 'Lang\n'.repeat(5) })),
      ),
    );
    const heightOf = (layout: SheetLayout, theme: string) =>
      layout.rows.find((row) => row.theme === theme)?.height ?? 0;
    expect(heightOf(full, 'work')).toBeGreaterThan(heightOf(empty, 'work'));
    expect(heightOf(full, 'housing')).toBe(heightOf(empty, 'housing'));
    expect(full.height - empty.height).toBe(heightOf(full, 'work') - heightOf(empty, 'work'));
  });

  it('makes a note as tall as its words need', () => {
    const [short, long] = layOut(
      sheetOf('lorenskog', [note('short', nowWork, { text: 'Ja' }), note('long', nowWork, { text: 'Ja\nja\nja' })]),
    ).notes;
    expect((long?.height ?? 0) - (short?.height ?? 0)).toBe(2 * sizes.note.lineHeight);
  });

  it('folds a theme away to one line that tells how many notes it hides', () => {
    const notes = [note('a', nowWork), note('b', nowWork), note('c', { column: 'now', theme: 'housing' })];
    const layout = layOut(sheetOf('lorenskog', notes, { folded: new Set(['work']) }));
    expect(layout.rows.find(({ theme }) => theme === 'work')).toMatchObject({
      theme: 'work',
      isFolded: true,
      noteCounts: new Map([
        ['works', 0],
        ['difficult', 0],
        ['now', 2],
        ['short', 0],
        ['long', 0],
        ['dream', 0],
      ]),
      height: sizes.row.foldedHeight,
    });
    expect(layout.notes.map(({ note: shown }) => shown.id)).toEqual(['c']);
    expect(layout.cells.some(({ cell }) => cell.theme === 'work')).toBe(false);
  });

  it('names the date behind «innen», or leaves it open', () => {
    const horizons = layOut(sheetOf('lorenskog')).columns.map(({ column, horizon }) => [column.id, horizon]);
    expect(horizons).toEqual([
      ['works', ''],
      ['difficult', ''],
      ['now', ''],
      ['short', 'innen 30. juni 2027'],
      ['long', 'innen …'],
      ['dream', ''],
    ]);
  });

  it('has room for forty people at its head', () => {
    const present = Array.from({ length: 40 }, (_, index) => `Deltaker Nummer ${index}`);
    const layout = layOut(sheetOf('lorenskog', [], { meeting: { date: '2026-11-22', present } }));
    const [, , field] = layout.header;
    expect(field?.lines.map(({ text }) => text).join(' ')).toBe(present.join(', '));
    expect(field?.lines.length).toBeGreaterThan(3);
    expect(overlapping<Place>([...layout.header, ...layout.columns, layout.situation])).toEqual([]);
  });

  it('lays the dreams of the simple layout side by side, each next one where it is lowest', () => {
    const dreams = ['En\nhund\nsom\nheter\nBob', 'En hytte', 'Et hus', 'En bil', 'Ro', 'Fred', 'Tur'].map(
      (text, index) => note(`dream-${index}`, dream, { text }),
    );
    const { notes } = layOut(sheetOf('simple', dreams));
    const [first, second] = notes;
    expect(second?.y).toBe(first?.y);
    const inFirstRow = notes.filter(({ y }) => y === first?.y).length;
    expect(notes[inFirstRow]?.x).toBe(second?.x);
  });

  it('lays notes side by side in as many lanes as the column has, each next one where it is lowest', () => {
    const notes = ['Ja\nja\nja', 'Ja', 'Nei', 'Vet ikke'].map((text, index) => note(String(index), nowWork, { text }));
    const [first, second, third, fourth] = layOut(sheetOf('lorenskog', notes, { form: { now: 2 } })).notes;
    expect(second?.y).toBe(first?.y);
    expect(second?.x).toBeGreaterThan(first?.x ?? 0);
    expect([third?.x, fourth?.x]).toEqual([second?.x, first?.x]);
    expect(new Set([first, second, third, fourth].map((placed) => placed?.width))).toEqual(new Set([sizes.note.width]));
  });

  it('makes a column as wide as its lanes, and moves those to the right of it', () => {
    const [one, two] = [undefined, { short: 3 }].map((form) => layOut(sheetOf('lorenskog', [], form ? { form } : {})));
    const widthsOf = (layout?: SheetLayout) => layout?.columns.map(({ width }) => width) ?? [];
    const extra = 2 * (sizes.note.width + sizes.cell.noteGap);
    expect(widthsOf(two)).toEqual(widthsOf(one).map((width, index) => (index === 3 ? width + extra : width)));
    expect(two?.width).toBe((one?.width ?? 0) + extra);
  });

  it('lays a long note across the lanes beside it, so that it pushes no row apart', () => {
    const long = note('long', nowWork, { text: 'Vi har snakket om dette mange ganger. '.repeat(50) });
    const heightOf = (now: number) => layOut(sheetOf('lorenskog', [long], { form: { now } })).notes[0]?.height ?? 0;
    expect(heightOf(4)).toBeLessThan(heightOf(1) / 3);
  });

  it('has what lies without a theme at the top', () => {
    const [first] = layOut(sheetOf('lorenskog', [note('a', nowWork), note('b', { column: 'works', theme: '' })])).notes;
    expect(first?.note.id).toBe('b');
  });

  it('keeps an empty row thin', () => {
    const heights = layOut(sheetOf('lorenskog')).rows.map(({ height }) => height);
    expect(Math.max(...heights)).toBeLessThanOrEqual(100);
  });

  it('lets ink follow the cell it was drawn in, and hides it with its theme', () => {
    const stroke: Stroke = {
      id: 's' as StrokeId,
      cell: nowWork,
      points: [1, 2, 0.5],
      colour: 'ink',
      width: 3,
      author: eirin,
    };
    const layout = layOut(sheetOf('lorenskog', [], { strokes: [stroke] }));
    const cell = layout.cells.find((placed) => cellKey(placed.cell) === cellKey(nowWork));
    expect(layout.strokes).toEqual([{ stroke, x: cell?.x, y: cell?.y }]);
    expect(layOut(sheetOf('lorenskog', [], { strokes: [stroke], folded: new Set(['work']) })).strokes).toEqual([]);
  });

  it('says under a child’s words who wrote them for it, and of its own only the name', () => {
    const childs = note('a', nowWork, { voice: 'child' });
    const footerOf = (change: Partial<SheetInput>, on = childs) =>
      layOut(sheetOf('lorenskog', [on], change))
        .notes[0]?.box.footer.map(({ text }) => text)
        .join(' ');
    const helpers = new Set([eirin]);
    expect(footerOf({})).toBe('Barn · Eirin');
    expect(footerOf({ helpers: new Set() })).toBe('Barn · Eirin');
    expect(footerOf({ helpers })).toBe('Barn · skrevet av Eirin');
    expect(footerOf({ helpers, words: sheetWords.nn })).toBe('Barn · skrive av Eirin');
    expect(footerOf({ helpers, words: sheetWords.en })).toBe('Child · written by Eirin');
    expect(footerOf({ helpers, names: new Map() })).toBe('Barn');
    expect(footerOf({ helpers }, note('b', nowWork, { voice: 'family' }))).toBe('Familie · Eirin');
    // A round is nobody’s, whatever name a page has for it.
    expect(footerOf({}, note('c', nowWork, { voice: 'round' }))).toBe('Runden');
  });

  it('speaks the reader’s language', () => {
    const { lorenskog } = templates;
    for (const column of layOut(sheetOf('lorenskog')).columns)
      expect(column.heading.map(({ text }) => text).join(' ')).toBe(
        lorenskog.columns.find(({ id }) => id === column.column.id)?.heading.nb,
      );
  });
});

describe('notes that see it differently', () => {
  const first = note('a', nowWork);
  const between = note('b', nowWork);
  const other = note('c', nowWork, { pair: first.id });

  it('lie side by side in a column that is wide enough for both, however narrow it was', () => {
    const plain = layOut(sheetOf('lorenskog', [first, between]));
    const layout = layOut(sheetOf('lorenskog', [first, between, other]));
    const [a, c, b] = layout.notes;
    expect([a?.note.id, c?.note.id, b?.note.id]).toEqual(['a', 'c', 'b']);
    expect(c?.y).toBe(a?.y);
    expect(c?.x).toBe((a?.x ?? 0) + sizes.note.width + sizes.cell.noteGap);
    expect(b?.y).toBeGreaterThan(a?.y ?? 0);
    expect(layout.width).toBe(plain.width + sizes.note.width + sizes.cell.noteGap);
    for (const placed of [a, c])
      expect(placed?.box.footer.map(({ text }) => text).join(' ')).toContain('Vi ser det ulikt');
    expect(b?.box.isPaired).toBe(false);
  });

  it('say so where they lie, when they lie in different places', () => {
    const layout = layOut(sheetOf('lorenskog', [first, note('d', dream, { pair: first.id })]));
    expect(layout.notes.map(({ box }) => box.isPaired)).toEqual([true, true]);
    expect(layout.width).toBe(layOut(sheetOf('lorenskog', [first])).width);
  });

  it('overlap nothing and lie in their own cells, on any sheet and in any pairs', () => {
    fc.assert(
      fc.property(someSheet, fc.array(fc.nat(), { maxLength: 12 }), (input, picks) => {
        const { notes } = input.board;
        const paired = notes.map((one, at) => {
          const pair = picks[at] === undefined ? undefined : notes[picks[at] % notes.length]?.id;
          return pair === undefined ? one : { ...one, pair };
        });
        const layout = layOut({ ...input, board: { ...input.board, notes: paired } });
        expect(overlapping<Place>(layout.notes)).toEqual([]);
        const places = new Map(layout.cells.map((cell) => [cellKey(cell.cell), cell]));
        for (const placed of layout.notes)
          expect(lies(placed, places.get(cellKey(placed.note.cell)) as Place)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
