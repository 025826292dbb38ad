import {
  addNote,
  changeBoard,
  createBoardUpdate,
  deleteNote,
  emptyBin,
  type NoteId,
  onBoard,
  type ParticipantId,
  replayBoard,
} from '@duken/shared/board';
import { layoutsWith } from '@duken/shared/template';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { StorageUnavailable, updatesIn } from '../storage/index.ts';
import { Wire } from './peers/busForTests.ts';
import {
  allSaved,
  boardNamed,
  enter,
  openBrowser,
  startRelay,
  startTroubledRelay,
  syncFrame,
  tempDataDir,
  until,
} from './relayForTests.ts';

const duk = boardNamed('family');
const secret = 'ANGRET mamma drikker';
const eva = { participantId: 'eva' as ParticipantId, seats: new Set(['eva' as ParticipantId]) };
const created = createBoardUpdate({ title: 'Duk', templateId: 'lorenskog', for: '' });
const laid = changeBoard([created], (board) => {
  addNote(board, {
    id: 'gone' as NoteId,
    cell: { column: 'dream', theme: '' },
    text: secret,
    voice: 'citizen',
    author: 'anna' as ParticipantId,
    createdAt: 1,
  });
  deleteNote(board, 'gone' as NoteId, 2);
});
const holds = (bytes: readonly Uint8Array[]) => Buffer.concat(bytes).includes(secret);

describe('what was removed for good', () => {
  it('is told to no newcomer, on any server, nor brought back by whoever had it', async () => {
    const dataDir = await tempDataDir();
    const wire = new Wire();
    const one = await startRelay({ dataDir, bus: wire.join() });
    const two = await startRelay({ dataDir, bus: wire.join() });
    await one.journal.append(new Map([[duk, [created, laid]]]));
    const anna = openBrowser(one.url, duk, { as: 'anna' });
    const bo = openBrowser(two.url, duk, { as: 'bo' });
    const away = openBrowser(one.url, duk, { as: 'away' });
    await until(() => expect([anna, bo, away].every(({ provider }) => provider.synced)).toBe(true));
    away.provider.disconnect();
    const binned = away.doc.getMap<Y.Map<Y.Text | number>>('notes').get('gone');
    if (!binned) throw new Error('There is no note');
    (binned.get('text') as Y.Text).insert(0, 'mer ');
    binned.delete('deletedAt');

    expect((await one.relay.apply(duk, onBoard(emptyBin, layoutsWith([])), eva)).ok).toBe(true);
    await one.relay.clearRemoved(duk);
    await until(() => expect([anna.doc.getMap('notes').size, bo.doc.getMap('notes').size]).toEqual([0, 0]));
    expect(holds(updatesIn(await one.journal.read(duk)))).toBe(false);
    away.provider.connect();
    await allSaved(away);
    expect(away.doc.getMap('notes').size).toBe(0);
    for (const url of [one.url, two.url]) {
      await until(async () => {
        const late = await enter(url, duk, { as: 'late', role: 'viewer' });
        late.say(syncFrame('step1', Uint8Array.of(0)));
        await until(() => expect(late.heard('step2').length).toBe(1));
        late.socket.close();
        expect(holds(late.frames)).toBe(false);
      });
    }
    const board = replayBoard(updatesIn(await one.journal.read(duk)));
    expect(board.ok && board.value).toMatchObject({ notes: [], bin: [] });
  });

  it('is all there still when it could not be cleared, and is cleared the next time', async () => {
    const { relay, journal, disk } = await startTroubledRelay();
    await journal.append(new Map([[duk, [created, laid]]]));
    await relay.apply(duk, onBoard(emptyBin, layoutsWith([])), eva);
    disk.failNextCompaction();
    await expect(relay.clearRemoved(duk)).rejects.toThrow(StorageUnavailable);
    expect(holds(updatesIn(await journal.read(duk)))).toBe(true);
    await relay.clearRemoved(duk);
    expect(holds(updatesIn(await journal.read(duk)))).toBe(false);
  });
});
