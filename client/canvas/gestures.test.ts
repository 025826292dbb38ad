import type { Note, NoteId, ParticipantId, StrokeId } from '@duken/shared/board';
import { layOut, type PlacedStroke, type SheetLayout, sheetWords } from '@duken/shared/sheet';
import { type Cell, templates } from '@duken/shared/template';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Gestures, type StageGestures } from './gestures.ts';
import type { Tool } from './hands.ts';
import { FakeSurface, press } from './handsForTests.ts';
import { SheetIndex } from './sheetIndex.ts';
import { Viewport } from './viewport.ts';

const nowWork = { column: 'now', theme: 'work' } as const;
const note = (id: string, cell: Cell): Note => ({
  ...{ id: id as NoteId, cell, text: id, order: 'a0', voice: 'citizen', createdAt: 1 },
  author: 'eirin' as ParticipantId,
});
const sheetOf = (...notes: readonly Note[]) =>
  layOut({
    board: {
      ...{ templateId: 'lorenskog', title: '', for: '', horizonShort: '', horizonLong: '', bin: [], strokes: [] },
      ...{ leftOut: 0, journey: { themes: {} }, notes },
    },
    ...{ template: templates.lorenskog, words: sheetWords.nb, names: new Map(), folded: new Set<string>() },
    meeting: { date: '', present: [] },
  });
const layout = sheetOf(note('first', nowWork), note('second', nowWork));
const [first, second] = layout.notes;
const bare = layout.cells.find(({ cell }) => cell.column === 'long' && cell.theme === 'housing');
if (!first || !second || !bare) throw new Error('The sheet lacks what these cases press.');
const middleOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  x: x + width / 2,
  y: y + height / 2,
});

/** Everything hands did, in order. */
let commands: unknown[][];
/** The notes that are said to be in a hand. */
let held: Set<NoteId>;
/** The sheet as it lies now. */
let lies: SheetLayout;
let surface: FakeSurface;
let tool: Tool;
let mayWrite: boolean;
let viewport: Viewport;
let gestures: Gestures;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  commands = [];
  held = new Set();
  lies = layout;
  surface = new FakeSurface();
  tool = 'hand';
  mayWrite = true;
  const told =
    (name: string, most = 2) =>
    (...facts: unknown[]) =>
      void commands.push([name, ...facts.slice(0, most).filter((fact) => fact !== undefined)]);
  const handlers = {
    ...{ onPressNote: told('press'), onWriteNote: told('write', 1), onHoldNote: told('hold', 1) },
    ...{ onNewNote: told('new', 1), onPlace: told('place'), onFramed: told('framed'), onDropNote: told('drop') },
    ...{ onPressEmpty: told('empty', 0), onDraw: told('draw'), onErase: told('erase') },
    ...{ onFrame: () => undefined, onPoint: () => undefined },
    onDragNote: (noteId, target) => void (target ? held.add(noteId) : held.delete(noteId)),
  } as StageGestures;
  viewport = new Viewport();
  viewport.resize(4000, 4000);
  gestures = new Gestures(surface.element, surface.element, {
    ...{ viewport, layout: () => lies, index: () => new SheetIndex(lies), redraw: () => undefined },
    ...{ tool: () => tool, mayWrite: () => mayWrite, handlers: () => handlers },
  });
});
afterEach(() => {
  gestures.destroy();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type By = 'mouse' | 'pen' | 'touch';
interface At {
  readonly x: number;
  readonly y: number;
}

/** Presses somewhere, and lets go after `rest` ms, by way of other places. */
function pressAt(
  from: At,
  { at = 1000, by = 'mouse' as By, shift = false, rest = 60, over = [] as readonly At[] } = {},
) {
  const { x, y } = from;
  surface.dispatchEvent(surface.hears(press('pointerdown', { x, y, at, by, shift })));
  vi.advanceTimersByTime(rest);
  for (const place of over) surface.dispatchEvent(surface.hears(press('pointermove', { ...place, at: at + rest, by })));
  const end = over.at(-1) ?? from;
  surface.dispatchEvent(surface.hears(press('pointerup', { ...end, at: at + rest, by, shift })));
}

describe('a press on a note', () => {
  it.each<By>(['mouse', 'touch'])('chooses it, and does nothing more (%s)', (by) => {
    pressAt(middleOf(first), { by });
    expect(commands).toEqual([['press', 'first', false]]);
  });

  it.each<By>(['mouse', 'touch'])('twice writes on it (%s)', (by) => {
    pressAt(middleOf(first), { by });
    pressAt(middleOf(first), { by, at: 1250 });
    expect(commands).toEqual([
      ['press', 'first', false],
      ['write', 'first'],
    ]);
  });

  it('twice, but slowly or on two notes, only chooses', () => {
    pressAt(middleOf(first));
    pressAt(middleOf(first), { at: 2000 });
    pressAt(middleOf(second), { at: 2200 });
    expect(commands).toEqual(['first', 'first', 'second'].map((id) => ['press', id, false]));
  });

  it('with Shift adds it to what is chosen', () => {
    pressAt(middleOf(first), { shift: true });
    pressAt(middleOf(first), { shift: true, at: 1200 });
    expect(commands).toEqual([
      ['press', 'first', true],
      ['press', 'first', true],
    ]);
  });

  it('of a finger that rests there begins to choose several', () => {
    pressAt(middleOf(first), { by: 'touch', rest: 400 });
    expect(commands).toEqual([['hold', 'first']]);
  });

  it('of a finger that rests there, and then goes, moves it', () => {
    pressAt(middleOf(first), { by: 'touch', rest: 400, over: [middleOf(bare)] });
    expect(commands).toMatchObject([['drop', 'first', { cell: { column: 'long', theme: 'housing' } }]]);
  });

  it('of a mouse that goes moves it', () => {
    pressAt(middleOf(first), { over: [middleOf(bare)] });
    expect(commands).toMatchObject([['drop', 'first', { cell: { column: 'long', theme: 'housing' } }]]);
  });

  it('moves nothing for whoever only reads', () => {
    mayWrite = false;
    pressAt(middleOf(first), { over: [middleOf(bare), middleOf(first)] });
    pressAt(middleOf(first), { by: 'touch', rest: 400, at: 3000 });
    expect(commands).toEqual([['press', 'first', false]]);
  });
});

describe('a press on the bare sheet', () => {
  it.each<By>(['touch', 'pen'])('of a finger or a pen makes a note there, at once (%s)', (by) => {
    pressAt(middleOf(bare), { by });
    expect(commands).toEqual([['new', { cell: bare.cell, before: undefined }]]);
  });

  it('of a mouse makes one when it is double', () => {
    pressAt(middleOf(bare));
    pressAt(middleOf(bare), { at: 1200 });
    expect(commands).toEqual([['empty'], ['new', { cell: bare.cell, before: undefined }]]);
  });

  it('beside the cells makes none', () => {
    pressAt({ x: 5, y: 5 }, { by: 'touch' });
    expect(commands).toEqual([['empty']]);
  });

  it('that goes moves the sheet', () => {
    pressAt(
      { x: 500, y: 500 },
      {
        over: [
          { x: 520, y: 530 },
          { x: 560, y: 590 },
        ],
      },
    );
    expect([commands, viewport.view()]).toEqual([[], { x: 60, y: 90, scale: 1 }]);
  });

  it('that goes with Shift frames the notes it goes over', () => {
    pressAt({ x: first.x - 6, y: first.y - 6 }, { shift: true, over: [middleOf(first), middleOf(second)] });
    expect(commands).toEqual([['framed', ['first', 'second']]]);
  });
});

describe('with a new note in the hand', () => {
  it.each<By>(['mouse', 'touch'])('a press lays it in the cell that is pressed, also over a note (%s)', (by) => {
    tool = 'place';
    pressAt(middleOf(bare), { by });
    pressAt({ x: middleOf(second).x, y: second.y + 1 }, { by, at: 3000 });
    expect(commands).toEqual([
      ['place', { cell: bare.cell, before: undefined }],
      ['place', { cell: nowWork, before: 'second' }],
    ]);
  });

  it('a press beside the cells keeps it in the hand', () => {
    tool = 'place';
    pressAt({ x: 5, y: 5 }, { by: 'touch' });
    expect(commands).toEqual([]);
  });
});

describe('several hands', () => {
  /** What each finger does, by turns: `down`, `move` or `up`, of which pointer, where, and when. */
  const touch = (kind: 'down' | 'move' | 'up' | 'cancel', id: number, { x, y }: At, at = 1000) =>
    surface.dispatchEvent(surface.hears(press(`pointer${kind}`, { x, y, at, by: 'touch', id })));
  const works = layout.cells.find(({ cell }) => cell.column === 'works' && cell.theme === 'housing');
  if (!works) throw new Error('The sheet lacks a cell.');

  it('drag a note each, and each lands where its own finger let it go', () => {
    touch('down', 1, middleOf(first));
    touch('down', 2, middleOf(second), 1040);
    vi.advanceTimersByTime(400);
    touch('move', 1, middleOf(bare), 1500);
    expect(gestures.state().lifted.map(({ noteId }) => noteId)).toEqual(['first', 'second']);
    touch('move', 2, middleOf(works), 1500);
    touch('up', 1, middleOf(bare), 1600);
    touch('up', 2, middleOf(works), 1700);
    expect(commands).toMatchObject([
      ['drop', 'first', { cell: bare.cell }],
      ['drop', 'second', { cell: works.cell }],
    ]);
    expect([gestures.state().lifted, viewport.view()]).toEqual([[], { x: 0, y: 0, scale: 1 }]);
  });

  it('leave a drag alone while others tap and pinch', () => {
    touch('down', 1, middleOf(first));
    vi.advanceTimersByTime(400);
    touch('move', 1, middleOf(bare), 1500);
    touch('down', 2, middleOf(works), 1520);
    touch('up', 2, middleOf(works), 1560);
    for (const id of [3, 4]) touch('down', id, { x: 600 + 40 * id, y: 900 }, 1600);
    for (const id of [3, 4]) touch('move', id, { x: 600 + 140 * (id - 2), y: 900 }, 1650);
    for (const id of [3, 4]) touch('up', id, { x: 600, y: 900 }, 1700);
    touch('up', 1, middleOf(bare), 1800);
    expect(commands).toMatchObject([
      ['new', { cell: works.cell }],
      ['drop', 'first', { cell: bare.cell }],
    ]);
    expect(viewport.view(), 'the sheet lies still under the note').toEqual({ x: 0, y: 0, scale: 1 });
  });

  it('draw at once, and the line of one that is taken away stays', () => {
    tool = 'pen';
    touch('down', 1, middleOf(bare));
    touch('down', 2, middleOf(works), 1010);
    for (const by of [20, 40]) {
      touch('move', 1, { x: middleOf(bare).x + by, y: middleOf(bare).y }, 1100);
      touch('move', 2, { x: middleOf(works).x + by, y: middleOf(works).y }, 1100);
    }
    expect(gestures.state().inks).toHaveLength(2);
    touch('cancel', 1, middleOf(bare), 1200);
    touch('up', 2, middleOf(works), 1300);
    expect(commands.map(([command, cell]) => [command, cell])).toEqual([
      ['draw', bare.cell],
      ['draw', works.cell],
    ]);
  });

  it('double-tap two notes by turns, and each is heard', () => {
    for (const at of [1000, 1200])
      for (const [id, place] of [first, second].entries()) {
        touch('down', id + 1, middleOf(place), at);
        touch('up', id + 1, middleOf(place), at + 50);
      }
    expect(commands.map(([command]) => command)).toEqual(['press', 'press', 'write', 'write']);
  });
});

describe('a note in a hand', () => {
  const hear = (kind: string, by: By, { x, y }: At, facts: { readonly buttons?: number; readonly at?: number } = {}) =>
    surface.dispatchEvent(surface.hears(press(kind, { x, y, at: 2000, by, ...facts })));
  const isFree = () => gestures.state().lifted.length === 0 && held.size === 0;
  const lift = (by: By) => {
    hear('pointerdown', by, middleOf(first), { at: 1000 });
    vi.advanceTimersByTime(400);
    hear('pointermove', by, middleOf(bare), { at: 1500 });
    expect([gestures.state().lifted.length, held.size]).toEqual([1, 1]);
  };

  it.each<By>(['mouse', 'pen', 'touch'])('is put back when it is lost sight of (%s)', (by) => {
    lift(by);
    hear('lostpointercapture', by, middleOf(bare));
    expect([isFree(), commands]).toEqual([true, []]);
  });

  it.each<By>(['mouse', 'pen'])('is put back when it comes along with no button down (%s)', (by) => {
    lift(by);
    hear('pointermove', by, middleOf(bare), { buttons: 0 });
    expect([isFree(), commands]).toEqual([true, []]);
  });

  it.each<By>(['mouse', 'touch'])(
    'is put back when the same hand presses anew, which then does what it does (%s)',
    (by) => {
      lift(by);
      hear('pointerdown', by, middleOf(second));
      expect(isFree()).toBe(true);
      hear('pointerup', by, middleOf(second), { at: 2050 });
      expect(commands).toEqual([['press', 'second', false]]);
    },
  );

  it('rests anew from a press that came anew', () => {
    hear('pointerdown', 'touch', middleOf(first), { at: 1000 });
    vi.advanceTimersByTime(300);
    hear('pointerdown', 'touch', middleOf(first), { at: 1300 });
    vi.advanceTimersByTime(300);
    expect(isFree()).toBe(true);
    vi.advanceTimersByTime(30);
    expect(isFree()).toBe(false);
  });

  it('lands in the cell that is under it, when the view was moved below a hand that rests', () => {
    lift('touch');
    const below = layout.cells.find(({ cell }) => cell.column === 'long' && cell.theme === 'economy') ?? bare;
    viewport.set({ x: 0, y: middleOf(bare).y - middleOf(below).y, scale: 1 });
    hear('pointerup', 'touch', middleOf(bare));
    expect(below).not.toBe(bare);
    expect(commands).toMatchObject([['drop', 'first', { cell: below.cell }]]);
  });

  it('lands in the cell that is under it, when the sheet was changed below a hand that rests', () => {
    lift('touch');
    const many = Array.from({ length: 12 }, (_, n) => note(`n${n}`, nowWork));
    lies = sheetOf(note('first', nowWork), note('second', nowWork), ...many);
    gestures.follow();
    const under = new SheetIndex(lies).nearestCell(middleOf(bare));
    hear('pointerup', 'touch', middleOf(bare));
    expect(under?.cell).not.toEqual(bare.cell);
    expect(commands).toMatchObject([['drop', 'first', { cell: under?.cell }]]);
  });
});

describe('an eraser', () => {
  const strokeAt = ({ x, y }: At): PlacedStroke => ({
    stroke: {
      ...{ id: 'line' as StrokeId, cell: bare.cell, colour: 'ink', width: 5, author: 'eirin' as ParticipantId },
      points: [0, 0, 0.5],
    },
    ...{ x, y },
  });
  const at = middleOf(bare);

  it('of two fingers that come together zooms, and rubs nothing out', () => {
    tool = 'eraser';
    lies = { ...layout, strokes: [strokeAt(at)] };
    for (const [id, x] of [at.x, at.x + 60].entries())
      surface.dispatchEvent(surface.hears(press('pointerdown', { x, y: at.y, at: 1000 + 40 * id, by: 'touch', id })));
    surface.dispatchEvent(
      surface.hears(press('pointermove', { x: at.x + 160, y: at.y, at: 1100, by: 'touch', id: 1 })),
    );
    for (const id of [0, 1])
      surface.dispatchEvent(surface.hears(press('pointerup', { x: at.x, y: at.y, at: 1200, by: 'touch', id })));
    expect(commands).toEqual([]);
    expect(viewport.view().scale).toBeGreaterThan(2);
  });

  it.each<By>(['mouse', 'touch', 'pen'])('rubs out what it taps and what it goes over (%s)', (by) => {
    tool = 'eraser';
    lies = { ...layout, strokes: [strokeAt(at)] };
    pressAt(at, { by });
    const beside = { x: at.x - 80, y: at.y };
    pressAt(beside, { by, at: 3000 });
    expect(commands).toEqual([['erase', 'line']]);
    pressAt(beside, { by, at: 5000, over: [at] });
    expect(commands).toEqual([
      ['erase', 'line'],
      ['erase', 'line'],
    ]);
  });
});

describe('a pen', () => {
  const at = middleOf(bare);
  const hear = (kind: 'down' | 'move' | 'up', by: By, { x, y }: At, now: number, id = by === 'pen' ? 9 : 1) =>
    surface.dispatchEvent(surface.hears(press(`pointer${kind}`, { x, y, at: now, by, id })));

  it('keeps its stroke and the sheet while the palm comes and goes, and for five seconds fingers draw nothing', () => {
    tool = 'pen';
    hear('down', 'pen', at, 1000);
    hear('move', 'pen', { x: at.x + 10, y: at.y }, 1010);
    hear('down', 'touch', { x: at.x + 60, y: at.y + 90 }, 1020);
    hear('move', 'touch', { x: at.x + 160, y: at.y + 190 }, 1030);
    hear('move', 'pen', { x: at.x + 20, y: at.y }, 1040);
    hear('up', 'touch', { x: at.x + 160, y: at.y + 190 }, 1050);
    hear('up', 'pen', { x: at.x + 20, y: at.y }, 1060);
    pressAt(at, { by: 'touch', at: 5000, over: [{ x: at.x + 50, y: at.y }] });
    expect([commands.map(([command]) => command), viewport.view()]).toEqual([['draw'], { x: 0, y: 0, scale: 1 }]);
    pressAt(at, { by: 'touch', at: 6100, over: [{ x: at.x + 50, y: at.y }] });
    expect(
      commands.map(([command]) => command),
      'then a finger draws again',
    ).toEqual(['draw', 'draw']);
  });

  it('is shown a little ahead of what it has drawn, and draws only what it did', () => {
    tool = 'pen';
    hear('down', 'pen', at, 1000);
    const ahead = press('pointermove', { x: at.x + 20, y: at.y, at: 1016, by: 'pen', id: 9 });
    const moved = press('pointermove', { x: at.x + 10, y: at.y, at: 1008, by: 'pen', id: 9 });
    surface.dispatchEvent(surface.hears(Object.assign(moved, { getPredictedEvents: () => [ahead] })));
    expect(gestures.state().inks.map((ink) => ink.length / 3)).toEqual([3]);
    hear('up', 'pen', { x: at.x + 10, y: at.y }, 1020);
    expect(commands[0]?.[2]).toHaveLength(2 * 3);
  });
});
