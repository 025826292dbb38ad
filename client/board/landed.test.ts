import type { Board, Note, NoteId, ParticipantId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import { areaAround } from './canvasMoves.ts';
import { bySight, edgeTowards, notesLaid, seenArea } from './landed.ts';
import { boardOf, layOutNotes } from './layoutBuilder.ts';

const id = (name: string) => name as NoteId;
const work = { column: 'works', theme: 'work' } as const;
const network = { column: 'dream', theme: 'network' } as const;
const own = ['me'];
const boardWith = (notes: Board['notes'], bin: Board['bin'] = []) => ({ notes, bin }) as Board;
const by = (name: string, author: string): Note => {
  const [note] = boardOf('lorenskog', [[name, work, 'Jeg vil ha en hund']]).notes;
  return { ...(note as Note), author: author as ParticipantId };
};

describe('notes that others lay', () => {
  it('are those that were nowhere before', () => {
    const before = boardWith([by('old', 'lea')]);
    expect(notesLaid(before, boardWith([by('old', 'lea'), by('new', 'lea')]), own)).toEqual(['new']);
  });

  it('are not one’s own from another window, nor those that come out of the bin', () => {
    const binned = { ...by('back', 'lea'), deletedAt: 5 };
    const after = boardWith([by('mine', 'me'), by('back', 'lea')]);
    expect(notesLaid(boardWith([], [binned]), after, own)).toEqual([]);
  });
});

describe('what is in sight', () => {
  const layout = layOutNotes('lorenskog', [
    ['near', work, 'Her'],
    ['far', network, 'Der'],
    ['empty', network, ' '],
  ]);
  const insets = { top: 10, right: 10, bottom: 80, left: 10 };
  const seen = seenArea({ x: 0, y: 0, scale: 1 }, { width: 800, height: 600 }, insets);

  it('is what the bars leave free of the stage', () => {
    expect(seen).toEqual({ x: 10, y: 10, width: 780, height: 510 });
    expect(seenArea({ x: 100, y: 0, scale: 2 }, { width: 800, height: 600 }, insets).x).toBe(-45);
  });

  it('parts those that are seen from those that are not, and waits for words', () => {
    const { inSight, outside } = bySight(layout, [id('near'), id('far'), id('empty'), id('gone')], seen);
    expect(inSight.map(({ note }) => note.id)).toEqual(['near']);
    expect(outside.map(({ note }) => note.id)).toEqual(['far']);
  });

  it('knows over which edge the others lie, and how large an area holds them', () => {
    const area = areaAround([
      { x: 2000, y: 100, width: 10, height: 10 },
      { x: 1900, y: 300, width: 10, height: 10 },
    ]);
    expect(area).toEqual({ x: 1900, y: 100, width: 110, height: 210 });
    expect(area && edgeTowards(area, seen)).toBe('right');
    expect(edgeTowards({ x: 20, y: 3000, width: 10, height: 10 }, seen)).toBe('below');
    expect(edgeTowards({ x: 20, y: -300, width: 10, height: 10 }, seen)).toBe('above');
    expect(edgeTowards({ x: -300, y: 20, width: 10, height: 10 }, seen)).toBe('left');
  });
});
