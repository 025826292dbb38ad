import {
  type Action,
  type ActionChange,
  addNote,
  agreementFields,
  applyEdit,
  type BinnedNote,
  type Board,
  type BoardDocument,
  crossEdits,
  deleteNote,
  drawStroke,
  editBetween,
  eraseStroke,
  type Header,
  type JourneyView,
  maxNoteLength,
  moveNote,
  type Note,
  type NoteId,
  noteTextOf,
  type ParticipantId,
  type PhaseId,
  pairNotes,
  removeAction,
  restoreNote,
  type Stroke,
  setAction,
  setHeader,
  setPhase,
  setVoice,
  type TextEdit,
} from '@duken/shared/board';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { cellKey } from '@duken/shared/template';
import { mayGiveVoice, mayPairNote, mayTouchNote, type Seat, tellsForCitizen } from './seat.ts';

/** One thing that somebody did to the duk, as a value that can be done again on another document. */
export type OwnWork =
  /** `before`: the note that it lies just before. */
  | { readonly kind: 'note'; readonly note: Note; readonly before: NoteId | undefined }
  /** `note` is as it should become; `edits` turn `was` into its text. */
  | { readonly kind: 'text'; readonly note: Note; readonly was: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'move'; readonly note: Note; readonly before: NoteId | undefined }
  | { readonly kind: 'voice' | 'pair' | 'bin' | 'restore' | 'noAction'; readonly note: Note }
  | { readonly kind: 'action'; readonly note: Note; readonly change: ActionChange }
  | { readonly kind: 'header'; readonly field: keyof Header; readonly value: string }
  | {
      readonly kind: 'phase';
      readonly of: string;
      readonly view: 'table' | 'citizen';
      readonly phase: PhaseId | undefined;
    }
  | { readonly kind: 'stroke' | 'erase'; readonly stroke: Stroke };

/** Edits of a text, and what it was before them. */
export interface ExactEdits {
  readonly was: string;
  readonly edits: readonly TextEdit[];
}

/**
 * What turns one board into another, in an order in which it can be done: new notes from the last to the first of a cell,
 * so that the one that each lies before is there already.
 *
 * @param edits exact edits of texts by note, where they are known, and the text that they begin with
 */
export function workBetween(
  before: Board,
  after: Board,
  edits: ReadonlyMap<string, ExactEdits> = new Map(),
): readonly OwnWork[] {
  const notesBefore = new Map<string, Note | BinnedNote>(
    [...before.notes, ...before.bin].map((note) => [note.id, note]),
  );
  const nextIn = followers(after.notes);
  const notes = [...after.notes, ...after.bin].toReversed().flatMap((note): OwnWork[] => {
    const was = notesBefore.get(note.id);
    // A note that nobody touched is the same value in both.
    return was === note ? [] : workOnNote(was, note, nextIn.get(note.id), edits.get(note.id));
  });
  return [...notes, ...headerWork(before, after), ...journeyWork(before, after), ...strokeWork(before, after)];
}

function workOnNote(
  was: Note | BinnedNote | undefined,
  note: Note | BinnedNote,
  before: NoteId | undefined,
  exact: ExactEdits | undefined,
): OwnWork[] {
  if (!was)
    return [
      { kind: 'note', note, before },
      ...(note.action ? [{ kind: 'action', note, change: note.action } as const] : []),
      ...('deletedAt' in note ? [{ kind: 'bin', note } as const] : []),
    ];
  const hasMoved = cellKey(was.cell) !== cellKey(note.cell) || was.order !== note.order;
  const action = actionWork(was, note);
  return [
    ...('deletedAt' in was && !('deletedAt' in note) ? [{ kind: 'restore', note } as const] : []),
    ...(was.text === note.text
      ? []
      : [
          {
            kind: 'text',
            note,
            was: exact?.was ?? was.text,
            edits: exact?.edits ?? [editBetween(was.text, note.text, note.text.length)],
          } as const,
        ]),
    ...(hasMoved ? [{ kind: 'move', note, before } as const] : []),
    ...(was.voice === note.voice ? [] : [{ kind: 'voice', note } as const]),
    ...(was.pair === note.pair ? [] : [{ kind: 'pair', note } as const]),
    ...action,
    ...('deletedAt' in note && !('deletedAt' in was) ? [{ kind: 'bin', note } as const] : []),
  ];
}

const whoDoes = ['owner', 'ownerId', 'withIds'] as const;

function actionWork(was: Note, note: Note): OwnWork[] {
  const { action } = note;
  if (!action) return was.action ? [{ kind: 'noAction', note }] : [];
  const fields = Object.entries(action) as [keyof Action, string][];
  const changed = fields.filter(([field, value]) => JSON.stringify(was.action?.[field]) !== JSON.stringify(value));
  // Who does it is one thing: names and ids, and those who do it no more.
  const isOthers = whoDoes.some((field) => JSON.stringify(was.action?.[field]) !== JSON.stringify(action[field]));
  const gone = agreementFields.filter((field) => was.action?.[field] !== undefined && action[field] === undefined);
  if (changed.length === 0 && gone.length === 0 && !isOthers) return [];
  const { owner, ownerId, withIds = [] } = action;
  const doers = isOthers ? { owner, ...(ownerId ? { ownerId } : {}), withIds } : {};
  return [
    {
      kind: 'action',
      note,
      change: { ...Object.fromEntries(changed), ...Object.fromEntries(gone.map((field) => [field, ''])), ...doers },
    },
  ];
}

const headerFields = ['title', 'for', 'horizonShort', 'horizonLong'] as const satisfies readonly (keyof Header)[];

function headerWork(before: Board, after: Board): OwnWork[] {
  return headerFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ kind: 'header', field, value: after[field] }));
}

function journeyWork(before: Board, after: Board): OwnWork[] {
  const phases = (view: JourneyView | undefined): ReadonlyMap<string, PhaseId | undefined> =>
    new Map([['overall', view?.overall], ...Object.entries(view?.themes ?? {})]);
  return (['table', 'citizen'] as const).flatMap((view) => {
    const [was, is] = [before, after].map(({ journey }) => phases(view === 'citizen' ? journey.citizen : journey));
    return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
      .filter((of) => was?.get(of) !== is?.get(of))
      .map((of): OwnWork => ({ kind: 'phase', of, view, phase: is?.get(of) }));
  });
}

function strokeWork(before: Board, after: Board): OwnWork[] {
  const [was, is] = [before, after].map(({ strokes }) => new Map(strokes.map((stroke) => [stroke.id, stroke])));
  return [
    ...after.strokes
      .filter(({ id, words }) => was?.get(id)?.words !== words || !was?.has(id))
      .map((stroke) => ({ kind: 'stroke', stroke }) as const),
    ...before.strokes.filter(({ id }) => !is?.has(id)).map((stroke) => ({ kind: 'erase', stroke }) as const),
  ];
}

/** For each note the one that follows it in its cell. */
function followers(notes: readonly Note[]): ReadonlyMap<NoteId, NoteId> {
  const found = new Map<NoteId, NoteId>();
  notes.forEach((note, index) => {
    const next = notes[index + 1];
    if (next && cellKey(next.cell) === cellKey(note.cell)) found.set(note.id, next.id);
  });
  return found;
}

/** Whether the rules of the duk, as far as this client knows them, let somebody do this. */
export function mayDo(seat: Seat, work: OwnWork): boolean {
  if (!seat.mayWrite) return false;
  switch (work.kind) {
    case 'note':
      return seat.voices.some((given) => given === work.note.voice);
    case 'pair':
      return mayPairNote(seat, work.note);
    case 'voice':
      return mayGiveVoice(seat, work.note, work.note.voice);
    case 'text':
    case 'move':
    case 'bin':
    case 'restore':
      return mayTouchNote(seat, work.note);
    case 'phase':
      return work.view === 'table' || tellsForCitizen(seat);
    default:
      return true;
  }
}

/** Does it again as commands. Each is a transaction of its own, as it was the first time. */
export function doAgain(
  board: BoardDocument,
  work: OwnWork,
  seat: Seat,
  now: number,
): Result<unknown, { readonly kind: string }> {
  switch (work.kind) {
    case 'note': {
      const { id, cell, text, voice, createdAt, pair, handwriting } = work.note;
      if (board.notes.has(id)) return failed({ kind: 'noteThere' });
      const before = work.before === undefined ? {} : { before: work.before };
      const beside = pair === undefined ? {} : { beside: pair };
      const written = handwriting === undefined ? {} : { handwriting };
      const said = { ...beside, text, voice, ...written };
      return addNote(board, { id, cell, ...before, ...said, author: seat.participantId, createdAt });
    }
    case 'text':
      return editAgain(board, work);
    case 'move':
      return moveNote(board, {
        noteId: work.note.id,
        to: work.note.cell,
        ...(work.before === undefined ? {} : { before: work.before }),
      });
    case 'pair':
      return pairNotes(board, work.note.id, work.note.pair);
    case 'voice':
      return setVoice(board, work.note.id, work.note.voice);
    case 'bin':
      return deleteNote(board, work.note.id, now);
    case 'restore':
      return restoreNote(board, work.note.id);
    case 'noAction':
      return removeAction(board, work.note.id);
    case 'action':
      return setAction(board, work.note.id, work.change);
    case 'header':
      return setHeader(board, { [work.field]: work.value });
    case 'phase':
      return setPhase(board, work.of, work.phase, work.view);
    case 'stroke':
      return drawStroke(board, { ...work.stroke, author: drawerOf(work.stroke, seat) });
    case 'erase':
      return eraseStroke(board, work.stroke.id, seat.participantId);
  }
}

/** One drawing stays one: what was drawn at a seat that is still one's own stays that seat's. */
function drawerOf({ author }: Stroke, seat: Seat): ParticipantId {
  return seat.seats.includes(author) ? author : seat.participantId;
}

/** Carries the edits across what others have written since, and makes them in one transaction: all of them or none. */
function editAgain(
  board: BoardDocument,
  { note, was, edits }: Extract<OwnWork, { kind: 'text' }>,
): Result<unknown, { readonly kind: string }> {
  const text = noteTextOf(board, note.id);
  if (!text) return failed({ kind: 'noteGone' });
  const now = text.toString();
  const mine = now === was ? edits : crossEdits(edits, [editBetween(was, now, now.length)]).mine;
  const result = mine.reduce(applyEdit, now);
  if (result.length > maxNoteLength && result.length > now.length) return failed({ kind: 'noteTooLong' });
  board.transact(() => {
    for (const { at, removed, inserted } of mine) {
      if (removed > 0) text.delete(at, removed);
      if (inserted !== '') text.insert(at, inserted);
    }
  });
  return succeeded(undefined);
}
