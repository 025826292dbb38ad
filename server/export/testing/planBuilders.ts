import type { Action, Board, BoardId, Note, NoteId, ParticipantId } from '@duken/shared/board';
import type { LetterContacts } from '@duken/shared/letter';
import type { MeetingId } from '@duken/shared/meeting';
import { derivePlan, type PlanVersion } from '@duken/shared/plan';
import { type Cell, type ShippedTemplateId, templates } from '@duken/shared/template';
import { boardToSvg } from '../planToPicture.ts';

/** Small builders for the exports' tests: each states only what matters to the case. */
const eirin = 'eirin-0001' as ParticipantId;
export const gro = 'gro-000001' as ParticipantId;
const names: ReadonlyMap<ParticipantId, string> = new Map([
  [eirin, 'Eirin'],
  [gro, 'Gro'],
]);

export const agreed: Action = { owner: 'Mona', service: 'Boligkontoret', due: '2026-12-01', status: 'agreed' };

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

export function boardWith(notes: readonly Note[], change: Partial<Board> = {}): Board {
  return {
    templateId: 'lorenskog' satisfies ShippedTemplateId,
    title: 'Planen til Eirin',
    for: 'Eirin',
    horizonShort: '',
    horizonLong: '',
    bin: [],
    strokes: [],
    journey: { themes: {} },
    leftOut: 0,
    ...change,
    notes,
  };
}

const present = [{ name: 'Eirin', participantId: eirin }, { name: 'Leif' }];

export function versionOf(board: Board, version = 1, date = '2026-09-16'): PlanVersion {
  const template = templates[board.templateId as ShippedTemplateId];
  return {
    format: 1,
    boardId: 'board-0001' as BoardId,
    version,
    meetingId: `meeting-${version}` as MeetingId,
    date,
    present,
    template,
    position: version,
    frozenAt: Date.UTC(2026, 8, 16, 12, 2),
    plan: derivePlan({ board, template, meeting: { date, present }, names }),
    sheet: board,
    stateSha256: '',
    pictureSha256: '',
    previousSha256: '',
  };
}

export function pictureOf(version: PlanVersion): string {
  return boardToSvg(version.sheet, version.template, { names }, { date: version.date, present: version.present });
}

export const noContacts: LetterContacts = {
  leaders: [],
  services: [],
  subjects: [],
  life: { state: 'unasked' },
};
