import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { updatesIn } from '../../storage/index.ts';
import { Wire } from '../peers/busForTests.ts';
import {
  boardNamed,
  enter,
  journaledText,
  openBrowser,
  passingOn,
  startRelay,
  syncFrame,
  tempDataDir,
  typed,
  until,
} from '../relayForTests.ts';

const duk = boardNamed('family');
const nothing = Uint8Array.of(0, 0);

/** One update for each letter typed after the other. */
function letters(word: string, clientId: number, on: readonly Uint8Array[] = []): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  for (const update of on) Y.applyUpdate(doc, update);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const letter of word) doc.getText('text').insert(doc.getText('text').length, letter);
  return updates;
}

describe('what is typed before the first step 2', () => {
  it('waits for it, unseen, unjournaled and uncounted, and is counted with it in its order', async () => {
    const { url, journal, relay } = await startRelay();
    const bo = await enter(url, duk, { as: 'bo' });
    const anna = await enter(url, duk, { as: 'anna' });
    const [, b, c] = letters('abc', 1) as [Uint8Array, Uint8Array, Uint8Array];
    anna.say(syncFrame('update', b));
    anna.say(syncFrame('update', c));
    // Leans on nothing, and has its turn after those two.
    anna.say(syncFrame('update', typed('x', 2)));
    await anna.wasHeard();
    await bo.wasHeard();
    expect([anna.saved(), bo.heard('update').length, relay.counters.edits]).toEqual([0, 0, 0]);
    expect(updatesIn(await journal.read(duk))).toEqual([]);
    const home = Y.mergeUpdates(letters('abc', 1));
    anna.say(syncFrame('step2', home));
    await until(() => expect(anna.saved()).toBe(4));
    expect(updatesIn(await journal.read(duk))).toEqual([home, typed('x', 2)]);
    await until(() => expect(bo.heard('update').length).toBe(2));
  });

  it('is not told to whoever comes meanwhile, and is not missed when its author leaves', async () => {
    const { url, relay } = await startRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    for (const late of letters('abc', 1).slice(1)) anna.say(syncFrame('update', late));
    await anna.wasHeard();
    const bo = await enter(url, duk, { as: 'bo' });
    expect(bo.heard('step2')[0]?.length).toBeLessThan(10);
    bo.socket.close();
    anna.socket.close();
    await until(() => expect(relay.counters.boards).toBe(0));
  });

  it('reaches everybody from the ordinary provider, which sends it before it is asked', async () => {
    const { url, journal } = await startRelay();
    const anna = openBrowser(url, duk, { as: 'anna' });
    await until(() => expect(anna.provider.synced).toBe(true));
    anna.provider.disconnect();
    anna.text.insert(0, 'borte ');
    anna.provider.connect();
    anna.provider.ws?.addEventListener('open', () => anna.text.insert(anna.text.length, 'igjen'));
    await until(() => expect(anna.text.toString()).toBe('borte igjen'));
    await until(() => expect([anna.sent(), anna.saved()]).toEqual([2, 2]));
    expect(await journaledText(journal, duk)).toBe('borte igjen');
  });

  it('is at most so much: more closes its author, and nothing of it is kept', async () => {
    const { url, journal } = await startRelay({ limits: { maxWaitingBytes: 1_000 } });
    const anna = await enter(url, duk, { as: 'anna' });
    for (const late of letters('a'.repeat(20), 1).slice(1)) anna.say(syncFrame('update', late));
    expect((await anna.closed).code).toBe(1009);
    expect(updatesIn(await journal.read(duk))).toEqual([]);
  });

  it('is heard in full also when the disk takes long', async () => {
    const { url } = await startRelay({ limits: { maxUnsavedBytes: 100 } });
    const anna = await enter(url, duk, { as: 'anna' });
    const typedHere = letters('a'.repeat(50), 1);
    for (const late of typedHere.slice(1)) anna.say(syncFrame('update', late));
    anna.say(syncFrame('step2', Y.mergeUpdates(typedHere)));
    await until(() => expect(anna.saved()).toBe(50));
  });
});

describe('what leans on parts that nobody has', () => {
  it.each(['update', 'step2'] as const)('closes whoever sends it as %s, and changes nothing', async (kind) => {
    const { url, journal, relay } = await startRelay();
    const bo = await enter(url, duk, { as: 'bo' });
    const anna = await enter(url, duk, { as: 'anna' });
    if (kind === 'update') anna.say(syncFrame('step2', nothing));
    const [, late] = letters('ab', 1) as [Uint8Array, Uint8Array];
    anna.say(syncFrame(kind, late));
    expect(await anna.closed).toEqual({ code: 4422, reason: 'missingParts' });
    expect(relay.counters.closed.ruleBroken).toBe(1);
    await bo.wasHeard();
    expect(bo.heard('update')).toEqual([]);
    expect(updatesIn(await journal.read(duk))).toEqual([]);
    // It can come home whole.
    const again = await enter(url, duk, { as: 'anna' });
    again.say(syncFrame('step2', Y.mergeUpdates(letters('ab', 1))));
    await until(() => expect(again.saved()).toBe(1));
  });

  it('does so also when it only deletes them, and when parts lean on each other in a ring', async () => {
    const { url, journal } = await startRelay();
    const deletion = Uint8Array.of(0, 1, 7, 1, 3, 1);
    // Of two clients, each of whose first letters stands after the other's.
    const ring = Uint8Array.of(2, 1, 8, 0, 0x84, 9, 0, 1, 97, 1, 9, 0, 0x84, 8, 0, 1, 98, 0);
    for (const [update, code] of [
      [deletion, 4422],
      [ring, 4408],
    ] as const) {
      // biome-ignore format: as pairs
      const mallory = await enter(url, duk, { as: 'mallory' });
      mallory.say(syncFrame('step2', nothing));
      mallory.say(syncFrame('update', update));
      expect((await mallory.closed).code).toBe(code);
    }
    expect(updatesIn(await journal.read(duk))).toEqual([]);
  });

  it('is looked for in the journal: somebody may have come from another server', async () => {
    const dataDir = await tempDataDir();
    const wire = new Wire();
    const limits = { lookForPeersEveryMs: 3_600_000 };
    const one = await startRelay({ dataDir, limits, bus: wire.join() });
    const two = await startRelay({ dataDir, limits, bus: wire.join() });
    const anna = await enter(one.url, duk, { as: 'anna' });
    const moved = await enter(two.url, duk, { as: 'bo' });
    moved.say(syncFrame('step2', nothing));
    await moved.wasHeard();
    wire.loses = () => true;
    const theirs = letters('ab', 1);
    for (const update of theirs) anna.say(syncFrame('update', update));
    await until(() => expect(anna.saved()).toBe(2));
    const [more, evenMore] = letters('cd', 2, theirs) as [Uint8Array, Uint8Array];
    moved.say(syncFrame('update', more));
    moved.say(syncFrame('update', evenMore));
    await until(() => expect(moved.saved()).toBe(3));
    expect(two.relay.counters.caughtUp).toBe(1);
    expect(await journaledText(one.journal, duk)).toBe('abcd');
  });

  it('is not refused for good while the journal cannot be read', async () => {
    let isAway = false;
    const { url } = await startRelay({
      wrap: (journal) => ({
        ...passingOn(journal),
        read: (...reading) => (isAway ? Promise.reject(new Error('away')) : journal.read(...reading)),
      }),
    });
    const anna = await enter(url, duk, { as: 'anna' });
    isAway = true;
    anna.say(syncFrame('step2', letters('ab', 1)[1] ?? nothing));
    expect((await anna.closed).code).toBe(1011);
  });
});

describe('a journal from before such edits were kept out of it', () => {
  it('is read as it was, and whoever has the missing part brings it', async () => {
    const { url, journal } = await startRelay();
    const [a, b, c] = letters('abc', 1) as [Uint8Array, Uint8Array, Uint8Array];
    await journal.append(new Map([[duk, [a, c]]]));
    const bo = openBrowser(url, duk, { as: 'bo' });
    await until(() => expect(bo.text.toString()).toBe('a'));
    bo.text.insert(1, '!');
    await until(() => expect(bo.saved()).toBe(bo.sent()));
    // Whoever has heard of the part that waits says so each time they come.
    bo.provider.disconnect();
    bo.provider.connect();
    bo.text.insert(2, '?');
    await until(() => expect(bo.saved()).toBe(bo.sent()));
    expect(bo.closeCodes).toEqual([]);
    const doc = new Y.Doc();
    for (const update of [a, b, c]) Y.applyUpdate(doc, update);
    const anna = openBrowser(url, duk, { as: 'anna' }, doc);
    await until(() => expect(anna.text.toString()).toContain('!?'));
    await until(() => expect(bo.text.toString()).toBe(anna.text.toString()));
    expect(await journaledText(journal, duk)).toBe(bo.text.toString());
  });

  it('still takes nothing else that leans on what nobody has', async () => {
    const { url, journal } = await startRelay();
    const [a, , c] = letters('abc', 1) as [Uint8Array, Uint8Array, Uint8Array];
    await journal.append(new Map([[duk, [a, c]]]));
    const mallory = await enter(url, duk, { as: 'mallory' });
    mallory.say(syncFrame('step2', nothing));
    mallory.say(syncFrame('update', letters('xy', 2)[1] ?? nothing));
    expect((await mallory.closed).code).toBe(4422);
    expect(updatesIn(await journal.read(duk))).toEqual([a, c]);
  });
});
