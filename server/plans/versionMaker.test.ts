import {
  addNote,
  type BoardId,
  changeBoard,
  createBoardUpdate,
  type NoteId,
  type ParticipantId,
} from '@duken/shared/board';
import type { MeetingId } from '@duken/shared/meeting';
import { afterEach, describe, expect, it } from 'vitest';
import { boardToSvg } from '../export/index.ts';
import { type Freezable, makeVersion } from './makeVersion.ts';
import { openVersionMaker, type VersionMaker } from './versionMaker.ts';

const thread = new URL('../makeVersionInThread.ts', import.meta.url);
const eirin = 'eirin' as ParticipantId;
const boardId = 'board-1' as BoardId;

function freezable(notes: number): Freezable {
  const created = createBoardUpdate({ title: 'Planen til Eirin', templateId: 'lorenskog', for: 'Eirin' });
  const written = changeBoard([created], (board) => {
    for (let number = 0; number < notes; number++) {
      const cell = { column: 'short', theme: 'housing' } as const;
      const id = `note-${number}` as NoteId;
      addNote(board, { id, cell, text: `Lapp ${number}`, voice: 'citizen', author: eirin, createdAt: 1 });
    }
  });
  return {
    boardId,
    meeting: { id: 'meeting-1' as MeetingId, date: '2025-11-12', present: [] },
    updates: [created, written],
    position: 2,
    names: new Map([[eirin, 'Eirin']]),
    previous: { version: 3, sha256: 'abc' },
    frozenAt: 5,
  };
}

let maker: VersionMaker;
afterEach(() => maker.close());

describe('making a version in a thread of its own', () => {
  it('gives to the byte what making it here gives', async () => {
    maker = openVersionMaker(thread);
    const [few, more] = [freezable(2), freezable(5)];
    expect(await Promise.all([maker.make(few), maker.make(more)])).toEqual([
      makeVersion(few, boardToSvg),
      makeVersion(more, boardToSvg),
    ]);
  });

  it('says what stands in the way, and makes the next', async () => {
    maker = openVersionMaker(thread);
    const answers = await Promise.all([
      maker.make(freezable(0)),
      maker.make({ ...freezable(1), meeting: undefined }),
      maker.make({ ...freezable(1), updates: [] }),
      maker.make(freezable(1)),
    ]);
    expect(answers.map((answer) => (answer.ok ? 'made' : answer.failure.kind))).toEqual([
      'boardEmpty',
      'meetingNotFound',
      'boardUnreadable',
      'made',
    ]);
  });

  it('gives up what takes too long, and makes the next in another thread', async () => {
    maker = openVersionMaker(thread, { limitMs: 1, idleMs: 1000 });
    expect(await maker.make(freezable(1))).toMatchObject({ ok: false, failure: { kind: 'freezeGivenUp' } });
    await maker.close();
    maker = openVersionMaker(thread);
    expect(await maker.make(freezable(1))).toMatchObject({ ok: true });
  });

  it('gives up what breaks the thread', async () => {
    maker = openVersionMaker(thread);
    const broken = { ...freezable(1), updates: [Uint8Array.of(1, 2, 3)] };
    expect(await maker.make(broken)).toMatchObject({ ok: false, failure: { kind: 'freezeGivenUp' } });
    expect(await maker.make(freezable(1))).toMatchObject({ ok: true });
  });

  it('takes no more once it is closed', async () => {
    maker = openVersionMaker(thread);
    const making = maker.make(freezable(1));
    await maker.close();
    expect(await making).toMatchObject({ ok: false, failure: { kind: 'freezeGivenUp' } });
    expect(await maker.make(freezable(1))).toMatchObject({ ok: false, failure: { kind: 'freezeGivenUp' } });
  });
});
