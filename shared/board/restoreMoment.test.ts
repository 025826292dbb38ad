import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import type { Voice } from '../access/index.ts';
import { cellsOf, templates } from '../template/index.ts';
import { removeAction, reportAction, setAction } from './action.ts';
import { actionStatuses, type Board, type NoteId, type ParticipantId, type PersonId, type StrokeId } from './board.ts';
import {
  eirin,
  everything,
  exchange,
  gro,
  lay,
  noteId,
  nowHousing,
  openBoard,
  sameBoard,
  seen,
} from './boardBuilder.ts';
import type { BoardDocument } from './boardDocument.ts';
import { deleteNote, restoreNote } from './deleteNote.ts';
import { emptyBin } from './emptyBin.ts';
import { giveHeart } from './giveHeart.ts';
import { drawStroke } from './ink.ts';
import { JudgedServer, writer } from './judgedServerBuilder.ts';
import { writeVision } from './meetingState.ts';
import { moveNote } from './moveNote.ts';
import { editNoteText, noteTextOf } from './noteText.ts';
import { pairNotes } from './pairNotes.ts';
import { putThemeAway } from './putThemeAway.ts';
import { createBoardUpdate } from './replayBoard.ts';
import { lastRestoreOn, type Restored, type Restoring, restoreMoment, sayRestored } from './restoreMoment.ts';
import { sayGone } from './sayGone.ts';
import { setForm } from './setForm.ts';
import { setGoal } from './setGoal.ts';
import { setHeader } from './setHeader.ts';
import { setPhase } from './setPhase.ts';

const [mona, selam] = ['mona' as ParticipantId, 'selam' as ParticipantId];
const kaja = 'kaja' as PersonId;

/** Restores as Mona, who leads; what she has seen is the duk as it is. */
function restore(board: BoardDocument, past: Board, change: Partial<Restoring> = {}): Restored {
  const done = restoreMoment(board, { past, seen: seen(board), seats: new Set([mona]), at: 99, ...change });
  if (!done.ok) throw new Error('Nothing stands in the way of restoring');
  return done.value;
}

/** Takes back what was restored, as the server does: from what was kept just before, and what that came to. */
function undo(board: BoardDocument, before: Uint8Array, past: Board, change: Partial<Restoring> = {}): Restored {
  const then = openBoard([before]);
  const kept = seen(then);
  restore(then, past, change);
  return restore(board, kept, { ...change, seen: seen(then), isUndo: true });
}

function throwAway(board: BoardDocument, id: string, by: ParticipantId, at = 50): void {
  deleteNote(board, noteId(id), at);
  const note = board.notes.get(id) as Y.Map<unknown>;
  // As the relay says it.
  if (note.get('author') !== by) note.set('deletedBy', by);
}

function rewrite(board: BoardDocument, id: string, words: string): void {
  const length = noteTextOf(board, noteId(id))?.length ?? 0;
  editNoteText(board, noteId(id), { at: 0, removed: length, inserted: words });
}

function textIn(board: BoardDocument, id: string): string | undefined {
  return seen(board).notes.find((note) => note.id === id)?.text;
}

const none = { child: 0, pair: 0, thrown: 0, written: 0, emptied: 0 };
const newDuk = () =>
  openBoard([createBoardUpdate({ title: 'Planen til Eirin', templateId: 'lorenskog', for: 'Eirin' })]);

describe('a duk that is made what it was', () => {
  it('has its notes back, what came since in the bin, and words, places, tiltak, head and way as they were', () => {
    const board = newDuk();
    for (const id of ['a', 'b', 'c', 'd']) lay(board, id);
    setAction(board, noteId('c'), { owner: 'Mona', due: '2026-12-01' });
    setPhase(board, 'overall', 'exposed');
    writeVision(board, '', 'En egen nøkkel');
    const then = seen(board);

    throwAway(board, 'a', mona);
    rewrite(board, 'b', 'Noe helt annet');
    setAction(board, noteId('c'), { owner: 'Tor', settleWith: 'NAV' });
    moveNote(board, { noteId: noteId('d'), to: nowHousing });
    lay(board, 'ny');
    setHeader(board, { title: 'Feil navn', horizonShort: '2027-01-01' });
    setPhase(board, 'overall', 'stable');
    setPhase(board, 'work', 'untenable');
    writeVision(board, 'En egen nøkkel', 'To nøkler');
    putThemeAway(board, 'network');
    setForm(board, { now: 3 });

    expect(restore(board, then)).toEqual({
      ...{ back: ['a'], away: ['ny'], changed: ['b', 'c', 'd'], head: 3, phases: 2, left: none },
    });
    const { bin, ...now } = seen(board);
    expect({ ...now, bin: [] }).toEqual(then);
    expect(bin).toMatchObject([{ id: 'ny', deletedAt: 99 }]);
    expect(restore(board, then)).toEqual({ back: [], away: [], changed: [], head: 0, phases: 0, left: none });
  });

  it('keeps every word of a child, and what was written for it, where the child left it', () => {
    const board = newDuk();
    for (const id of ['endret', 'kastet']) lay(board, id, { voice: 'child', author: selam });
    const then = seen(board);
    rewrite(board, 'endret', 'Jeg vil bo hos mamma');
    throwAway(board, 'kastet', selam);
    lay(board, 'ny', { voice: 'child', author: selam });
    const now = seen(board);
    expect(restore(board, then)).toMatchObject({ back: [], away: [], changed: [], left: { ...none, child: 3 } });
    expect(seen(board)).toEqual(now);
  });

  it('brings back nothing that its author threw away, but what somebody else did', () => {
    const board = newDuk();
    lay(board, 'egen', { author: gro });
    lay(board, 'annens', { author: gro });
    lay(board, 'monas', { author: mona });
    const then = seen(board);
    throwAway(board, 'egen', gro);
    throwAway(board, 'annens', eirin);
    throwAway(board, 'monas', mona);
    expect(restore(board, then)).toMatchObject({ back: ['annens', 'monas'], left: { ...none, thrown: 1 } });
  });

  it('brings back nothing that was emptied from the bin for good', () => {
    const board = newDuk();
    lay(board, 'hemmelig', { author: gro });
    const then = seen(board);
    throwAway(board, 'hemmelig', mona);
    emptyBin(board);
    expect(restore(board, then)).toMatchObject({ back: [], left: { ...none, emptied: 1 } });
    expect(JSON.stringify(board.doc.toJSON())).not.toContain('Lapp hemmelig');
  });

  it('leaves what is seen differently to those who see it so', () => {
    const board = newDuk();
    lay(board, 'en', { author: gro });
    const then = seen(board);
    lay(board, 'to');
    rewrite(board, 'en', 'Det går bra');
    pairNotes(board, noteId('to'), noteId('en'));
    const now = seen(board);
    expect(restore(board, then)).toMatchObject({ left: { ...none, pair: 2 } });
    expect(seen(board)).toEqual(now);
  });

  it('leaves what somebody wrote after it was looked at, and says how much that is', () => {
    const board = newDuk();
    for (const id of ['a', 'b']) lay(board, id);
    const then = seen(board);
    rewrite(board, 'a', 'Nytt');
    rewrite(board, 'b', 'Nytt');
    const looked = seen(board);
    rewrite(board, 'b', 'Skrives akkurat nå');
    lay(board, 'akkurat nå');
    setHeader(board, { title: 'Nytt navn' });
    expect(restore(board, then, { seen: looked })).toMatchObject({ changed: ['a'], left: { ...none, written: 3 } });
    expect(textIn(board, 'b')).toBe('Skrives akkurat nå');
    expect(textIn(board, 'akkurat nå')).toBeDefined();
  });

  it('keeps what somebody types in the same note in the same moment, where they type it', () => {
    const board = newDuk();
    lay(board, 'a');
    rewrite(board, 'a', 'Ringe NAV');
    const then = seen(board);
    rewrite(board, 'a', 'Ringe NAV og banken');
    const other = sameBoard(board);
    editNoteText(other, noteId('a'), { at: 9, removed: 0, inserted: ' på fredag' });
    restore(board, then);
    exchange(board, other);
    expect(textIn(board, 'a')).toBe('Ringe NAV på fredag');
  });

  it('keeps what was answered of a tiltak by a link, and whose answer it was', () => {
    const board = newDuk();
    for (const id of ['a', 'b']) {
      lay(board, id);
      setAction(board, noteId(id), { owner: 'Kaja', due: '2026-12-01' });
    }
    const then = seen(board);
    setAction(board, noteId('a'), { owner: 'Tor' });
    reportAction(board, noteId('a'), { status: 'done', by: kaja, at: 7 });
    reportAction(board, noteId('b'), { status: 'done', by: kaja, at: 8 });
    expect(restore(board, then)).toMatchObject({ changed: ['a'], left: none });
    const actions = seen(board).notes.map(({ action }) => action);
    expect(actions).toMatchObject([
      { owner: 'Kaja', status: 'done', reportedBy: kaja, reportedAt: 7 },
      { owner: 'Kaja', status: 'done', reportedBy: kaja, reportedAt: 8 },
    ]);
  });

  it('may be one note alone', () => {
    const board = newDuk();
    for (const id of ['a', 'b']) lay(board, id);
    const then = seen(board);
    for (const id of ['a', 'b']) rewrite(board, id, 'Nytt');
    setHeader(board, { title: 'Nytt navn' });
    expect(restore(board, then, { only: new Set([noteId('b')]) })).toMatchObject({ changed: ['b'], head: 0 });
    expect([textIn(board, 'a'), textIn(board, 'b'), seen(board).title]).toEqual(['Nytt', 'Lapp b', 'Nytt navn']);
  });

  it('is told at the table by who did it, to what, and which notes', () => {
    const board = newDuk();
    const last = { by: mona, at: 5, to: 2, moment: 3, before: 4, notes: [noteId('a')] };
    sayRestored(board, last);
    expect(seen(board).now?.restored).toEqual(last);
    expect(lastRestoreOn(board)).toEqual(last);
    board.meeting.set('restored', { by: mona, at: 'i går' });
    expect(seen(board).now?.restored).toBeUndefined();
  });
});

const leader = writer(mona, { role: 'leader', voices: new Set<Voice>(['service']) });
const authors = [selam, gro, eirin, mona] as const;
const ids = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6'] as const;
const cells = cellsOf(templates.lorenskog)
  .filter(({ column }) => column === 'now' || column === 'short')
  .slice(0, 5);

interface Command {
  readonly command: number;
  readonly note: number;
  readonly by: number;
  readonly pick: number;
}

/** Does what people do, each only what they may. */
function act(board: BoardDocument, { command, note, by, pick }: Command, when: number): void {
  const id = noteId(ids[note] as string);
  const me = authors[by] as ParticipantId;
  const entry = board.notes.get(id) as Y.Map<unknown> | undefined;
  const cell = cells[pick % cells.length] ?? nowHousing;
  if (!entry) {
    lay(board, id, { cell, author: me, voice: me === selam ? 'child' : 'citizen', createdAt: when + 1 });
    return;
  }
  const isMine = entry.get('author') === me;
  const mayTouch = isMine || entry.get('author') !== selam;
  const commands: readonly (() => unknown)[] = [
    () => mayTouch && rewrite(board, id, `Ord ${pick}`),
    () => mayTouch && editNoteText(board, id, { at: pick % 3, removed: pick % 2, inserted: 'æøå'.slice(pick % 3) }),
    () => mayTouch && moveNote(board, { noteId: id, to: cell, ...(pick % 2 ? { before: noteId('n1') } : {}) }),
    () => mayTouch && throwAway(board, id, me, when + 1),
    () => mayTouch && restoreNote(board, id),
    () => setAction(board, id, { owner: `Eier ${pick}`, status: actionStatuses[pick % 4] ?? 'done' }),
    () => setAction(board, id, pick % 2 ? { settleWith: 'NAV' } : { settleWith: '', due: '2026-12-01' }),
    () => removeAction(board, id),
    () => reportAction(board, id, { status: 'done', by: kaja, at: when }),
    () => isMine && pairNotes(board, id, pick % 2 ? noteId(ids[(note + 1) % ids.length] as string) : undefined),
    () => setGoal(board, id, pick % 2 ? 'reached' : undefined),
    () => giveHeart(board, id, selam, pick % 2 > 0),
    () => setHeader(board, pick % 2 ? { title: `Duk ${pick}` } : { horizonShort: `2027-01-0${1 + (pick % 9)}` }),
    () => setPhase(board, pick % 2 ? 'overall' : 'work', pick % 3 ? 'stable' : undefined),
    () => setPhase(board, 'overall', 'exposed', 'citizen'),
    () => writeVision(board, seen(board).meeting?.vision ?? '', `Mål ${pick}`),
    () => putThemeAway(board, 'network', pick % 2 > 0),
    () => setForm(board, { now: 1 + (pick % 4) }),
    () => emptyBin(board),
    () => mayTouch && sayGone(board, id, pick % 2 ? 'done' : undefined),
    () =>
      drawStroke(board, {
        ...{ id: `s${when}` as StrokeId, cell, points: [1, 1, 1], colour: 'ink', width: 2, author: me },
      }),
  ];
  commands[command % commands.length]?.();
}

function actAll(board: BoardDocument, commands: readonly Command[], from: number): void {
  for (const [when, command] of commands.entries()) act(board, command, from + when);
}

const script = (most: number) =>
  fc.array(fc.record({ command: fc.nat(20), note: fc.nat(6), by: fc.nat(3), pick: fc.nat(11) }), { maxLength: most });

/** What nobody but who said it may change. */
function ownWords({ notes, bin, strokes, journey }: Board): unknown {
  const all = [...notes, ...bin].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return [
    all.map(({ id, author, voice, hearts, goal, pair }) => [id, author, voice, hearts, goal, pair]),
    all.filter(({ voice }) => voice === 'child'),
    strokes,
    journey.citizen,
    all.map(({ id, action }) => [id, action?.reportedAt, action?.reportedAt === undefined || action.status]),
  ];
}

describe('whatever people have done, a duk that is made what it was', () => {
  it('differs from then in nothing but what stays for a reason, and again does nothing', () => {
    fc.assert(
      fc.property(script(30), script(40), (before, after) => {
        const board = newDuk();
        actAll(board, before, 0);
        const then = seen(board);
        actAll(board, after, 100);
        const was = seen(board);
        const { left } = restore(board, then);
        const now = seen(board);
        expect(ownWords(now)).toEqual(ownWords(was));
        const say = (board: Board) =>
          new Map(
            board.notes.map(({ id, text, cell, action }) => [id, JSON.stringify([text, cell, withoutReport(action)])]),
          );
        const [past, present] = [say(then), say(now)];
        const differ = [...new Set([...past.keys(), ...present.keys()])].filter(
          (id) => past.get(id) !== present.get(id),
        );
        // What was answered since stays, and what was answered then and taken away since is not said anew.
        const reported = [...was.notes, ...was.bin, ...then.notes, ...then.bin]
          .filter(({ action }) => action?.reportedAt !== undefined)
          .map(({ id }) => id);
        const unsaid = differ.filter((id) => !reported.includes(id));
        const kept = left.child + left.pair + left.thrown + left.emptied;
        expect(unsaid.length).toBeLessThanOrEqual(kept);
        expect(left.written).toBe(0);
        for (const field of ['title', 'for', 'horizonShort', 'horizonLong', 'form', 'putAway'] as const)
          expect([field, now[field]]).toEqual([field, then[field]]);
        expect(now.meeting?.vision ?? '').toBe(then.meeting?.vision ?? '');
        expect([now.journey.overall, now.journey.themes]).toEqual([then.journey.overall, then.journey.themes]);
        const all = everything(board);
        expect(restore(board, then)).toEqual({ back: [], away: [], changed: [], head: 0, phases: 0, left });
        expect(everything(board)).toEqual(all);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('is what its leader might have done by hand: no rule of the duk is broken', () => {
    fc.assert(
      fc.property(script(30), script(40), (before, after) => {
        const board = newDuk();
        actAll(board, before, 0);
        const then = seen(board);
        actAll(board, after, 100);
        const server = new JudgedServer([everything(board)]);
        const updates: Uint8Array[] = [];
        board.doc.on('update', (update: Uint8Array) => updates.push(update));
        restore(board, then);
        expect(updates.map((update) => server.take(leader, update))).toEqual(updates.map(() => undefined));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('takes a pair back with the note that came back, when it is taken back itself', () => {
    const board = newDuk();
    for (const id of ['n2', 'n3'])
      lay(board, id, { cell: nowHousing, author: authors[0] as ParticipantId, voice: 'citizen', createdAt: 1 });
    pairNotes(board, noteId('n2'), noteId('n3'));
    const then = seen(board);
    throwAway(board, 'n2', authors[1] as ParticipantId);
    const [kept, was] = [everything(board), seen(board)];
    restore(board, then);
    expect(seen(board).notes).toHaveLength(2);
    undo(board, kept, then);
    expect(seen(board)).toEqual(was);
  });

  it('lays no answer in anybody’s mouth that was taken away since', () => {
    const board = newDuk();
    lay(board, 'n0', { cell: nowHousing, author: authors[0] as ParticipantId, voice: 'citizen', createdAt: 1 });
    setAction(board, noteId('n0'), { owner: 'Kaja', status: 'agreed' });
    reportAction(board, noteId('n0'), { status: 'done', by: kaja, at: 2 });
    const then = seen(board);
    setAction(board, noteId('n0'), { status: 'agreed' });
    const [kept, was] = [everything(board), seen(board)];
    restore(board, then);
    const [restored] = seen(board).notes;
    expect([restored?.action?.status, restored?.action?.reportedBy]).toEqual(['done', undefined]);
    undo(board, kept, then);
    expect(seen(board)).toEqual(was);
  });

  it('is taken back to exactly what was, and what others do meanwhile stays', () => {
    fc.assert(
      fc.property(script(30), script(40), script(8), (before, after, meanwhile) => {
        const board = newDuk();
        actAll(board, before, 0);
        const then = seen(board);
        actAll(board, after, 100);
        const [kept, was] = [everything(board), seen(board)];
        restore(board, then);
        const other = sameBoard(board);
        undo(board, kept, then);
        expect(seen(board)).toEqual(was);

        const restored = seen(other);
        actAll(other, meanwhile, 200);
        const written = seen(other);
        undo(other, kept, then);
        const now = seen(other);
        const byId = (board: Board) =>
          new Map([...board.notes, ...board.bin].map((note) => [note.id, JSON.stringify(note)]));
        const [had, has, stays] = [byId(restored), byId(written), byId(now)];
        for (const [id, note] of has) {
          if (note === had.get(id)) continue;
          const { order: _, ...words } = JSON.parse(note);
          const { order: __, ...after } = JSON.parse(stays.get(id as NoteId) ?? '{}');
          // Hearts and the like are no writing on a note: it may be taken back under them.
          const isWritten = had.get(id) === undefined || saidIn(note) !== saidIn(had.get(id) ?? '{}');
          if (isWritten) expect([id, after]).toEqual([id, words]);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

function saidIn(note: string): string {
  const { text, cell, action, deletedAt, order } = JSON.parse(note);
  return JSON.stringify([text, cell, action, deletedAt !== undefined, order]);
}

function withoutReport(action: Board['notes'][number]['action']): unknown {
  const { status: _, reportedBy: __, reportedAt: ___, ...agreed } = action ?? { status: '' };
  return action && action.reportedAt === undefined ? action : agreed;
}
