import {
  type ActionChange,
  type BoardDocument,
  cutAtWord,
  deleteNote,
  discardEmptyNote,
  type GoalState,
  maxNoteLength,
  moveNote,
  type Note,
  type NoteId,
  onNotes,
  type ParticipantId,
  pairNotes,
  pairsById,
  putThemeAway,
  removeAction,
  restoreNote,
  type SheetForm,
  setAction,
  setForm,
  setGoal,
  setVoice,
  type Voice,
} from '@duken/shared/board';
import type { Result } from '@duken/shared/result';
import { type Cell, cellKey, type ThemeId } from '@duken/shared/template';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardSession, mayGiveVoice, mayPairNote, mayTouchNote, newId, type Seat } from '../session/index.ts';
import { couldStandBeside } from './ownOfTwo.ts';
import { type CommandFailure, useCommandText } from './useCommandText.ts';
import type { Tell } from './useNotice.ts';

/** A note as it is to be laid. */
export interface TextToLay {
  readonly text: string;
  readonly cell: Cell;
  readonly before?: NoteId;
  readonly voice: Voice;
}

/** Everything that can be done with notes, in one place for canvas and list. */
export interface BoardActions {
  /** @returns the new note's id, or undefined when the duk did not take it; why is told */
  readonly addNote: (
    cell: Cell,
    voice: Voice,
    options?: {
      readonly before?: NoteId;
      readonly beside?: NoteId;
      readonly text?: string;
      /** The note's own, where it had one before it was laid. */
      readonly id?: NoteId;
    },
  ) => NoteId | undefined;
  /**
   * Lays a text on as many new notes as it takes.
   *
   * @returns the last note, and what was not laid: '' when all was
   */
  readonly addNotes: (cell: Cell, voice: Voice, text: string) => { readonly last?: NoteId; readonly rest: string };
  /**
   * Lays several texts as one step, each on a note of its own, and on more where one is too long for that.
   *
   * @returns the notes that were laid; why the others were not is told
   */
  readonly layNotes: (texts: readonly TextToLay[]) => readonly NoteId[];
  readonly moveNote: (noteId: NoteId, to: Cell, before?: NoteId) => void;
  /** Moves several, in the order given. What a rule of the duk keeps where it lies is told. */
  readonly moveNotes: (noteIds: readonly NoteId[], to: Cell, before?: NoteId) => void;
  readonly deleteNote: (noteId: NoteId) => void;
  /** Deletes several as one step. What a rule of the duk keeps is told. */
  readonly deleteNotes: (noteIds: readonly NoteId[]) => void;
  readonly restoreNote: (noteId: NoteId) => void;
  /** Called when an editor closes: a note that nobody wrote on goes away by itself. */
  readonly closeNote: (noteId: NoteId) => void;
  readonly setVoice: (noteId: NoteId, voice: Voice) => void;
  /** Says whose voice several notes carry; those that are not one's own to say it of are told. */
  readonly setVoices: (noteIds: readonly NoteId[], voice: Voice) => void;
  /** @returns why it could not be done, for the dialog that still has what was written */
  readonly setAction: (noteId: NoteId, change: ActionChange) => CommandFailure | undefined;
  readonly removeAction: (noteId: NoteId) => void;
  /** Says how it went with a goal or a dream; undefined takes it back. */
  readonly setGoal: (noteId: NoteId, goal: GoalState | undefined) => void;
  /** Lays a note of one's own right after another, that says it differently. @returns its id */
  readonly differ: (noteId: NoteId, voice: Voice) => NoteId | undefined;
  /** What one may say of the pair that a note of one's own stands in. */
  readonly differing: (noteId: NoteId) => { readonly mayStand: boolean; readonly mayPart: boolean };
  /** Says of a note of one's own too that it stands beside the other: then it takes both to close the pair. */
  readonly standBeside: (noteId: NoteId) => void;
  /** Takes back what one has said of it oneself; the pair stands for as long as another says so. */
  readonly part: (noteId: NoteId) => void;
  /** The notes that a note of one's own could be said to see differently; none for others' notes. */
  readonly couldStandBeside: (noteId: NoteId) => readonly Note[];
  /** Says of a note of one's own that it stands beside another that lies there already. */
  readonly pairTwo: (noteId: NoteId, beside: NoteId) => void;
  /** Gives the sheet a form, for everybody. */
  readonly tidy: (form: SheetForm) => void;
  /** Puts away a theme that does not concern this family, or takes it out again; for everybody. */
  readonly putThemeAway: (theme: ThemeId, name: string) => void;
  readonly takeThemeOut: (theme: ThemeId) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** A rule of the duk that the relay would hold us to: how it is told, and what it lets be done. */
interface Rule {
  readonly kind: 'childsNote' | 'othersVoice';
  readonly allows: (seat: Seat, note: Note) => boolean;
}

const childsNoteRule: Rule = { kind: 'childsNote', allows: mayTouchNote };

/** Gestures and buttons → commands. What could not be done is told in words. */
export function useBoardActions(
  session: BoardSession,
  participantId: string,
  tell: Tell,
  nameOf: (participantId: ParticipantId) => string,
): BoardActions {
  const { t } = useTranslation('board');
  const commandText = useCommandText();
  return useMemo((): BoardActions => {
    const check = (answer: Result<unknown, CommandFailure>): void => {
      if (!answer.ok) tell({ text: commandText(answer.failure) });
    };
    /** Parts notes by a rule: what it keeps is left, and said with what was done. */
    const sort = (
      noteIds: readonly NoteId[],
      { kind, allows }: Rule,
    ): { readonly open: readonly NoteId[]; readonly kept: string } => {
      const { notes, bin } = session.board();
      const seat = session.seat();
      const all = new Map([...notes, ...bin].map((note) => [note.id, note]));
      const open = noteIds.filter((noteId) => {
        const note = all.get(noteId);
        return !note || allows(seat, note);
      });
      const count = noteIds.length - open.length;
      if (count === 0) return { open, kept: '' };
      if (noteIds.length === 1) return { open, kept: commandText({ kind }) };
      return { open, kept: t(count === 1 ? `${kind}KeptOne` : `${kind}KeptMany`, { count }) };
    };
    /** Does one thing with those that may have it done, and tells what was kept, or went wrong. @returns those it was done with */
    const doWith = (
      noteIds: readonly NoteId[],
      rule: Rule,
      command: (board: BoardDocument, noteId: NoteId) => Result<void, CommandFailure>,
      tellDone?: (done: readonly NoteId[], kept: string) => void,
    ): void => {
      const { open, kept } = sort(noteIds, rule);
      if (open.length === 0) {
        if (kept !== '') tell({ text: kept });
        return;
      }
      const answer = session.run((board) => onNotes(board, open, (noteId) => command(board, noteId)));
      check(answer);
      if (!answer.ok) return;
      if (tellDone) tellDone(answer.value, kept);
      else if (kept !== '') tell({ text: kept });
    };
    const throwAway = (noteIds: readonly NoteId[]): void => {
      const now = Date.now();
      doWith(
        noteIds,
        childsNoteRule,
        (board, noteId) => deleteNote(board, noteId, now),
        (deleted, kept) => {
          const done = deleted.length === 1 ? t('noteDeleted') : t('notesDeleted', { count: deleted.length });
          const restore = (): void =>
            check(session.run((board) => onNotes(board, deleted, (noteId) => restoreNote(board, noteId))));
          tell({ text: kept === '' ? done : `${done} ${kept}`, deleted, action: { label: t('undo'), run: restore } });
        },
      );
    };
    const pairWith = (noteId: NoteId): readonly Note[] => pairsById(session.board().notes).get(noteId) ?? [];
    const tellPairing = (text: string, noteId: NoteId, before: NoteId | undefined): void =>
      tell({
        text,
        action: { label: t('undo'), run: () => check(session.run((board) => pairNotes(board, noteId, before))) },
      });
    const actions: BoardActions = {
      addNote(cell, voice, { before, beside, text = '', id = newId() as NoteId } = {}) {
        const answer = session.add({
          id,
          cell,
          ...(before ? { before } : {}),
          ...(beside ? { beside } : {}),
          text,
          voice,
          author: participantId as ParticipantId,
          createdAt: Date.now(),
        });
        check(answer);
        return answer.ok ? id : undefined;
      },
      addNotes(cell, voice, text) {
        let laid = 0;
        let last: NoteId | undefined;
        for (const part of partsOf(text)) {
          const made = actions.addNote(cell, voice, { text: part });
          if (!made) break;
          last = made;
          laid += part.length;
        }
        return { ...(last ? { last } : {}), rest: text.slice(laid) };
      },
      layNotes(texts) {
        const author = participantId as ParticipantId;
        const createdAt = Date.now();
        const notes = texts.flatMap(({ text, ...place }) =>
          partsOf(text).map((part) => ({ ...place, text: part, id: newId() as NoteId, author, createdAt })),
        );
        check(session.addAll(notes));
        const onDuk = new Set(session.board().notes.map(({ id }) => id));
        return notes.flatMap(({ id }) => (onDuk.has(id) ? [id] : []));
      },
      moveNote: (noteId, to, before) => actions.moveNotes([noteId], to, before),
      moveNotes(noteIds, to, before) {
        doWith(noteIds, childsNoteRule, (board, noteId) =>
          moveNote(board, { noteId, to, ...(before ? { before } : {}) }),
        );
      },
      deleteNote: (noteId) => actions.deleteNotes([noteId]),
      deleteNotes(noteIds) {
        const { open } = sort(noteIds, childsNoteRule);
        const writer = session.presence.others().find(({ writingIn }) => writingIn && open.includes(writingIn));
        if (!writer) {
          throwAway(noteIds);
          return;
        }
        const name = nameOf(writer.participantId) || t('someone');
        tell({ text: t('writesHere', { name }), action: { label: t('deleteAnyway'), run: () => throwAway(noteIds) } });
      },
      restoreNote: (noteId) => doWith([noteId], childsNoteRule, restoreNote),
      closeNote(noteId) {
        const note = session.board().notes.find(({ id }) => id === noteId);
        if (note && !mayTouchNote(session.seat(), note)) return;
        session.run((board) => {
          discardEmptyNote(board, noteId, Date.now());
          return { ok: true, value: undefined };
        });
      },
      setVoice: (noteId, voice) => actions.setVoices([noteId], voice),
      setVoices(noteIds, voice) {
        const rule: Rule = { kind: 'othersVoice', allows: (seat, note) => mayGiveVoice(seat, note, voice) };
        doWith(noteIds, rule, (board, noteId) => setVoice(board, noteId, voice));
      },
      setGoal(noteId, goal) {
        check(session.run((board) => setGoal(board, noteId, goal)));
      },
      setAction(noteId, change) {
        const answer = session.run((board) => setAction(board, noteId, change));
        if (answer.ok) return undefined;
        // What is wrong with a field is said beside it, where the words still are.
        if (answer.failure.kind === 'noteGone') check(answer);
        return answer.failure;
      },
      differ(noteId, voice) {
        const { notes } = session.board();
        const at = notes.findIndex(({ id }) => id === noteId);
        const [note, next] = [notes[at], notes[at + 1]];
        if (!note) {
          tell({ text: commandText({ kind: 'noteGone', noteId }) });
          return undefined;
        }
        const before = next && cellKey(next.cell) === cellKey(note.cell) ? { before: next.id } : {};
        return actions.addNote(note.cell, voice, { beside: noteId, ...before });
      },
      differing(noteId) {
        const pair = pairWith(noteId);
        const note = pair.find(({ id }) => id === noteId);
        if (!note || !mayPairNote(session.seat(), note)) return { mayStand: false, mayPart: false };
        const hasSaid = pair.some(({ id }) => id === note.pair);
        // What it stands beside may lie in the bin: that word is not written over, and holds when the other is back.
        return { mayStand: note.pair === undefined, mayPart: hasSaid };
      },
      standBeside(noteId) {
        const pair = pairWith(noteId);
        const other = pair.find((one) => one.pair === noteId) ?? pair.find(({ id }) => id !== noteId);
        const before = pair.find(({ id }) => id === noteId)?.pair;
        if (!other) return;
        const answer = session.run((board) => pairNotes(board, noteId, other.id));
        check(answer);
        if (answer.ok) tellPairing(t('differStands'), noteId, before);
      },
      couldStandBeside: (noteId) => couldStandBeside(session.seat(), session.board().notes, noteId),
      pairTwo(noteId, beside) {
        const answer = session.run((board) => pairNotes(board, noteId, beside));
        check(answer);
        if (answer.ok) tellPairing(t('differPaired'), noteId, undefined);
      },
      part(noteId) {
        const before = pairWith(noteId).find(({ id }) => id === noteId)?.pair;
        const answer = session.run((board) => pairNotes(board, noteId, undefined));
        check(answer);
        if (!answer.ok) return;
        const stillStands = pairWith(noteId).some(({ id }) => id === before);
        tellPairing(t(stillStands ? 'differStillStands' : 'differParted'), noteId, before);
      },
      removeAction: (noteId) => check(session.run((board) => removeAction(board, noteId))),
      tidy(form) {
        const before = session.board().form ?? {};
        if (Object.entries(form).every(([column, lanes]) => lanes === (before[column as keyof SheetForm] ?? 1))) {
          tell({ text: t('tidyAlready') });
          return;
        }
        check(session.run((board) => setForm(board, form)));
        tell({
          text: t('tidied'),
          action: { label: t('undo'), run: () => check(session.run((board) => setForm(board, before))) },
        });
      },
      putThemeAway(theme, name) {
        const answer = session.run((board) => putThemeAway(board, theme));
        check(answer);
        if (!answer.ok) return;
        tell({
          text: t('themePutAway', { name }),
          action: { label: t('undo'), run: () => actions.takeThemeOut(theme) },
        });
      },
      takeThemeOut: (theme) => check(session.run((board) => putThemeAway(board, theme, false))),
      undo() {
        if (session.undo() === 'othersWroteOnIt') tell({ text: t('undoKeptNote') });
      },
      redo: () => void session.redo(),
    };
    return actions;
  }, [session, participantId, tell, nameOf, t, commandText]);
}

/** A text in as many parts as it needs notes. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const part = cutAtWord(rest, maxNoteLength);
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return parts;
}
