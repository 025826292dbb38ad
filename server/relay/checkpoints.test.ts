import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { updatesIn } from '../storage/index.ts';
import {
  allSaved,
  boardNamed,
  enter,
  openBrowser,
  startRelay,
  startTroubledRelay,
  typed,
  until,
} from './relayForTests.ts';

const duk = boardNamed('family');
const hourMs = 60 * 60 * 1000;
const monday = Date.UTC(2026, 10, 23, 9);

/** What each checkpoint says. */
async function textsOf(
  journal: Awaited<ReturnType<typeof startRelay>>['journal'],
): Promise<readonly (string | number)[][]> {
  const heads = await journal.checkpoints(duk);
  return Promise.all(
    heads.map(async (head) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, (await journal.readCheckpoint(duk, head)) ?? new Uint8Array());
      return [head.takenAt, head.position, doc.getText('text').toString()];
    }),
  );
}

/** Somebody comes, looks and leaves: a long journal is compacted after them. */
async function visit(url: string): Promise<void> {
  const visitor = await enter(url, duk, { as: 'anna', role: 'viewer' });
  visitor.socket.close();
  await visitor.closed;
}

describe('compacting', () => {
  it('keeps the document as it was at the end of each hour with edits', async () => {
    const { url, journal, relay } = await startRelay({ limits: { compactAfterUpdates: 3 } });
    const words = [
      ['hei ', monday],
      ['alle ', monday + hourMs - 1],
      ['sammen', monday + hourMs],
      ['!', monday + 30 * hourMs],
    ] as const;
    for (const [index, [text, at]] of words.entries())
      await journal.append(new Map([[duk, [typed(text, index + 1)]]]), undefined, at);
    await visit(url);
    await until(() => expect(relay.counters.compactions).toBe(1));
    expect(updatesIn(await journal.read(duk)).length).toBe(1);
    const texts = await textsOf(journal);
    expect(texts.map(([takenAt, position]) => [takenAt, position])).toEqual([
      [monday + hourMs - 1, 2],
      [monday + hourMs, 3],
      [monday + 30 * hourMs, 4],
    ]);
    expect(texts.map(([, , text]) => [...String(text)].toSorted().join(''))).toEqual(
      ['hei alle ', 'hei alle sammen', 'hei alle sammen!'].map((text) => [...text].toSorted().join('')),
    );
  });

  it('goes on from there, and says nothing of hours without edits', async () => {
    const { url, journal, relay } = await startRelay({ limits: { compactAfterUpdates: 1 } });
    const visitAndCompact = async (compactions: number) => {
      await visit(url);
      await until(() => expect([relay.counters.compactions, relay.counters.boards]).toEqual([compactions, 0]));
    };
    const append = (text: string, client: number, at: number) =>
      journal.append(new Map([[duk, [typed(text, client)]]]), undefined, at);
    await append('a', 1, monday);
    await append('b', 2, monday + 1);
    await visitAndCompact(1);
    await append('c', 3, monday + 2);
    await append('d', 4, monday + 5 * hourMs);
    await visitAndCompact(2);
    expect((await textsOf(journal)).map(([takenAt, position]) => [takenAt, position])).toEqual([
      [monday + 2, 3],
      [monday + 5 * hourMs, 4],
    ]);
  });

  it('is done another time when it cannot be, and keeps nothing of it then', async () => {
    const { url, journal, relay, disk } = await startTroubledRelay({ limits: { compactAfterUpdates: 1 } });
    disk.failNextCompaction();
    const anna = openBrowser(url, duk, { as: 'anna' });
    await until(() => expect(anna.provider.synced).toBe(true));
    anna.text.insert(0, 'hei');
    anna.text.insert(0, 'å ');
    await allSaved(anna);
    anna.leave();
    await until(() => expect([relay.counters.failedCompactions, relay.counters.boards]).toEqual([1, 0]));
    expect(await textsOf(journal)).toEqual([]);
    await visit(url);
    await until(() => expect(relay.counters.compactions).toBe(1));
    expect((await textsOf(journal)).map(([, , text]) => text)).toEqual(['å hei']);
  });
});

describe('a moment that is kept', () => {
  it('is the document as it is on disk, beside the hours that are compacted with it, and cleared with them', async () => {
    const { relay, journal } = await startRelay();
    const entries = [
      ['hei ', monday],
      ['alle', monday + hourMs],
    ] as const;
    for (const [index, [text, at]] of entries.entries())
      await journal.append(new Map([[duk, [typed(text, index + 1)]]]), undefined, at);
    expect(await relay.keepMoment(duk, monday + 2 * hourMs)).toBe(2);
    expect(updatesIn(await journal.read(duk)).length).toBe(1);
    const texts = await textsOf(journal);
    expect(texts.map(([takenAt, position]) => [takenAt, position])).toEqual([
      [monday, 1],
      [monday + hourMs, 2],
      [monday + 2 * hourMs, 2],
    ]);
    expect((await journal.checkpoints(duk)).map(({ kind }) => kind)).toEqual(['hour', 'hour', 'restore']);
    expect(texts[2]?.[2]).toBe(texts[1]?.[2]);
    // Also where there is nothing to compact.
    expect(await relay.keepMoment(duk, monday + 3 * hourMs)).toBe(2);
    expect((await journal.checkpoints(duk)).length).toBe(4);
    await relay.clearRemoved(duk);
    expect((await journal.checkpoints(duk)).map(({ kind }) => kind)).toEqual(['hour', 'hour', 'restore', 'restore']);
    expect(await relay.keepMoment(boardNamed('nowhere'), monday)).toBeUndefined();
  });

  it('is none where the disk refuses, and the journal is as it was', async () => {
    const { relay, journal, disk } = await startTroubledRelay({ limits: {} });
    for (const [index, text] of ['hei ', 'alle'].entries())
      await journal.append(new Map([[duk, [typed(text, index + 1)]]]), undefined, monday);
    disk.failNextCompaction();
    await expect(relay.keepMoment(duk, monday)).rejects.toThrow();
    expect([(await journal.checkpoints(duk)).length, updatesIn(await journal.read(duk)).length]).toEqual([0, 2]);
  });
});
