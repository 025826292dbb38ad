import * as Y from 'yjs';
import { type Cell, cellKey, cellsOf, type Template, templateHas } from '../template/index.ts';
import { cleanLine, cleanText, isBlank } from '../text/index.ts';
import {
  type Action,
  actionStatuses,
  type BinnedNote,
  type Board,
  inkColours,
  maxNotes,
  type Note,
  type NoteId,
  noteVoices,
  type ParticipantId,
  type Stroke,
  type StrokeId,
} from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { isDay } from './day.ts';
import { heartsDoneKey } from './meetingState.ts';
import { putAwayPrefix } from './putThemeAway.ts';
import { readActionExtras, readForm, readJourney, readMeeting, readNoteExtras, readTableNow } from './readExtras.ts';
import { isFiniteNumber, isMoment, maxReadableLine, memberOf } from './values.ts';

/** Most points one stroke may have: several minutes with a pen, far below what would stall a phone. */
export const maxStrokePoints = 8000;
/** Ink may start in a cell and run out of it, but not leave the table, in sheet units. */
export const maxStrokeReach = 20_000;

/**
 * Longest text a note is read with, in UTF-16 units: fifty times what may be typed, and more than merging can make of it.
 * Only a foreign program writes a longer one, and it would stall every browser that opens the duk.
 */
const maxReadableNote = 100_000;
/** As many signs and joiners on one letter as no language writes: browsers take minutes to shape some ten thousand. */
const endlessLetter = /[\p{M}\p{Default_Ignorable_Code_Point}]{200}/u;

/**
 * Most notes a duk is read with, and as many in its bin: twice what may be laid, and more than people who write at once can
 * make of it. With tens of thousands, every browser that opens the duk would stand still. The oldest are read.
 */
const maxReadableNotes = 2 * maxNotes;

/**
 * Reads a document as a `Board`. Whatever does not fit the schema is left out and counted, never thrown: the content
 * may come from anybody's program. Remembers what it read of each note, so that a second reading costs only what changed.
 */
export class BoardReader {
  readonly #board: BoardDocument;
  readonly #notes = new Map<string, ReadNote | undefined>();
  readonly #strokes = new Map<string, Stroke | undefined>();
  #current: Board | undefined;
  /** As it was when the notes were read. */
  #votesCount = false;

  constructor(board: BoardDocument) {
    this.#board = board;
    board.notes.observeDeep(this.#forgetNotes);
    board.strokes.observe(this.#forgetStrokes);
    board.duk.observe(this.#forgetAll);
    board.journey.observe(this.#forgetBoard);
    board.meeting.observeDeep(this.#forgetBoard);
  }

  /** The board now. The same value as last time when nothing changed, and the same `Note` for each note that did not. */
  read(): Board {
    this.#current ??= this.#readAgain();
    return this.#current;
  }

  destroy(): void {
    this.#board.notes.unobserveDeep(this.#forgetNotes);
    this.#board.strokes.unobserve(this.#forgetStrokes);
    this.#board.duk.unobserve(this.#forgetAll);
    this.#board.journey.unobserve(this.#forgetBoard);
    this.#board.meeting.unobserveDeep(this.#forgetBoard);
  }

  readonly #forgetNotes = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    this.#current = undefined;
    for (const event of events) {
      const [noteId] = event.path;
      if (typeof noteId === 'string') this.#notes.delete(noteId);
      else for (const key of event.keys.keys()) this.#notes.delete(key);
    }
  };

  readonly #forgetStrokes = (event: Y.YMapEvent<unknown>): void => {
    this.#current = undefined;
    for (const key of event.keysChanged) this.#strokes.delete(key as string);
  };

  readonly #forgetBoard = (): void => {
    this.#current = undefined;
  };

  /** The template may have changed, and with it which cells there are. */
  readonly #forgetAll = (): void => {
    this.#current = undefined;
    this.#notes.clear();
    this.#strokes.clear();
  };

  #readAgain(): Board {
    const { duk, template } = this.#board;
    const votesCount = this.#board.meeting.get(heartsDoneKey) === true;
    if (votesCount !== this.#votesCount) this.#notes.clear();
    this.#votesCount = votesCount;
    let leftOut = 0;
    const notes: Note[] = [];
    const bin: BinnedNote[] = [];
    for (const [id, entry] of this.#board.notes.entries()) {
      if (!this.#notes.has(id)) this.#notes.set(id, readNote(id, entry, template, votesCount));
      const read = this.#notes.get(id);
      leftOut += read ? read.leftOut : 1;
      if (!read) continue;
      const { note } = read;
      if (!('deletedAt' in note)) notes.push(note);
      else if (!isBlank(note.text)) bin.push(note);
    }
    const strokes: Stroke[] = [];
    for (const [id, entry] of this.#board.strokes.entries()) {
      if (!this.#strokes.has(id)) this.#strokes.set(id, readStroke(id, entry, template));
      const stroke = this.#strokes.get(id);
      if (stroke) strokes.push(stroke);
      else leftOut += 1;
    }
    leftOut += keepOldest(notes) + keepOldest(bin);
    const journey = readJourney(this.#board.journey, template);
    const meeting = readMeeting(this.#board.meeting, template);
    const now = readTableNow(this.#board.meeting, template);
    const form = readForm(duk.get('form'), template);
    const putAway = template.themes.map(({ id }) => id).filter((id) => duk.get(putAwayPrefix + id) === true);
    return {
      templateId: template.id,
      title: lineOf(duk.get('title')),
      for: lineOf(duk.get('for')),
      horizonShort: dayOf(duk.get('horizonShort')),
      horizonLong: dayOf(duk.get('horizonLong')),
      notes: notes.sort(readingOrder(template)),
      bin: bin.sort((a, b) => b.deletedAt - a.deletedAt || compareText(a.id, b.id)),
      strokes: strokes.sort((a, b) => compareText(a.id, b.id)),
      journey: journey.value,
      ...(meeting.value ? { meeting: meeting.value } : {}),
      ...(now.value ? { now: now.value } : {}),
      ...(form.value ? { form: form.value } : {}),
      ...(putAway.length > 0 ? { putAway } : {}),
      leftOut: leftOut + journey.leftOut + meeting.leftOut + now.leftOut + form.leftOut,
    };
  }
}

/** Reads a document once. */
export function readBoard(board: BoardDocument): Board {
  const reader = new BoardReader(board);
  const read = reader.read();
  reader.destroy();
  return read;
}

/** Orders text by UTF-16 unit, alike on every machine and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Keeps as many as are read. @returns how many are left out: the same on every machine, whatever came first there */
function keepOldest(notes: Note[]): number {
  if (notes.length <= maxReadableNotes) return 0;
  notes.sort((a, b) => a.createdAt - b.createdAt || compareText(a.id, b.id));
  return notes.splice(maxReadableNotes).length;
}

/** By order, then by id: the order of the notes inside one cell. */
export function compareInCell(a: Pick<Note, 'order' | 'id'>, b: Pick<Note, 'order' | 'id'>): number {
  return compareText(a.order, b.order) || compareText(a.id, b.id);
}

function readingOrder(template: Template): (a: Note, b: Note) => number {
  const places = new Map(cellsOf(template).map((cell, index) => [cellKey(cell), index]));
  const placeOf = (note: Note): number => places.get(cellKey(note.cell)) ?? places.size;
  return (a, b) => placeOf(a) - placeOf(b) || compareInCell(a, b);
}

interface ReadNote {
  readonly note: Note | BinnedNote;
  /** How much of what it may have beside its words and its place did not fit. */
  readonly leftOut: number;
}

export function readNote(id: string, entry: unknown, template: Template, votesCount = false): ReadNote | undefined {
  if (!(entry instanceof Y.Map)) return undefined;
  const cell = readCell(entry.get('column'), entry.get('theme'), template);
  const text = entry.get('text');
  const voice = memberOf(noteVoices, entry.get('voice'));
  const order = entry.get('order');
  const author = entry.get('author');
  const createdAt = entry.get('createdAt');
  if (!cell || !(text instanceof Y.Text) || text.length > maxReadableNote || !voice) return undefined;
  if (typeof order !== 'string' || typeof author !== 'string' || !isMoment(createdAt)) return undefined;
  const written = text.toString();
  if (endlessLetter.test(written)) return undefined;
  const action = readAction(entry.get('action'));
  const extras = readNoteExtras(entry, votesCount);
  const deletedAt = entry.get('deletedAt');
  const note = {
    id: id as NoteId,
    cell,
    order,
    text: cleanText(written),
    voice,
    author: author as ParticipantId,
    createdAt,
    ...(action ? { action: action.value } : {}),
    ...extras.value,
  };
  return {
    note: deletedAt === undefined ? note : { ...note, deletedAt: isMoment(deletedAt) ? deletedAt : 0 },
    leftOut: extras.leftOut + (action?.leftOut ?? 0),
  };
}

function readAction(entry: unknown): { readonly value: Action; readonly leftOut: number } | undefined {
  if (!(entry instanceof Y.Map)) return undefined;
  const status = memberOf(actionStatuses, entry.get('status'));
  if (!status) return undefined;
  const extras = readActionExtras(entry);
  return {
    value: {
      owner: lineOf(entry.get('owner')),
      service: lineOf(entry.get('service')),
      due: dayOf(entry.get('due')),
      status,
      ...extras.value,
    },
    leftOut: extras.leftOut,
  };
}

function readStroke(id: string, entry: unknown, template: Template): Stroke | undefined {
  if (typeof entry !== 'object' || entry === null || entry instanceof Y.AbstractType) return undefined;
  const stroke = entry as Record<string, unknown>;
  const cell = readCell(stroke.column, stroke.theme, template);
  const colour = memberOf(inkColours, stroke.colour);
  const { points, width, author } = stroke;
  const words = lineOf(stroke.words);
  if (!cell || !colour || !Array.isArray(points) || !isFiniteNumber(width) || typeof author !== 'string')
    return undefined;
  if (points.length < 3 || points.length % 3 !== 0 || points.length > 3 * maxStrokePoints) return undefined;
  if (width <= 0 || width > 60) return undefined;
  if (!points.every((value) => isFiniteNumber(value) && Math.abs(value) <= maxStrokeReach)) return undefined;
  return {
    ...{ id: id as StrokeId, cell, points: points as number[], colour, width, author: author as ParticipantId },
    ...(isBlank(words) ? {} : { words }),
  };
}

function readCell(column: unknown, theme: unknown, template: Template): Cell | undefined {
  if (typeof column !== 'string' || typeof theme !== 'string') return undefined;
  const cell = { column, theme } as Cell;
  return templateHas(template, cell) ? cell : undefined;
}

function lineOf(value: unknown): string {
  return typeof value === 'string' && value.length <= maxReadableLine ? cleanLine(value) : '';
}

function dayOf(value: unknown): string {
  return typeof value === 'string' && isDay(value) ? value : '';
}
