import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DocumentId, documentIdOf, type Role } from '@duken/shared/access';
import { describe, expect, it, onTestFinished } from 'vitest';
import { updatesIn } from '../storage/index.ts';
import { Wire } from './peers/busForTests.ts';
import {
  boardNamed,
  enter,
  journaledText,
  openBrowser,
  RawSocket,
  startRelay,
  startTroubledRelay,
  syncFrame,
  typed,
  until,
} from './relayForTests.ts';

const board = boardNamed('family');
const translations = documentIdOf(board, 'translations');
const ownOf = (person: string) => documentIdOf(board, 'private', person);

async function startTwoServers() {
  const dataDir = await mkdtemp(join(tmpdir(), 'duken-documents-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const wire = new Wire();
  return [await startRelay({ dataDir, bus: wire.join() }), await startRelay({ dataDir, bus: wire.join() })] as const;
}

describe('the documents of a board', () => {
  it.each<readonly [Role, string, string, string]>([
    ['leader', 'writes', 'writes', 'writes'],
    ['editor', 'writes', 'reads', 'writes'],
    ['interpreter', 'reads', 'writes', 'writes'],
    ['viewer', 'reads', 'reads', 'writes'],
    ['admin', '403', '403', '403'],
  ])('let in a %s, who %s the duk, %s translations and %s their own', async (role, ...expected) => {
    const { url } = await startRelay();
    const found: string[] = [];
    for (const documentId of [board, translations, ownOf('anna')]) {
      const anna = new RawSocket(url, documentId, { as: 'anna', role });
      const status = await anna.opened();
      if (status === 101) {
        anna.say(syncFrame('update', typed('hei')));
        const isSaved = until(() => expect(anna.saved()).toBe(1)).then(() => 'writes');
        found.push(await Promise.race([isSaved, anna.closed.then(({ code }) => (code === 4403 ? 'reads' : 'ends'))]));
      } else found.push(String(status));
    }
    expect(found).toEqual(expected);
  });

  it.each(['duk', 'others', 'private/anna', 'translations/', 'Translations', '__proto__', ''])(
    'have no other addresses than their own: %s',
    async (odd) => {
      const { url } = await startRelay();
      const socket = new RawSocket(`${url}/${board}`, odd as DocumentId, { as: 'anna', role: 'leader' });
      expect(await socket.opened()).toBe(404);
    },
  );

  it('are open to nobody who is not in', async () => {
    const { url, journal } = await startRelay();
    for (const documentId of [translations, ownOf('per')]) {
      expect(await new RawSocket(url, documentId, { as: '' }).opened()).toBe(401);
      expect(await new RawSocket(url, documentId, { as: 'per', role: 'stranger' }).opened()).toBe(403);
    }
    expect(await journal.read(translations)).toEqual([]);
  });

  it('lie beside each other: what is written in one is in no other', async () => {
    const { url, journal } = await startRelay();
    const leader = { as: 'anna', role: 'leader' } as const;
    const documents = [board, translations, ownOf('anna')];
    const browsers = documents.map((documentId) => openBrowser(url, documentId, leader));
    await until(() => expect(browsers.every(({ provider }) => provider.synced)).toBe(true));
    for (const [index, { text }] of browsers.entries()) text.insert(0, `nr. ${index}`);
    await until(() => expect(browsers.map(({ saved, sent }) => saved() - sent())).toEqual([0, 0, 0]));
    const texts = await Promise.all(documents.map((documentId) => journaledText(journal, documentId)));
    expect(texts).toEqual(['nr. 0', 'nr. 1', 'nr. 2']);
  });

  it('of all kinds ride along in one commit', async () => {
    const { url, disk } = await startTroubledRelay();
    const documents = [board, translations, ownOf('anna')];
    const sockets = await Promise.all(documents.map((each) => enter(url, each, { as: 'anna', role: 'leader' })));
    const release = disk.hold();
    const [first] = sockets;
    first?.say(syncFrame('update', typed('først')));
    await until(() => expect(disk.appended).toEqual([1]));
    for (const socket of sockets) socket.say(syncFrame('update', typed('så')));
    for (const socket of sockets) await socket.wasHeard();
    release();
    await until(() => expect(sockets.map((socket) => socket.saved())).toEqual([2, 1, 1]));
    expect(disk.appended).toEqual([1, 3]);
  });

  it('are compacted each by itself', async () => {
    const { url, journal, relay } = await startRelay({ limits: { compactAfterUpdates: 3 } });
    for (const documentId of [translations, ownOf('anna')]) {
      const anna = openBrowser(url, documentId, { as: 'anna', role: 'interpreter' });
      await until(() => expect(anna.provider.synced).toBe(true));
      for (const letter of 'språk') anna.text.insert(anna.text.length, letter);
      await until(() => expect(anna.saved()).toBe(anna.sent()));
      anna.leave();
    }
    await until(() => expect(relay.counters).toMatchObject({ compactions: 2, boards: 0 }));
    for (const documentId of [translations, ownOf('anna')]) {
      expect(updatesIn(await journal.read(documentId))).toHaveLength(1);
      expect(await journaledText(journal, documentId)).toBe('språk');
    }
  });

  it('that cannot be read keep nobody from the others', async () => {
    const { url, journal } = await startRelay();
    await journal.append(new Map([[translations, [Uint8Array.of(1, 2, 3)]]]));
    expect((await new RawSocket(url, translations, { as: 'anna' }).closed).code).toBe(1011);
    await enter(url, board, { as: 'anna' });
    await enter(url, ownOf('anna'), { as: 'anna' });
  });

  it('are one board to those who count boards, and only the duk makes people be here', async () => {
    const { url, relay } = await startRelay();
    const told: string[] = [];
    relay.onPresence((boardId) => told.push(boardId));
    await enter(url, ownOf('anna'), { as: 'anna' });
    await enter(url, translations, { as: 'anna' });
    expect([relay.counters.boards, [...relay.online(board)], told]).toEqual([1, [], []]);
    await enter(url, board, { as: 'anna' });
    expect([relay.counters.boards, [...relay.online(board)], told]).toEqual([1, ['anna'], [board]]);
  });
});

describe('translations', () => {
  it('written by an interpreter are seen by all, on every server', async () => {
    const [one, two] = await startTwoServers();
    const interpreter = openBrowser(one.url, translations, { as: 'tolk', role: 'interpreter' });
    const here = openBrowser(one.url, translations, { as: 'mor' });
    const there = openBrowser(two.url, translations, { as: 'far', role: 'viewer' });
    const all = [interpreter, here, there];
    await until(() => expect(all.every(({ provider }) => provider.synced)).toBe(true));
    interpreter.text.insert(0, 'مرحبا');
    await until(() => expect(all.map(({ text }) => text.toString())).toEqual(['مرحبا', 'مرحبا', 'مرحبا']));
    await until(() => expect(interpreter.saved()).toBe(interpreter.sent()));
    expect(await journaledText(two.journal, translations)).toBe('مرحبا');
  });

  it('are closed when access ends, also where nobody has the duk open', async () => {
    const { url, withdraw } = await startRelay();
    const byLink = await enter(url, translations, { as: 'anna', link: 'link-2' });
    const signedOut = await enter(url, ownOf('bo'), { as: 'bo' });
    const stays = await enter(url, translations, { as: 'eva' });
    withdraw('link-2');
    withdraw('session of bo');
    expect([(await byLink.closed).code, (await signedOut.closed).code]).toEqual([4403, 4401]);
    await stays.wasHeard();
  });

  it('are written by whoever becomes interpreter, in the window they have open', async () => {
    const { url, giveRole } = await startRelay();
    const anna = await enter(url, translations, { as: 'anna' });
    giveRole('anna', 'interpreter');
    await until(() => expect(anna.heard('step1')).toHaveLength(1));
    anna.say(syncFrame('update', typed('hei')));
    await until(() => expect(anna.saved()).toBe(1));
    giveRole('anna', 'viewer');
    anna.say(syncFrame('update', typed('igjen')));
    expect((await anna.closed).code).toBe(4403);
  });

  it('close with the seat of somebody who may read no more', async () => {
    const { url, giveRole } = await startRelay();
    const anna = await enter(url, translations, { as: 'anna' });
    giveRole('anna', 'admin');
    expect((await anna.closed).code).toBe(4403);
  });
});

describe('a private document', () => {
  it('is the same in all windows of its person, on every server, and of nobody else, who leads included', async () => {
    const [one, two] = await startTwoServers();
    const anna = openBrowser(one.url, ownOf('anna'), { as: 'anna', role: 'viewer' });
    const annaThere = openBrowser(two.url, ownOf('anna'), { as: 'anna', role: 'viewer' });
    const leader = openBrowser(one.url, ownOf('leader'), { as: 'leader', role: 'leader' });
    const all = [anna, annaThere, leader];
    await until(() => expect(all.every(({ provider }) => provider.synced)).toBe(true));
    anna.text.insert(0, 'jeg gruer meg');
    leader.text.insert(0, 'spør om skolen');
    await until(() => expect(annaThere.text.toString()).toBe('jeg gruer meg'));
    await until(() => expect(leader.saved()).toBe(leader.sent()));
    expect(leader.text.toString()).toBe('spør om skolen');
    expect(await journaledText(one.journal, ownOf('anna'))).toBe('jeg gruer meg');
    expect(await journaledText(one.journal, ownOf('leader'))).toBe('spør om skolen');
  });
});
