import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { templates } from '../template/index.ts';
import { addNote } from './addNote.ts';
import type { NoteId, ParticipantId, Voice } from './board.ts';
import { longestWrittenUp } from './board.ts';
import { openBoardDocument } from './boardDocument.ts';
import { readBoard } from './readBoard.ts';
import { writeUpGoal } from './setGoal.ts';

const author = 'eirin-0001' as ParticipantId;
const id = 'bolig' as NoteId;

function boardWith(column: 'long' | 'works', voice: Voice = 'citizen') {
  const board = openBoardDocument(new Y.Doc(), templates.lorenskog);
  addNote(board, { id, cell: { column, theme: 'housing' }, text: 'Noe eget', voice, author, createdAt: 1 });
  return board;
}
const noteIn = (board: ReturnType<typeof boardWith>) => readBoard(board).notes[0];

describe('writing a goal up', () => {
  it('lays it beside the note’s own words, which stay; and takes it back', () => {
    const board = boardWith('long');
    expect(writeUpGoal(board, id, { as: 'result', words: '  Egen leilighet\r\ninnen juni ' })).toMatchObject({
      ok: true,
    });
    expect(noteIn(board)).toMatchObject({
      text: 'Noe eget',
      writtenUp: { as: 'result', words: 'Egen leilighet\ninnen juni' },
    });
    writeUpGoal(board, id, undefined);
    expect(noteIn(board)).not.toHaveProperty('writtenUp');
  });

  it.each([
    ['of what is no goal', boardWith('works'), 'Egen bolig', 'notGoal'],
    ['of a child’s wish', boardWith('long', 'child'), 'Egen bolig', 'notGoal'],
    ['without words', boardWith('long'), ' \n ', 'goalWordsMissing'],
    ['with too many', boardWith('long'), 'x'.repeat(longestWrittenUp + 1), 'goalWordsTooLong'],
  ] as const)('is not done %s', (_what, board, words, kind) => {
    expect(writeUpGoal(board, id, { as: 'effect', words })).toMatchObject({ ok: false, failure: { kind } });
    expect(noteIn(board)).not.toHaveProperty('writtenUp');
  });

  it.each([
    ['noe'],
    [{ as: 'noe', words: 'x' }],
    [{ as: 'result' }],
    [{ as: 'result', words: ' ' }],
    [{ as: 'result', words: 'x'.repeat(301) }],
    [7],
  ])('is not read where a program has written %j', (value) => {
    const board = boardWith('long');
    (board.notes.get(id) as Y.Map<unknown>).set('writtenUp', value);
    expect(noteIn(board)).toMatchObject({ text: 'Noe eget' });
    expect(noteIn(board)).not.toHaveProperty('writtenUp');
  });
});
