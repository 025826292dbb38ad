import {
  type Action,
  cutAtWord,
  deleteNote,
  discardEmptyNote,
  maxNoteLength,
  moveNote,
  type NoteId,
  type ParticipantId,
  putThemeAway,
  removeAction,
  restoreNote,
  type SheetForm,
  setAction,
  setForm,
  setVoice,
  type Voice,
} from '@duken/shared/board';
import type { Result } from '@duken/shared/result';
import type { Cell, ThemeId } from '@duken/shared/template';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardSession, mayChangeVoice, mayTouchNote } from '../session/index.ts';
import { type CommandFailure, useCommandText } from './useCommandText.ts';
import type { Tell } from './useNotice.ts';

/** Everything that can be done with notes, in one place for canvas and list. */
export interface BoardActions {
  /** @returns the new note's id, or undefined when the duk did not take it; why is told */
  readonly addNote: (
    cell: Cell,
    voice: Voice,
    options?: { readonly before?: NoteId; readonly text?: string },
  ) => NoteId | undefined;
  /**
   * Lays a text on as many new notes as it takes.
   *
   * @returns the last note, and what was not laid: '' when all was
   */
  readonly addNotes: (cell: Cell, voice: Voice, text: string) => { readonly last?: NoteId; readonly rest: string };
  readonly moveNote: (noteId: NoteId, to: Cell, before?: NoteId) => void;
  readonly deleteNote: (noteId: NoteId) => void;
  readonly restoreNote: (noteId: NoteId) => void;
  /** Called when an editor closes: a note that nobody wrote on goes away by itself. */
  readonly closeNote: (noteId: NoteId) => void;
  readonly setVoice: (noteId: NoteId, voice: Voice) => void;
  /** @returns why it could not be done, for the dialog that still has what was written */
  readonly setAction: (noteId: NoteId, change: Partial<Action>) => CommandFailure | undefined;
  readonly removeAction: (noteId: NoteId) => void;
  /** Gives the sheet a form, for everybody. */
  readonly tidy: (form: SheetForm) => void;
  /** Puts away a theme that does not concern this family, or takes it out again; for everybody. */
  readonly putThemeAway: (theme: ThemeId, name: string) => void;
  readonly takeThemeOut: (theme: ThemeId) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

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
    /** A rule of the duk that the relay would hold us to: said before it is tried. */
    const guard = (noteId: NoteId, rule: 'childsNote' | 'othersVoice'): boolean => {
      const { notes, bin } = session.board();
      const note = [...notes, ...bin].find(({ id }) => id === noteId);
      const isOpen = !note || (rule === 'childsNote' ? mayTouchNote : mayChangeVoice)(session.seat(), note);
      if (!isOpen) tell({ text: commandText({ kind: rule }) });
      return isOpen;
    };
    const throwAway = (noteId: NoteId): void => {
      const answer = session.run((board) => deleteNote(board, noteId, Date.now()));
      check(answer);
      if (!answer.ok) return;
      tell({
        text: t('noteDeleted'),
        deleted: noteId,
        action: { label: t('undo'), run: () => check(session.run((board) => restoreNote(board, noteId))) },
      });
    };
    const actions: BoardActions = {
      addNote(cell, voice, { before, text = '' } = {}) {
        const id = newId() as NoteId;
        const answer = session.add({
          id,
          cell,
          ...(before ? { before } : {}),
          text,
          voice,
          author: participantId as ParticipantId,
          createdAt: Date.now(),
        });
        check(answer);
        return answer.ok ? id : undefined;
      },
      addNotes(cell, voice, text) {
        let rest = text;
        let last: NoteId | undefined;
        while (rest !== '') {
          const part = cutAtWord(rest, maxNoteLength);
          const made = actions.addNote(cell, voice, { text: part });
          if (!made) break;
          last = made;
          rest = rest.slice(part.length);
        }
        return { ...(last ? { last } : {}), rest };
      },
      moveNote(noteId, to, before) {
        if (!guard(noteId, 'childsNote')) return;
        check(session.run((board) => moveNote(board, { noteId, to, ...(before ? { before } : {}) })));
      },
      deleteNote(noteId) {
        if (!guard(noteId, 'childsNote')) return;
        const writer = session.presence.others().find(({ writingIn }) => writingIn === noteId);
        if (writer) {
          const name = nameOf(writer.participantId) || t('someone');
          tell({ text: t('writesHere', { name }), action: { label: t('deleteAnyway'), run: () => throwAway(noteId) } });
          return;
        }
        throwAway(noteId);
      },
      restoreNote(noteId) {
        if (guard(noteId, 'childsNote')) check(session.run((board) => restoreNote(board, noteId)));
      },
      closeNote(noteId) {
        const note = session.board().notes.find(({ id }) => id === noteId);
        if (note && !mayTouchNote(session.seat(), note)) return;
        session.run((board) => {
          discardEmptyNote(board, noteId, Date.now());
          return { ok: true, value: undefined };
        });
      },
      setVoice(noteId, voice) {
        if (guard(noteId, 'othersVoice')) check(session.run((board) => setVoice(board, noteId, voice)));
      },
      setAction(noteId, change) {
        const answer = session.run((board) => setAction(board, noteId, change));
        if (answer.ok) return undefined;
        // What is wrong with a field is said beside it, where the words still are.
        if (answer.failure.kind === 'noteGone') check(answer);
        return answer.failure;
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

/** 128 random bits: two people never make the same id. */
export function newId(): string {
  return crypto.getRandomValues(new Uint8Array(16)).reduce((id, byte) => id + byte.toString(16).padStart(2, '0'), '');
}
