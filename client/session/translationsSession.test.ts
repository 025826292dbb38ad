import { interpretInto, type NoteId, type ParticipantId, readTranslations, translateNote } from '@duken/shared/board';
import { closeCode } from '@duken/shared/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BoardSession } from './boardSession.ts';
import { RelayForTests } from './relayForTests.ts';
import type { Seat } from './seat.ts';

const seat: Seat = { participantId: 'amira-0001' as ParticipantId, seats: ['amira-0001'], mayWrite: false, voices: [] };
const note = 'note-1' as NoteId;

function atBoard() {
  const relay = new RelayForTests(seat);
  const beside = new RelayForTests(seat);
  relay.beside = beside;
  const session = new BoardSession({
    boardId: relay.boardId,
    seat,
    page: relay.page(),
    askServer: relay.ask,
    clock: () => 1,
  });
  const kept = () => readTranslations(beside.doc).by.get('ar')?.get(note)?.text;
  return { relay, beside, session, kept };
}
const settle = () => vi.advanceTimersByTimeAsync(1_000);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the translations beside a duk', () => {
  it('have no line until somebody asks for them', async () => {
    const { session, beside } = atBoard();
    await settle();
    expect([session.translationsIfOpen(), beside.asked]).toEqual([undefined, 0]);
  });

  it('are written and read by a line of their own, and told to whoever follows the session', async () => {
    const { session, beside, kept } = atBoard();
    const translations = session.openTranslations();
    await settle();
    let told = 0;
    session.subscribe(() => {
      told += 1;
    });
    interpretInto(beside.doc, 'ar');
    translateNote(beside.doc, note, 'ar', { text: 'مفتاح', source: 'Nøkkel' });
    await settle();
    expect(told).toBeGreaterThan(0);
    expect(translations.translations().by.get('ar')?.get(note)).toEqual({ text: 'مفتاح', source: 'Nøkkel' });
    translations.translate(note, 'ar', { text: 'مفتاحي', source: 'Min nøkkel' });
    await settle();
    expect([kept(), session.savedStatus().kind, session.holdsWork()]).toEqual(['مفتاحي', 'saved', false]);
  });

  it('that wait are work that the session holds, and are saved when the network is back', async () => {
    const { session, relay, beside, kept } = atBoard();
    const translations = session.openTranslations();
    translations.interpret('ar');
    await settle();
    relay.cutNetwork();
    beside.cutNetwork();
    translations.translate(note, 'ar', { text: 'مفتاح', source: 'Nøkkel' });
    await settle();
    expect([session.holdsWork(), session.savedStatus().kind]).toEqual([true, 'disconnected']);
    relay.isReachable = true;
    beside.isReachable = true;
    await vi.advanceTimersByTimeAsync(30_000);
    expect([kept(), session.holdsWork(), session.savedStatus().kind]).toEqual(['مفتاح', false, 'saved']);
  });

  it('that were closed are opened anew by whoever is given another seat', async () => {
    const { session, beside } = atBoard();
    const before = session.openTranslations();
    await settle();
    beside.sendAway(closeCode.notAllowed);
    await settle();
    expect(before.isEnded).toBe(true);
    session.sit({ ...seat, mayWrite: true, voices: ['service'] });
    await settle();
    expect(session.openTranslations()).not.toBe(before);
    expect(session.openTranslations().isLoading).toBe(false);
  });
});
