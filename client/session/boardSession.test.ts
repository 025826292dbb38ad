import {
  addNote,
  type Board,
  deleteNote,
  editNoteText,
  moveNote,
  type NewNote,
  type NoteId,
  openBoardDocument,
  type ParticipantId,
  setAction,
  setHeader,
  setPhase,
  setVoice,
  type Voice,
} from '@duken/shared/board';
import { closeCode } from '@duken/shared/protocol';
import { beginDraft, readQuiet } from '@duken/shared/quiet';
import { type Cell, templates } from '@duken/shared/template';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import type { Row, RowsOnDevice } from '../device/index.ts';
import { BoardSession } from './boardSession.ts';
import { copyTextOf } from './keptWords.ts';
import { type Judge, RelayForTests } from './relayForTests.ts';
import type { Seat } from './seat.ts';

const eirin = 'eirin-0001' as ParticipantId;
const ola = 'ola-000001' as ParticipantId;
const nowWork: Cell = { column: 'now', theme: 'work' };
const nowHousing: Cell = { column: 'now', theme: 'housing' };
const adult: Seat = { participantId: eirin, seats: [eirin], mayWrite: true, voices: ['citizen', 'service'] };

const note = (id: string, text: string, voice: Voice = 'citizen', author = eirin): NewNote => ({
  id: id as NoteId,
  cell: nowWork,
  text,
  voice,
  author,
  createdAt: 1,
});
const texts = ({ notes }: Board) => notes.map(({ text }) => text).sort();

/** No adult's seat holds the child's voice, and nobody touches a child's words: as the relay judges. */
const childsOwn: Judge = (before, after) => {
  const was = new Map([...before.notes, ...before.bin].map((each) => [each.id, each]));
  const isBroken = [...after.notes, ...after.bin].some((is) => {
    const before = was.get(is.id);
    if (!before) return is.voice === 'child';
    if (before.author !== eirin && before.voice !== is.voice) return true;
    const isTouched =
      before.text !== is.text || before.order !== is.order || 'deletedAt' in before !== 'deletedAt' in is;
    return before.voice === 'child' ? isTouched : is.voice === 'child';
  });
  return isBroken ? 'childsNote' : undefined;
};
/** A rule that this client has never heard of; as every real one, it is asked of what lies in the bin too. */
const noShouting: Judge = (before, after) => {
  const words = ({ notes, bin }: Board) => [...notes, ...bin].map(({ text }) => text);
  return words(after).some((text) => text.includes('ROPER') && !words(before).includes(text))
    ? 'noShouting'
    : undefined;
};

const tick = () => vi.advanceTimersByTimeAsync(8_000);

async function openSession(
  relay: RelayForTests,
  seat = adult,
  place?: RowsOnDevice,
  beside?: RowsOnDevice,
): Promise<BoardSession> {
  const session = new BoardSession({
    boardId: relay.boardId,
    seat,
    page: relay.page(),
    askServer: relay.ask,
    clock: () => 2,
    ...(place ? { onDevice: async (id) => (id === relay.boardId ? place : beside) } : {}),
  });
  await tick();
  expect(session.state()).toEqual({ kind: 'open' });
  return session;
}

/** A device in memory. */
function deviceInMemory(): RowsOnDevice & { readonly unsent: () => number } {
  let all: Row[] = [];
  let last = 0;
  return {
    unsent: () => all.filter(({ isUnsent }) => isUnsent).length,
    rows: async () => [...all],
    write: async ({ add, remove }) => {
      all = all.filter(({ id }) => !remove.includes(id));
      return add.map((row) => {
        last += 1;
        all.push({ ...row, id: last });
        return last;
      });
    },
  };
}

/** Everything that somebody wrote must be on the duk or in the text to copy. */
function whereIs(words: string, relay: RelayForTests, session: BoardSession): string {
  const { notes, bin, for: whom } = relay.board();
  const onDuk = [...notes, ...bin].flatMap(({ text, action }) => [text, action?.owner ?? '']);
  if ([...onDuk, whom].some((text) => text.includes(words))) return 'on the duk';
  return copyTextOf(session.kept()).includes(words) ? 'to copy' : 'lost';
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("one board's session", () => {
  it('shows what the server has, and brings home what was written without a network', async () => {
    const relay = new RelayForTests(adult);
    const session = await openSession(relay);
    relay.cutNetwork();
    await tick();
    session.add(note('a', 'Søke om startlån'));
    expect(session.savedStatus()).toMatchObject({ kind: 'disconnected' });
    expect(session.holdsWork()).toBe(true);
    relay.isReachable = true;
    await tick();
    expect([session.savedStatus(), session.holdsWork()]).toEqual([{ kind: 'saved' }, false]);
    expect(texts(relay.board())).toEqual(['Søke om startlån']);
    session.destroy();
  });

  it('tells once of what it did itself, before the next frame: no box springs back under the finger', async () => {
    const session = await openSession(new RelayForTests(adult));
    const heard = vi.fn();
    session.subscribe(heard);
    session.run((board) => addNote(board, note('a', 'Søke om startlån')));
    session.run((board) => moveNote(board, { noteId: 'a' as NoteId, to: nowHousing }));
    await Promise.resolve();
    expect(heard).toHaveBeenCalledTimes(1);
    session.destroy();
  });

  it('says that the live line does not come through when pages do', async () => {
    const relay = new RelayForTests(adult);
    relay.isReachable = false;
    const session = new BoardSession({
      boardId: relay.boardId,
      seat: adult,
      page: relay.page(),
      askServer: async () => relay.answer,
      clock: () => 2,
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect([session.state().kind, session.trouble()]).toEqual(['loading', 'noLine']);
    session.tryAgain();
    expect(session.trouble()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(session.trouble()).toBe('noLine');
    relay.isReachable = true;
    session.tryAgain();
    await tick();
    expect([session.state().kind, session.trouble()]).toEqual(['open', undefined]);
    session.destroy();
  });

  it.each([
    ['does not answer', async () => ({ kind: 'unknown' }) as const],
    ['never answers', () => new Promise<never>(() => undefined)],
  ])('stops waiting, and does not blame the line, when the server %s either', async (_, askServer) => {
    const relay = new RelayForTests(adult);
    relay.isReachable = false;
    const session = new BoardSession({
      boardId: relay.boardId,
      seat: adult,
      page: relay.page(),
      askServer,
      clock: () => 2,
    });
    await vi.advanceTimersByTimeAsync(10_100);
    expect([session.state().kind, session.trouble()]).toEqual(['loading', 'noServer']);
    relay.isReachable = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect([session.state().kind, session.trouble()]).toEqual(['open', undefined]);
    session.destroy();
  });

  it('says at once that there is no network, and comes back at once, where a socket does not hear that it was closed', async () => {
    const relay = new RelayForTests(adult);
    const session = await openSession(relay);
    relay.isDumb = true;
    relay.answer = { kind: 'unknown' };
    relay.tell('offline');
    session.add(note('a', 'Uten nett'));
    await vi.advanceTimersByTimeAsync(100);
    expect(session.savedStatus()).toMatchObject({ kind: 'disconnected' });
    relay.isDumb = false;
    relay.tell('online');
    await vi.advanceTimersByTimeAsync(500);
    expect([session.savedStatus(), texts(relay.board())]).toEqual([{ kind: 'saved' }, ['Uten nett']]);
    session.destroy();
  });

  it('has no trouble to tell of without a network once the duk is on the screen: it can be written on', async () => {
    const relay = new RelayForTests(adult);
    const session = await openSession(relay);
    relay.answer = { kind: 'unknown' };
    relay.cutNetwork();
    await vi.advanceTimersByTimeAsync(30_000);
    expect([session.state().kind, session.trouble()]).toEqual(['open', undefined]);
    session.destroy();
  });
});

describe('a socket whose session has ended', () => {
  it('is no end where `me` says that the browser is in: another tab came in again, and what waited comes along', async () => {
    const relay = new RelayForTests(adult);
    const session = await openSession(relay);
    session.add(note('a', 'Søke om startlån'));
    await tick();
    relay.cutNetwork();
    session.add(note('b', 'Ringe NAV'));
    relay.isReachable = true;
    await vi.advanceTimersByTimeAsync(500);
    relay.sendAway(closeCode.notSignedIn);
    await tick();
    expect(session.state()).toEqual({ kind: 'open' });
    expect(texts(relay.board())).toEqual(['Ringe NAV', 'Søke om startlån']);
    session.add(note('c', 'Møte skolen'));
    await tick();
    expect([session.savedStatus().kind, texts(relay.board()).length]).toEqual(['saved', 3]);
    expect(session.kept()).toEqual([]);
    session.destroy();
  });

  it('fetches one fresh document, whatever the page hears of meanwhile', async () => {
    const relay = new RelayForTests(adult);
    const session = await openSession(relay);
    const before = relay.asked;
    relay.sendAway(closeCode.notSignedIn);
    await vi.advanceTimersByTimeAsync(3);
    session.sit({ ...adult });
    session.sit({ ...adult });
    await tick();
    // Once for the socket, and once for the fresh one.
    expect([session.state().kind, session.generation(), relay.asked - before]).toEqual(['open', 1, 2]);
    session.destroy();
  });

  it('is the end where `me` says so, also of the fresh one', async () => {
    const relay = new RelayForTests(adult);
    const session = await openSession(relay);
    // The fresh one waits to hear what is on disk.
    relay.saves = false;
    relay.sendAway(closeCode.notSignedIn);
    await vi.advanceTimersByTimeAsync(500);
    expect(session.state()).toEqual({ kind: 'open' });
    relay.answer = { kind: 'out' };
    relay.sendAway(closeCode.notSignedIn);
    await tick();
    expect(session.state()).toEqual({ kind: 'ended', reason: 'notSignedIn' });
    session.destroy();
  });

  it('is the end where one is in as before and may not come: there is nothing to wait for', async () => {
    const relay = new RelayForTests(adult);
    const session = await openSession(relay);
    relay.sendAway(closeCode.notAllowed);
    await tick();
    expect(session.state()).toEqual({ kind: 'ended', reason: 'notAllowed' });
    session.destroy();
  });
});

describe('after a rule of the duk was broken', () => {
  it('all that is allowed is on the duk, and the rest is text to copy', async () => {
    const relay = new RelayForTests(adult);
    const session = await openSession(relay);
    session.add(note('old', 'Lå der fra før'));
    await tick();
    relay.judge = childsOwn;
    relay.cutNetwork();
    await tick();
    session.add(note('a', 'Søke om startlån'));
    session.add(note('b', 'Jeg vil bo hos pappa', 'child'));
    session.run((board) => setHeader(board, { for: 'Eirin og barna' }));
    session.run((board) => setAction(board, 'a' as NoteId, { owner: 'Mona' }));
    session.run((board) => moveNote(board, { noteId: 'old' as NoteId, to: nowHousing }));
    session.text('old' as NoteId)?.edit({ at: 2, removed: 0, inserted: ' ennå' });
    relay.isReachable = true;
    await tick();

    expect(relay.refused).toBe(1);
    expect(texts(relay.board())).toEqual(['Lå ennå der fra før', 'Søke om startlån']);
    expect(relay.board()).toMatchObject({ for: 'Eirin og barna' });
    expect(relay.board().notes.find(({ id }) => id === 'a')?.action?.owner).toBe('Mona');
    expect(relay.board().notes.find(({ id }) => id === 'old')?.cell).toEqual(nowHousing);
    expect(copyTextOf(session.kept())).toBe('Jeg vil bo hos pappa');
    expect(session.board().notes).toEqual(relay.board().notes);
    expect([session.savedStatus().kind, session.generation(), session.holdsWork()]).toEqual(['saved', 1, true]);
    session.letKeptGo();
    expect(session.holdsWork()).toBe(false);
    session.destroy();
  });

  it('what others wrote meanwhile stays, also in the midst of the same note', async () => {
    const relay = new RelayForTests(adult);
    const session = await openSession(relay);
    session.add(note('shared', 'Ringe NAV'));
    await tick();
    relay.judge = childsOwn;
    relay.cutNetwork();
    session.text('shared' as NoteId)?.edit({ at: 9, removed: 0, inserted: ' mandag' });
    session.add(note('b', 'i barnets navn', 'child'));
    const others = openBoardDocument(relay.doc, templates.lorenskog);
    editNoteText(others, 'shared' as NoteId, { at: 0, removed: 0, inserted: 'Vi skal: ' });
    addNote(others, note('theirs', 'Fra Ola', 'citizen', ola));
    relay.isReachable = true;
    await tick();
    expect(texts(relay.board())).toEqual(['Fra Ola', 'Vi skal: Ringe NAV mandag']);
    expect(copyTextOf(session.kept())).toBe('i barnets navn');
    session.destroy();
  });

  it('a rule that this client does not know leaves over only what it refuses', async () => {
    const relay = new RelayForTests(adult);
    relay.judge = noShouting;
    const session = await openSession(relay);
    relay.cutNetwork();
    for (const [id, text] of Object.entries({ a: 'først', b: 'HUN ROPER', c: 'så', d: 'HAN ROPER', e: 'til sist' }))
      session.add(note(id, text));
    relay.isReachable = true;
    for (let round = 0; round < 8; round += 1) await tick();
    expect(texts(relay.board())).toEqual(['først', 'så', 'til sist']);
    expect(session.kept().map(({ words }) => words)).toEqual(expect.arrayContaining(['HUN ROPER', 'HAN ROPER']));
    expect(session.kept()).toHaveLength(2);
    expect(session.savedStatus()).toEqual({ kind: 'saved' });
    session.destroy();
  });

  it('asks what the seat may do now: a voice that was taken away meanwhile is not tried again', async () => {
    const relay = new RelayForTests(adult);
    const session = await openSession(relay, { ...adult, voices: ['citizen', 'child'] });
    relay.judge = childsOwn;
    relay.cutNetwork();
    session.add(note('a', 'Som barnet', 'child'));
    relay.isReachable = true;
    await tick();
    expect([relay.refused, session.seat().voices]).toEqual([1, adult.voices]);
    expect(copyTextOf(session.kept())).toBe('Som barnet');
    session.destroy();
  });

  it('somebody who may only read now gets all that waited to copy, and reads on', async () => {
    const relay = new RelayForTests(adult);
    const session = await openSession(relay);
    relay.cutNetwork();
    session.add(note('a', 'Rakk ikke fram'));
    const reader: Seat = { ...adult, mayWrite: false };
    relay.answer = { kind: 'in', seat: reader };
    relay.isReachable = true;
    session.sit(reader);
    await tick();
    expect([session.state().kind, session.mayWrite, texts(relay.board())]).toEqual(['open', false, []]);
    expect(copyTextOf(session.kept())).toBe('Rakk ikke fram');
    session.destroy();
  });

  it('who is not let in any more can copy what waited', async () => {
    const relay = new RelayForTests(adult);
    const session = await openSession(relay);
    session.add(note('saved', 'Dette er lagret'));
    await tick();
    relay.cutNetwork();
    relay.answer = { kind: 'out' };
    session.add(note('a', 'Dette venter'));
    await tick();
    expect(session.state()).toEqual({ kind: 'ended', reason: 'notSignedIn' });
    expect(copyTextOf(session.unsaved())).toBe('Dette venter');
    expect(session.holdsWork()).toBe(true);
    session.giveUp();
    expect([session.holdsWork(), session.unsaved()]).toEqual([false, []]);
    session.destroy();
  });

  it('what one writes while the fresh document is on its way comes along', async () => {
    const relay = new RelayForTests(adult);
    const session = await openSession(relay);
    relay.judge = childsOwn;
    session.add(note('b', 'i barnets navn', 'child'));
    await vi.advanceTimersByTimeAsync(5);
    session.add(note('a', 'mens det hentes'));
    await tick();
    expect(texts(relay.board())).toEqual(['mens det hentes']);
    expect(copyTextOf(session.kept())).toBe('i barnets navn');
    session.destroy();
  });

  it('whatever somebody did offline, every word of theirs is on the duk or in the text to copy', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someCommand, { maxLength: 12 }),
        someBreach,
        fc.nat({ max: 12 }),
        async (commands, breach, at) => {
          const relay = new RelayForTests(adult);
          const others = openBoardDocument(relay.doc, templates.lorenskog);
          addNote(others, note('child', 'Barnets ord', 'child', ola));
          addNote(others, note('theirs', 'Olas ord', 'citizen', ola));
          const session = await openSession(relay);
          session.add(note('mine', 'Mine ord'));
          await tick();
          relay.judge = (before, after) => childsOwn(before, after) ?? noShouting(before, after);
          relay.cutNetwork();
          const words: string[] = [];
          const all = [...commands.slice(0, at), breach, ...commands.slice(at)];
          all.forEach((command, index) => {
            const said = `ord${index}x`;
            if (command(session, said)) words.push(said);
          });
          relay.isReachable = true;
          for (let round = 0; round < 4; round += 1) await tick();
          expect(session.savedStatus()).toEqual({ kind: 'saved' });
          expect(words.map((said) => [said, whereIs(said, relay, session)])).toEqual(
            words.map((said) => [said, expect.stringMatching(/on the duk|to copy/)]),
          );
          expect(session.board().notes).toEqual(relay.board().notes);
          expect(relay.board().notes.find(({ id }) => id === 'child')?.text).toBe('Barnets ord');
          session.destroy();
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});

/** @returns whether the word was written */
type Command = (session: BoardSession, word: string) => boolean;

const insert =
  (id: string): Command =>
  (session, word) =>
    session.text(id as NoteId)?.edit({ at: 2, removed: 0, inserted: ` ${word} ` }).ok ?? false;
const wordless = (act: (session: BoardSession) => void): Command => {
  return (session) => {
    act(session);
    return false;
  };
};

const someCommand = fc.constantFrom<Command>(
  (session, word) => session.add(note(`new-${word}`, word)).ok,
  (session, word) => session.add(note(`service-${word}`, word, 'service')).ok,
  insert('mine'),
  insert('theirs'),
  (session, word) => session.run((board) => setAction(board, 'theirs' as NoteId, { owner: word })).ok && false,
  (session, word) => session.run((board) => setAction(board, 'child' as NoteId, { owner: word })).ok && false,
  wordless((session) => session.run((board) => moveNote(board, { noteId: 'mine' as NoteId, to: nowHousing }))),
  wordless((session) => session.run((board) => moveNote(board, { noteId: 'theirs' as NoteId, to: nowHousing }))),
  wordless((session) => session.run((board) => deleteNote(board, 'theirs' as NoteId, 5))),
  wordless((session) => session.run((board) => setVoice(board, 'mine' as NoteId, 'service'))),
);

const someBreach = fc.constantFrom<Command>(
  (session, word) => session.add(note(`child-${word}`, word, 'child')).ok,
  insert('child'),
  (session, word) => session.add(note(`loud-${word}`, `${word} ROPER`)).ok,
  wordless((session) => session.run((board) => setVoice(board, 'mine' as NoteId, 'child'))),
  wordless((session) => session.run((board) => setVoice(board, 'theirs' as NoteId, 'service'))),
  wordless((session) => session.run((board) => deleteNote(board, 'child' as NoteId, 5))),
);

describe('how the citizen sees the journey', () => {
  it('is brought along as the table’s step is, when something else was refused', async () => {
    const relay = new RelayForTests(adult);
    relay.judge = noShouting;
    const session = await openSession(relay);
    relay.cutNetwork();
    await tick();
    session.add(note('loud', 'HAN ROPER'));
    session.run((board) => setPhase(board, 'work', 'exposed'));
    session.run((board) => setPhase(board, 'work', 'untenable', 'citizen'));
    session.run((board) => setPhase(board, 'overall', 'stable', 'citizen'));
    relay.isReachable = true;
    await tick();
    const { journey } = relay.board();
    expect(journey).toMatchObject({
      themes: { work: 'exposed' },
      citizen: { overall: 'stable', themes: { work: 'untenable' } },
    });
    session.destroy();
  });
});

describe('what one writes for oneself alone', () => {
  const own = (relay: RelayForTests | undefined) => readQuiet(relay?.doc as Y.Doc).drafts.map(({ text }) => text);
  const begin = (session: BoardSession, id: string, text: string) =>
    session.quiet().run((doc) => beginDraft(doc, { id: id as NoteId, text, begunAt: 1 }));

  it('goes on when one has come in again, with what was written meanwhile', async () => {
    const relay = new RelayForTests(adult);
    relay.beside = new RelayForTests(adult);
    const session = await openSession(relay);
    begin(session, 'a', 'Halv');
    await tick();
    relay.answer = { kind: 'out' };
    for (const each of [relay, relay.beside]) each.sendAway(closeCode.notSignedIn);
    await tick();
    expect(session.quiet().state()).toBe('ended');
    begin(session, 'b', 'Skrevet uten økt');
    relay.answer = { kind: 'in', seat: adult };
    session.sit({ ...adult });
    await tick();
    begin(session, 'c', 'Skrevet etterpå');
    await tick();
    expect([session.quiet().state(), session.holdsWork()]).toEqual(['open', false]);
    expect(own(relay.beside)).toEqual(['Halv', 'Skrevet uten økt', 'Skrevet etterpå']);
    session.destroy();
  });

  it('goes on where its own line alone was sent away, in another session of the browser', async () => {
    const relay = new RelayForTests(adult);
    relay.beside = new RelayForTests(adult);
    const session = await openSession(relay);
    begin(session, 'a', 'Halv');
    await tick();
    relay.beside.sendAway(closeCode.notSignedIn);
    await tick();
    begin(session, 'b', 'Og mer');
    await tick();
    expect(own(relay.beside)).toEqual(['Halv', 'Og mer']);
    session.destroy();
  });

  it('is over where it may not be, and asks no more', async () => {
    const relay = new RelayForTests(adult);
    relay.beside = new RelayForTests(adult);
    const session = await openSession(relay);
    begin(session, 'a', 'Halv');
    await tick();
    relay.beside.isReachable = false;
    relay.beside.sendAway(closeCode.tooLarge);
    await tick();
    const { asked } = relay;
    await tick();
    expect([session.quiet().state(), relay.asked]).toEqual(['ended', asked]);
    session.destroy();
  });
});

describe('the notes that are on this device alone', () => {
  it('are those that one wrote on while the line took nothing, until it has', async () => {
    const relay = new RelayForTests(adult);
    const session = await openSession(relay);
    session.add(note('a', 'Lagret'));
    session.add(note('b', 'Lagret også'));
    await tick();
    expect([...session.unsavedNotes()]).toEqual([]);
    relay.cutNetwork();
    await tick();
    session.add(note('c', 'Uten nett'));
    session.text('a' as NoteId)?.edit({ at: 0, removed: 0, inserted: 'Ikke ' });
    const unsaved = session.unsavedNotes();
    expect([...unsaved].toSorted()).toEqual(['a', 'c']);
    expect(session.unsavedNotes()).toBe(unsaved);
    relay.isReachable = true;
    await tick();
    expect([session.savedStatus().kind, [...session.unsavedNotes()]]).toEqual(['saved', []]);
    session.destroy();
  });
});

describe('a session whose device keeps the duk', () => {
  it('shows it without a network, and brings home what a closed window wrote', async () => {
    const relay = new RelayForTests(adult);
    const place = deviceInMemory();
    const first = await openSession(relay, adult, place);
    first.add(note('a', 'Lagret'));
    await tick();
    relay.cutNetwork();
    relay.answer = { kind: 'unknown' };
    await tick();
    first.add(note('b', 'Skrevet uten nett'));
    await tick();
    first.destroy();

    const again = await openSession(relay, adult, place);
    expect(texts(again.board())).toEqual(['Lagret', 'Skrevet uten nett']);
    expect([again.waiting(), again.waitingNotes(), again.isOnDevice()]).toEqual([1, 1, true]);
    expect([...again.unsavedNotes()]).toEqual(['b']);
    expect(again.trouble()).toBeUndefined();
    expect(again.unsaved().map(({ words }) => words)).toEqual(['Skrevet uten nett']);
    relay.isReachable = true;
    relay.answer = { kind: 'in', seat: adult };
    await tick();
    expect(texts(relay.board())).toEqual(['Lagret', 'Skrevet uten nett']);
    expect([again.waiting(), place.unsent(), again.unsavedNotes().size]).toEqual([0, 0, 0]);
    again.destroy();
  });

  it('gives as text to copy what was written before one could only read', async () => {
    const relay = new RelayForTests(adult);
    const place = deviceInMemory();
    const first = await openSession(relay, adult, place);
    relay.cutNetwork();
    await tick();
    first.add(note('a', 'Skrevet mens jeg kunne'));
    await tick();
    first.destroy();

    const viewer = { ...adult, mayWrite: false };
    relay.answer = { kind: 'in', seat: viewer };
    relay.isReachable = true;
    const again = await openSession(relay, viewer, place);
    expect(whereIs('Skrevet mens jeg kunne', relay, again)).toBe('to copy');
    again.destroy();
  });

  it('keeps what a rule refuses until somebody has it, and is rid of it then', async () => {
    const relay = new RelayForTests(adult);
    relay.judge = noShouting;
    const place = deviceInMemory();
    const first = await openSession(relay, adult, place);
    relay.cutNetwork();
    first.add(note('a', 'JEG ROPER'));
    relay.isReachable = true;
    for (let times = 0; times < 4; times += 1) await tick();
    expect(copyTextOf(first.kept())).toBe('JEG ROPER');
    first.destroy();

    const again = await openSession(relay, adult, place);
    for (let times = 0; times < 4; times += 1) await tick();
    expect(copyTextOf(again.kept())).toBe('JEG ROPER');
    again.letKeptGo();
    await tick();
    again.add(note('b', 'Stille'));
    await tick();
    again.destroy();
    const last = await openSession(relay, adult, place);
    expect([last.waiting(), last.kept(), place.unsent(), texts(last.board())]).toEqual([0, [], 0, ['Stille']]);
    last.destroy();
  });

  it('does the same with what one writes for oneself alone, and sends it though nobody opens that', async () => {
    const relay = new RelayForTests(adult);
    relay.beside = new RelayForTests(adult);
    const [place, beside] = [deviceInMemory(), deviceInMemory()];
    const first = await openSession(relay, adult, place, beside);
    const begin = (id: string, text: string) =>
      first.quiet().run((doc) => beginDraft(doc, { id: id as NoteId, text, begunAt: 1 }));
    begin('a', 'Lagret');
    await tick();
    for (const each of [relay, relay.beside]) each.cutNetwork();
    await tick();
    begin('b', 'Skrevet uten nett');
    await tick();
    expect([first.isOnDevice(), beside.unsent(), place.unsent()]).toEqual([true, 1, 0]);
    first.destroy();

    const again = await openSession(relay, adult, place, beside);
    const own = (session: BoardSession) =>
      session
        .quiet()
        .read()
        .drafts.map(({ text }) => text);
    expect([again.quietIfOpen()?.state(), own(again), again.holdsWork()]).toEqual([
      'open',
      ['Lagret', 'Skrevet uten nett'],
      true,
    ]);
    for (const each of [relay, relay.beside]) each.isReachable = true;
    await tick();
    expect(readQuiet(relay.beside.doc).drafts.map(({ text }) => text)).toEqual(['Lagret', 'Skrevet uten nett']);
    expect([again.holdsWork(), beside.unsent()]).toEqual([false, 0]);
    again.destroy();
  });

  it('does not say that all of it lies there where what one writes for oneself does not', async () => {
    const relay = new RelayForTests(adult);
    relay.beside = new RelayForTests(adult);
    const session = await openSession(relay, adult, deviceInMemory());
    expect(session.isOnDevice()).toBe(true);
    session.quiet();
    await tick();
    expect(session.isOnDevice()).toBe(false);
    session.destroy();
  });

  it('keeps no translation that was refused', async () => {
    const relay = new RelayForTests(adult);
    relay.beside = new RelayForTests(adult);
    relay.beside.judge = () => 'interpretersOwn';
    const beside = deviceInMemory();
    const session = await openSession(relay, adult, deviceInMemory(), beside);
    session.openTranslations().interpret('ar');
    await tick();
    expect([session.openTranslations().isEnded, (await beside.rows()).length]).toEqual([true, 0]);
    session.destroy();
  });
});
