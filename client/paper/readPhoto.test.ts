import { type BinnedNote, type BoardId, type Note, readHandwriting } from '@duken/shared/board';
import { laidAlready, type PaperReading, paperNumberOf, paperSheet, readPaper } from '@duken/shared/paper';
import { cellKey, templates } from '@duken/shared/template';
import { describe, expect, it } from 'vitest';
import { findMarks } from './findMarks.ts';
import { type Camera, drawnSheet, photographOf, type Rgb, type StuckPaper, seeded } from './photoBuilder.ts';

const boardId = 'duken-til-eirin' as BoardId;

const papers = {
  citizen: [250, 224, 112],
  child: [250, 182, 134],
  family: [172, 216, 142],
  service: [152, 196, 236],
} as const satisfies Record<string, Rgb>;

const inks: readonly Rgb[] = [
  [32, 42, 92],
  [30, 30, 34],
  [120, 30, 36],
];

type Voice = keyof typeof papers;

/** A sheet that a table has filled, and what is to be read from it. */
function filledSheet(templateId: 'lorenskog' | 'simple', random: () => number) {
  const sheet = paperSheet(templates[templateId], { language: 'nb', withoutTheme: 'Uten tema' });
  const chosen = sheet.cells
    .map((cell) => ({ cell, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, 12)
    .map(({ cell }) => cell);
  const notes = chosen.map((cell, at) => {
    const voices = Object.keys(papers) as Voice[];
    const voice = at < 10 ? voices[at % voices.length] : undefined;
    const [width, height] = voice ? [70 + random() * 34, 48 + random() * 14] : [80 + random() * 60, 34];
    const room = voice ? 1.1 : 0.7;
    const stuck: StuckPaper = {
      middle: {
        x: cell.x + cell.width / 2 + ((random() - 0.5) * (cell.width - width)) / room,
        y: cell.y + cell.height / 2 + (random() - 0.5) * 12,
      },
      width,
      height,
      turned: voice ? (random() - 0.5) * 20 : 0,
      ...(voice ? { colour: papers[voice] } : {}),
      ink: inks[at % inks.length] as Rgb,
      lines: voice ? 2 + (at % 2) : 1,
    };
    return { cell: cell.cell, voice, stuck };
  });
  return { sheet, notes, template: templates[templateId] };
}

const usual: Camera = {
  width: 2000,
  height: 1500,
  tilt: 8,
  turn: 0,
  fills: 0.86,
  aside: 0,
  crumple: 0,
  shade: 0.8,
  light: 1,
  noise: 4,
};

/** Twelve ways to take a photograph that is not a good one. */
const cameras: readonly (readonly [name: string, camera: Partial<Camera>])[] = [
  ['from above', {}],
  ['tilted 20°', { tilt: 20 }],
  ['tilted 20° the other way', { tilt: -20 }],
  ['tilted 20° and turned', { tilt: 20, turn: 12, fills: 0.76 }],
  ['upside down', { turn: 180 }],
  ['on its side', { turn: 90, fills: 0.6 }],
  ['half in shadow', { shade: 0.4 }],
  ['in the evening', { light: 0.55, noise: 8 }],
  ['crumpled', { crumple: 8 }],
  ['crumpled, tilted and in shadow', { crumple: 6, tilt: 18, shade: 0.5 }],
  ['from far away', { fills: 0.6 }],
  ['with a restless hand in a dim room', { tilt: 15, turn: -8, light: 0.65, noise: 9, shade: 0.6, fills: 0.78 }],
];

describe('photographs of a printed duk', () => {
  const found = cameras.map(([name, camera], at) => {
    const random = seeded(100 + at);
    const filled = filledSheet(at % 3 === 2 ? 'simple' : 'lorenskog', random);
    return { name, camera: { ...usual, ...camera }, random, filled, code: 1000 + at };
  });
  const readings = new Map<string, PaperReading>();

  it.each(found)('is read $name', { timeout: 120_000 }, ({ name, camera, random, filled, code }) => {
    const { sheet, notes, template } = filled;
    const drawn = drawnSheet(
      sheet,
      { board: paperNumberOf(boardId, template.id), sheet: code },
      notes.map(({ stuck }) => stuck),
      random,
    );
    const photo = photographOf(drawn, camera, random);
    const reading = readPaper(photo, findMarks(photo), sheet, { boardId, template });
    if (!reading.ok) throw new Error(`not read: ${reading.failure.kind}`);
    readings.set(name, reading.value);
    expect(reading.value).toMatchObject({ sheet: code, isWhole: true });
  });

  it('puts 95 of 100 notes in the right cell, with the right voice, and invents none', () => {
    const counts = { all: 0, right: 0, voiced: 0, invented: 0 };
    for (const { name, filled } of found) {
      const notes = readings.get(name)?.notes ?? [];
      const used = new Set<number>();
      for (const { cell, voice, stuck } of filled.notes) {
        counts.all += 1;
        const seen = notes.find(
          // What is written on the sheet itself has no rim to go by.
          ({ paper: { middle, kind } }) =>
            Math.hypot(middle.x - stuck.middle.x, middle.y - stuck.middle.y) < (kind === 'note' ? 15 : 30),
        );
        if (!seen) continue;
        used.add(seen.key);
        if (cellKey(seen.cell) === cellKey(cell)) counts.right += 1;
        if (seen.voice === voice) counts.voiced += 1;
      }
      counts.invented += notes.filter(({ key }) => !used.has(key)).length;
    }
    expect(counts.all).toBe(144);
    expect(counts.right).toBeGreaterThanOrEqual(Math.ceil(0.95 * counts.all));
    expect(counts.voiced).toBeGreaterThanOrEqual(Math.ceil(0.95 * counts.all));
    expect(counts.invented).toBe(0);
  });

  it('asks of what it cannot know: whose words stand on the sheet itself', () => {
    const onSheet = [...readings.values()]
      .flatMap(({ notes }) => notes)
      .filter(({ paper }) => paper.kind === 'onSheet');
    expect(onSheet.length).toBeGreaterThan(20);
    for (const { voice, doubts } of onSheet) {
      expect(voice).toBeUndefined();
      expect(doubts).toContain('voice');
    }
  });

  it('takes a paper that lies by itself for two no more than once in twenty', () => {
    const single = [...readings.values()].flatMap(({ notes }) => notes).filter(({ paper }) => paper.kind === 'note');
    expect(single).toHaveLength(120);
    expect(single.filter(({ doubts }) => doubts.includes('shape')).length).toBeLessThanOrEqual(6);
  });

  it('traces what is written on each, small enough to lie on a note', () => {
    const notes = [...readings.values()].flatMap((reading) => reading.notes);
    for (const { handwriting } of notes) {
      expect(readHandwriting(handwriting)).toEqual(handwriting);
      expect(handwriting?.path.length).toBeGreaterThan(200);
    }
  });
});

describe('a photograph of a printed duk', () => {
  const { sheet, notes, template } = filledSheet('lorenskog', seeded(1));
  const drawn = drawnSheet(
    sheet,
    { board: paperNumberOf(boardId, template.id), sheet: 7 },
    notes.map(({ stuck }) => stuck),
    seeded(2),
  );
  const read = (camera: Partial<Camera>, of: BoardId = boardId, seed = 3) => {
    const photo = photographOf(drawn, { ...usual, ...camera }, seeded(seed));
    return readPaper(photo, findMarks(photo), sheet, { boardId: of, template });
  };

  it('taken once more gives nothing that does not lie there already', { timeout: 120_000 }, () => {
    const first = read({});
    const second = read({ tilt: 17, turn: 4, fills: 0.78, shade: 0.6 }, boardId, 4);
    if (!first.ok || !second.ok) throw new Error('not read');
    const laid = first.value.notes.map(
      ({ key, handwriting }) => ({ id: `lapp ${key}`, handwriting }) as unknown as Note,
    );
    expect(second.value.notes).toHaveLength(first.value.notes.length);
    // Half of them have been thrown away since: they lie in the bin.
    const board = { notes: laid.slice(6), bin: laid.slice(0, 6) as unknown as BinnedNote[] };
    for (const { handwriting } of second.value.notes)
      expect(handwriting && laidAlready(board, handwriting)).toMatch(/^lapp/);
    const other = second.value.notes.map(({ handwriting }) => handwriting && { ...handwriting, sheet: 8 });
    for (const one of other) expect(one && laidAlready(board, one)).toBeUndefined();
  });

  it('has two papers of one colour that lie over each other as two, or asks about them', { timeout: 60_000 }, () => {
    // How far the second lies from the first, and how it is turned from it.
    const pairs = [
      ['half below', 0, 30, 0],
      ['a third below', 0, 20, 0],
      ['just below', 0, 52, 0],
      ['a third beside', 25, 0, 0],
      ['half beside', 45, 0, 0],
      ['just beside', 84, 0, 0],
      ['aslant', 20, 20, 0],
      ['a little aslant', 12, 12, 0],
      ['turned', 10, 10, 15],
      ['across', 0, 0, 30],
    ] as const;
    const size = { width: 86, height: 55, ink: inks[0] as Rgb, lines: 2 };
    const papersOf = pairs.map(([name, x, y, turned], at) => {
      const colour = Object.values(papers)[at % 4] as Rgb;
      const first = { x: 180 + (at % 5) * 235, y: at < 5 ? 200 : 720 };
      const under: StuckPaper = { ...size, colour, middle: first, turned: 3 };
      const over: StuckPaper = { ...size, colour, middle: { x: first.x + x, y: first.y + y }, turned: 3 + turned };
      return { name, under, over };
    });
    const alone = Array.from(
      { length: 20 },
      (_, at): StuckPaper => ({
        ...{ ...size, colour: papers.citizen, turned: (at % 10) - 5 },
        middle: { x: 140 + (at % 10) * 125, y: at < 10 ? 400 : 540 },
      }),
    );
    const filled = drawnSheet(
      sheet,
      { board: paperNumberOf(boardId, template.id), sheet: 9 },
      [...papersOf.flatMap(({ under, over }) => [under, over]), ...alone],
      seeded(6),
    );
    const photo = photographOf(filled, usual, seeded(8));
    const reading = readPaper(photo, findMarks(photo), sheet, { boardId, template });
    if (!reading.ok) throw new Error('not read');
    const told = papersOf.map(({ name, under, over }) => {
      const middle = { x: (under.middle.x + over.middle.x) / 2, y: (under.middle.y + over.middle.y) / 2 };
      const near = reading.value.notes.filter(
        ({ paper }) => Math.hypot(paper.middle.x - middle.x, paper.middle.y - middle.y) < 60,
      );
      return [name, near.length === 2 || near.some(({ doubts }) => doubts.includes('shape'))];
    });
    expect(told).toEqual(pairs.map(([name]) => [name, true]));
    const asked = reading.value.notes.filter(({ doubts }) => doubts.includes('shape'));
    expect(asked.length).toBeLessThanOrEqual(pairs.length);
  });

  it('of another duk is not read, and it is said why', { timeout: 60_000 }, () => {
    expect(read({}, 'en-annen-duk' as BoardId)).toEqual({ ok: false, failure: { kind: 'otherDuk' } });
  });

  it('with an edge outside of it is read, and it is said that not all is there', { timeout: 60_000 }, () => {
    const reading = read({ aside: 0.12 });
    expect(reading).toMatchObject({ ok: true, value: { isWhole: false } });
  });

  it('that is too dark is said to be', { timeout: 60_000 }, () => {
    expect(read({ light: 0.04, noise: 9 })).toEqual({ ok: false, failure: { kind: 'noSheet', isDark: true } });
  });

  it('of something else is no sheet', { timeout: 60_000 }, () => {
    const random = seeded(9);
    const photo = { width: 900, height: 700, data: new Uint8ClampedArray(900 * 700 * 4).map(() => random() * 255) };
    expect(readPaper(photo, findMarks(photo), sheet, { boardId, template })).toEqual({
      ok: false,
      failure: { kind: 'noSheet', isDark: false },
    });
  });
});
