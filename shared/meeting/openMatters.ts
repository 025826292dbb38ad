import {
  type Board,
  compareText,
  type Day,
  daysBetween,
  hasDoer,
  isDay,
  type Note,
  type NoteId,
  type ParticipantId,
  type Translations,
  untranslatedIn,
} from '../board/index.ts';
import type { ColumnId, Template } from '../template/index.ts';
import { isBlank, unprintableIn } from '../text/index.ts';
import { isPresent } from './changePresent.ts';
import type { Present } from './meeting.ts';

/** Something that a table would rather have settled before the meeting is frozen. None of it stands in the way. */
export type OpenMatter =
  /** Something to be done that nobody has taken, or that has no date. */
  | { readonly kind: 'whoAndWhen'; readonly noteId: NoteId; readonly lacks: 'who' | 'when' | 'both' }
  | { readonly kind: 'dueBeforeMeeting'; readonly noteId: NoteId; readonly due: Day }
  | { readonly kind: 'noTheme'; readonly noteId: NoteId }
  /** What was agreed or wished for when the duk was frozen last lies in the bin, and nobody has said why. */
  | { readonly kind: 'gone'; readonly noteId: NoteId }
  | { readonly kind: 'emptyNote'; readonly noteId: NoteId }
  /** The documents have no letters for these signs of it. */
  | { readonly kind: 'unprintable'; readonly noteId: NoteId; readonly signs: readonly string[] }
  /** The same of whom the plan is for. */
  | { readonly kind: 'unprintableFor'; readonly signs: readonly string[] }
  /** What an interpreter has not put into a language: so many notes. */
  | { readonly kind: 'untranslated'; readonly language: string; readonly count: number }
  /** What is written in it lies with its writers still, so many of whom are done, and comes into no plan. */
  | { readonly kind: 'roundOpen'; readonly ready: number }
  /** Somebody has fallen off the line, and what they have written since is not here. */
  | { readonly kind: 'personLost'; readonly person: LostPerson }
  | { readonly kind: 'forUnset' }
  | { readonly kind: 'journeyUnset' }
  /** `days` from today; less than 0 when it has been. */
  | { readonly kind: 'dateFar'; readonly days: number }
  | { readonly kind: 'horizonBeforeMeeting'; readonly horizon: 'short' | 'long'; readonly day: Day }
  | { readonly kind: 'nextBeforeMeeting'; readonly day: Day }
  | { readonly kind: 'nobodyPresent' }
  /** The plan is about them, and they are not here. */
  | { readonly kind: 'subjectAbsent'; readonly subject: Present };

/** Somebody who was at the duk, and went without leaving it. */
export interface LostPerson {
  readonly participantId: ParticipantId;
  readonly name: string;
  /** When it was seen, in ms since the epoch. */
  readonly since: number;
}

export type MatterKind = OpenMatter['kind'];

/** A meeting about to be frozen. */
export interface MeetingToFreeze {
  readonly board: Board;
  /** The board's own. */
  readonly template: Template;
  /** Its day may be half written: nothing is said of it then. */
  readonly date: Day;
  readonly present: readonly Present[];
  readonly nextDate: Day;
  readonly today: Day;
  /** When the duk was frozen last, in milliseconds; absent where it never was. */
  readonly lastFrozenAt?: number | undefined;
  /** Whom the plan is about, as far as anybody has said. */
  readonly subjects: readonly Present[];
  /** Those whose words are known to be missing. */
  readonly lost?: readonly LostPerson[];
  /** Absent where nobody interprets. */
  readonly translations?: Translations;
}

/** A meeting is written up within so many days, and not frozen long before it is held. */
const farDays = 14;

/** What stands open before a meeting is frozen: notes in reading order within each kind, the kinds as they are talked of. */
export function openMatters(meeting: MeetingToFreeze): readonly OpenMatter[] {
  const { board } = meeting;
  return [
    ...board.notes.flatMap(ownershipMatter),
    ...board.notes.flatMap((note) => dueMatter(note, meeting.date)),
    ...board.notes.flatMap((note) => themeMatter(note, meeting.template)),
    ...goneMatters(meeting),
    ...board.notes.flatMap(emptyMatter),
    ...board.notes.flatMap(printMatter),
    ...translationMatters(meeting),
    ...(board.now?.round ? [{ kind: 'roundOpen', ready: board.now.round.ready } as const] : []),
    ...(meeting.lost ?? []).map((person) => ({ kind: 'personLost', person }) as const),
    ...headerMatters(board),
    ...(board.journey.overall === undefined ? [{ kind: 'journeyUnset' } as const] : []),
    ...dateMatters(meeting),
    ...presentMatters(meeting),
  ];
}

/** Tells one matter from another, whatever is written on it meanwhile. */
export function matterKey(matter: OpenMatter): string {
  if ('noteId' in matter) return `${matter.kind}/${matter.noteId}`;
  if (matter.kind === 'horizonBeforeMeeting') return `${matter.kind}/${matter.horizon}`;
  if (matter.kind === 'subjectAbsent') return `${matter.kind}/${idOf(matter.subject)}`;
  if (matter.kind === 'personLost') return `${matter.kind}/${matter.person.participantId}`;
  if (matter.kind === 'untranslated') return `${matter.kind}/${matter.language}`;
  return matter.kind;
}

function idOf({ personId, participantId, name }: Present): string {
  return personId ?? participantId ?? name;
}

/** What is done or stopped lacks nothing any more. */
function isOver({ action }: Note): boolean {
  return action?.status === 'done' || action?.status === 'stopped';
}

function ownershipMatter(note: Note): readonly OpenMatter[] {
  const { action } = note;
  // Whatever lies under what we do now is to be done, though nobody has made it a tiltak.
  const isToBeDone = action ? !isOver(note) : note.cell.column === 'now' && !isBlank(note.text);
  if (!isToBeDone) return [];
  const hasWho = action !== undefined && hasDoer(action);
  const hasWhen = action !== undefined && action.due !== '';
  if (hasWho && hasWhen) return [];
  return [{ kind: 'whoAndWhen', noteId: note.id, lacks: hasWho ? 'when' : hasWhen ? 'who' : 'both' }];
}

function dueMatter(note: Note, date: Day): readonly OpenMatter[] {
  const due = note.action?.due ?? '';
  if (due === '' || !isDay(date) || isOver(note) || due >= date) return [];
  return [{ kind: 'dueBeforeMeeting', noteId: note.id, due }];
}

function themeMatter({ id, cell, text }: Note, template: Template): readonly OpenMatter[] {
  const column = template.columns.find((candidate) => candidate.id === cell.column);
  // A column that lies across all themes asks for none.
  const lacksOne = cell.theme === '' && column !== undefined && column.themes !== 'none' && !isBlank(text);
  return lacksOne ? [{ kind: 'noTheme', noteId: id }] : [];
}

/** Where those who wish for something stand on the sheet. */
const goalColumns: readonly ColumnId[] = ['short', 'long', 'dream'];

/** Oldest note first. Of what is over it is known why, and of a child's note nobody but the child says so. */
function goneMatters({ board, lastFrozenAt }: MeetingToFreeze): readonly OpenMatter[] {
  if (lastFrozenAt === undefined) return [];
  return board.bin
    .filter(
      (note) =>
        note.createdAt <= lastFrozenAt &&
        note.deletedAt > lastFrozenAt &&
        note.gone === undefined &&
        note.goal === undefined &&
        note.voice !== 'child' &&
        (note.action ? !isOver(note) : goalColumns.includes(note.cell.column)),
    )
    .toSorted((a, b) => a.createdAt - b.createdAt || compareText(a.id, b.id))
    .map(({ id }): OpenMatter => ({ kind: 'gone', noteId: id }));
}

function emptyMatter({ id, text }: Note): readonly OpenMatter[] {
  return isBlank(text) ? [{ kind: 'emptyNote', noteId: id }] : [];
}

function printMatter({ id, text, action }: Note): readonly OpenMatter[] {
  const signs = unprintableIn([text, action?.owner ?? '', action?.service ?? ''].join(''));
  return signs.length > 0 ? [{ kind: 'unprintable', noteId: id, signs }] : [];
}

function translationMatters({ board, translations }: MeetingToFreeze): readonly OpenMatter[] {
  if (!translations) return [];
  return translations.languages.flatMap((language): readonly OpenMatter[] => {
    const count = untranslatedIn(board, translations, language).length;
    return count > 0 ? [{ kind: 'untranslated', language, count }] : [];
  });
}

function headerMatters(board: Board): readonly OpenMatter[] {
  if (isBlank(board.for)) return [{ kind: 'forUnset' }];
  const signs = unprintableIn(board.for);
  return signs.length > 0 ? [{ kind: 'unprintableFor', signs }] : [];
}

function dateMatters({ board, date, nextDate, today }: MeetingToFreeze): readonly OpenMatter[] {
  if (!isDay(date)) return [];
  const days = daysBetween(today, date);
  const horizons = [
    ['short', board.horizonShort],
    ['long', board.horizonLong],
  ] as const;
  return [
    ...(Math.abs(days) > farDays ? [{ kind: 'dateFar', days } as const] : []),
    ...horizons.flatMap(([horizon, day]): readonly OpenMatter[] =>
      day !== '' && day <= date ? [{ kind: 'horizonBeforeMeeting', horizon, day }] : [],
    ),
    ...(isDay(nextDate) && nextDate <= date ? [{ kind: 'nextBeforeMeeting', day: nextDate } as const] : []),
  ];
}

function presentMatters({ present, subjects }: MeetingToFreeze): readonly OpenMatter[] {
  if (present.length === 0) return [{ kind: 'nobodyPresent' }];
  return subjects
    .filter((subject) => !isPresent(present, subject))
    .map((subject): OpenMatter => ({ kind: 'subjectAbsent', subject }));
}
