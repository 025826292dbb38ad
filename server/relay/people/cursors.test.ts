import type { ParticipantId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import {
  awarenessFrame,
  boardNamed,
  enter,
  openBrowser,
  startRelay,
  startTroubledRelay,
  syncFrame,
  typed,
  until,
} from '../relayForTests.ts';
import { type CursorHolder, type CursorNews, Cursors } from './cursors.ts';

function person(name: string): CursorHolder {
  return { participantId: name as ParticipantId };
}

type Entry = Parameters<typeof awarenessFrame>[0][number];

/** What comes of these entries. */
function shows(cursors: Cursors<CursorHolder>, holder: CursorHolder, ...entries: Entry[]): CursorNews {
  const frame = awarenessFrame(entries);
  // Type and length (under 128 bytes in these tests), then the entries.
  const news = cursors.receive(holder, frame, frame.subarray(2));
  if (!news.ok) throw new Error(news.failure.detail);
  return news.value;
}

describe('cursors', () => {
  it('go on as the bytes that came in, and wait for newcomers', () => {
    const cursors = new Cursors<CursorHolder>();
    const entry = { clientId: 7, clock: 1, state: { x: 1 } };
    expect(shows(cursors, person('anna'), entry)).toEqual({ frame: awarenessFrame([entry]), foreign: 0 });
    expect([...cursors.frames()]).toEqual([awarenessFrame([entry])]);
  });

  it("leave out what the ordinary provider sends on of others'", () => {
    const cursors = new Cursors<CursorHolder>();
    const anna = person('anna');
    const own = { clientId: 7, clock: 1, state: {} };
    shows(cursors, anna, own);
    const others = { clientId: 8, clock: 5, state: {} };
    expect(shows(cursors, anna, others)).toEqual({ foreign: 1 });
    const moved = { ...own, clock: 2 };
    expect(shows(cursors, anna, others, moved)).toEqual({ frame: awarenessFrame([moved]), foreign: 1 });
  });

  it("cannot be moved in somebody else's name", () => {
    const cursors = new Cursors<CursorHolder>();
    const [anna, mallory] = [person('anna'), person('mallory')];
    shows(cursors, anna, { clientId: 7, clock: 1, state: {} });
    expect(shows(cursors, mallory, { clientId: 7, clock: 2, state: {} })).toEqual({ foreign: 1 });
    expect(shows(cursors, mallory, { clientId: 9, clock: 1, state: { participantId: 'anna' } })).toEqual({
      foreign: 1,
    });
    expect(shows(cursors, mallory, { clientId: 9, clock: 1, state: { participantId: 'mallory' } }).frame).toBeDefined();
    expect(shows(cursors, mallory, { clientId: 9, clock: 2, state: { participantId: 'anna' } })).toEqual({
      foreign: 1,
    });
  });

  it('are taken away when their connection ends, and come back with it', () => {
    const cursors = new Cursors<CursorHolder>();
    const anna = person('anna');
    const entry = { clientId: 7, clock: 4, state: {} };
    shows(cursors, anna, entry);
    const gone = awarenessFrame([{ clientId: 7, clock: 5, state: null }]);
    expect(cursors.leave(anna)).toEqual(gone);
    expect([...cursors.frames()]).toEqual([]);
    // Its old clock means nothing to the others: it is told to raise it.
    const back = person('anna');
    expect(shows(cursors, back, entry)).toEqual({ answer: gone, foreign: 0 });
    expect(shows(cursors, back, { ...entry, clock: 6 }).frame).toBeDefined();
  });

  it('are taken over by the same person on a new socket, while the old one hangs', () => {
    const cursors = new Cursors<CursorHolder>();
    const [old, young] = [person('anna'), person('anna')];
    shows(cursors, old, { clientId: 7, clock: 4, state: {} });
    expect(shows(cursors, young, { clientId: 7, clock: 4, state: {} })).toEqual({ foreign: 1 });
    expect(shows(cursors, young, { clientId: 7, clock: 5, state: {} }).frame).toBeDefined();
    expect(cursors.leave(old)).toBeUndefined();
    expect([...cursors.frames()].length).toBe(1);
  });

  it('hidden on purpose are hidden for everybody', () => {
    const cursors = new Cursors<CursorHolder>();
    const anna = person('anna');
    shows(cursors, anna, { clientId: 7, clock: 1, state: {} });
    expect(shows(cursors, anna, { clientId: 7, clock: 2, state: null }).frame).toBeDefined();
    expect([...cursors.frames()]).toEqual([]);
    expect(cursors.leave(anna)).toBeUndefined();
  });
});

describe('cursors over the ordinary provider', () => {
  const duk = boardNamed('family');
  const names = (provider: ReturnType<typeof openBrowser>['provider']) =>
    [...provider.awareness.getStates().values()].map((state) => state.name).sort();

  it('are seen by the others, by newcomers, and again after a lost connection', async () => {
    const { url, relay } = await startRelay();
    const anna = openBrowser(url, duk, { as: 'anna' });
    const bo = openBrowser(url, duk, { as: 'bo' });
    anna.provider.awareness.setLocalState({ name: 'Anna', participantId: 'anna' });
    bo.provider.awareness.setLocalState({ name: 'Bo', participantId: 'bo' });
    await until(() =>
      expect([names(anna.provider), names(bo.provider)]).toEqual([
        ['Anna', 'Bo'],
        ['Anna', 'Bo'],
      ]),
    );
    const eva = openBrowser(url, duk, { as: 'eva' });
    eva.provider.awareness.setLocalState({ name: 'Eva', participantId: 'eva' });
    await until(() =>
      expect([names(anna.provider), names(eva.provider)]).toEqual([
        ['Anna', 'Bo', 'Eva'],
        ['Anna', 'Bo', 'Eva'],
      ]),
    );
    (anna.provider.ws as unknown as { terminate(): void }).terminate();
    await until(() => expect(names(bo.provider)).toEqual(['Bo', 'Eva']));
    await until(() => expect(names(bo.provider)).toEqual(['Anna', 'Bo', 'Eva']));
    // The ordinary provider remembers their clocks, and sees them again as soon as they move.
    await until(() => expect(anna.provider.wsconnected).toBe(true));
    bo.provider.awareness.setLocalStateField('x', 1);
    eva.provider.awareness.setLocalStateField('x', 1);
    await until(() => expect(names(anna.provider)).toEqual(['Anna', 'Bo', 'Eva']));
    eva.provider.disconnect();
    await until(() => expect(names(bo.provider)).toEqual(['Anna', 'Bo']));
    expect(relay.counters.closed).toMatchObject({ malformed: 0, tooOften: 0 });
  });

  it('are not held up by a commit', async () => {
    const { url, disk } = await startTroubledRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const bo = await enter(url, duk, { as: 'bo' });
    const release = disk.hold();
    anna.say(syncFrame('update', typed('hei', 1)));
    const cursor = awarenessFrame([{ clientId: 1, clock: 1, state: {} }]);
    anna.say(cursor);
    await until(() => {
      expect(bo.frames).toContainEqual(cursor);
      expect(anna.frames).toContainEqual(cursor);
    });
    expect(bo.heard('update')).toEqual([]);
    release();
    await until(() => expect(bo.heard('update').length).toBe(1));
  });

  it('are told to whoever asks', async () => {
    const { url } = await startRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const cursor = awarenessFrame([{ clientId: 1, clock: 1, state: {} }]);
    anna.say(cursor);
    await until(() => expect(anna.frames).toContainEqual(cursor));
    anna.say(Uint8Array.of(3));
    await until(() => expect(anna.frames.filter((frame) => frame.join() === cursor.join()).length).toBe(2));
  });
});
