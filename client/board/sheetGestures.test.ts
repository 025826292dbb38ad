import type { NoteId } from '@duken/shared/board';
import type { Cell } from '@duken/shared/template';
import { beforeEach, describe, expect, it } from 'vitest';
import { type DropTarget, Viewport } from '../canvas/index.ts';
import type { BoardSession } from '../session/index.ts';
import { layOutMoved } from './canvasMoves.ts';
import { boardOf, inputOf, noteId } from './layoutBuilder.ts';
import { areAtRest, type NoteDrags, sheetGestures, withDrag } from './sheetGestures.ts';
import type { BoardActions } from './useBoardActions.ts';
import type { OpenNote } from './useOpenNote.ts';
import type { Selection } from './useSelection.ts';

const nowWork = { column: 'now', theme: 'work' } as const;
const nowHousing = { column: 'now', theme: 'housing' } as const;
const works = { column: 'works', theme: 'work' } as const;
const board = boardOf('lorenskog', [
  ['one', nowWork, 'En'],
  ['two', nowWork, 'To'],
  ['three', nowWork, 'Tre'],
  ['loan', nowHousing, 'Lån'],
  ['flat', nowHousing, 'Leilighet'],
]);

let drags: NoteDrags;
let chosen: readonly NoteId[];
let moves: [ids: readonly NoteId[], to: Cell, before: NoteId | undefined][];

beforeEach(() => {
  drags = new Map();
  chosen = [];
  moves = [];
});

const shown = () => layOutMoved(inputOf(board), drags);

/** What the canvas hears of hands, as it is at this moment. */
function gestures() {
  const selection: Selection = {
    notes: shown().notes.filter(({ note }) => chosen.includes(note.id)),
    has: (id) => chosen.includes(id),
    isAdding: false,
    choose(...ids) {
      chosen = ids;
    },
    ...{ toggle: () => {}, add: () => {}, startAdding: () => {}, clear: () => {} },
  };
  return sheetGestures({
    ...{ session: {} as BoardSession, participantId: 'eirin', viewport: new Viewport(), layout: shown() },
    ...{ note: {} as OpenNote, selection, inkColour: 'ink', drags },
    actions: { moveNotes: (ids, to, before) => void moves.push([ids, to, before]) } as BoardActions,
    onDrag(id, target, along) {
      drags = withDrag(drags, id, target, along);
    },
    ...{ onFrame: () => {}, onPlace: () => {}, onFocusNote: () => {}, onPressEmpty: () => {} },
    ...{ onOthersTap: () => {}, onFailure: () => {} },
  });
}

const at = (cell: Cell, before?: string): DropTarget => ({ cell, before: before ? noteId(before) : undefined });
const drag = (id: string, target: DropTarget) => gestures().onDragNote(noteId(id), target);
const drop = (id: string, target: DropTarget) => gestures().onDropNote(noteId(id), target);

describe('two hands in what is chosen', () => {
  it.each([['the one that took it up first'], ['the other']])('take each their own, when %s lets go first', (who) => {
    chosen = ['one', 'two', 'three'].map(noteId);
    drag('one', at(works));
    drag('two', at(nowHousing));
    const drops = [() => drop('one', at(works)), () => drop('two', at(nowHousing))];
    for (const each of who === 'the other' ? drops.toReversed() : drops) each();
    expect(moves).toHaveLength(2);
    expect(moves).toContainEqual([['one', 'three'], works, undefined]);
    expect(moves).toContainEqual([['two'], nowHousing, undefined]);
  });

  it('let go of what was taken up with the note, whatever is chosen meanwhile', () => {
    chosen = ['one', 'three'].map(noteId);
    drag('one', at(works));
    chosen = ['loan'].map(noteId);
    drag('one', at(nowHousing));
    drop('one', at(nowHousing));
    expect(moves).toEqual([[['one', 'three'], nowHousing, undefined]]);
  });

  it('a note that is not chosen goes alone, and one that was let go of at once takes what is chosen', () => {
    chosen = ['one', 'three'].map(noteId);
    drag('two', at(works));
    drop('two', at(works));
    chosen = ['one', 'three'].map(noteId);
    drop('one', at(works));
    expect(moves.map(([ids]) => ids)).toEqual([['two'], ['one', 'three']]);
  });
});

it('a note is laid where it was shown, also before one that another has in hand', () => {
  drag('one', at(nowHousing, 'flat'));
  drag('three', at(nowHousing, 'one'));
  drop('three', at(nowHousing, 'one'));
  expect(moves).toEqual([[['three'], nowHousing, 'flat']]);
});

it('the tools of what is chosen stay while others have their notes in hand, and go with a note of their own', () => {
  drag('one', at(works));
  const places = (...ids: string[]) => shown().notes.filter(({ note }) => ids.includes(note.id));
  expect(areAtRest(places('two', 'loan'), drags)).toBe(true);
  expect(areAtRest(places('one', 'two'), drags)).toBe(false);
});
