import type { ParticipantId } from '@duken/shared/access';
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { Wire } from '../peers/busForTests.ts';
import {
  boardNamed,
  enter,
  journaledText,
  openBrowser,
  startRelay,
  startTroubledRelay,
  syncFrame,
  tempDataDir,
  typed,
  until,
} from '../relayForTests.ts';
import { ClientIds } from './clientIds.ts';

const duk = boardNamed('family');
const id = (name: string) => name as ParticipantId;
const person = (...seats: string[]) => ({ participantId: id(seats[0] ?? ''), seats: new Set(seats.map(id)) });

describe('the Yjs client under which somebody writes', () => {
  it('is theirs for good: when all have left, nobody writes under it, and their words from offline are saved', async () => {
    const { url, relay, journal } = await startRelay();
    const victim = openBrowser(url, duk, { as: 'victim' });
    await until(() => expect(victim.provider.synced).toBe(true));
    victim.text.insert(0, 'hei ');
    await until(() => expect(victim.saved()).toBe(victim.sent()));
    victim.provider.disconnect();
    victim.text.insert(4, 'igjen');
    await until(() => expect(relay.counters.boards).toBe(0));
    const forger = await enter(url, duk, { as: 'forger' });
    forger.say(syncFrame('update', forgery(victim.doc)));
    expect(await forger.closed).toEqual({ code: 4422, reason: 'foreignClient' });
    victim.provider.connect();
    await vi.waitFor(async () => expect(await journaledText(journal, duk)).toBe('hei igjen'), { timeout: 30_000 });
    await until(() => expect(victim.saved()).toBe(victim.sent()));
    expect(victim.closeCodes).toEqual([]);
  });

  it('is theirs by whichever seat they come', async () => {
    const clientIds = new ClientIds(10, new Map([[7, id('at the first meeting')]]));
    expect(clientIds.claim(person('today', 'at the first meeting'), [7])).toBeUndefined();
    expect(clientIds.claim(person('somebody else'), [7])).toMatchObject({ reason: 'ruleBroken' });
  });

  it('costs a row with its first words, and none after that', async () => {
    const { url, disk, journal } = await startTroubledRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const letters = typing('abc', 7);
    for (const [count, letter] of letters.entries()) {
      anna.say(syncFrame('update', letter));
      await until(() => expect(anna.saved()).toBe(count + 1));
    }
    expect(disk.owned).toEqual([1, 0, 0]);
    expect(await journal.owners(duk)).toEqual(new Map([[7, 'anna']]));
  });

  it('is nobody’s when their words were lost, and theirs when they come back with them', async () => {
    const { url, disk, journal } = await startTroubledRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    disk.failNext();
    anna.say(syncFrame('update', typed('hei', 7)));
    expect((await anna.closed).code).toBe(4503);
    expect(await journal.owners(duk)).toEqual(new Map());
    const again = await enter(url, duk, { as: 'anna' });
    again.say(syncFrame('step2', typed('hei', 7)));
    await until(() => expect(again.saved()).toBe(1));
    expect(await journal.owners(duk)).toEqual(new Map([[7, 'anna']]));
  });

  it('is the first comer’s on a duk from before owners were kept', async () => {
    const { url, journal } = await startRelay();
    await journal.append(new Map([[duk, [typed('hei', 7)]]]));
    const anna = await enter(url, duk, { as: 'anna' });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, typed('hei', 7));
    anna.say(syncFrame('update', forgery(doc, 7)));
    await until(() => expect(anna.saved()).toBe(1));
    expect(await journal.owners(duk)).toEqual(new Map([[7, 'anna']]));
  });

  it('is theirs also where another server found their words in the journal', async () => {
    const dataDir = await tempDataDir();
    const wire = new Wire();
    const limits = { lookForPeersEveryMs: 20 };
    const one = await startRelay({ dataDir, limits, bus: wire.join() });
    const two = await startRelay({ dataDir, limits, bus: wire.join() });
    const anna = await enter(one.url, duk, { as: 'anna' });
    const forger = await enter(two.url, duk, { as: 'forger' });
    wire.loses = () => true;
    anna.say(syncFrame('update', typed('hei', 7)));
    await until(() => expect(forger.heard('update')).toHaveLength(1));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, typed('hei', 7));
    forger.say(syncFrame('update', forgery(doc, 7)));
    expect((await forger.closed).code).toBe(4422);
  });
});

/** What a program writes that goes on where somebody's Yjs client is. */
function forgery(of: Y.Doc, clientId = of.clientID): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(of));
  doc.clientID = clientId;
  doc.getText('text').insert(0, 'forfalsket');
  return Y.encodeStateAsUpdate(doc);
}

/** One update for each letter. */
function typing(word: string, clientId: number): readonly Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const letter of word) doc.getText('text').insert(doc.getText('text').length, letter);
  return updates;
}
