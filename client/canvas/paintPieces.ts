import type { Font, Piece } from '@duken/shared/sheet';

/** What is put in the place of words that became too small is at least this large, in CSS pixels (look.md, "Notes are paper"). */
export const smallestReadable = 11;
/** Words are painted down to this size, in CSS pixels: on a table they are still read, and on a laptop seen. */
export const smallestWords = 6;

/** The sheet's fonts, by script; a browser takes the first that has the letter. Emoji come from the device. */
export const fontFamily =
  "'Inter Variable', 'Noto Sans Arabic Variable', 'Noto Sans Ethiopic Variable', system-ui, 'Noto Color Emoji', sans-serif";

const weights = { regular: 400, semibold: 600 } as const;
const fonts = new Map<Font, string>();

export function cssFont(font: Font): string {
  let css = fonts.get(font);
  if (css === undefined) {
    css = `${weights[font.weight]} ${font.size}px ${fontFamily}`;
    fonts.set(font, css);
  }
  return css;
}

/** The soft shadow under paper: two thin sheets of shade are far cheaper than a blur for each note. */
const shade = ['rgb(60 45 20 / 7%)', 'rgb(60 45 20 / 10%)'] as const;

const paths = new Map<string, Path2D>();

function pathOf(d: string): Path2D {
  let path = paths.get(d);
  if (!path) {
    path = new Path2D(d);
    // Ink is drawn once and stays; a thousand strokes are still few.
    if (paths.size > 4000) paths.clear();
    paths.set(d, path);
  }
  return path;
}

/**
 * Paints pieces of the sheet. Lines come broken from the layout, so that canvas, picture and print break text alike;
 * kerning is off because the table the lines were broken by has none.
 */
export function paintPieces(context: CanvasRenderingContext2D, pieces: readonly Piece[]): void {
  context.fontKerning = 'none';
  context.textBaseline = 'alphabetic';
  for (const piece of pieces) {
    if (piece.kind === 'text') paintText(context, piece);
    else if (piece.kind === 'box') paintBox(context, piece);
    else paintPath(context, piece);
  }
}

function paintText(context: CanvasRenderingContext2D, piece: Extract<Piece, { kind: 'text' }>): void {
  const font = cssFont(piece.font);
  if (context.font !== font) context.font = font;
  context.fillStyle = piece.fill;
  context.direction = piece.rightToLeft ? 'rtl' : 'ltr';
  context.textAlign = piece.anchor === 'middle' ? 'center' : piece.anchor;
  if (piece.letterSpacing) context.letterSpacing = `${piece.letterSpacing}px`;
  context.fillText(piece.text, piece.x, piece.y);
  if (piece.letterSpacing) context.letterSpacing = '0px';
}

function paintBox(context: CanvasRenderingContext2D, piece: Extract<Piece, { kind: 'box' }>): void {
  const { x, y, width, height, radii } = piece;
  if (piece.shadow) {
    context.fillStyle = shade[0];
    context.beginPath();
    context.roundRect(x - 0.5, y + 2, width + 1, height + 2, radii as number[] | undefined);
    context.fill();
    context.fillStyle = shade[1];
    context.beginPath();
    context.roundRect(x, y + 1, width, height + 0.5, radii as number[] | undefined);
    context.fill();
  }
  if (piece.fill) {
    context.fillStyle = piece.fill;
    if (radii) {
      context.beginPath();
      context.roundRect(x, y, width, height, radii as unknown as number[]);
      context.fill();
    } else context.fillRect(x, y, width, height);
  }
  if (piece.stroke && piece.strokeWidth) {
    context.strokeStyle = piece.stroke;
    context.lineWidth = piece.strokeWidth;
    context.setLineDash((piece.dash ?? []) as number[]);
    context.beginPath();
    context.roundRect(x, y, width, height, radii as number[] | undefined);
    context.stroke();
    context.setLineDash([]);
  }
}

function paintPath(context: CanvasRenderingContext2D, piece: Extract<Piece, { kind: 'path' }>): void {
  context.translate(piece.x, piece.y);
  context.scale(piece.scale, piece.scale);
  if (piece.fill) {
    context.fillStyle = piece.fill;
    context.fill(pathOf(piece.d));
  }
  if (piece.stroke) {
    context.strokeStyle = piece.stroke;
    context.lineWidth = piece.strokeWidth ?? 1;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.stroke(pathOf(piece.d));
  }
  context.scale(1 / piece.scale, 1 / piece.scale);
  context.translate(-piece.x, -piece.y);
}
