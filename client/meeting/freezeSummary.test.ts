import type { Action, Board, Note, NoteId, ParticipantId } from '@duken/shared/board';
import type { Cell } from '@duken/shared/template';
import { describe, expect, it } from 'vitest';
import { summariseFreeze } from './freezeSummary.ts';

const note = (id: string, column: Cell['column'], action?: Partial<Action>): Note => ({
  id: id as NoteId,
  cell: { column, theme: 'work' },
  order: 'a0',
  text: `Lapp ${id}`,
  voice: 'citizen',
  author: 'eirin' as ParticipantId,
  createdAt: 0,
  ...(action && { action: { owner: 'Mona', service: '', due: '2026-12-01', status: 'agreed', ...action } }),
});
const boardWith = (...notes: Note[]): Board => ({
  templateId: 'lorenskog',
  title: '',
  for: '',
  horizonShort: '',
  horizonLong: '',
  notes,
  bin: [],
  strokes: [],
  journey: { themes: {} },
  leftOut: 0,
});

describe('what goes in when a duk is frozen', () => {
  it('counts notes, tiltak and dreams', () => {
    const board = boardWith(note('a', 'works'), note('b', 'now', {}), note('c', 'dream'), note('d', 'dream'));
    expect(summariseFreeze(board)).toMatchObject({ notes: 4, actions: 1, dreams: 2, lacking: [] });
  });

  it('names each tiltak that lacks who or by when', () => {
    const board = boardWith(
      note('a', 'now', { owner: ' ' }),
      note('b', 'now', { due: '' }),
      note('c', 'now', { owner: '', due: '' }),
      note('d', 'now', {}),
    );
    expect(summariseFreeze(board).lacking.map(({ text, lack }) => [text, lack])).toEqual([
      ['Lapp a', 'owner'],
      ['Lapp b', 'due'],
      ['Lapp c', 'both'],
    ]);
  });

  it('asks nothing more of a tiltak that is done or stopped', () => {
    const board = boardWith(
      note('a', 'now', { due: '', status: 'done' }),
      note('b', 'now', { owner: '', status: 'stopped' }),
    );
    expect(summariseFreeze(board).lacking).toEqual([]);
  });
});
