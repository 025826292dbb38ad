import {
  type Action,
  type Board,
  type BoardId,
  compareText,
  type Note,
  type NoteId,
  type ParticipantId,
} from '../board/index.ts';
import type { MeetingId } from '../meeting/index.ts';
import { type Cell, cellKey, cellsOf, type ShippedTemplateId, templates } from '../template/index.ts';
import { derivePlan } from './derivePlan.ts';
import type { PlanVersion } from './planVersion.ts';

/** Small builders for this folder's tests: each states only what matters to the case. */
export const eirin = 'eirin-0001' as ParticipantId;
export const gro = 'gro-000001' as ParticipantId;
export const names: ReadonlyMap<ParticipantId, string> = new Map([
  [eirin, 'Eirin'],
  [gro, 'Gro'],
]);

export function note(id: string, cell: Cell, change: Partial<Omit<Note, 'id' | 'cell'>> = {}): Note {
  return {
    id: id as NoteId,
    cell,
    order: 'a0',
    text: `Lapp ${id}`,
    voice: 'citizen',
    author: eirin,
    createdAt: 1_763_000_000_000,
    ...change,
  };
}

export const agreed: Action = { owner: 'Mona', service: 'Boligkontoret', due: '2026-12-01', status: 'agreed' };

/** A board on Lørenskog's sheet, its notes in reading order as `readBoard` leaves them. */
export function boardWith(notes: readonly Note[], change: Partial<Board> = {}): Board {
  const places = cellsOf(templates.lorenskog).map(cellKey);
  const placeOf = ({ cell }: Note): number => places.indexOf(cellKey(cell));
  return {
    templateId: 'lorenskog',
    title: 'Planen til Eirin',
    for: 'Eirin',
    horizonShort: '',
    horizonLong: '',
    bin: [],
    strokes: [],
    journey: { themes: {} },
    leftOut: 0,
    ...change,
    notes: notes.toSorted(
      (a, b) => placeOf(a) - placeOf(b) || compareText(a.order, b.order) || compareText(a.id, b.id),
    ),
  };
}

export const meeting = { date: '2025-11-12', present: [{ name: 'Eirin', participantId: eirin }, { name: 'Leif' }] };

export function planOf(board: Board) {
  return derivePlan({ board, template: templates[board.templateId as ShippedTemplateId], meeting, names });
}

export function versionOf(board: Board, version = 1, date = meeting.date): PlanVersion {
  return {
    format: 1,
    boardId: 'board-0001' as BoardId,
    version,
    meetingId: `meeting-${version}` as MeetingId,
    date,
    present: meeting.present,
    template: templates[board.templateId as ShippedTemplateId],
    position: version,
    frozenAt: 1_763_000_000_000,
    plan: planOf(board),
    sheet: board,
    stateSha256: '',
    pictureSha256: '',
    previousSha256: '',
  };
}
