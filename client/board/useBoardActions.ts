import {
  type Action,
  cutToLength,
  deleteNote,
  discardEmptyNote,
  maxNoteLength,
  moveNote,
  type NoteId,
  type ParticipantId,
  removeAction,
  restoreNote,
  setAction,
  setVoice,
  type Voice,
} from '@duken/shared/board';
import type { Cell } from '@duken/shared/template';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import type { Tell } from './useNotice.ts';

/** Everything that can be done with notes, in one place for canvas and list. */
export interface BoardActions {
  /** @returns the new note's id, or undefined when the cell cannot hold it */
  readonly addNote: (
    cell: Cell,
    voice: Voice,
    options?: { readonly before?: NoteId; readonly text?: string },
  ) => NoteId | undefined;
  readonly moveNote: (noteId: NoteId, to: Cell, before?: NoteId) => void;
  readonly deleteNote: (noteId: NoteId) => void;
  readonly restoreNote: (noteId: NoteId) => void;
  /** Called when an editor closes: a note that nobody wrote on goes away by itself. */
  readonly closeNote: (noteId: NoteId) => void;
  readonly setVoice: (noteId: NoteId, voice: Voice) => void;
  readonly setAction: (noteId: NoteId, change: Partial<Action>) => void;
  readonly removeAction: (noteId: NoteId) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Gestures and buttons → commands. What could not be done is told in words. */
export function useBoardActions(session: BoardSession, participantId: string, tell: Tell): BoardActions {
  const { t } = useTranslation('board');
  return useMemo((): BoardActions => {
    const check = (answer: { readonly ok: boolean }): void => {
      if (!answer.ok) tell({ text: t('noteGone') });
    };
    return {
      addNote(cell, voice, { before, text = '' } = {}) {
        const id = newId() as NoteId;
        const answer = session.add({
          id,
          cell,
          ...(before ? { before } : {}),
          text: cutToLength(text, maxNoteLength),
          voice,
          author: participantId as ParticipantId,
          createdAt: Date.now(),
        });
        if (!answer.ok && answer.failure.kind === 'boardFull') {
          tell({ text: t('boardFull', { max: answer.failure.maxNotes }) });
        }
        return answer.ok ? id : undefined;
      },
      moveNote: (noteId, to, before) =>
        check(session.run((board) => moveNote(board, { noteId, to, ...(before ? { before } : {}) }))),
      deleteNote(noteId) {
        const answer = session.run((board) => deleteNote(board, noteId, Date.now()));
        check(answer);
        if (!answer.ok) return;
        tell({
          text: t('noteDeleted'),
          deleted: noteId,
          action: { label: t('undo'), run: () => check(session.run((board) => restoreNote(board, noteId))) },
        });
      },
      restoreNote: (noteId) => check(session.run((board) => restoreNote(board, noteId))),
      closeNote(noteId) {
        session.run((board) => {
          discardEmptyNote(board, noteId, Date.now());
          return { ok: true, value: undefined };
        });
      },
      setVoice: (noteId, voice) => check(session.run((board) => setVoice(board, noteId, voice))),
      setAction: (noteId, change) => check(session.run((board) => setAction(board, noteId, change))),
      removeAction: (noteId) => check(session.run((board) => removeAction(board, noteId))),
      undo() {
        if (session.undo() === 'othersWroteOnIt') tell({ text: t('undoKeptNote') });
      },
      redo: () => void session.redo(),
    };
  }, [session, participantId, tell, t]);
}

/** 128 random bits: two people never make the same id. */
export function newId(): string {
  return crypto.getRandomValues(new Uint8Array(16)).reduce((id, byte) => id + byte.toString(16).padStart(2, '0'), '');
}
