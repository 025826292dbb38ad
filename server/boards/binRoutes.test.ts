import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { documentIdOf } from '@duken/shared/access';
import {
  addNote,
  type BoardDocument,
  type BoardId,
  changeBoard,
  compactUpdates,
  deleteNote,
  type NoteId,
  type ParticipantId,
  replayBoard,
} from '@duken/shared/board';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { endOf, updatesIn } from '../storage/index.ts';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';

const secret = 'ANGRET mamma drikker';
const day = '2026-11-22';
let server: TestServer;
let mona: Person;
let boardId: BoardId;
beforeEach(async () => {
  server = await openTestServer();
  mona = server.person();
  boardId = (await mona.makeBoard({ title: 'Vår duk', templateId: 'simple', name: 'Mona' })).boardId as BoardId;
});
afterEach(() => server.close());

const journaled = async () => updatesIn(await server.storage.journal.read(boardId));
const change = async (act: (board: BoardDocument) => unknown) => {
  const update = changeBoard(await journaled(), act);
  await server.storage.journal.append(new Map([[boardId, [update]]]));
};
const lay = (id: string, text: string) =>
  change((board) =>
    addNote(board, {
      id: id as NoteId,
      cell: { column: 'dream', theme: '' },
      text,
      voice: 'child',
      author: 'jonas' as ParticipantId,
      createdAt: 1,
    }),
  );
const bin = (id: string) => change((board) => deleteNote(board, id as NoteId, 2));
const empty = () => mona.post(`/api/boards/${boardId}/bin/empty`, {});
const freeze = async () => {
  const api = `/api/boards/${boardId}/meetings`;
  const { meetingId } = (await mona.post(api, { date: day, present: [] })).json();
  return mona.post(`${api}/${meetingId}/freeze`);
};
/** How everything begins that lies sealed in the database and holds these words, when it is opened. */
const sealedWith = async (words: string): Promise<Buffer[]> => {
  const { journal, journalCare, archive } = server.storage;
  const held: Buffer[] = [];
  const db = new DatabaseSync(join(server.dataDir, 'duk.db'), { readOnly: true });
  const keep = (sql: string, ...key: (string | number)[]) => {
    const [sealed] = Object.values(db.prepare(sql).get(...key) ?? {});
    held.push((typeof sealed === 'string' ? Buffer.from(sealed) : Buffer.from(sealed as Uint8Array)).subarray(0, 36));
  };
  const holds = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).includes(words);
  for (const documentId of await journalCare.documents()) {
    for (const { position, updates } of (await journalCare.look(documentId)).entries)
      if (updates.some(holds))
        keep('select data from journal where document_id = ? and position = ?', documentId, position);
    for (const { takenAt, kind } of await journal.checkpoints(documentId))
      if (holds(await journal.readCheckpoint(documentId, { takenAt, kind })))
        keep(
          'select data from checkpoints where document_id = ? and taken_at = ? and kind = ?',
          documentId,
          takenAt,
          kind,
        );
  }
  for (const { version } of await archive.list(boardId))
    if (holds((await archive.find(boardId, version))?.state))
      keep('select state from versions where board_id = ? and version = ?', boardId, version);
  db.close();
  return held;
};
/** Which files of the data folder hold any of these. */
const filesWith = async (sealed: readonly Buffer[]) => {
  const names = (await readdir(server.dataDir)).filter((name) => name.startsWith('duk.db'));
  const held = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(server.dataDir, name));
      return sealed.some((one) => bytes.includes(one));
    }),
  );
  return names.filter((_, index) => held[index]);
};

describe('emptying the bin', () => {
  it('leaves no word of it in the journal, its checkpoints or the files of the data folder', async () => {
    await lay('gone', secret);
    await lay('stays', 'En hund');
    await bin('gone');
    expect((await freeze()).statusCode).toBe(201);
    const entries = await server.storage.journal.read(boardId);
    const state = compactUpdates(updatesIn(entries.slice(0, -1)));
    const checkpoint = { takenAt: 1, kind: 'hour' as const, position: endOf(entries) - 1, state };
    await server.storage.journal.compact(boardId, state, checkpoint.position, { checkpoints: [checkpoint] });
    const before = await sealedWith(secret);
    expect(before.length).toBeGreaterThan(1);
    expect(await filesWith(before)).not.toEqual([]);
    expect((await empty()).statusCode).toBe(204);
    const board = replayBoard(await journaled());
    expect(board.ok && board.value).toMatchObject({ bin: [], notes: [{ text: 'En hund' }] });
    expect((await server.storage.journal.checkpoints(boardId)).length).toBeGreaterThan(0);
    expect(await sealedWith(secret)).toEqual([]);
    expect(await filesWith(before)).toEqual([]);
  });

  it('can be done again, and when there is nothing in it', async () => {
    expect((await empty()).statusCode).toBe(204);
    await lay('gone', secret);
    await bin('gone');
    const before = await sealedWith(secret);
    expect([(await empty()).statusCode, (await empty()).statusCode]).toEqual([204, 204]);
    expect([await sealedWith(secret), await filesWith(before)]).toEqual([[], []]);
  });

  it('leaves no word of their translations either, and those of other notes as they are', async () => {
    const translations = documentIdOf(boardId, 'translations');
    const words = { gone: 'እኔ ፈሪሀ: mamma drikker', stays: 'ከልቢ: en hund' };
    for (const [noteId, text] of Object.entries(words)) await lay(noteId, text === words.gone ? secret : 'En hund');
    const doc = new Y.Doc();
    const journal: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => journal.push(update));
    for (const [noteId, text] of Object.entries(words))
      doc.getMap('translations').set(noteId, new Y.Map([['ti', new Y.Text(text)]]));
    for (const update of journal) await server.storage.journal.append(new Map([[translations, [update]]]));
    const checkpoint = { takenAt: 1, kind: 'hour', position: 1, state: Y.encodeStateAsUpdate(doc) } as const;
    const first = journal[0] ?? new Uint8Array();
    await server.storage.journal.compact(translations, first, 1, { checkpoints: [checkpoint] });
    await bin('gone');
    const before = await sealedWith(words.gone);
    expect(before.length).toBeGreaterThan(0);
    expect((await empty()).statusCode).toBe(204);
    expect([await sealedWith(words.gone), await filesWith(before)]).toEqual([[], []]);
    expect(await sealedWith(words.stays)).not.toEqual([]);
    const left = new Y.Doc();
    for (const update of updatesIn(await server.storage.journal.read(translations))) Y.applyUpdate(left, update);
    expect(left.getMap('translations').toJSON()).toEqual({ stays: { ti: words.stays } });
    expect((await server.storage.journal.checkpoints(translations)).length).toBeGreaterThan(0);
  });

  it('reaches translations that came after their note was removed, the next time', async () => {
    await lay('gone', secret);
    await bin('gone');
    expect((await empty()).statusCode).toBe(204);
    const doc = new Y.Doc();
    doc.getMap('notes').set('gone', new Y.Map([['en', new Y.Text('mum drinks')]]));
    const translations = documentIdOf(boardId, 'translations');
    await server.storage.journal.append(new Map([[translations, [Y.encodeStateAsUpdate(doc)]]]));
    const before = await sealedWith('mum drinks');
    expect(before).toHaveLength(1);
    expect((await empty()).statusCode).toBe(204);
    expect([await sealedWith('mum drinks'), await filesWith(before)]).toEqual([[], []]);
  });

  it('leaves plan versions as they were frozen', async () => {
    await lay('later', secret);
    expect((await freeze()).statusCode).toBe(201);
    const before = (await mona.get(`/api/boards/${boardId}/plans/1.json`)).body;
    await bin('later');
    expect((await empty()).statusCode).toBe(204);
    expect((await mona.get(`/api/boards/${boardId}/plans/1.json`)).body).toBe(before);
    expect(before).toContain(secret);
  });
});
