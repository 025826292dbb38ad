import type { NoteId, ParticipantId } from '@duken/shared/board';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RelayForTests } from './relayForTests.ts';
import type { Seat } from './seat.ts';
import { lingerMs, SessionStore } from './sessionStore.ts';

const seat: Seat = {
  participantId: 'eirin-0001' as ParticipantId,
  seats: ['eirin-0001'],
  mayWrite: true,
  voices: ['citizen'],
};

function atBoard() {
  const relay = new RelayForTests(seat);
  const store = new SessionStore();
  const hold = () =>
    store.hold({
      boardId: relay.boardId,
      seat,
      page: relay.page(),
      askServer: async () => relay.answer,
      clock: () => 1,
    });
  return { relay, store, hold };
}

const write = (session: ReturnType<SessionStore['hold']>, text: string) =>
  session.add({
    id: text as NoteId,
    cell: { column: 'now', theme: 'work' },
    text,
    voice: 'citizen',
    author: seat.participantId,
    createdAt: 1,
  });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a session above the pages', () => {
  it('is the same when one comes back from a look at the plan, and ends some time after the page was left', async () => {
    const { relay, store, hold } = atBoard();
    const session = hold();
    store.letGo(relay.boardId);
    await vi.advanceTimersByTimeAsync(lingerMs / 2);
    expect(hold()).toBe(session);
    store.letGo(relay.boardId);
    await vi.advanceTimersByTimeAsync(lingerMs + 1_000);
    expect(store.find(relay.boardId)).toBeUndefined();
  });

  it('does not end while something waits, however long that takes, and saves it when the network is back', async () => {
    const { relay, store, hold } = atBoard();
    const session = hold();
    await vi.advanceTimersByTimeAsync(1_000);
    relay.cutNetwork();
    write(session, 'Denne venter');
    store.letGo(relay.boardId);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(store.leftWithWork()).toEqual([session]);
    relay.isReachable = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(relay.board().notes.map(({ text }) => text)).toEqual(['Denne venter']);
    expect([store.find(relay.boardId), store.leftWithWork()]).toEqual([undefined, []]);
  });

  it('does not end while words that were refused have not been taken care of', async () => {
    const { relay, store, hold } = atBoard();
    const session = hold();
    await vi.advanceTimersByTimeAsync(1_000);
    relay.judge = (before, after) => (after.bin.length > before.bin.length ? 'noNotes' : undefined);
    write(session, 'Dette kom ikke på duken');
    store.letGo(relay.boardId);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(
      hold()
        .kept()
        .map(({ words }) => words),
    ).toEqual(['Dette kom ikke på duken']);
    store.letGo(relay.boardId);
    session.letKeptGo();
    await vi.advanceTimersByTimeAsync(lingerMs + 1_000);
    expect(store.find(relay.boardId)).toBeUndefined();
  });

  it('keeps what is half written by board, and knows whether somebody would miss it', () => {
    const { drafts } = new SessionStore();
    drafts.write('a', 'composer', 'halvferdig', true);
    expect([drafts.read('a', 'composer'), drafts.read('b', 'composer'), drafts.haveWords()]).toEqual([
      'halvferdig',
      undefined,
      true,
    ]);
    drafts.forget('a', 'composer');
    expect([drafts.read('a', 'composer'), drafts.haveWords()]).toEqual([undefined, false]);
  });
});
