import { describe, expect, it } from 'vitest';
import type { Board, Note, NoteId, ParticipantId } from '../board/index.ts';
import { mayFreeze } from './mayFreeze.ts';
import type { Meeting, MeetingId } from './meeting.ts';

const meeting: Meeting = { id: 'meeting-1' as MeetingId, date: '2026-11-22', present: [{ name: 'Eirin' }] };
const dream: Note = {
  id: 'dream' as NoteId,
  cell: { column: 'dream', theme: '' },
  order: 'a0',
  text: 'En hund',
  voice: 'child',
  author: 'eirin' as ParticipantId,
  createdAt: 1,
};

function boardWith(...notes: readonly Note[]): Board {
  const header = { templateId: 'lorenskog', title: '', for: '', horizonShort: '', horizonLong: '' } as const;
  return { ...header, notes, bin: [], strokes: [], journey: { themes: {} }, leftOut: 0 };
}

describe('freezing the duk', () => {
  it('can be done for an open meeting when something stands on it', () => {
    expect(mayFreeze(meeting, boardWith(dream))).toEqual({ ok: true, value: meeting });
  });

  it('cannot be done for a meeting that is not there', () => {
    expect(mayFreeze(undefined, boardWith(dream))).toEqual({ ok: false, failure: { kind: 'meetingNotFound' } });
  });

  it('is done once for each meeting', () => {
    expect(mayFreeze({ ...meeting, version: 2 }, boardWith(dream))).toEqual({
      ok: false,
      failure: { kind: 'meetingFrozen', version: 2 },
    });
  });

  it('cannot be done while the duk is empty, whatever lies in the bin', () => {
    const board = { ...boardWith(), bin: [{ ...dream, deletedAt: 1 }] };
    expect(mayFreeze(meeting, board)).toEqual({ ok: false, failure: { kind: 'boardEmpty' } });
  });
});
