import { Resvg } from '@resvg/resvg-js';
import { resvgFonts } from './fonts.ts';
import { outlineOddWords } from './outlineOddWords.ts';
import { pictureSize } from './pictureSize.ts';
import type { RenderJob } from './renderJob.ts';

/** Pixels across: words on notes are readable when the picture is shown on a wall or printed at A3 (145 dpi). */
export const pictureWidthPx = 2400;
/** Pixels down at most: four bytes each, so that the largest picture takes 77 MB while it is drawn. */
const pictureMaxHeightPx = 8000;

/** The cloth lies on linen, seen at its rounded corners. */
const linen = '#e9e2d6';

/** Draws the duk, or a chart, as a bitmap. A duk taller than the picture may be is drawn narrower, whole. */
export function drawPng({ svg }: RenderJob & { readonly kind: 'png' }, background: string = linen): Uint8Array {
  const { width, height } = pictureSize(svg);
  const isTall = (height / width) * pictureWidthPx > pictureMaxHeightPx;
  const fitTo = isTall
    ? ({ mode: 'height', value: pictureMaxHeightPx } as const)
    : ({ mode: 'width', value: pictureWidthPx } as const);
  return new Resvg(outlineOddWords(svg), { font: resvgFonts, fitTo, background }).render().asPng();
}
