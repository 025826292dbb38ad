import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import type { RoomBus } from '../../storage/index.ts';
import type { RelayLimits } from '../limits.ts';
import {
  awarenessFrame,
  type Browser,
  boardNamed,
  enter,
  journaledText,
  openBrowser,
  startRelay,
  syncFrame,
  type TestRelay,
  typed,
  until,
} from '../relayForTests.ts';
import { Wire } from './busForTests.ts';

const duk = boardNamed('family');

type Server = TestRelay & { readonly bus: RoomBus };

/** Servers over one database, joined by a wire that a test can cut. */
async function startServers(count: number, limits: Partial<RelayLimits> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'duken-peers-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const wire = new Wire();
  const servers: Server[] = [];
  for (let number = 0; number < count; number++) {
    const bus = wire.join();
    servers.push({ ...(await startRelay({ dataDir, limits, bus })), bus });
  }
  const [one, two] = servers as [Server, Server];
  return { wire, servers, one, two };
}

const names = ({ provider }: Browser) => [...provider.awareness.getStates().values()].map(({ name }) => name).sort();

function show(browser: Browser, name: string): void {
  browser.provider.awareness.setLocalState({ name, participantId: name });
}

describe('people on two servers', () => {
  it('see what the others write, and know when it is saved', async () => {
    const { one, two } = await startServers(2);
    const anna = openBrowser(one.url, duk, { as: 'anna' });
    const bo = openBrowser(two.url, duk, { as: 'bo' });
    await until(() => expect([anna.provider.synced, bo.provider.synced]).toEqual([true, true]));
    anna.text.insert(0, 'hei');
    await until(() => expect(bo.text.toString()).toBe('hei'));
    bo.text.insert(3, ' på deg');
    await until(() => expect(anna.text.toString()).toBe('hei på deg'));
    await until(() => expect([anna.saved(), bo.saved()]).toEqual([anna.sent(), bo.sent()]));
    expect(await journaledText(one.journal, duk)).toBe('hei på deg');
  });

  it('are shown nothing before it is on disk', async () => {
    const { one, two } = await startServers(2);
    const anna = await enter(one.url, duk, { as: 'anna' });
    const bo = await enter(two.url, duk, { as: 'bo' });
    for (const letter of 'abcdefgh') anna.say(syncFrame('update', typed(letter)));
    let seen = 0;
    await until(() => {
      seen = bo.heard('update').length;
      expect(seen).toBe(8);
    });
    expect((await two.journal.read(duk)).flatMap(({ updates }) => updates)).toHaveLength(8);
  });

  it('that is new to the board serves everything at once', async () => {
    const { one, two } = await startServers(2);
    const anna = openBrowser(one.url, duk, { as: 'anna' });
    anna.text.insert(0, 'hei');
    await until(() => expect(anna.saved()).toBe(anna.sent()));
    const bo = openBrowser(two.url, duk, { as: 'bo' });
    await until(() => expect(bo.provider.synced).toBe(true));
    expect(bo.text.toString()).toBe('hei');
  });

  it('see also what is too large to be told', async () => {
    const { one, two } = await startServers(2);
    const anna = openBrowser(one.url, duk, { as: 'anna' });
    const bo = openBrowser(two.url, duk, { as: 'bo' });
    await until(() => expect([anna.provider.synced, bo.provider.synced]).toEqual([true, true]));
    const long = 'lang tekst '.repeat(40_000);
    anna.text.insert(0, long);
    await until(() => expect(bo.text.length).toBe(long.length));
    expect(two.relay.counters.caughtUp).toBe(1);
    anna.text.insert(0, 'kort ');
    await until(() => expect(bo.text.length).toBe(long.length + 5));
    expect(two.relay.counters.caughtUp).toBe(1);
  });

  it('see each other’s cursors, also when they come later, and no longer when they leave', async () => {
    const { one, two } = await startServers(2);
    const anna = openBrowser(one.url, duk, { as: 'Anna' });
    show(anna, 'Anna');
    await until(() => expect(anna.provider.synced).toBe(true));
    const bo = openBrowser(two.url, duk, { as: 'Bo' });
    show(bo, 'Bo');
    await until(() =>
      expect([names(anna), names(bo)]).toEqual([
        ['Anna', 'Bo'],
        ['Anna', 'Bo'],
      ]),
    );
    anna.provider.awareness.setLocalStateField('x', 7);
    await until(() =>
      expect([...bo.provider.awareness.getStates().values()]).toContainEqual(expect.objectContaining({ x: 7 })),
    );
    const online = new Set(['Anna', 'Bo']);
    expect([one.relay.online(duk), two.relay.online(duk)]).toEqual([online, online]);
    bo.leave();
    await until(() => expect(names(anna)).toEqual(['Anna']));
    await until(() => expect(one.relay.online(duk)).toEqual(new Set(['Anna'])));
  });

  it('are told of whoever comes and goes on the other', async () => {
    const { one, two } = await startServers(2);
    const told: string[] = [];
    await enter(one.url, duk, { as: 'anna' });
    one.relay.onPresence((boardId) => told.push(boardId));
    const bo = await enter(two.url, duk, { as: 'bo' });
    await until(() => expect(told).toEqual([duk]));
    bo.socket.close();
    await until(() => expect(told).toEqual([duk, duk]));
  });

  it('may not write in the name of somebody on the other', async () => {
    const { one, two } = await startServers(2);
    const anna = await enter(one.url, duk, { as: 'anna' });
    const forger = await enter(two.url, duk, { as: 'forger' });
    const another = await enter(two.url, duk, { as: 'forger' });
    anna.say(awarenessFrame([{ clientId: 5, clock: 1, state: { name: 'Anna' } }]));
    anna.say(syncFrame('update', typed('hei', 7)));
    await until(() => expect(forger.heard('update')).toHaveLength(1));
    const more = new Y.Doc();
    more.clientID = 7;
    more.getText('text').insert(0, 'heihei');
    forger.say(syncFrame('update', Y.encodeStateAsUpdate(more)));
    another.say(syncFrame('update', typed('hei', 5)));
    expect([(await forger.closed).code, (await another.closed).code]).toEqual([4422, 4422]);
  });

  it('are counted together when the table fills up', async () => {
    const { one, two } = await startServers(2, { maxPeople: 2 });
    await enter(one.url, duk, { as: 'anna' });
    const bo = await enter(two.url, duk, { as: 'bo' });
    await bo.wasHeard();
    const eva = openBrowser(two.url, duk, { as: 'eva' });
    await until(() => expect(eva.closeCodes).not.toEqual([]));
    expect(two.relay.counters.closed.boardFull).toBeGreaterThan(0);
  });

  it('go on when one of the servers compacts the journal under the other', async () => {
    const { one, two } = await startServers(2, { compactAfterUpdates: 4, compactWhenIdleMs: 5 });
    const anna = openBrowser(one.url, duk, { as: 'anna' });
    const bo = openBrowser(two.url, duk, { as: 'bo' });
    await until(() => expect([anna.provider.synced, bo.provider.synced]).toEqual([true, true]));
    for (let round = 0; round < 5; round++) {
      anna.text.insert(0, 'anna ');
      bo.text.insert(0, 'bo ');
      const compacts = () => one.relay.counters.compactions + two.relay.counters.compactions;
      const before = compacts();
      for (const letter of 'abcdef') anna.text.insert(0, letter);
      await until(() => expect(compacts()).toBeGreaterThan(before));
    }
    await until(() => expect(bo.text.toString()).toBe(anna.text.toString()));
    await until(() => expect([anna.saved(), bo.saved()]).toEqual([anna.sent(), bo.sent()]));
    expect(await journaledText(one.journal, duk)).toBe(anna.text.toString());
  });

  it('do not see the cursors of a server that died without a word', async () => {
    const { one, two, wire } = await startServers(2, { peerLivesEveryMs: 10, peerSilentForMs: 100 });
    const anna = openBrowser(one.url, duk, { as: 'Anna' });
    const bo = openBrowser(two.url, duk, { as: 'Bo' });
    show(anna, 'Anna');
    show(bo, 'Bo');
    await until(() => expect(names(anna)).toEqual(['Anna', 'Bo']));
    wire.silence(two.bus);
    await until(() => expect(names(anna)).toEqual(['Anna']));
    expect(one.relay.online(duk)).toEqual(new Set(['Anna']));
  });

  it('come over to the other with their cursor when theirs stops', async () => {
    const { one, two } = await startServers(2);
    const anna = openBrowser(one.url, duk, { as: 'Anna' });
    show(anna, 'Anna');
    await until(() => expect(anna.provider.synced).toBe(true));
    const bo = openBrowser(two.url, duk, { as: 'Bo' });
    await until(() => expect(names(bo)).toContain('Anna'));
    anna.provider.disconnect();
    anna.provider.serverUrl = two.url;
    await one.stop();
    await until(() => expect(names(bo)).not.toContain('Anna'));
    anna.provider.connect();
    await until(() => expect(names(bo)).toContain('Anna'));
    anna.text.insert(0, 'her igjen');
    await until(() => expect(bo.text.toString()).toBe('her igjen'));
  });
});

describe('while the servers cannot hear each other', () => {
  const quick = { lookForPeersEveryMsWhileAway: 20 };

  it('people on both still see what the others write', async () => {
    const { one, two, wire } = await startServers(2, quick);
    const anna = openBrowser(one.url, duk, { as: 'anna' });
    const bo = openBrowser(two.url, duk, { as: 'bo' });
    await until(() => expect([anna.provider.synced, bo.provider.synced]).toEqual([true, true]));
    wire.cut();
    anna.text.insert(0, 'hei');
    await until(() => expect(bo.text.toString()).toBe('hei'));
    bo.text.insert(3, ' du');
    await until(() => expect(anna.text.toString()).toBe('hei du'));
    await until(() => expect([anna.saved(), bo.saved()]).toEqual([anna.sent(), bo.sent()]));
  });

  it('nothing is missed when they hear each other again, and cursors come back', async () => {
    const { one, two, wire } = await startServers(2, { peerLivesEveryMs: 10, peerSilentForMs: 50 });
    const anna = openBrowser(one.url, duk, { as: 'Anna' });
    const bo = openBrowser(two.url, duk, { as: 'Bo' });
    show(anna, 'Anna');
    show(bo, 'Bo');
    await until(() => expect(names(bo)).toEqual(['Anna', 'Bo']));
    wire.cut();
    anna.text.insert(0, 'hei');
    await until(() => expect(names(bo)).toEqual(['Bo']));
    await until(() => expect(anna.saved()).toBe(anna.sent()));
    wire.mend();
    await until(() => expect(bo.text.toString()).toBe('hei'));
    await until(() => expect(two.relay.online(duk)).toEqual(new Set(['Anna', 'Bo'])));
    // As after any lost connection: the others see a cursor again when it moves on.
    for (const x of [1, 2]) anna.provider.awareness.setLocalStateField('x', x);
    await until(() => expect(names(bo)).toEqual(['Anna', 'Bo']));
  });

  it('what one alone could not tell of is told as soon as it is heard again', async () => {
    const { one, two, wire } = await startServers(2, { lookForPeersEveryMs: 3_600_000 });
    const anna = openBrowser(one.url, duk, { as: 'anna' });
    const bo = openBrowser(two.url, duk, { as: 'bo' });
    await until(() => expect([anna.provider.synced, bo.provider.synced]).toEqual([true, true]));
    wire.cutOff(one.bus);
    anna.text.insert(0, 'hei');
    await until(() => expect(anna.saved()).toBe(anna.sent()));
    expect(bo.text.toString()).toBe('');
    wire.takeBack(one.bus);
    await until(() => expect(bo.text.toString()).toBe('hei'));
  });

  it('a message lost among others is found in the journal', async () => {
    const { one, two, wire } = await startServers(2);
    const anna = openBrowser(one.url, duk, { as: 'anna' });
    const bo = openBrowser(two.url, duk, { as: 'bo' });
    await until(() => expect([anna.provider.synced, bo.provider.synced]).toEqual([true, true]));
    wire.loses = () => true;
    anna.text.insert(0, 'hei');
    await until(() => expect(anna.saved()).toBe(anna.sent()));
    wire.loses = () => false;
    anna.text.insert(3, ' du');
    await until(() => expect(bo.text.toString()).toBe('hei du'));
    expect(two.relay.counters.caughtUp).toBe(1);
  });
});

describe('whatever is written, lost, compacted and reopened on several servers', () => {
  it('everybody ends with the journal, and nothing that was called saved is missing', async () => {
    const step = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          do: fc.constant('write' as const),
          who: fc.nat(4),
          text: fc.string({ minLength: 1, maxLength: 4 }),
        }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('erase' as const), who: fc.nat(4), at: fc.nat(20) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('drop' as const), who: fc.nat(4) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), who: fc.nat(4) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('cut' as const, 'mend' as const) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 30 }),
        fc.infiniteStream(fc.nat(3)),
        async (steps, luck) => {
          const { servers, wire } = await startServers(3, {
            compactAfterUpdates: 5,
            compactWhenIdleMs: 5,
            minTailBytes: 60,
            peerPatienceMs: 5,
            lookForPeersEveryMs: 30,
            lookForPeersEveryMsWhileAway: 10,
          });
          wire.loses = () => luck.next().value === 0;
          const people = Array.from({ length: 5 }, (_, number) => {
            const { url } = servers[number % 3] as Server;
            return openBrowser(url, duk, { as: `person-${number}` });
          });
          for (const next of steps) {
            const person = 'who' in next ? people[next.who] : undefined;
            if (next.do === 'write') person?.text.insert(person.text.length, next.text);
            else if (next.do === 'erase' && person) {
              if (person.text.length > 0) person.text.delete(next.at % person.text.length, 1);
            } else if (next.do === 'drop') (person?.provider.ws as { terminate?(): void } | null)?.terminate?.();
            else if (next.do === 'move' && person) {
              const from = servers.findIndex(({ url }) => url === person.provider.serverUrl);
              person.provider.disconnect();
              person.provider.serverUrl = (servers[(from + 1) % 3] as Server).url;
              person.provider.connect();
            } else if (next.do === 'cut') wire.cut();
            else if (next.do === 'mend') wire.mend();
            else await until(() => expect(people[0]?.saved()).toBe(people[0]?.sent()));
          }
          await until(() => {
            const [first, ...others] = people as [Browser, ...Browser[]];
            for (const { saved, sent, provider } of people) {
              expect(provider.synced).toBe(true);
              expect(saved()).toBe(sent());
            }
            for (const { text } of others) expect(text.toString()).toBe(first.text.toString());
          });
          const journal = (servers[0] as Server).journal;
          expect(await journaledText(journal, duk)).toBe(people[0]?.text.toString());
          for (const person of people) person.leave();
          for (const server of servers) await server.stop();
        },
      ),
      { numRuns: 12 },
    );
  });
});
