import { createBoardUpdate, noteMarks } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { updatesIn } from '../../storage/index.ts';
import {
  allSaved,
  type Browser,
  boardNamed,
  openBrowser,
  startTroubledRelay,
  type TestRelay,
  until,
} from '../relayForTests.ts';

const duk = boardNamed('family');

/** A duk on which Anna has laid a note, and Bo is there too. */
async function meet() {
  const server = await startTroubledRelay({ rulesOf: () => noteMarks });
  await server.journal.append(
    new Map([[duk, [createBoardUpdate({ title: 'Duk', templateId: 'lorenskog', for: '' })]]]),
  );
  const [anna, bo] = ['anna', 'bo'].map((as) => openBrowser(server.url, duk, { as })) as [Browser, Browser];
  await until(() => expect([anna.provider.synced, bo.provider.synced]).toEqual([true, true]));
  const note = new Y.Map<unknown>([
    ['text', new Y.Text('Jeg er redd')],
    ['author', 'anna'],
  ]);
  anna.doc.getMap('notes').set('n1', note);
  await until(() => expect(noteOf(bo).get('author')).toBe('anna'));
  return { ...server, anna, bo };
}

const noteOf = ({ doc }: Browser) => doc.getMap('notes').get('n1') as Y.Map<unknown>;
const writeOn = (browser: Browser, words: string) => (noteOf(browser).get('text') as Y.Text).insert(0, words);

async function journaledMark({ journal }: TestRelay): Promise<unknown> {
  const doc = new Y.Doc();
  for (const update of updatesIn(await journal.read(duk))) Y.applyUpdate(doc, update);
  return (doc.getMap('notes').get('n1') as Y.Map<unknown>).get('editedBy');
}

describe('the mark of another’s hand on a note', () => {
  it('is set in the same commit, seen by everybody, and counted to nobody', async () => {
    const { anna, bo, journal, disk } = await meet();
    const before = (await journal.read(duk)).length;
    writeOn(bo, 'ikke ');
    await until(() => expect([noteOf(anna).get('editedBy'), noteOf(bo).get('editedBy')]).toEqual(['bo', 'bo']));
    await allSaved(bo);
    const [entry, ...rest] = (await journal.read(duk)).slice(before);
    expect([entry?.updates.length, rest]).toEqual([2, []]);
    expect(disk.appended.at(-1)).toBe(2);
    expect((await journal.owners(duk)).size).toBe(3);
    // The same hand again leaves none.
    writeOn(bo, 'slett ');
    await allSaved(bo);
    expect(disk.appended.at(-1)).toBe(1);
    expect([...anna.closeCodes, ...bo.closeCodes]).toEqual([]);
  });

  it('is not set by its author, nor by coming and going', async () => {
    const { anna, bo, journal, relay, url } = await meet();
    writeOn(anna, 'Nei: ');
    await allSaved(anna);
    const before = (await journal.read(duk)).length;
    anna.leave();
    bo.leave();
    await until(() => expect(relay.counters.boards).toBe(0));
    const eva = openBrowser(url, duk, { as: 'eva' });
    await allSaved(eva);
    expect((await journal.read(duk)).length).toBe(before);
    expect(noteOf(eva).has('editedBy')).toBe(false);
  });

  it('is set once a second at most, and is the last hand’s in the end', async () => {
    const server = await meet();
    const { anna, bo, journal } = server;
    const before = updatesIn(await journal.read(duk)).length;
    const since = performance.now();
    let written = 0;
    for (let turn = 0; turn < 5; turn++) {
      for (const browser of [bo, anna]) {
        writeOn(browser, 'x');
        written += 1;
        await allSaved(browser);
      }
    }
    const marks = updatesIn(await journal.read(duk)).length - before - written;
    expect(marks).toBeGreaterThan(0);
    expect(marks).toBeLessThanOrEqual(1 + Math.floor((performance.now() - since) / 1_000));
    await until(() => expect([noteOf(anna).get('editedBy'), noteOf(bo).get('editedBy')]).toEqual(['anna', 'anna']));
    expect(await journaledMark(server)).toBe('anna');
  });

  it('is set before the duk leaves memory', async () => {
    const server = await meet();
    const { anna, bo, relay } = server;
    writeOn(bo, 'x');
    await until(() => expect(noteOf(anna).get('editedBy')).toBe('bo'));
    writeOn(anna, 'y');
    await allSaved(anna);
    anna.leave();
    bo.leave();
    await until(() => expect(relay.counters.boards).toBe(0));
    expect(await journaledMark(server)).toBe('anna');
  });

  it('does not come of what was lost', async () => {
    const server = await meet();
    const { anna, bo, disk } = server;
    disk.failNext();
    bo.provider.once('connection-close', () => bo.provider.disconnect());
    writeOn(bo, 'x');
    await until(() => expect(bo.closeCodes[0]).toBe(4503));
    writeOn(anna, 'y');
    await allSaved(anna);
    expect(noteOf(anna).has('editedBy')).toBe(false);
    expect(await journaledMark(server)).toBeUndefined();
  });
});
