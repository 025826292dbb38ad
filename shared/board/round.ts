import { failed, type Result, succeeded } from '../result.ts';
import type { Cell } from '../template/index.ts';
import { type AddNoteFailure, addNote, hasRoomFor } from './addNote.ts';
import { maxNoteLength, maxNotes, type NoteId, type RoundNow, theRound } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { hasCell } from './cellOrder.ts';
import { roundKey } from './meetingState.ts';

/** Fewest who must have written something: of two, each would know what the other wrote. */
export const fewestInRound = 3;

/** Most notes of one person in one round. What they wrote beyond that stays theirs. */
export const maxInRound = 30;

/** What somebody wrote in a round, under an id that says nothing of who. */
export interface RoundNote {
  readonly id: NoteId;
  readonly cell: Cell;
  readonly text: string;
}

/** The round that is open. */
export function roundIn(board: BoardDocument): Result<RoundNow, { readonly kind: 'roundNotOpen' }> {
  const round = board.meeting.get(roundKey) as RoundNow | undefined;
  return round ? succeeded(round) : failed({ kind: 'roundNotOpen' });
}

/** Opens a round without names, for all at the table. Only the server does. Where one is open already, it goes on. */
export function openRound(board: BoardDocument, id: string): Result<void, never> {
  if (!board.meeting.has(roundKey))
    board.transactQuietly(() => board.meeting.set(roundKey, { id, ready: 0 } satisfies RoundNow));
  return succeeded(undefined);
}

/** Says how many are done. Only the server does. */
export function countReady(board: BoardDocument, { id, ready }: RoundNow): Result<void, never> {
  const now = board.meeting.get(roundKey) as RoundNow | undefined;
  if (now?.id === id && now.ready !== ready) board.transactQuietly(() => board.meeting.set(roundKey, { id, ready }));
  return succeeded(undefined);
}

/** Ends the round that is open, with nothing of it on the duk: what each has written stays with them. */
export function closeRound(board: BoardDocument): Result<void, never> {
  if (board.meeting.has(roundKey)) board.transactQuietly(() => board.meeting.delete(roundKey));
  return succeeded(undefined);
}

/**
 * Lays what people wrote in a round, all in the same moment, in nobody's name and voice, and ends the round. What has no place on
 * this duk stays where it is, and what lies there already is not laid twice.
 * @param byWriter what each of those who are done has written
 * @param mix puts them in an order that tells nothing
 * @param createdAt the same for all, in milliseconds since the epoch
 * @returns how many were laid; `roundTooFewWrote` where it would hide nobody
 */
export function layRound(
  board: BoardDocument,
  {
    id,
    byWriter,
    mix,
    createdAt,
  }: {
    readonly id: string;
    readonly byWriter: readonly (readonly RoundNote[])[];
    readonly mix: (notes: readonly RoundNote[]) => readonly RoundNote[];
    readonly createdAt: number;
  },
): Result<
  number,
  | { readonly kind: 'roundNotOpen' }
  | { readonly kind: 'roundTooFewWrote' }
  | Extract<AddNoteFailure, { readonly kind: 'boardFull' }>
> {
  if ((board.meeting.get(roundKey) as RoundNow | undefined)?.id !== id) return failed({ kind: 'roundNotOpen' });
  const names = new Set<NoteId>();
  const canLie = ({ id: name, cell, text }: RoundNote): boolean => {
    // A name is kept where its writer can write: a program of their own may have given it to two.
    if (names.has(name) || board.notes.has(name) || !hasCell(board, cell) || text.length > maxNoteLength) return false;
    names.add(name);
    return true;
  };
  const written = byWriter.map((notes) => notes.slice(0, maxInRound).filter(canLie)).filter(({ length }) => length > 0);
  if (written.length < fewestInRound) return failed({ kind: 'roundTooFewWrote' });
  const notes = mix(written.flat());
  if (!hasRoomFor(board, notes.length)) return failed({ kind: 'boardFull', maxNotes });
  for (const note of notes) addNote(board, { ...note, voice: 'round', author: theRound, createdAt });
  closeRound(board);
  return succeeded(notes.length);
}
