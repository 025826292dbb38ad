import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Action,
  type Board,
  type Note,
  type NoteId,
  noTranslations,
  type ParticipantId,
  type PersonId,
} from '../board/index.ts';
import { type Cell, cellsOf, templates } from '../template/index.ts';
import { type MeetingToFreeze, matterKey, type OpenMatter, openMatters } from './openMatters.ts';

const agreed: Action = { owner: 'Mona', service: '', due: '2026-12-15', status: 'agreed' };
const dreamWork: Cell = { column: 'dream', theme: 'work' };
const nowHousing: Cell = { column: 'now', theme: 'housing' };

function note(id: string, cell: Cell = nowHousing, more: Partial<Note> = {}): Note {
  return {
    id: id as NoteId,
    cell,
    order: 'a0',
    text: `Lapp ${id}`,
    voice: 'citizen',
    author: 'eirin' as ParticipantId,
    createdAt: 1,
    ...more,
  };
}

function boardWith(notes: readonly Note[], more: Partial<Board> = {}): Board {
  return {
    templateId: 'lorenskog',
    title: 'Planen til Eirin',
    for: 'Eirin',
    horizonShort: '',
    horizonLong: '',
    notes,
    bin: [],
    strokes: [],
    journey: { overall: 'exposed', themes: {} },
    leftOut: 0,
    ...more,
  };
}

/** A meeting where nothing stands open but what the case says. */
function meetingWith(notes: readonly Note[], more: Partial<MeetingToFreeze> = {}, board: Partial<Board> = {}) {
  return {
    board: boardWith(notes, board),
    template: templates.lorenskog,
    date: '2026-11-30',
    present: [{ name: 'Eirin' }],
    nextDate: '',
    today: '2026-11-30',
    subjects: [],
    ...more,
  } satisfies MeetingToFreeze;
}

const mattersOf = (...given: Parameters<typeof meetingWith>) => openMatters(meetingWith(...given));

describe('what is gone since the duk was frozen', () => {
  const thrown = { createdAt: 5, deletedAt: 20 };
  const goneIn = (bin: readonly (Note & { deletedAt: number; gone?: 'done' })[], lastFrozenAt?: number) =>
    openMatters(meetingWith([], { lastFrozenAt }, { bin })).flatMap((matter) =>
      matter.kind === 'gone' ? [matter.noteId] : [],
    );

  it('is asked about where it was agreed, or wished for, and nobody has said why', () => {
    const tiltak = { ...note('tiltak', nowHousing, { action: agreed }), ...thrown };
    const goal = { ...note('mål', dreamWork), ...thrown, createdAt: 4 };
    expect(goneIn([tiltak, goal], 10)).toEqual(['mål', 'tiltak']);
    expect(goneIn([tiltak, goal])).toEqual([]);
    expect(goneIn([{ ...tiltak, gone: 'done' }], 10)).toEqual([]);
  });

  it('is no matter where it is known why, where it is a child’s, or where it was not in the plan', () => {
    const other = { ...note('a', nowHousing), ...thrown };
    const done = { ...note('b', nowHousing, { action: { ...agreed, status: 'done' } }), ...thrown };
    const reached = { ...note('c', dreamWork, { goal: 'reached' }), ...thrown };
    const childs = { ...note('d', dreamWork, { voice: 'child' }), ...thrown };
    const later = { ...note('e', dreamWork), createdAt: 11, deletedAt: 20 };
    const before = { ...note('f', dreamWork), createdAt: 5, deletedAt: 9 };
    expect(goneIn([other, done, reached, childs, later, before], 10)).toEqual([]);
  });
});

describe('what stands open before a meeting is frozen', () => {
  it('names each who has fallen off the line', () => {
    const lost = ['Far', 'Mor'].map((name, since) => ({ participantId: `${name}-1` as ParticipantId, name, since }));
    expect(mattersOf([note('a', dreamWork)], { lost }).map(matterKey)).toEqual([
      'personLost/Far-1',
      'personLost/Mor-1',
    ]);
  });

  it('tells how many notes the interpreter of each language has not done, and nothing where all is, or nobody interprets', () => {
    const [dream, home] = [note('a', dreamWork), note('b', dreamWork)];
    const said = new Map([[dream.id, { text: 'حلم', source: dream.text }]]);
    const by = new Map([['ar', said]]);
    expect(mattersOf([dream, home], { translations: { languages: ['ar', 'uk'], by } })).toEqual([
      { kind: 'untranslated', language: 'ar', count: 1 },
      { kind: 'untranslated', language: 'uk', count: 2 },
    ]);
    expect(mattersOf([dream], { translations: { languages: ['ar'], by } })).toEqual([]);
    expect(matterKey({ kind: 'untranslated', language: 'ar', count: 1 })).toBe('untranslated/ar');
  });

  it('is nothing where everything is agreed', () => {
    const notes = [note('a', nowHousing, { action: agreed }), note('b', { column: 'dream', theme: 'work' })];
    expect(mattersOf(notes)).toEqual([]);
  });

  it('is who and when of all that is to be done now, tiltak or not', () => {
    const notes = [
      note('plain'),
      note('nobody', { column: 'short', theme: 'work' }, { action: { ...agreed, owner: ' ' } }),
      note('some day', nowHousing, { action: { ...agreed, due: '' } }),
    ];
    expect(mattersOf(notes)).toEqual([
      { kind: 'whoAndWhen', noteId: 'plain', lacks: 'both' },
      { kind: 'whoAndWhen', noteId: 'nobody', lacks: 'who' },
      { kind: 'whoAndWhen', noteId: 'some day', lacks: 'when' },
    ]);
  });

  it('is nothing of a tiltak that is done or stopped, nor of one whose owner is known by an id alone', () => {
    const over = { ...agreed, owner: '', due: '2020-01-01' };
    const notes = [
      note('a', nowHousing, { action: { ...over, status: 'done' } }),
      note('b', nowHousing, { action: { ...over, status: 'stopped' } }),
      note('c', nowHousing, { action: { ...agreed, owner: '', ownerId: 'mona' as PersonId } }),
    ];
    expect(mattersOf(notes)).toEqual([]);
  });

  it('is a tiltak that should be done before the meeting was', () => {
    const late = note('a', nowHousing, { action: { ...agreed, due: '2026-11-29' } });
    const sameDay = note('b', nowHousing, { action: { ...agreed, due: '2026-11-30' } });
    expect(mattersOf([late, sameDay])).toEqual([{ kind: 'dueBeforeMeeting', noteId: 'a', due: '2026-11-29' }]);
  });

  it('is a note without a theme, where its column has themes', () => {
    expect(mattersOf([note('a', { column: 'works', theme: '' })])).toEqual([{ kind: 'noTheme', noteId: 'a' }]);
    const dream = note('b', { column: 'dream', theme: '' });
    expect(mattersOf([dream], { template: templates.simple }, { templateId: 'simple' })).toEqual([]);
  });

  it('is an empty note, which lacks nothing else', () => {
    expect(mattersOf([note('a', { column: 'now', theme: 'work' }, { text: ' \u200b' })])).toEqual([
      { kind: 'emptyNote', noteId: 'a' },
    ]);
  });

  it('is signs that the documents have no letters for, in a note, its tiltak and whom the plan is for', () => {
    const notes = [
      note('a', { column: 'works', theme: 'work' }, { text: 'Bor i 家' }),
      note('b', nowHousing, { action: { ...agreed, service: '家庭' } }),
    ];
    expect(mattersOf(notes, {}, { for: 'Mei 美' })).toEqual([
      { kind: 'unprintable', noteId: 'a', signs: ['家'] },
      { kind: 'unprintable', noteId: 'b', signs: ['家', '庭'] },
      { kind: 'unprintableFor', signs: ['美'] },
    ]);
  });

  it('is a round that is open, whose words lie with their writers', () => {
    expect(mattersOf([], {}, { now: { round: { id: 'one', ready: 2 } } })).toEqual([{ kind: 'roundOpen', ready: 2 }]);
  });

  it('is whom the plan is for, and the journey, when nobody has said', () => {
    expect(mattersOf([], {}, { for: ' ', journey: { themes: { work: 'stable' } } })).toEqual([
      { kind: 'forUnset' },
      { kind: 'journeyUnset' },
    ]);
  });

  it.each([
    ['2026-12-14', []],
    ['2026-12-15', [{ kind: 'dateFar', days: 15 }]],
    ['2026-11-16', []],
    ['2025-11-30', [{ kind: 'dateFar', days: -365 }]],
    ['', []],
    ['2026-02-30', []],
  ])('is a day of the meeting far from today: %s', (date, expected) => {
    expect(mattersOf([], { date })).toEqual(expected);
  });

  it('is a horizon or a next meeting that does not lie ahead', () => {
    const horizons = { horizonShort: '2026-11-30', horizonLong: '2027-11-30' };
    expect(mattersOf([], { nextDate: '2026-11-02' }, horizons)).toEqual([
      { kind: 'horizonBeforeMeeting', horizon: 'short', day: '2026-11-30' },
      { kind: 'nextBeforeMeeting', day: '2026-11-02' },
    ]);
  });

  it('is that nobody is present, or that those whom the plan is about are not', () => {
    const eirin = { name: 'Eirin', personId: 'eirin' as PersonId };
    const leif = { name: 'Leif', personId: 'leif' as PersonId };
    expect(mattersOf([], { present: [], subjects: [eirin] })).toEqual([{ kind: 'nobodyPresent' }]);
    expect(mattersOf([], { present: [{ name: 'eirin' }], subjects: [eirin, leif] })).toEqual([
      { kind: 'subjectAbsent', subject: leif },
    ]);
    // Another of the same name is another.
    expect(mattersOf([], { present: [{ name: 'Eirin', personId: 'other' as PersonId }], subjects: [eirin] })).toEqual([
      { kind: 'subjectAbsent', subject: eirin },
    ]);
  });
});

const someDay = fc.constantFrom('', '2026-11-01', '2026-11-30', '2026-12-24', '2027-06-01');
const someNote = fc.record({
  id: fc.uuid().map((id) => id as NoteId),
  cell: fc.constantFrom(...cellsOf(templates.lorenskog)),
  order: fc.constant('a0'),
  text: fc.constantFrom('', ' ', 'Ringe NAV', '家', 'Søke om startlån'),
  voice: fc.constant('citizen' as const),
  author: fc.constant('eirin' as ParticipantId),
  createdAt: fc.constant(1),
  action: fc.option(
    fc.record({
      owner: fc.constantFrom('', 'Mona', 'Mona, Ola'),
      service: fc.constantFrom('', 'NAV'),
      due: someDay,
      status: fc.constantFrom('agreed' as const, 'started' as const, 'done' as const, 'stopped' as const),
    }),
    { nil: undefined },
  ),
});
const someMeeting: fc.Arbitrary<MeetingToFreeze> = fc
  .record({
    notes: fc.uniqueArray(someNote, { selector: ({ id }) => id, maxLength: 12 }),
    date: someDay,
    nextDate: someDay,
    horizonShort: someDay,
    present: fc.subarray([{ name: 'Eirin' }, { name: 'Mona' }]),
    isSet: fc.boolean(),
    hasRound: fc.boolean(),
    translations: fc.constantFrom(noTranslations, { languages: ['ar'], by: new Map() }),
  })
  .map(({ notes, horizonShort, isSet, hasRound, ...meeting }) =>
    meetingWith(
      notes.map(({ action, ...rest }) => (action ? { ...rest, action } : rest)),
      { ...meeting, subjects: [{ name: 'Eirin' }] },
      {
        horizonShort,
        journey: { themes: {}, ...(isSet ? { overall: 'stable' as const } : {}) },
        ...(hasRound ? { now: { round: { id: 'one', ready: 1 } } } : {}),
      },
    ),
  );

/** What the dialog lets one do about a matter, done. */
function mended(meeting: MeetingToFreeze, matter: OpenMatter): MeetingToFreeze {
  const { board } = meeting;
  const withNote = (change: (note: Note) => readonly Note[]) => ({
    ...meeting,
    board: {
      ...board,
      notes: board.notes.flatMap((each) => ('noteId' in matter && each.id === matter.noteId ? change(each) : [each])),
    },
  });
  const withBoard = (change: Partial<Board>) => ({ ...meeting, board: { ...board, ...change } });
  switch (matter.kind) {
    case 'whoAndWhen':
    case 'dueBeforeMeeting':
      return withNote((each) => [{ ...each, action: { ...agreed, ...each.action, owner: 'Mona', due: '2028-01-01' } }]);
    case 'noTheme':
      return withNote((each) => [{ ...each, cell: { ...each.cell, theme: 'work' } }]);
    case 'gone':
      return withBoard({
        bin: board.bin.map((each) => (each.id === matter.noteId ? { ...each, gone: 'done' } : each)),
      });
    case 'emptyNote':
      return withNote(() => []);
    case 'unprintable':
      return withNote((each) => [{ ...each, text: 'Hjemme' }]);
    case 'untranslated': {
      const said = new Map(board.notes.map(({ id, text }) => [id, { text: 'شيء', source: text }]));
      return { ...meeting, translations: { languages: [matter.language], by: new Map([[matter.language, said]]) } };
    }
    case 'personLost':
      return { ...meeting, lost: meeting.lost?.filter((person) => person !== matter.person) ?? [] };
    case 'roundOpen':
      return withBoard({ now: {} });
    case 'unprintableFor':
    case 'forUnset':
      return withBoard({ for: 'Eirin' });
    case 'journeyUnset':
      return withBoard({ journey: { overall: 'stable', themes: {} } });
    case 'dateFar':
      return { ...meeting, date: meeting.today };
    case 'horizonBeforeMeeting':
      return withBoard({ [matter.horizon === 'short' ? 'horizonShort' : 'horizonLong']: '2028-01-01' });
    case 'nextBeforeMeeting':
      return { ...meeting, nextDate: '' };
    case 'nobodyPresent':
      return { ...meeting, present: meeting.subjects };
    case 'subjectAbsent':
      return { ...meeting, present: [...meeting.present, matter.subject] };
  }
}

describe('every matter', () => {
  it('can be told from the others, and is gone when it is mended', () => {
    fc.assert(
      fc.property(someMeeting, (meeting) => {
        const keys = openMatters(meeting).map(matterKey);
        expect(new Set(keys).size).toBe(keys.length);
        for (const matter of openMatters(meeting)) {
          const after = openMatters(mended(meeting, matter)).map(matterKey);
          expect(after).not.toContain(matterKey(matter));
        }
      }),
    );
  });

  it('is gone in the end, when one after the other is mended', () => {
    fc.assert(
      fc.property(someMeeting, (meeting) => {
        let now = meeting;
        for (let step = 0; step < 100; step += 1) {
          const [first] = openMatters(now);
          if (!first) break;
          now = mended(now, first);
        }
        expect(openMatters(now)).toEqual([]);
      }),
    );
  });

  it('is of a note that is on the duk', () => {
    fc.assert(
      fc.property(someMeeting, (meeting) => {
        const there = new Set(meeting.board.notes.map(({ id }) => id));
        for (const matter of openMatters(meeting)) if ('noteId' in matter) expect(there).toContain(matter.noteId);
      }),
    );
  });
});
