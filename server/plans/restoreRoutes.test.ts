import { deleteNote, editNoteText, type NoteId, noteTextOf } from '@duken/shared/board';
import type { MomentReply, RestoreReply, TimelineReply } from '@duken/shared/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BoardUser, openTestServer, patience, type TestServer } from '../testing/index.ts';

let server: TestServer;
let origin: string;
beforeAll(async () => {
  server = await openTestServer();
  origin = `http://127.0.0.1:${await server.listen()}`;
});
afterAll(() => server.close());

const none = { child: 0, pair: 0, thrown: 0, written: 0, emptied: 0 };

/** A leader, a child and somebody of the family, with a note each, at a duk that has been frozen so. */
async function frozenTable() {
  const leader = await BoardUser.withNewBoard(origin);
  const child = await BoardUser.joining(origin, leader.boardId, leader.joinSecret, 'Liya', 'child');
  const far = await BoardUser.joining(origin, leader.boardId, leader.joinSecret, 'Far', 'family');
  const windows = { leader: leader.openBoard(origin), child: child.openBoard(origin), far: far.openBoard(origin) };
  const all = Object.values(windows);
  await Promise.all(all.map((window) => window.allSaved()));
  windows.leader.write('leders');
  windows.child.write('barnets', 'child');
  windows.far.write('fars', 'family');
  await Promise.all(all.map((window) => window.allSaved()));
  const { meetingId } = (await leader.post(origin, '/meetings', { date: '2026-11-22', present: [] })) as {
    meetingId: string;
  };
  await leader.post(origin, `/meetings/${meetingId}/freeze`, {});
  const moments = async () => ((await leader.get(origin, '/timeline')) as TimelineReply).moments;
  const [frozen] = (await moments()).filter(({ version }) => version === 1);
  const at = frozen?.position ?? 0;
  const look = async () => (await leader.get(origin, `/timeline/${at}`)) as MomentReply;
  const ask = async (by: BoardUser, path: string, body?: object) => {
    const { status, body: said } = await by.ask(origin, 'POST', `/timeline/${path}`, body);
    return { status, said: JSON.parse(said) as RestoreReply & { readonly type?: string } };
  };
  const saved = () => Promise.all(all.map((window) => window.allSaved()));
  return { people: { leader, child, far }, windows, moments, at, look, ask, saved };
}

type Window = ReturnType<BoardUser['openBoard']>;

function rewrite({ board }: Window, id: string, words: string): void {
  const removed = noteTextOf(board, id as NoteId)?.length ?? 0;
  expect(editNoteText(board, id as NoteId, { at: 0, removed, inserted: words })).toMatchObject({ ok: true });
}

function lies({ doc }: Window): unknown {
  const notes = doc.getMap('notes').toJSON() as Record<string, Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(notes)
      .map(([id, { text, deletedAt }]) => [id, deletedAt === undefined ? text : `i søppelkurven: ${text}`] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

describe('a duk that its leader makes what it was', () => {
  it('is so for everybody, in one commit and as their own edit; what stays is said, and it is told at the table', async () => {
    const { people, windows, moments, at, look, ask, saved } = await frozenTable();
    const { far, child } = windows;
    rewrite(far, 'leders', 'Skrevet over');
    deleteNote(windows.leader.board, 'fars' as NoteId, 5);
    rewrite(child, 'barnets', 'Jeg vil bo hos mamma');
    far.write('ny', 'family');
    await saved();
    const { restoring } = await look();
    expect(restoring).toMatchObject({ away: 1, left: { ...none, child: 1 } });
    expect(restoring.notes).toEqual([
      { noteId: 'fars', text: 'Lapp fars', isBack: true },
      { noteId: 'leders', text: 'Lapp leders', isBack: false },
    ]);
    const { status, said } = await ask(people.leader, `${at}/restore`, { seen: restoring.seen });
    expect([status, said]).toEqual([
      200,
      { back: 1, away: 1, changed: 1, head: 0, phases: 0, left: { ...none, child: 1 } },
    ]);
    for (const window of Object.values(windows))
      await expect
        .poll(() => lies(window), patience)
        .toEqual({
          barnets: 'Jeg vil bo hos mamma',
          fars: 'Lapp fars',
          leders: 'Lapp leders',
          ny: 'i søppelkurven: Lapp ny',
        });
    const told = far.doc.getMap('meeting').get('restored') as Record<string, unknown>;
    expect(told).toMatchObject({ by: people.leader.participantId, moment: at });
    await expect
      .poll(() => far.doc.getMap('notes').toJSON().ny, patience)
      .toMatchObject({ deletedBy: people.leader.participantId });
    expect((await moments()).filter(({ isBeforeRestore }) => isBeforeRestore).map(({ position }) => position)).toEqual([
      told.before,
    ]);
    const again = await look();
    expect(again.restoring).toMatchObject({ notes: [], away: 0, left: { ...none, child: 1 } });
  });

  it('is taken back as one step, once, and what others have written since stays', async () => {
    const { people, windows, at, look, ask, saved } = await frozenTable();
    const { far } = windows;
    rewrite(far, 'leders', 'Skrevet over');
    far.write('ny', 'family');
    await saved();
    const was = lies(far);
    await ask(people.leader, `${at}/restore`, { seen: (await look()).restoring.seen });
    await expect.poll(() => lies(far), patience).toMatchObject({ leders: 'Lapp leders' });
    rewrite(far, 'fars', 'Skrevet etterpå');
    far.write('etterpå', 'family');
    await saved();
    expect((await ask(people.leader, 'undo')).status).toBe(200);
    await expect
      .poll(() => lies(far), patience)
      .toEqual({ ...(was as object), fars: 'Skrevet etterpå', etterpå: 'Lapp etterpå' });
    expect(far.doc.getMap('meeting').get('restored')).toMatchObject({ isUndone: true });
    const twice = await ask(people.leader, 'undo');
    expect([twice.status, twice.said.type]).toEqual([409, '/problems/nothingToUndo']);
  });

  it('leaves what somebody wrote while the leader looked', async () => {
    const { people, windows, at, look, ask, saved } = await frozenTable();
    rewrite(windows.far, 'leders', 'Skrevet over');
    await saved();
    const { seen } = (await look()).restoring;
    rewrite(windows.far, 'fars', 'Skrives nå');
    windows.far.write('ny', 'family');
    await saved();
    const { said } = await ask(people.leader, `${at}/restore`, { seen });
    expect(said).toMatchObject({ changed: 1, away: 0, left: { ...none, written: 2 } });
    await expect
      .poll(() => lies(windows.far), patience)
      .toMatchObject({ leders: 'Lapp leders', fars: 'Skrives nå', ny: 'Lapp ny' });
  });

  it('may be one note of it', async () => {
    const { people, windows, at, look, ask, saved } = await frozenTable();
    rewrite(windows.far, 'leders', 'Skrevet over');
    rewrite(windows.far, 'fars', 'Endret');
    await saved();
    const { seen } = (await look()).restoring;
    expect((await ask(people.leader, `${at}/restore`, { seen, notes: ['leders'] })).said).toMatchObject({ changed: 1 });
    await expect.poll(() => lies(windows.far), patience).toMatchObject({ leders: 'Lapp leders', fars: 'Endret' });
    await ask(people.leader, 'undo');
    await expect.poll(() => lies(windows.far), patience).toMatchObject({ leders: 'Skrevet over', fars: 'Endret' });
  });

  it('has nothing of what was emptied from the bin, and what it wrote over is gone from all that is kept when that is', async () => {
    const { people, windows, at, look, ask, saved } = await frozenTable();
    rewrite(windows.far, 'fars', 'HEMMELIG');
    await saved();
    await ask(people.leader, `${at}/restore`, { seen: (await look()).restoring.seen });
    deleteNote(windows.leader.board, 'fars' as NoteId, 5);
    await saved();
    expect((await people.leader.ask(origin, 'POST', '/bin/empty', {})).status).toBe(204);
    const { said } = await ask(people.leader, 'undo');
    expect(said).toMatchObject({ back: 0, changed: 0 });
    expect((await look()).restoring.notes).toEqual([]);
    expect(JSON.stringify(windows.far.doc.getMap('notes').toJSON())).not.toContain('HEMMELIG');
  });

  it('is asked of what is there, and by nobody who does not lead', async () => {
    const { people, at, look, ask } = await frozenTable();
    const { seen } = (await look()).restoring;
    for (const by of [people.far, people.child]) {
      expect((await ask(by, `${at}/restore`, { seen })).status).toBe(403);
      expect((await ask(by, 'undo')).status).toBe(403);
    }
    const nowhere = await ask(people.leader, '99999/restore', { seen });
    expect([nowhere.status, nowhere.said.type]).toEqual([404, '/problems/momentNotFound']);
    const never = await ask(people.leader, `${at}/restore`, { seen: 99_999 });
    expect([never.status, never.said.type]).toEqual([409, '/problems/seenTooLongAgo']);
    const none = await ask(people.leader, 'undo');
    expect([none.status, none.said.type]).toEqual([409, '/problems/nothingToUndo']);
  });
});
