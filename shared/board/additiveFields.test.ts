import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { boardOf, eirin, everything, exchange, gro, lay, noteId, sameBoard, seen, seenNote } from './boardBuilder.ts';
import {
  beginPause,
  deleteNote,
  editVision,
  endPause,
  forgetTalk,
  gatherAt,
  giveHeart,
  goalStates,
  openUndo,
  orderOf,
  type PersonId,
  pairNotes,
  reportAction,
  setAction,
  setForm,
  setGoal,
  setHeartsDone,
  setLanguage,
  setPhase,
  setStep,
  setThemeTalk,
  setTimer,
  visionTextOf,
  voteFor,
  writeVision,
} from './index.ts';

const job = noteId('job');
const other = noteId('other');
const [mona, henning] = ['person-mona' as PersonId, 'person-henning' as PersonId];

/** Whatever is done on a note that is gone, or that does not fit, leaves the duk as it was. */
function refuses(board: ReturnType<typeof boardOf>, command: () => unknown, failure: object): void {
  const before = everything(board);
  expect(command()).toEqual({ ok: false, failure });
  expect(everything(board)).toEqual(before);
}

describe('the language of a note', () => {
  it('is said and taken back', () => {
    const board = boardOf('job');
    setLanguage(board, job, 'ti');
    expect(seenNote(board, 'job')?.lang).toBe('ti');
    setLanguage(board, job, undefined);
    expect(seenNote(board, 'job')).not.toHaveProperty('lang');
  });

  it('is a tag that browsers know what to do with', () => {
    const board = boardOf('job');
    for (const lang of ['', 'norsk språk', 'TI', '"><script>'])
      refuses(board, () => setLanguage(board, job, lang), { kind: 'languageInvalid', lang });
    expect(setLanguage(board, job, 'zh-Hant-TW').ok).toBe(true);
    refuses(board, () => setLanguage(board, noteId('gone'), 'ti'), { kind: 'noteGone', noteId: 'gone' });
  });
});

describe('two notes that see it differently', () => {
  it('stand beside each other until they are parted', () => {
    const board = boardOf('job', 'other');
    pairNotes(board, job, other);
    expect(seenNote(board, 'job')?.pair).toBe('other');
    pairNotes(board, job, undefined);
    expect(seenNote(board, 'job')).not.toHaveProperty('pair');
  });

  it('are two, and both on the duk', () => {
    const board = boardOf('job', 'other');
    refuses(board, () => pairNotes(board, job, job), { kind: 'pairedWithItself' });
    deleteNote(board, other, 1);
    refuses(board, () => pairNotes(board, job, other), { kind: 'noteGone', noteId: 'other' });
  });
});

describe('how it went with a goal', () => {
  it.each(goalStates)('is said: %s', (goal) => {
    const board = boardOf();
    lay(board, 'dream', { cell: { column: 'dream', theme: '' } });
    setGoal(board, noteId('dream'), goal);
    expect(seenNote(board, 'dream')?.goal).toBe(goal);
    setGoal(board, noteId('dream'), undefined);
    expect(seenNote(board, 'dream')).not.toHaveProperty('goal');
  });

  it('is not said of what is done now', () => {
    const board = boardOf('job');
    refuses(board, () => setGoal(board, job, 'reached'), { kind: 'notGoal', noteId: 'job' });
  });
});

describe('who stands for a tiltak', () => {
  it('is one of the case’s people, and some go with them', () => {
    const board = boardOf('job');
    setAction(board, job, { owner: 'Mona', ownerId: mona, withIds: [henning, henning] });
    expect(seenNote(board, 'job')?.action).toMatchObject({ owner: 'Mona', ownerId: mona, withIds: [henning] });
    setAction(board, job, { withIds: [] });
    expect(seenNote(board, 'job')?.action).not.toHaveProperty('withIds');
  });

  it('is a person of that name when only a name is written, not the one before', () => {
    const board = boardOf('job');
    setAction(board, job, { owner: 'Mona', ownerId: mona });
    setAction(board, job, { due: '2026-12-01' });
    expect(seenNote(board, 'job')?.action?.ownerId).toBe(mona);
    setAction(board, job, { owner: 'Jonas' });
    expect(seenNote(board, 'job')?.action).toMatchObject({ owner: 'Jonas' });
    expect(seenNote(board, 'job')?.action).not.toHaveProperty('ownerId');
  });

  it('is another of the same name when only the name is written again', () => {
    const board = boardOf('job');
    setAction(board, job, { owner: 'Mona', ownerId: mona });
    setAction(board, job, { owner: 'Mona' });
    expect(seenNote(board, 'job')?.action).not.toHaveProperty('ownerId');
  });

  it('tells how far it has come, and nothing else is changed', () => {
    const board = boardOf('job', 'other');
    setAction(board, job, { owner: 'Mona', due: '2026-12-01' });
    reportAction(board, job, { status: 'done', by: mona, at: 5 });
    expect(seenNote(board, 'job')?.action).toEqual({
      ...{ owner: 'Mona', service: '', due: '2026-12-01' },
      ...{ status: 'done', reportedBy: mona, reportedAt: 5 },
    });
    refuses(board, () => reportAction(board, other, { status: 'done', by: mona, at: 5 }), {
      kind: 'notAction',
      noteId: 'other',
    });
  });
});

describe('what is agreed of a tiltak beside who and when', () => {
  it('is who must say yes and by when, and who pays, each said and taken back', () => {
    const board = boardOf('job');
    setAction(board, job, { settleWith: ' Elif ', settleBy: '2026-12-05', paidBy: 'NAV og kommunen' });
    const agreed = { settleWith: 'Elif', settleBy: '2026-12-05', paidBy: 'NAV og kommunen' };
    expect(seenNote(board, 'job')?.action).toMatchObject(agreed);
    refuses(board, () => setAction(board, job, { settleBy: '5. desember' }), {
      kind: 'dayInvalid',
      day: '5. desember',
    });
    setAction(board, job, { settleWith: '', settleBy: '', paidBy: '' });
    expect(seenNote(board, 'job')?.action).toEqual({ owner: '', service: '', due: '', status: 'agreed' });
  });

  it('is what it comes after and goes together with, and nothing comes to wait for itself', () => {
    const board = boardOf('job', 'other', 'third');
    const third = noteId('third');
    for (const id of [job, other, third]) setAction(board, id, { status: 'agreed' });
    setAction(board, job, { follows: other });
    setAction(board, other, { follows: third });
    const inRing = { kind: 'orderInRing' };
    refuses(board, () => setAction(board, third, { follows: job }), inRing);
    refuses(board, () => setAction(board, job, { follows: job }), inRing);
    refuses(board, () => setAction(board, third, { alongside: job }), inRing);
    setAction(board, job, { follows: '' });
    expect(setAction(board, third, { follows: job }).ok).toBe(true);
  });

  it('that two said at once is read the same by both, and what went round in a ring is waited for by none', () => {
    const monas = boardOf('job', 'other');
    for (const id of [job, other]) setAction(monas, id, { status: 'agreed' });
    const gros = sameBoard(monas);
    setAction(monas, job, { follows: other });
    setAction(gros, other, { follows: job });
    exchange(monas, gros);
    expect(seen(monas)).toEqual(seen(gros));
    const actions = seen(monas).notes.map(({ id, action }) => ({ noteId: id, ...action }));
    expect(actions.map(({ follows }) => follows).toSorted()).toEqual(['job', 'other']);
    expect(orderOf(actions)).toEqual(new Map());
  });

  it('outlives an answer by link', () => {
    const board = boardOf('job');
    setAction(board, job, { owner: 'Mona', settleWith: 'Elif' });
    reportAction(board, job, { status: 'done', by: mona, at: 5 });
    setAction(board, job, { paidBy: 'NAV' });
    expect(seenNote(board, 'job')?.action).toMatchObject({ settleWith: 'Elif', reportedBy: mona, status: 'done' });
  });
});

/** A duk where whose plan it is have given their hearts, so that the others' votes count. */
function openTo(...notes: readonly string[]): ReturnType<typeof boardOf> {
  const board = boardOf(...notes);
  setHeartsDone(board, true);
  return board;
}

describe('hearts', () => {
  it('are of whose plan it is, and taken back by whoever gave them', () => {
    const board = boardOf('job', 'other');
    giveHeart(board, job, eirin);
    giveHeart(board, other, eirin);
    giveHeart(board, other, eirin, false);
    expect(seenNote(board, 'job')?.hearts).toEqual([eirin]);
    expect(seenNote(board, 'other')).not.toHaveProperty('hearts');
    refuses(board, () => giveHeart(board, noteId('gone'), eirin), { kind: 'noteGone', noteId: 'gone' });
  });

  it('come first: a vote that a program gives before they are done stands nowhere until then', () => {
    const board = boardOf('job');
    voteFor(board, job, gro);
    expect(seenNote(board, 'job')).not.toHaveProperty('votes');
    setHeartsDone(board, true);
    expect(seenNote(board, 'job')?.votes).toEqual([gro]);
    expect(seen(board).meeting?.heartsDone).toBe(true);
    setHeartsDone(board, false);
    expect(seenNote(board, 'job')).not.toHaveProperty('votes');
    expect(seen(board).leftOut).toBe(0);
  });

  it('are asked for anew at a new meeting, and those that were given stand until somebody takes them back', () => {
    const board = openTo('job');
    giveHeart(board, job, eirin);
    voteFor(board, job, gro);
    forgetTalk(board);
    expect(seenNote(board, 'job')).toMatchObject({ hearts: [eirin] });
    expect(seenNote(board, 'job')).not.toHaveProperty('votes');
  });
});

describe('votes', () => {
  it('are one for each, and taken back by whoever gave them', () => {
    const board = openTo('job');
    for (const voter of [gro, eirin, gro]) voteFor(board, job, voter);
    expect(seenNote(board, 'job')?.votes).toEqual([eirin, gro]);
    voteFor(board, job, eirin, false);
    expect(seenNote(board, 'job')?.votes).toEqual([gro]);
    voteFor(board, job, gro, false);
    expect(seenNote(board, 'job')).not.toHaveProperty('votes');
  });

  it('given by two at once all count', () => {
    const eirins = openTo('job');
    const gros = sameBoard(eirins);
    voteFor(eirins, job, eirin);
    voteFor(gros, job, gro);
    exchange(eirins, gros);
    expect(seenNote(eirins, 'job')?.votes).toEqual([eirin, gro]);
    expect(seen(gros)).toEqual(seen(eirins));
  });

  it('can be given to a note from before there were any', () => {
    const board = openTo('job');
    (board.notes.get('job') as Y.Map<unknown>).delete('votes');
    voteFor(board, job, gro, false);
    voteFor(board, job, gro);
    expect(seenNote(board, 'job')?.votes).toEqual([gro]);
  });
});

describe('first votes at once on a note from before there were any', () => {
  it('all count, and are taken back by whoever gave them', () => {
    const eirins = openTo('job');
    (eirins.notes.get('job') as Y.Map<unknown>).delete('votes');
    const gros = sameBoard(eirins);
    voteFor(eirins, job, eirin);
    voteFor(gros, job, gro);
    exchange(eirins, gros);
    expect(seenNote(gros, 'job')?.votes).toEqual([eirin, gro]);
    expect(seen(gros)).toEqual(seen(eirins));
    voteFor(gros, job, gro, false);
    expect(seenNote(gros, 'job')?.votes).toEqual([eirin]);
    expect(seen(gros).leftOut).toBe(0);
  });
});

describe('the journey as the citizen sees it', () => {
  it('lies beside what the table agreed on', () => {
    const board = boardOf();
    setPhase(board, 'overall', 'stable');
    setPhase(board, 'overall', 'exposed', 'citizen');
    setPhase(board, 'housing', 'untenable', 'citizen');
    expect(seen(board).journey).toEqual({
      overall: 'stable',
      themes: {},
      citizen: { overall: 'exposed', themes: { housing: 'untenable' } },
    });
    setPhase(board, 'overall', undefined, 'citizen');
    setPhase(board, 'housing', undefined, 'citizen');
    expect(seen(board).journey).toEqual({ overall: 'stable', themes: {} });
  });
});

describe('the meeting', () => {
  it('has a målbilde that two can write on, a step, and themes that were talked of in the sheet’s order', () => {
    const board = boardOf();
    expect(seen(board)).not.toHaveProperty('meeting');
    editVision(board, { at: 0, removed: 0, inserted: 'Et hjem' });
    const gros = sameBoard(board);
    editVision(board, { at: 0, removed: 2, inserted: 'Vårt' });
    editVision(gros, { at: 7, removed: 0, inserted: ' med hage' });
    exchange(board, gros);
    setStep(board, 'dreams');
    setThemeTalk(board, 'housing', 'talkedOf');
    setThemeTalk(board, 'work', 'talkedOf');
    setThemeTalk(board, 'leisure', 'talkedOf');
    setThemeTalk(board, 'leisure', 'notYet');
    expect(seen(board).meeting).toEqual({
      vision: 'Vårt hjem med hage',
      step: 'dreams',
      talkedOf: ['work', 'housing'],
    });
    expect(visionTextOf(gros)?.toString()).toBe('Vårt hjem med hage');
    setStep(board, '');
    expect(seen(board).meeting?.step).toBe('');
  });

  it('has themes that are not relevant for this family, until somebody says otherwise', () => {
    const board = boardOf();
    setThemeTalk(board, 'work', 'notRelevant');
    setThemeTalk(board, 'housing', 'talkedOf');
    expect(seen(board).meeting).toMatchObject({ talkedOf: ['housing'], notRelevant: ['work'] });
    setThemeTalk(board, 'work', 'talkedOf');
    expect(seen(board).meeting).not.toHaveProperty('notRelevant');
    forgetTalk(board);
    expect(seen(board)).not.toHaveProperty('meeting');
  });

  it('takes a theme as talked of when one says so while another says that it is not relevant', () => {
    const board = boardOf();
    const gros = sameBoard(board);
    setThemeTalk(board, 'work', 'notRelevant');
    setThemeTalk(gros, 'work', 'talkedOf');
    exchange(board, gros);
    expect(seen(board).meeting).toEqual(seen(gros).meeting);
    expect(seen(board).meeting).toMatchObject({ talkedOf: ['work'] });
  });

  it('is at a theme within its step, gathers, and has time set aside, until it goes on', () => {
    const board = boardOf();
    expect(seen(board)).not.toHaveProperty('now');
    setStep(board, 'works', 'housing');
    gatherAt(board, { columns: ['works'], theme: 'housing', at: 5 });
    setTimer(board, { from: 10, until: 20 });
    expect(seen(board).now).toEqual({
      theme: 'housing',
      gathering: { columns: ['works'], theme: 'housing', at: 5 },
      timer: { from: 10, until: 20 },
    });
    gatherAt(board, undefined);
    setTimer(board, undefined);
    expect(seen(board).now).toEqual({ theme: 'housing' });
    gatherAt(board, { columns: [], at: 6 });
    setStep(board, 'difficult');
    expect(seen(board)).not.toHaveProperty('now');
  });

  it('is led by nothing that somebody takes back for all by undoing their own', () => {
    const board = boardOf();
    const undo = openUndo(board);
    setStep(board, 'works', 'housing');
    gatherAt(board, { columns: ['works'], at: 5 });
    undo.undo();
    expect(seen(board).meeting?.step).toBe('works');
    expect(seen(board).now?.gathering).toBeDefined();
  });

  it('has a målbilde that somebody writes anew on top of what others wrote meanwhile', () => {
    const board = boardOf();
    writeVision(board, '', 'Et hjem');
    writeVision(board, 'Et hjem', 'Et hjem med hage');
    writeVision(board, 'Et hjem', 'Vårt hjem');
    expect(seen(board).meeting?.vision).toBe('Vårt hjem med hage');
    writeVision(board, 'Vårt hjem med hage', '');
    expect(seen(board)).not.toHaveProperty('meeting');
    refuses(board, () => writeVision(board, '', 'a'.repeat(4001)), { kind: 'visionTooLong', fits: 4000 });
  });

  it('takes only what fits', () => {
    const board = boardOf();
    refuses(board, () => setStep(board, 'Et steg!'), { kind: 'stepInvalid', step: 'Et steg!' });
    refuses(board, () => setThemeTalk(board, 'football', 'talkedOf'), { kind: 'themeUnknown' });
    refuses(board, () => setStep(board, 'works', 'football'), { kind: 'themeUnknown' });
    refuses(board, () => gatherAt(board, { columns: [], theme: 'football', at: 1 }), { kind: 'themeUnknown' });
    refuses(board, () => editVision(board, { at: 0, removed: 0, inserted: 'a'.repeat(4001) }), {
      kind: 'visionTooLong',
      fits: 4000,
    });
  });
});

describe('the form of the sheet', () => {
  it('is what somebody gave it, and can be taken back', () => {
    const board = boardOf('job');
    expect(seen(board)).not.toHaveProperty('form');
    const undo = openUndo(board);
    setForm(board, { now: 3, dream: 1 });
    expect(seen(board).form).toEqual({ now: 3, dream: 1 });
    undo.undo();
    expect(seen(board)).not.toHaveProperty('form');
  });

  it('has one lane at the least and six at the most, however it is set', () => {
    const board = boardOf('job');
    setForm(board, { now: 40, short: 0, long: 2.9 });
    expect(seen(board).form).toEqual({ now: 6, short: 1, long: 2 });
  });

  it('leaves out what no column can have, and what is no form counts as left out', () => {
    const board = boardOf('job');
    board.duk.set('form', { now: 7, short: '3', long: 2, kitchen: 2, works: -1 });
    expect(seen(board).form).toEqual({ long: 2 });
    board.duk.set('form', 'wide');
    expect(seen(board)).not.toHaveProperty('form');
    expect(seen(board).leftOut).toBe(1);
  });

  it('is one and the same on every machine when two give it one at once', () => {
    const board = boardOf('job');
    const other = sameBoard(board);
    setForm(board, { now: 2 });
    setForm(other, { now: 5, long: 2 });
    exchange(board, other);
    expect(seen(board).form).toEqual(seen(other).form);
    expect([{ now: 2 }, { now: 5, long: 2 }]).toContainEqual(seen(board).form);
  });
});

describe('what does not fit', () => {
  it('is left out and counted, and its note stands', () => {
    const board = boardOf('job');
    const note = board.notes.get('job') as Y.Map<unknown>;
    setAction(board, job, {});
    for (const [key, value] of Object.entries({ lang: 7, pair: '', goal: 'later', votes: 'all', editedBy: null }))
      note.set(key, value);
    (note.get('action') as Y.Map<unknown>).set('withIds', 'Mona');
    board.meeting.set('talkedOf:football', true);
    board.meeting.set('fromALaterProduct', 1);
    board.meeting.set('stepTheme', 'football');
    board.meeting.set('gathering', { columns: 'all', at: 1 });
    board.meeting.set('timer', { from: 9, until: 9 });
    board.journey.set('overall:citizen', 'happy');
    const plain = { owner: '', service: '', due: '', status: 'agreed' };
    expect(seenNote(board, 'job')).toMatchObject({ text: 'Lapp job', action: plain });
    expect(Object.keys(seenNote(board, 'job') ?? {})).not.toContain('goal');
    expect(seen(board).leftOut).toBe(11);
  });

  it('is no matter of keys that only a later product knows: they are kept', () => {
    const board = boardOf('job');
    const note = board.notes.get('job') as Y.Map<unknown>;
    note.set('shape', 'round');
    setGoal(board, job, undefined);
    voteFor(board, job, gro);
    expect(note.get('shape')).toBe('round');
    expect(seen(board).leftOut).toBe(0);
  });

  it('is shown of nobody who threw away what lies on the duk', () => {
    const board = boardOf('job');
    (board.notes.get('job') as Y.Map<unknown>).set('deletedBy', gro);
    expect(seenNote(board, 'job')).not.toHaveProperty('deletedBy');
    deleteNote(board, job, 5);
    expect(seen(board).bin).toMatchObject([{ id: 'job', deletedBy: gro }]);
  });
});

describe('a pause', () => {
  const noon = 1_000_000_000;
  const minute = 60_000;

  it('lasts five minutes, is not begun anew while it goes on, and gives the table time before the next', () => {
    const board = boardOf();
    expect(beginPause(board, noon)).toEqual({ ok: true, value: undefined });
    expect(beginPause(board, noon + minute).ok).toBe(true);
    expect(seen(board).now?.pause).toEqual({ from: noon, until: noon + 5 * minute });
    refuses(board, () => beginPause(board, noon + 6 * minute), { kind: 'pauseJustWas', until: noon + 7 * minute });
    expect(beginPause(board, noon + 7 * minute).ok).toBe(true);
    expect(seen(board).now?.pause).toEqual({ from: noon + 7 * minute, until: noon + 12 * minute });
  });

  it('is ended once, and an end without a pause is nothing', () => {
    const board = boardOf();
    endPause(board, noon);
    expect(seen(board)).not.toHaveProperty('now');
    beginPause(board, noon);
    endPause(board, noon + minute);
    endPause(board, noon + 2 * minute);
    expect(seen(board).now?.pause).toEqual({ from: noon, until: noon + minute });
  });
});
