import type { ActionStatus, Handwriting, Note } from '../board/index.ts';
import { isBlank } from '../text/index.ts';
import { breakLines, type TextLine } from './breakLines.ts';
import { textWidth } from './measureText.ts';
import { type SheetWords, shortDate } from './sheetWords.ts';
import { sizes } from './sizes.ts';

/** A note's inside: its broken text, who said it, and what is agreed. Measured from the note's upper left corner. */
export interface NoteBox {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
  /** What was written by hand, below the words; `scale` times its own units. */
  readonly writing: { readonly y: number; readonly height: number; readonly scale: number } | undefined;
  /** Voice and name: «Innbygger · Eirin». */
  readonly footer: readonly TextLine[];
  readonly footerY: number;
  readonly strip: NoteStrip | undefined;
  /** It stands beside another that says it differently. */
  readonly isPaired: boolean;
}

/** The strip of a tiltak: who and which service, by when, how far. */
export interface NoteStrip {
  readonly y: number;
  readonly height: number;
  readonly initials: string;
  readonly who: readonly TextLine[];
  readonly due: string;
  readonly status: ActionStatus;
  readonly statusText: string;
  readonly pillWidth: number;
  /** Whether date and status stand on a line of their own, since they do not fit beside who. */
  readonly isTall: boolean;
}

interface Remembered {
  readonly width: number;
  readonly author: string;
  readonly words: SheetWords;
  readonly box: NoteBox;
}

/** Boxes by the note they were made for. A note that did not change is the same value, and so keeps its box. */
const remembered = new WeakMap<Note, Remembered>();

/** The inside of a note of a given width, in sheet units. */
export function noteBox(note: Note, width: number, author: string, words: SheetWords, isPaired = false): NoteBox {
  const known = remembered.get(note);
  const isSame = known?.width === width && known.author === author && known.words === words;
  if (isSame && known.box.isPaired === isPaired) return known.box;
  const box = makeBox(note, width, author, words, isPaired);
  remembered.set(note, { width, author, words, box });
  return box;
}

function makeBox(note: Note, width: number, author: string, words: SheetWords, isPaired: boolean): NoteBox {
  const { paddingX, paddingTop, paddingBottom, lineHeight, textFont, footerFont, footerHeight, footerGap, sign } =
    sizes.note;
  const textRoom = width - 2 * paddingX;
  const lines = breakLines(note.text, textRoom, textFont);
  const spoken = [words.voice[note.voice], author, isPaired ? words.differ : '']
    .filter((part) => part !== '')
    .join(' · ');
  const hearts = heartsOn(note) * (sign + 6);
  const footer = breakLines(spoken, textRoom - sign - 6 - hearts, footerFont);
  const written = paddingTop + lines.length * lineHeight;
  const writing = note.handwriting && placeWriting(note.handwriting, written, textRoom);
  const footerY = written + (writing ? writing.height + footerGap : 0) + footerGap;
  const top = footerY + footer.length * footerHeight + paddingBottom;
  const strip = note.action ? makeStrip(note.action, width, top, words) : undefined;
  return { width, height: top + (strip?.height ?? 0), lines, writing, footer, footerY, strip, isPaired };
}

/** As large as a note of ordinary size on a wall sheet, and smaller where it would not fit. */
function placeWriting({ width, height }: Handwriting, under: number, room: number): NonNullable<NoteBox['writing']> {
  const { writingGap, writingScale, maxWritingHeight } = sizes.note;
  const scale = Math.min(writingScale, room / width, maxWritingHeight / height);
  return { y: under + writingGap, height: Math.ceil(height * scale) + writingGap, scale };
}

/** How many hearts stand on a note: one of whose plan it is, and one of the others, however many gave it. */
export function heartsOn({ hearts, votes }: Note): number {
  return (hearts ? 1 : 0) + (votes ? 1 : 0);
}

function makeStrip(action: NonNullable<Note['action']>, width: number, y: number, words: SheetWords): NoteStrip {
  const { paddingX, footerFont, stripPadding, stripLine, avatar, pillFont, pillPaddingX } = sizes.note;
  const who = [action.owner, action.service].filter((part) => !isBlank(part)).join(' · ') || words.noOwner;
  const due = action.due ? shortDate(action.due) : words.noDate;
  const statusText = words.status[action.status];
  const pillWidth = textWidth(statusText, pillFont) + 2 * pillPaddingX;
  const room = width - 2 * paddingX - avatar - 8;
  const besides = textWidth(due, footerFont) + 8 + pillWidth;
  const whoLines = breakLines(who, room, footerFont);
  const isTall = whoLines.length > 1 || textWidth(who, footerFont) + 14 + besides > room;
  const lineCount = isTall ? whoLines.length + 1 : 1;
  return {
    y,
    height: 2 * stripPadding + lineCount * stripLine,
    initials: initialsOf(action.owner),
    who: whoLines,
    due,
    status: action.status,
    statusText,
    pillWidth,
    isTall,
  };
}

/** A part of a strip, from the note's upper left corner. */
export interface StripPart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where who, by when and how far stand on a strip; each as wide as its words. */
export function stripParts(
  strip: NoteStrip,
  noteWidth: number,
): { readonly who: StripPart; readonly due: StripPart; readonly status: StripPart } {
  const { paddingX, stripPadding, stripLine, avatar, footerFont, pillHeight } = sizes.note;
  const top = strip.y + stripPadding;
  const whoHeight = strip.who.length * stripLine;
  const lastLine = top + (strip.isTall ? whoHeight : 0);
  const whoWidth = Math.max(0, ...strip.who.map(({ text }) => textWidth(text, footerFont)));
  const dueWidth = textWidth(strip.due, footerFont);
  const pillX = noteWidth - paddingX - strip.pillWidth;
  return {
    who: { x: paddingX, y: top, width: avatar + 8 + whoWidth, height: whoHeight },
    due: {
      x: strip.isTall ? paddingX + avatar + 8 : pillX - 8 - dueWidth,
      y: lastLine,
      width: dueWidth,
      height: stripLine,
    },
    status: { x: pillX, y: lastLine + (stripLine - pillHeight) / 2, width: strip.pillWidth, height: pillHeight },
  };
}

/** The first two letters of a name, as on the avatars. */
export function initialsOf(name: string): string {
  return [...name.trim()].slice(0, 2).join('');
}
