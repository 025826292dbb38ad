import { type Board, withoutPutAway } from '@duken/shared/board';
import { type LetterLanguage, letterTexts } from '@duken/shared/letter';
import type { Meeting } from '@duken/shared/meeting';
import {
  drawNote,
  drawSheet,
  layOut,
  type Piece,
  paperLook,
  type SheetInput,
  sheetWords,
  strokeOutline,
} from '@duken/shared/sheet';
import type { Template } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { printableCharacters } from './printableText.ts';

/**
 * The fonts are named, not embedded: a picture with its fonts would be ten times as large, and lines are broken with room
 * for other fonts (shared/sheet). Without Inter on the machine the words stand in its nearest font, in the same lines.
 */
export const fontFamily =
  "Inter, 'IBM Plex Sans Arabic', 'Noto Sans Ethiopic', 'Noto Emoji', 'Segoe UI', Arial, sans-serif";

/**
 * The whole duk as SVG, nothing folded away, with the sheet's own words in a language. Standing alone: no scripts, no links, nothing fetched. The same
 * content gives the same bytes on every machine. There are no SVG filters in it, since a PDF would turn those to pixels.
 */
export function boardToSvg(
  board: Board,
  template: Template,
  authors: Pick<SheetInput, 'names' | 'helpers'>,
  meeting: Pick<Meeting, 'date' | 'present'>,
  language: LetterLanguage = 'nb',
): string {
  return sheetToSvg(
    {
      board,
      template,
      words: sheetWords[language],
      ...authors,
      meeting: { date: meeting.date, present: meeting.present.map(({ name }) => name) },
      folded: new Set(),
    },
    language,
  );
}

/** What a sheet shows, in words: its name, and how much there is on it. */
export function toldOf(
  { board, template }: Pick<SheetInput, 'board' | 'template'>,
  language: LetterLanguage,
): { readonly title: string; readonly description: string } {
  const texts = letterTexts[language];
  const themes = withoutPutAway(template, board).themes.length;
  return {
    title: board.title || (isBlank(board.for) ? texts.cut.title : texts.title(board.for)),
    description: texts.dukDescription(board.notes.length, template.columns.length, themes),
  };
}

/** The same of any sheet, and of a part of one. */
export function sheetToSvg(sheet: SheetInput, language: LetterLanguage): string {
  const layout = layOut(sheet);
  const { title, description } = toldOf(sheet, language);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${layout.width} ${layout.height}" width="${layout.width}" height="${layout.height}" role="img" aria-labelledby="duk-title duk-desc" lang="${language}" xml:lang="${language}" xml:space="preserve" font-family="${escaped(fontFamily)}" font-kerning="none">`,
    `<title id="duk-title">${escaped(title)}</title>`,
    `<desc id="duk-desc">${escaped(description)}</desc>`,
    ...drawSheet(layout, paperLook).map(pieceToSvg),
    ...layout.notes.map(
      (note) =>
        `<g transform="translate(${note.x} ${note.y})">${drawNote(note, paperLook).map(pieceToSvg).join('')}</g>`,
    ),
    ...layout.strokes.map(({ stroke, x, y }) =>
      pieceToSvg({
        kind: 'path',
        x,
        y,
        scale: 1,
        d: strokeOutline(stroke),
        fill: paperLook.strokes[stroke.colour],
      }),
    ),
    '</svg>\n',
  ].join('\n');
}

/** One piece as an element of SVG. */
export function pieceToSvg(piece: Piece): string {
  switch (piece.kind) {
    case 'box':
      return box(piece);
    case 'text':
      return words(piece);
    case 'path':
      return path(piece);
  }
}

/** The short soft shadow under paper: two see-through sheets, each a little lower and wider. Ink at these strengths. */
const shadows = [
  { spread: 0.5, down: 1, opacity: 0.1 },
  { spread: 1.5, down: 2.5, opacity: 0.06 },
] as const;

function box(piece: Piece & { readonly kind: 'box' }): string {
  const under = piece.shadow
    ? shadows.map(({ spread, down, opacity }) => {
        const { x, y, width, height } = piece;
        const place = { x: x - spread, y: y + down - spread, width: width + 2 * spread, height: height + 2 * spread };
        return `<path d="${outline({ ...piece, ...place })}" fill="${paperLook.ink}" fill-opacity="${opacity}"/>`;
      })
    : [];
  const dash = piece.dash ? ` stroke-dasharray="${piece.dash.join(' ')}"` : '';
  return `${under.join('')}<path d="${outline(piece)}"${filled(piece)}${stroked(piece)}${dash}/>`;
}

function outline({ x, y, width, height, radii = [0, 0, 0, 0] }: Piece & { readonly kind: 'box' }): string {
  const [upperLeft, upperRight, lowerRight, lowerLeft] = radii.map((radius) => Math.min(radius, width / 2, height / 2));
  const corner = (radius = 0, toX: number, toY: number): string =>
    radius > 0 ? `A${tidy(radius)} ${tidy(radius)} 0 0 1 ${tidy(toX)} ${tidy(toY)}` : '';
  const [right, bottom] = [x + width, y + height];
  return [
    `M${tidy(x + (upperLeft ?? 0))} ${tidy(y)}H${tidy(right - (upperRight ?? 0))}`,
    corner(upperRight, right, y + (upperRight ?? 0)),
    `V${tidy(bottom - (lowerRight ?? 0))}`,
    corner(lowerRight, right - (lowerRight ?? 0), bottom),
    `H${tidy(x + (lowerLeft ?? 0))}`,
    corner(lowerLeft, x, bottom - (lowerLeft ?? 0)),
    `V${tidy(y + (upperLeft ?? 0))}`,
    corner(upperLeft, x + (upperLeft ?? 0), y),
    'Z',
  ].join('');
}

const rightToLeftIsolate = '\u2067';
const endOfIsolate = '\u2069';

/**
 * A line from right to left ends at its `x` and is isolated by characters, not by the `direction` property: not every
 * reader of SVG knows that, and one that does not would draw the line out of its note.
 */
function words(piece: Piece & { readonly kind: 'text' }): string {
  const text = escaped(piece.text);
  const anchor = piece.rightToLeft ? 'end' : piece.anchor;
  const attributes = [
    `x="${tidy(piece.x)}" y="${tidy(piece.y)}" font-size="${piece.font.size}"`,
    ...(piece.font.weight === 'semibold' ? ['font-weight="600"'] : []),
    ...(anchor === 'start' ? [] : [`text-anchor="${anchor}"`]),
    ...(piece.letterSpacing ? [`letter-spacing="${piece.letterSpacing}"`] : []),
  ];
  const isolated = piece.rightToLeft ? rightToLeftIsolate + text + endOfIsolate : text;
  return `<text ${attributes.join(' ')}${filled(piece)}>${isolated}</text>`;
}

function path(piece: Piece & { readonly kind: 'path' }): string {
  const transform = `translate(${tidy(piece.x)} ${tidy(piece.y)})${piece.scale === 1 ? '' : ` scale(${tidy(piece.scale)})`}`;
  const round = piece.stroke ? ' stroke-linecap="round" stroke-linejoin="round"' : '';
  return `<path transform="${transform}" d="${escaped(piece.d)}"${filled(piece)}${stroked(piece)}${round}/>`;
}

function filled({ fill }: { readonly fill?: string }): string {
  return fill === undefined ? ' fill="none"' : ` fill="${opaque(fill)}"${opacity(fill, 'fill')}`;
}

function stroked({ stroke, strokeWidth = 1 }: { readonly stroke?: string; readonly strokeWidth?: number }): string {
  if (stroke === undefined || strokeWidth === 0) return '';
  return ` stroke="${opaque(stroke)}"${opacity(stroke, 'stroke')} stroke-width="${tidy(strokeWidth)}"`;
}

/** '#rrggbb' of '#rrggbb' or '#rrggbbaa'; older readers of SVG do not know the latter. */
function opaque(colour: string): string {
  return escaped(colour.slice(0, 7));
}

function opacity(colour: string, of: 'fill' | 'stroke'): string {
  return colour.length === 9 ? ` ${of}-opacity="${tidy(Number.parseInt(colour.slice(7), 16) / 255)}"` : '';
}

/** Hundredths are finer than any screen or print; and no floating point noise. */
function tidy(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return printableCharacters(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
