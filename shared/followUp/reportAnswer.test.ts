import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addNote,
  type BoardDocument,
  createBoardUpdate,
  type NoteId,
  openBoardDocument,
  type ParticipantId,
  type PersonId,
  readActions,
  setAction,
} from '../board/index.ts';
import { reporterOf } from '../people/index.ts';
import { templates } from '../template/index.ts';
import { reportAnswer } from './reportAnswer.ts';

const noteId = 'a' as NoteId;
const kaja = { id: 'kaja' as PersonId, name: 'Kaja' };
const tor = { id: 'tor' as PersonId, name: 'Tor' };

function duk(owner: string): BoardDocument {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, createBoardUpdate({ title: 'Duk', templateId: 'lorenskog', for: '' }));
  const board = openBoardDocument(doc, templates.lorenskog);
  const cell = { column: 'now', theme: 'work' } as const;
  addNote(board, { id: noteId, cell, text: 'Ringe', voice: 'service', author: 'x' as ParticipantId, createdAt: 1 });
  setAction(board, noteId, { owner, due: '2026-12-01' });
  return board;
}
const report = (board: BoardDocument, answer: 'done' | 'started' | 'help', person = kaja) =>
  reportAnswer(board, { noteId, person, people: [kaja, tor], answer, at: 7 });
const actionOn = (board: BoardDocument) => readActions(board)[0]?.action;

describe('what is answered of a tiltak', () => {
  it('stands on the duk with who said it and when, by their id, for all who read it', () => {
    const board = duk('Tor, Kaja');
    expect(report(board, 'done')).toEqual({ ok: true, value: undefined });
    const action = actionOn(board);
    expect(action).toMatchObject({ status: 'done', reportedBy: 'kaja', reportedAt: 7, due: '2026-12-01' });
    expect(action && reporterOf(action)).toBe('Kaja');
  });

  it('tells nobody at the duk that somebody needs help, but takes back that it was done', () => {
    const board = duk('Kaja');
    report(board, 'help');
    expect(actionOn(board)).toEqual({ owner: 'Kaja', service: '', due: '2026-12-01', status: 'agreed' });
    report(board, 'done');
    report(board, 'help');
    expect(actionOn(board)).toMatchObject({ status: 'started', reportedBy: 'kaja' });
  });

  it('is nobody’s word any more when somebody at the duk says otherwise', () => {
    const board = duk('Kaja');
    report(board, 'done');
    setAction(board, noteId, { status: 'done', due: '2026-12-02' });
    expect(actionOn(board)).toMatchObject({ reportedBy: 'kaja' });
    setAction(board, noteId, { status: 'agreed' });
    expect(actionOn(board)).not.toHaveProperty('reportedBy');
  });

  it('is refused of what is somebody else’s, was stopped or is gone', () => {
    const board = duk('Kaja');
    expect(report(board, 'done', tor)).toMatchObject({ ok: false, failure: { kind: 'actionGone' } });
    setAction(board, noteId, { status: 'stopped' });
    expect(report(board, 'done')).toMatchObject({ ok: false });
    expect(actionOn(board)).toMatchObject({ status: 'stopped' });
  });
});
