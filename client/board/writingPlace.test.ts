import { sizes } from '@duken/shared/sheet';
import { describe, expect, it } from 'vitest';
import { layOutNotes } from './layoutBuilder.ts';
import { writingPlace } from './writingPlace.ts';

const nowWork = { column: 'now', theme: 'work' } as const;
const stage = { width: 800, height: 600 };
const insets = { top: 40, right: 20, bottom: 100, left: 20 };
const placed = (text: string) => {
  const [note] = layOutNotes('lorenskog', [['note', nowWork, text]]).notes;
  if (!note) throw new Error('no note');
  return note;
};
/** A view in which the note's corner stands at a place on screen. */
const viewWith = ({ x, y }: { x: number; y: number }, corner: { x: number; y: number }, scale: number) => ({
  scale,
  x: corner.x - x * scale,
  y: corner.y - y * scale,
});

describe('the paper one writes on', () => {
  it('is the note itself where that can be read', () => {
    const note = placed('Ringe NAV');
    const view = viewWith(note, { x: 100, y: 200 }, 0.9);
    expect(writingPlace(note, 0, view, stage, insets)).toEqual({ x: 100, y: 200, scale: 0.9 });
  });

  it('is as large as one can read where the sheet is far away, from the same corner', () => {
    const note = placed('Ringe NAV');
    const place = writingPlace(note, 0, viewWith(note, { x: 100, y: 200 }, 0.2), stage, insets);
    expect([place.x, place.y]).toEqual([100, 200]);
    expect(place.scale * sizes.note.textFont.size).toBeCloseTo(14);
  });

  it('stays on screen beside the edge, clear of the bars', () => {
    const note = placed('Ringe NAV');
    const { x, y, scale } = writingPlace(note, 0, viewWith(note, { x: 760, y: 560 }, 0.2), stage, insets);
    expect(x + note.box.width * scale).toBeCloseTo(stage.width - insets.right);
    expect(y + note.box.height * scale).toBeCloseTo(stage.height - insets.bottom);
  });

  it('shows the line of the caret when it is taller than the screen', () => {
    const note = placed('linje\n'.repeat(60));
    const view = viewWith(note, { x: 100, y: 50 }, 0.2);
    const first = writingPlace(note, 0, view, stage, insets);
    const last = writingPlace(note, note.note.text.length, view, stage, insets);
    const lineAt = (line: number, { y, scale }: typeof first) =>
      y + (sizes.note.paddingTop + line * sizes.note.lineHeight) * scale;
    for (const [line, place] of [
      [0, first],
      [60, last],
    ] as const) {
      expect(lineAt(line, place)).toBeGreaterThanOrEqual(insets.top - 1);
      expect(lineAt(line + 1, place)).toBeLessThanOrEqual(stage.height - insets.bottom + 1);
    }
  });
});
