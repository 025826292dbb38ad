import type { Action, Board, Note, NoteId, ParticipantId, Voice } from '@duken/shared/board';
import type { Cell } from '@duken/shared/template';

/** A note for a test: say what matters, the rest is ordinary. Its id is its text unless said otherwise. */
export function note(text: string, { id = text, voice = 'citizen', action, ...cell }: NoteParts = {}): Note {
  return {
    id: id as NoteId,
    cell: { column: 'works', theme: 'work', ...cell },
    order: 'a0',
    text,
    voice,
    author: 'gro' as ParticipantId,
    createdAt: 0,
    ...(action ? { action: { owner: 'Marit', service: 'NAV', due: '2027-01-15', status: 'agreed', ...action } } : {}),
  };
}

interface NoteParts extends Partial<Cell> {
  readonly id?: string;
  readonly voice?: Voice;
  readonly action?: Partial<Action>;
}

export function boardWith(...notes: readonly Note[]): Board {
  return {
    templateId: 'lorenskog',
    title: 'Planen til Eirin',
    for: 'Eirin',
    horizonShort: '',
    horizonLong: '',
    notes,
    bin: [],
    strokes: [],
    journey: { themes: {} },
    leftOut: 0,
  };
}
