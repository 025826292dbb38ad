import { linkHorizontal } from 'd3-shape';
import { type ChartLook, type Mark, mark, type Picture, paperChart } from '../chart/index.ts';
import { breakLines, textWidth, voiceSigns } from '../sheet/index.ts';
import { type ServicesOverTime, type Side, sides } from './servicesOverTime.ts';

export interface ServicesWords {
  /** Whom it is all about, and what stands instead where there is no room for so many names. */
  readonly person: string;
  readonly family: string;
  /** What stands for a service without a name, and for the citizen's and the family's own. */
  readonly unnamed: Readonly<Record<Side, string>>;
  /** Whose a sign stands for. */
  readonly sides: Readonly<Record<Side, string>>;
  /** Below the name of one with something open: who it is. */
  readonly people: (names: readonly string[]) => string;
  /** Below the name of one that is done. */
  readonly done: string;
  readonly alt: string;
}

const nameFont = { size: 14, weight: 'semibold' } as const;
const lineFont = { size: 13, weight: 'regular' } as const;
const lineHeight = 17;
const padding = 9;
const gap = 12;
const personRadius = 36;
/** As on notes, so that grey paper keeps whose it is. */
const signs: Readonly<Record<Side, string>> = {
  service: voiceSigns.service,
  volunteer: 'M5 .6L9.5 9.2H.5z',
  family: voiceSigns.family,
  own: voiceSigns.citizen,
};
const signSize = 10;
/** Pixels below which there is room on one side only: a long word would break. */
const twoSidedFrom = 460;

/**
 * The person in the middle, and round them everybody with a tiltak at one meeting: filled where something is open, empty and
 * dashed where all is done. Those who had nothing then are not there.
 *
 * @param meeting its place among `services.meetings`
 * @param width pixels; at least 300
 */
export function drawServices(
  services: ServicesOverTime,
  meeting: number,
  words: ServicesWords,
  { width, look = paperChart }: { readonly width: number; readonly look?: ChartLook },
): Picture {
  const isTwoSided = width >= twoSidedFrom;
  const boxWidth = isTwoSided ? (width - 2 * personRadius - 2 * 18) / 2 : width - 2 * personRadius - 26;
  const boxes = services.rows.flatMap(({ name, side, at }) => {
    const then = at[meeting];
    if (!then) return [];
    const isOpen = then.open > 0;
    const room = boxWidth - 2 * padding;
    const title = breakLines(name || words.unnamed[side], room - signSize - 6, nameFont).map(({ text }) => text);
    const below = isOpen ? words.people(then.people) : `✓ ${words.done}`;
    const lines = below === '' ? [] : breakLines(below, room, lineFont).map(({ text }) => text);
    return [{ side, isOpen, title, lines, height: 2 * padding + (title.length + lines.length) * lineHeight }];
  });
  // Every other to each side, so that both fill as they grow.
  const isLeftBox = (at: number): boolean => isTwoSided && at % 2 === 0;
  const columns = [boxes.filter((_, at) => isLeftBox(at)), boxes.filter((_, at) => !isLeftBox(at))] as const;
  const tall = (column: readonly { readonly height: number }[]): number =>
    column.reduce((sum, { height }) => sum + height + gap, -gap);
  const height = Math.max(tall(columns[0]), tall(columns[1]), 2 * personRadius + 24) + 8;
  const middle = { x: isTwoSided ? width / 2 : personRadius, y: height / 2 };
  const link = linkHorizontal();

  const around = columns.flatMap((column, side) => {
    const isLeft = side === 0;
    // What is left over of the height lies evenly between and around.
    const spare = (height - column.reduce((sum, box) => sum + box.height, 0)) / (column.length + 1);
    return column.map((box, row) => {
      const above = column.slice(0, row).reduce((sum, other) => sum + other.height + spare, 0);
      const y = spare + above;
      const x = isLeft ? 1 : width - boxWidth - 1;
      const line = link({
        source: [middle.x + (isLeft ? -personRadius : personRadius), middle.y],
        target: [isLeft ? x + boxWidth : x, y + box.height / 2],
      });
      return { box, x, y, line: line ?? '' };
    });
  });

  const legend = legendMarks();

  return {
    width,
    height: height + legend.height,
    alt: words.alt,
    marks: [
      ...around.map(({ box, line }) =>
        mark('path', {
          d: line,
          fill: 'none',
          stroke: box.isOpen ? look.first : look.line,
          'stroke-width': box.isOpen ? 2 : 1.5,
          ...(box.isOpen ? {} : { 'stroke-dasharray': '4 4' }),
        }),
      ),
      mark('circle', { cx: middle.x, cy: middle.y, r: personRadius, fill: look.first }),
      ...personName(),
      ...around.flatMap(({ box, x, y }) => boxMarks(box, x, y)),
      ...legend.marks,
    ],
  };

  /** What the signs mean, below, where there is more than one. */
  function legendMarks(): { readonly height: number; readonly marks: readonly Mark[] } {
    const shown = sides.filter((side) => boxes.some((box) => box.side === side));
    if (shown.length < 2) return { height: 0, marks: [] };
    let [x, row] = [2, 0];
    const marks = shown.flatMap((side) => {
      const wide = signSize + 7 + textWidth(words.sides[side], lineFont) + 20;
      if (x > 2 && x + wide - 20 > width) [x, row] = [2, row + 1];
      const y = height + 20 + row * (lineHeight + 5);
      const left = x;
      x += wide;
      return [
        signMark(side, left, y - signSize + 0.5, look.ink),
        mark('text', { x: left + signSize + 7, y, 'font-size': lineFont.size, fill: look.ink }, words.sides[side]),
      ];
    });
    return { height: 28 + row * (lineHeight + 5), marks };
  }

  function signMark(side: Side, x: number, y: number, fill: string): Mark {
    return mark('path', { d: signs[side], transform: `translate(${x} ${y})`, fill });
  }

  function personName(): readonly Mark[] {
    const broken = (name: string) => breakLines(name, 2 * personRadius - 10, { size: 13, weight: 'semibold' });
    const named = broken(words.person);
    const lines = named.length > 3 ? broken(words.family).slice(0, 3) : named;
    const from = middle.y - ((lines.length - 1) * 15) / 2 + 4.5;
    return lines.map(({ text }, row) =>
      mark(
        'text',
        {
          x: middle.x,
          y: from + row * 15,
          'font-size': 13,
          'font-weight': 600,
          'text-anchor': 'middle',
          fill: look.sheet,
        },
        text,
      ),
    );
  }

  function boxMarks(box: (typeof boxes)[number], x: number, y: number): readonly Mark[] {
    const ink = box.isOpen ? look.paperInk : look.ink;
    return [
      mark('rect', {
        x,
        y,
        width: boxWidth,
        height: box.height,
        rx: 8,
        fill: box.isOpen ? look.papers[box.side] : look.sheet,
        stroke: box.isOpen ? look.papers[box.side] : look.muted,
        'stroke-width': 1,
        ...(box.isOpen ? {} : { 'stroke-dasharray': '4 4' }),
      }),
      signMark(box.side, x + boxWidth - padding - signSize, y + padding + 3, ink),
      ...[...box.title.map((text) => ({ text, weight: 600 })), ...box.lines.map((text) => ({ text, weight: 400 }))].map(
        ({ text, weight }, row) =>
          mark(
            'text',
            {
              x: x + padding,
              y: y + padding + row * lineHeight + 13,
              'font-size': weight === 600 ? nameFont.size : lineFont.size,
              'font-weight': weight,
              fill: ink,
            },
            text,
          ),
      ),
    ];
  }
}
