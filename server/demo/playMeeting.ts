import {
  addNote,
  type BoardDocument,
  deleteNote,
  drawStroke,
  editBetween,
  editNoteText,
  moveNote,
  type NoteId,
  noteTextOf,
  type ParticipantId,
  type StrokeId,
  setAction,
  setHeader,
  setPhase,
  type Voice,
} from '@duken/shared/board';
import type { Result } from '@duken/shared/result';
import type { DemoMeeting, DemoNote } from './demoCase.ts';

/** Somebody round the table. */
export interface DemoPerson {
  readonly id: ParticipantId;
  readonly voice: Voice;
}

/** A note, from one to the next, is written half a minute after the last, in milliseconds. */
const betweenNotesMs = 30_000;

/**
 * Does on a duk what happened at one meeting, by the same commands as hands at the table.
 *
 * @param people everybody of the case, by name
 * @param leader who writes for an owner who is not there
 * @param startsAt milliseconds since the epoch
 */
export function playMeeting(
  board: BoardDocument,
  meeting: DemoMeeting,
  people: ReadonlyMap<string, DemoPerson>,
  leader: string,
  startsAt: number,
): void {
  const personOf = (name: string) => personAmong(people, name);
  let now = startsAt;

  done(setHeader(board, { horizonShort: meeting.horizons.short, horizonLong: meeting.horizons.long }));
  for (const { noteId, text } of meeting.reworded) reword(board, noteId as NoteId, text);
  for (const { noteId, to } of meeting.moved) done(moveNote(board, { noteId: noteId as NoteId, to }));
  for (const noteId of meeting.gone) done(deleteNote(board, noteId as NoteId, now));

  now = layNotes(board, meeting.notes, people, now);

  for (const { id, theme, text, owner, service, due, status } of meeting.actions) {
    const noteId = id as NoteId;
    if (!noteTextOf(board, noteId)) {
      now += betweenNotesMs;
      const writer = meeting.present.includes(owner) ? owner : leader;
      done(
        addNote(board, {
          id: noteId,
          cell: { column: 'now', theme },
          text,
          voice: personOf(owner).voice,
          author: personOf(writer).id,
          createdAt: now,
        }),
      );
    }
    done(setAction(board, noteId, { owner, service, due, status }));
  }

  for (const { id, author, ...stroke } of meeting.strokes)
    done(drawStroke(board, { ...stroke, id: id as StrokeId, author: personOf(author).id }));

  done(setPhase(board, 'overall', meeting.phase));
  for (const [theme, phase] of Object.entries(meeting.themePhases)) done(setPhase(board, theme, phase));
}

/**
 * Lays notes, one after the other.
 *
 * @returns when the last was laid, in milliseconds since the epoch
 */
export function layNotes(
  board: BoardDocument,
  notes: readonly DemoNote[],
  people: ReadonlyMap<string, DemoPerson>,
  startsAt: number,
): number {
  let now = startsAt;
  for (const { id, column, theme, text, author } of notes) {
    now += betweenNotesMs;
    const { id: authorId, voice } = personAmong(people, author);
    done(addNote(board, { id: id as NoteId, cell: { column, theme }, text, voice, author: authorId, createdAt: now }));
  }
  return now;
}

function personAmong(people: ReadonlyMap<string, DemoPerson>, name: string): DemoPerson {
  const person = people.get(name);
  if (!person) throw new Error(`nobody called ${name} in the demo case`);
  return person;
}

function reword(board: BoardDocument, noteId: NoteId, text: string): void {
  const before = noteTextOf(board, noteId)?.toString();
  if (before === undefined) throw new Error(`there is no note ${noteId} to reword`);
  done(editNoteText(board, noteId, editBetween(before, text, text.length)));
}

/** Our own data breaks no rule; if it does, we want to know. */
function done(result: Result<unknown, { readonly kind: string }>): void {
  if (!result.ok) throw new Error(`the demo case does not fit the duk: ${JSON.stringify(result.failure)}`);
}
