import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  addNote,
  type BoardId,
  changeBoard,
  compactUpdates,
  createBoardUpdate,
  deleteNote,
  type NoteId,
  type ParticipantId,
  replayBoard,
} from '@duken/shared/board';
import type { MeetingId } from '@duken/shared/meeting';
import { planVersionSchema } from '@duken/shared/plan';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { endOf, openStorage, type Storage, updatesIn } from '../storage/index.ts';
import { freezing } from './freezeMeeting.ts';
import { type DrawPicture, type Freezable, makeVersion } from './makeVersion.ts';
import { sha256Of } from './sealVersion.ts';
import { chainIsWhole, readChain } from './verifyChain.ts';

const boardId = 'board-of-eirin' as BoardId;
const eirin = 'eirin-0001' as ParticipantId;
const [first, second] = ['meeting-001', 'meeting-002'] as [MeetingId, MeetingId];
const frozenAt = Date.parse('2025-11-12T14:30:00+01:00');

let folder: string;
let storage: Storage;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duk-freeze-'));
  const opened = await openStorage({ dataDir: folder });
  if (!opened.ok) throw new Error(opened.failure.kind);
  storage = opened.value;
  const { directory, journal } = storage;
  await journal.append(new Map([[boardId, [created]]]));
  await directory.createBoard({ id: boardId, title: 'Planen til Eirin', templateId: 'lorenskog', createdAt: 1 }, [
    { id: 'link-00001' as never, boardId, role: 'editor', secretHash: 'hash', lobby: false, createdAt: 1 },
  ]);
  await directory.enter(
    {
      id: eirin,
      personId: 'person-001' as never,
      boardId,
      linkId: 'link-00001' as never,
      name: 'Eirin',
      role: 'editor',
      joinedAt: 1,
    },
    { hash: 'session', openedAt: 1, expiresAt: 2 },
  );
  for (const [id, date] of [
    [first, '2025-11-12'],
    [second, '2026-03-04'],
  ] as const)
    await directory.createMeeting({
      id,
      boardId,
      date,
      present: [{ name: 'Eirin', participantId: eirin }],
      createdAt: 1,
    });
});

afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

const created = createBoardUpdate({ title: 'Planen til Eirin', templateId: 'lorenskog', for: 'Eirin' });

/** One note, written by a browser of its own that had only seen the empty duk. */
function noteUpdate(id: string): Uint8Array {
  return changeBoard([created], (board) => {
    const added = addNote(board, {
      id: id as NoteId,
      cell: { column: 'short', theme: 'housing' },
      text: `Lapp ${id}`,
      voice: 'citizen',
      author: eirin,
      createdAt: 1,
    });
    if (!added.ok) throw new Error(added.failure.kind);
  });
}

const write = (id: string) => storage.journal.append(new Map([[boardId, [noteUpdate(id)]]]));

function freezer(drawPicture: DrawPicture = () => '<svg xmlns="http://www.w3.org/2000/svg"/>') {
  const make = async (freezable: Freezable) => makeVersion(freezable, drawPicture);
  return freezing({ ...storage, makeVersion: make, now: () => frozenAt });
}

async function versionAt(version: number) {
  const archived = await storage.archive.find(boardId, version);
  if (!archived) throw new Error(`no version ${version}`);
  return { archived, planVersion: planVersionSchema.parse(JSON.parse(archived.planJson)) };
}

describe('freezing a meeting', () => {
  it('is done as often within a day as any row of meetings needs, and again the next day', async () => {
    await write('note-1');
    let now = frozenAt;
    const make = async (freezable: Freezable) =>
      makeVersion(freezable, () => '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const freeze = freezing({ ...storage, makeVersion: make, now: () => now });
    const meet = async (index: number) => {
      const id = `meeting-${index}` as MeetingId;
      await storage.directory.createMeeting({ id, boardId, date: '2026-03-04', present: [], createdAt: 1 });
      return freeze({ boardId, meetingId: id });
    };
    for (let index = 1; index <= 24; index += 1) expect((await meet(index)).ok).toBe(true);
    expect(await meet(25)).toEqual({ ok: false, failure: { kind: 'frozenTooOften' } });
    // Whoever asks for one that is frozen already is told that, and nothing else.
    expect(await freeze({ boardId, meetingId: 'meeting-1' as MeetingId })).toMatchObject({
      failure: { kind: 'meetingFrozen', version: 1 },
    });
    now += 24 * 60 * 60 * 1000;
    expect((await meet(26)).ok).toBe(true);
  });

  it('keeps the plan, the duk, the meeting and the names as they were', async () => {
    await write('note-1');
    const frozen = await freezer()({ boardId, meetingId: first });
    expect(frozen).toMatchObject({ ok: true, value: { version: 1 } });
    const { archived, planVersion } = await versionAt(1);
    expect(planVersion).toMatchObject({
      format: 1,
      boardId,
      version: 1,
      meetingId: first,
      date: '2025-11-12',
      present: [{ name: 'Eirin', participantId: eirin }],
      template: { id: 'lorenskog' },
      position: 2,
      frozenAt,
      plan: { shortGoals: [{ noteId: 'note-1', authorName: 'Eirin' }], participants: [{ name: 'Eirin' }] },
      previousSha256: '',
    });
    expect(replayBoard([archived.state])).toEqual({ ok: true, value: planVersion.sheet });
    expect((await storage.directory.findMeeting(boardId, first))?.version).toBe(1);
  });

  it('has the hash that anyone can make of its JSON, which names those of state, picture and the version before', async () => {
    await write('note-1');
    const picture = () => '<svg xmlns="http://www.w3.org/2000/svg"><title>Æ</title></svg>';
    await freezer(picture)({ boardId, meetingId: first });
    await freezer(picture)({ boardId, meetingId: second });
    const [one, two] = [await versionAt(1), await versionAt(2)];
    expect(one.archived.sha256).toBe(sha256Of(one.archived.planJson));
    expect(one.planVersion.pictureSha256).toBe(sha256Of(picture()));
    expect(one.planVersion.stateSha256).toBe(sha256Of(one.archived.state));
    expect(two.planVersion.previousSha256).toBe(one.archived.sha256);
  });

  it('draws the duk with its names and its meeting', async () => {
    await write('note-1');
    const freezeMeeting = freezer((board, template, { names }, meeting) =>
      JSON.stringify([board.notes.length, template.id, names.get(eirin), meeting.date]),
    );
    await freezeMeeting({ boardId, meetingId: first });
    expect((await versionAt(1)).archived.picture).toBe('[1,"lorenskog","Eirin","2025-11-12"]');
  });

  it('leaves out what was thrown in the bin', async () => {
    await write('note-1');
    await write('note-2');
    const updates = updatesIn(await storage.journal.read(boardId));
    const thrownAway = changeBoard(updates, (board) => void deleteNote(board, 'note-1' as NoteId, 5));
    await storage.journal.append(new Map([[boardId, [thrownAway]]]));
    await freezer()({ boardId, meetingId: first });
    const { archived, planVersion } = await versionAt(1);
    expect(planVersion.sheet.bin).toEqual([]);
    expect(archived.planJson).not.toContain('Lapp note-1');
    expect(archived.planJson).toContain('Lapp note-2');
  });

  it('reads a compacted journal as well as a long one', async () => {
    await write('note-1');
    await write('note-2');
    const entries = await storage.journal.read(boardId);
    expect(await storage.journal.compact(boardId, compactUpdates(updatesIn(entries)), endOf(entries))).toBe(true);
    await freezer()({ boardId, meetingId: first });
    const { planVersion } = await versionAt(1);
    expect(planVersion.position).toBe(endOf(entries));
    expect(planVersion.sheet.notes.map(({ id }) => id)).toEqual(['note-1', 'note-2']);
  });

  it('freezes what can be read of a duk that a hostile program wrote on, and tells how much was left out', async () => {
    await write('note-1');
    const doc = new Y.Doc();
    const notes = doc.getMap('notes');
    const hostile = new Y.Map<unknown>(
      Object.entries({
        column: 'now',
        theme: 'work',
        order: 'a0',
        voice: 'citizen',
        author: '\ud800',
        createdAt: -0.5,
      }),
    );
    hostile.set('text', new Y.Text('half an emoji: \ud83d'));
    notes.set('__proto__', hostile);
    notes.set('junk', { text: 'not a note' });
    doc.getMap('journey').set('constructor', 'stable');
    await storage.journal.append(new Map([[boardId, [Y.encodeStateAsUpdate(doc)]]]));
    expect(await freezer()({ boardId, meetingId: first })).toMatchObject({ ok: true });
    const { planVersion } = await versionAt(1);
    expect(planVersion.plan.nowNotes).toMatchObject([{ noteId: '__proto__', authorName: '' }]);
    expect(planVersion.plan.leftOut).toBe(2);
    expect(chainIsWhole(await readChain(storage, boardId))).toBe(true);
  });

  it.each([
    ['a meeting nobody knows', 'meeting-404' as MeetingId, 'meetingNotFound'],
    ['an empty duk', first, 'boardEmpty'],
  ])('refuses %s, and keeps nothing', async (_, meetingId, kind) => {
    if (kind !== 'boardEmpty') await write('note-1');
    expect(await freezer()({ boardId, meetingId })).toMatchObject({ ok: false, failure: { kind } });
    expect(await storage.archive.list(boardId)).toEqual([]);
  });

  it('refuses a board whose journal holds no duk', async () => {
    const nowhere = 'board-nowhere' as BoardId;
    expect(await freezer()({ boardId: nowhere, meetingId: first })).toEqual({
      ok: false,
      failure: { kind: 'boardUnreadable', cause: { kind: 'empty' } },
    });
  });

  it('freezes a meeting once, however many ask at the same moment', async () => {
    await write('note-1');
    const answers = await Promise.all(Array.from({ length: 8 }, () => freezer()({ boardId, meetingId: first })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer.failure).toEqual({ kind: 'meetingFrozen', version: 1 });
    expect(await storage.archive.list(boardId)).toHaveLength(1);
  });

  it('freezes two meetings at the same moment as two versions that follow each other', async () => {
    await write('note-1');
    const answers = await Promise.all([first, second].map((meetingId) => freezer()({ boardId, meetingId })));
    expect(answers.map((answer) => answer.ok && answer.value.version).sort()).toEqual([1, 2]);
    const chain = await readChain(storage, boardId);
    expect(chain.map(({ version }) => version)).toEqual([1, 2]);
    expect(chainIsWhole(chain)).toBe(true);
  });

  it('holds every edit that was saved before the request, and exactly what the journal held at its position', async () => {
    const saved: string[] = [];
    let isWriting = true;
    const writeOn = async (name: string) => {
      for (let number = 1; isWriting; number += 1) {
        await write(`${name}-${number}`);
        saved.push(`${name}-${number}`);
        await nextTurn();
      }
    };
    const writers = [writeOn('eirin'), writeOn('gro')];
    await vi.waitUntil(() => saved.length >= 20);
    const promised = [...saved];
    const frozen = await freezer()({ boardId, meetingId: first });
    await vi.waitUntil(() => saved.length >= promised.length + 10);
    isWriting = false;
    await Promise.all(writers);

    expect(frozen.ok).toBe(true);
    const { planVersion } = await versionAt(1);
    const inVersion = planVersion.sheet.notes.map(({ id }) => String(id));
    expect(inVersion).toEqual(expect.arrayContaining(promised));
    const updates = updatesIn(await storage.journal.read(boardId));
    const replayed = replayBoard(updates.slice(0, planVersion.position));
    expect(replayed).toEqual({ ok: true, value: planVersion.sheet });
    expect(updates.length).toBeGreaterThan(planVersion.position);
  });
});
