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
    expect(summariseFreeze(board)).toEqual({ notes: 4, actions: 1, dreams: 2 });
  });
});
