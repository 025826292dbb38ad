import type { Board, BoardId, Handwriting, NoteId, Voice } from '../board/index.ts';
import { failed, type Result, succeeded } from '../result.ts';
import type { Cell, Template } from '../template/index.ts';
import { type FoundPaper, findPapers } from './findPapers.ts';
import { mayBeTwo } from './mayBeTwo.ts';
import { paperNumberOf } from './paperCode.ts';
import { isWithin, type PaperCell, type PaperSheet } from './paperSheet.ts';
import { type Pixels, pictureOf } from './pixels.ts';
import { type LyingSheet, type SeenMark, type StraightenFailure, straighten } from './straighten.ts';
import { traceWriting } from './traceWriting.ts';

/** What is not sure of a note on paper, and is asked. */
export type PaperDoubt =
  /** Its colour is nobody's, or it was written on the sheet itself. */
  | 'voice'
  /** It lies over more than one cell, or beside them all. */
  | 'cell'
  /** It has not the shape or the size of one paper: two may lie over each other. */
  | 'shape'
  /** Nothing that is written was found on it. */
  | 'blank';

/** One note as it was found on a sheet. */
export interface PaperNote {
  /** Where it is in the reading's own list. */
  readonly key: number;
  readonly paper: FoundPaper;
  readonly cell: Cell;
  readonly voice: Voice | undefined;
  readonly doubts: readonly PaperDoubt[];
  /** The note as it was photographed, upright. */
  readonly picture: Pixels;
  /** What is written on it; absent where nothing was found. */
  readonly handwriting?: Handwriting;
}

export interface PaperReading {
  readonly sheet: number;
  /** What is not sure first, then as one reads. */
  readonly notes: readonly PaperNote[];
  /** The whole sheet, straightened. */
  readonly survey: Pixels;
  /** Whether all of its cells were in the photograph. */
  readonly isWhole: boolean;
}

export type PaperFailure =
  | StraightenFailure
  /** It is a sheet of another duk, or of this one laid out in another way. */
  | { readonly kind: 'otherDuk' };

export interface PaperDuk {
  readonly boardId: BoardId;
  readonly template: Template;
}

/** Units of writing for each paper unit: two for each unit of the duk, where a cell's width becomes a note's. */
const writingScale = 548 / 190;
/** Widest writing in its own units; what is wider is drawn smaller. */
const widestWriting = 548;
/** Pixels of a note's picture for each paper unit: outlines come out smooth between few pixels as well. */
const [coarsest, finest] = [2, 4];

/** Reads a photograph of a printed sheet: how it lies, whose it is, and every note on it. */
export function readPaper(
  photo: Pixels,
  seen: readonly SeenMark[],
  sheet: PaperSheet,
  { boardId, template }: PaperDuk,
): Result<PaperReading, PaperFailure> {
  const lying = straighten(photo, seen, sheet);
  if (!lying.ok) return lying;
  const { code, toPhoto, isWhole } = lying.value;
  if (code.board !== paperNumberOf(boardId, template.id)) return failed({ kind: 'otherDuk' });
  const survey = pictureOf(photo, sheet.width, sheet.height, toPhoto, 2);
  const papers = findPapers(survey, sheet);
  const doubtful = mayBeTwo(papers);
  const notes = papers
    .map((paper) => readNote(photo, lying.value, paper, sheet, doubtful.has(paper)))
    .toSorted(
      (a, b) => Number(b.doubts.length > 0) - Number(a.doubts.length > 0) || placeIn(sheet, a) - placeIn(sheet, b),
    )
    .map((note, key): PaperNote => ({ ...note, key }));
  return succeeded({ sheet: code.sheet, notes, survey, isWhole });
}

function placeIn({ cells }: PaperSheet, { cell }: Pick<PaperNote, 'cell'>): number {
  return cells.findIndex((one) => one.cell.column === cell.column && one.cell.theme === cell.theme);
}

function readNote(
  photo: Pixels,
  { toPhoto, pixelsPerUnit, code }: LyingSheet,
  paper: FoundPaper,
  sheet: PaperSheet,
  mayBeTwoPapers: boolean,
): Omit<PaperNote, 'key'> {
  const { cell, isSure } = cellOf(paper, sheet);
  const voice = paper.kind === 'note' ? voiceOf(paper.colour) : undefined;
  const fine = Math.min(finest, Math.max(coarsest, pixelsPerUnit * 1.15));
  const [cos, sin] = [Math.cos((paper.turned * Math.PI) / 180), Math.sin((paper.turned * Math.PI) / 180)];
  const cut = (inset: number): Pixels =>
    pictureOf(
      photo,
      Math.max(8, Math.round((paper.width - 2 * inset) * fine)),
      Math.max(8, Math.round((paper.height - 2 * inset) * fine)),
      (x, y) => {
        const [along, down] = [x / fine - paper.width / 2 + inset, y / fine - paper.height / 2 + inset];
        return toPhoto(paper.middle.x + along * cos - down * sin, paper.middle.y + along * sin + down * cos);
      },
    );
  // The rim of a paper is not writing.
  const scale = Math.min(writingScale, widestWriting / paper.width);
  const traced = traceWriting(cut(paper.kind === 'note' ? 5 : 0), scale / fine);
  const doubts: PaperDoubt[] = [
    ...(voice === undefined ? (['voice'] as const) : []),
    ...(isSure ? [] : (['cell'] as const)),
    ...(mayBeTwoPapers ? (['shape'] as const) : []),
    ...(traced ? [] : (['blank'] as const)),
  ];
  return {
    paper,
    cell,
    voice,
    doubts,
    picture: cut(0),
    ...(traced
      ? {
          handwriting: {
            ...traced,
            sheet: code.sheet,
            x: Math.round(paper.middle.x),
            y: Math.round(paper.middle.y),
          },
        }
      : {}),
  };
}

/** The cell in which most of a paper lies; of two that have much of it, it is asked. */
function cellOf(paper: FoundPaper, { cells }: PaperSheet): { readonly cell: Cell; readonly isSure: boolean } {
  const [cos, sin] = [Math.cos((paper.turned * Math.PI) / 180), Math.sin((paper.turned * Math.PI) / 180)];
  const shares = new Map<PaperCell, number>();
  const grain = 9;
  for (let row = 0; row < grain; row++)
    for (let column = 0; column < grain; column++) {
      const along = ((column + 0.5) / grain - 0.5) * paper.width;
      const down = ((row + 0.5) / grain - 0.5) * paper.height;
      const [x, y] = [paper.middle.x + along * cos - down * sin, paper.middle.y + along * sin + down * cos];
      const under = cells.find((one) => isWithin(one, x, y));
      if (under) shares.set(under, (shares.get(under) ?? 0) + 1 / grain ** 2);
    }
  const ranked = [...shares].toSorted(([, a], [, b]) => b - a);
  const { x, y } = paper.middle;
  const away = (one: PaperCell) => Math.hypot(one.x + one.width / 2 - x, one.y + one.height / 2 - y);
  const nearest = cells.toSorted((a, b) => away(a) - away(b))[0];
  // Where its middle lies it was meant to lie; a large note covers more than its cell.
  const middle = cells.find((one) => isWithin(one, x, y, 3));
  const chosen = middle ?? ranked[0]?.[0] ?? nearest;
  const [first = 0, second = 0] = ranked.map(([, share]) => share);
  const isSure = middle !== undefined && ranked[0]?.[0] === middle && first >= 0.4 && first - second >= 0.12;
  return { cell: chosen?.cell ?? { column: 'now', theme: '' }, isSure };
}

/** Whose paper has a colour, as the print's key says it: by hue in degrees, with room between one and the next. */
const hues: readonly { readonly voice: Voice; readonly from: number; readonly to: number }[] = [
  { voice: 'child', from: 12, to: 36 },
  { voice: 'citizen', from: 42, to: 68 },
  { voice: 'family', from: 78, to: 165 },
  { voice: 'service', from: 185, to: 250 },
];

function voiceOf([red, green, blue]: FoundPaper['colour']): Voice | undefined {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const range = most - least;
  const sixth =
    most === red ? (green - blue) / range : most === green ? 2 + (blue - red) / range : 4 + (red - green) / range;
  const hue = (60 * sixth + 360) % 360;
  return hues.find(({ from, to }) => hue >= from && hue <= to)?.voice;
}

/** Nearer than this on the same sheet, in paper units, it is the same note: the smallest are twice as wide. */
const samePlace = 24;

type ReadPlace = Pick<Handwriting, 'sheet' | 'x' | 'y'>;

/** Whether two places that something was read at are of one note. */
export function isSameOnPaper(one: ReadPlace, other: ReadPlace): boolean {
  return one.sheet === other.sheet && Math.hypot(one.x - other.x, one.y - other.y) < samePlace;
}

/** The note of a duk, in the bin or not, that was read from the same place of the same sheet. */
export function laidAlready(board: Pick<Board, 'notes' | 'bin'>, read: ReadPlace): NoteId | undefined {
  return [...board.notes, ...board.bin].find(({ handwriting }) => handwriting && isSameOnPaper(handwriting, read))?.id;
}
