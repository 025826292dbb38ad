import type { TextLine } from './breakLines.ts';
import type { Font } from './measureText.ts';

/**
 * What the sheet is drawn with. The canvas paints these and the picture writes them as SVG, so both show the same.
 * All measures are sheet units; `y` of a text is its baseline.
 */
export type Piece =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** Of the corners: upper left, upper right, lower right, lower left. */
      readonly radii?: readonly [number, number, number, number];
      readonly fill?: string;
      readonly stroke?: string;
      readonly strokeWidth?: number;
      readonly dash?: readonly [number, number];
      /** A short soft shadow, as under paper. */
      readonly shadow?: boolean;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly font: Font;
      readonly fill: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly rightToLeft?: boolean;
      readonly letterSpacing?: number;
    }
  | {
      readonly kind: 'path';
      readonly x: number;
      readonly y: number;
      /** Times the path's own units. */
      readonly scale: number;
      /** SVG path data. */
      readonly d: string;
      readonly fill?: string;
      readonly stroke?: string;
      /** In the path's own units. */
      readonly strokeWidth?: number;
    };

/** Share of the line height above the baseline, so that Inter stands in the middle of its line. */
export function baseline(lineHeight: number, size: number): number {
  return Math.round(lineHeight / 2 + size * 0.36);
}

/** Lines of text, one below the other; a paragraph that runs from right to left starts at the right edge. */
export function textPieces(
  lines: readonly TextLine[],
  x: number,
  y: number,
  width: number,
  lineHeight: number,
  font: Font,
  fill: string,
  alwaysLeft = false,
): Piece[] {
  return lines
    .map(
      (line, row): Piece => ({
        kind: 'text',
        x: line.rightToLeft && !alwaysLeft ? x + width : x,
        y: y + row * lineHeight + baseline(lineHeight, font.size),
        text: line.text,
        font,
        fill,
        anchor: 'start',
        ...(line.rightToLeft && !alwaysLeft ? { rightToLeft: true } : {}),
      }),
    )
    .filter((piece) => piece.kind !== 'text' || piece.text !== '');
}
