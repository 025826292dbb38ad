import { describe, expect, it } from 'vitest';
import type { Action, Board, Note } from '../board/index.ts';
import { diffPlans } from './diffPlans.ts';
import { agreed, boardWith, gro, note, versionOf } from './planBuilders.ts';

const now = { column: 'now', theme: 'housing' } as const;

function diffOf(before: Board, after: Board) {
  return diffPlans(versionOf(before, 1, '2025-11-12'), versionOf(after, 2, '2026-03-04'));
}

function differencesOf(before: readonly Note[], after: readonly Note[]) {
  return diffOf(boardWith(before), boardWith(after)).notes.map(({ noteId, differences }) => [noteId, differences]);
}

describe('what changed from one meeting to the next', () => {
  it('names the two versions and their dates', () => {
    expect(diffOf(boardWith([]), boardWith([]))).toEqual({
      from: { version: 1, date: '2025-11-12' },
      to: { version: 2, date: '2026-03-04' },
      headers: [],
      horizons: [],
      phases: [],
      notes: [],
      standing: [],
      newPresent: [],
    });
  });

  it('tells of a new note as it is, and of one that is gone as it was', () => {
    const { notes } = diffOf(
      boardWith([note('old', now, { text: 'Søke bolig' })]),
      boardWith([note('new', now, { action: agreed })]),
    );
    expect(notes).toMatchObject([
      { noteId: 'new', differences: [{ kind: 'new' }], after: { owner: 'Mona' } },
      { noteId: 'old', differences: [{ kind: 'gone' }], before: { text: 'Søke bolig', authorName: 'Eirin' } },
    ]);
    expect(notes[0]).not.toHaveProperty('before');
    expect(notes[1]).not.toHaveProperty('after');
  });

  it('shows the words of a note that was put otherwise', () => {
    expect(differencesOf([note('1', now, { text: 'To dager' })], [note('1', now, { text: 'Tre dager' })])).toEqual([
      [
        '1',
        [
          {
            kind: 'changed',
            words: [
              { kind: 'removed', text: 'To ' },
              { kind: 'added', text: 'Tre ' },
              { kind: 'same', text: 'dager' },
            ],
          },
        ],
      ],
    ]);
  });

  it('tells where a note was moved from and to', () => {
    expect(
      differencesOf([note('1', { column: 'short', theme: 'work' })], [note('1', { column: 'works', theme: 'work' })]),
    ).toEqual([
      ['1', [{ kind: 'moved', from: { column: 'short', theme: 'work' }, to: { column: 'works', theme: 'work' } }]],
    ]);
  });

  it('calls it moved too when only the theme is another', () => {
    expect(differencesOf([note('1', now)], [note('1', { column: 'now', theme: 'economy' })])).toEqual([
      ['1', [{ kind: 'moved', from: now, to: { column: 'now', theme: 'economy' } }]],
    ]);
  });

  it('tells what became of who must say yes, of the order, by its words, and of who pays', () => {
    const first = note('1', now, { text: 'Ordne depositum', action: agreed });
    const second = (action: Partial<Action>) => note('2', now, { action: { ...agreed, ...action } });
    const settled = { settleWith: 'Elif', settleBy: '2026-12-05' };
    expect(
      differencesOf(
        [first, second({ ...settled, paidBy: 'NAV' })],
        [first, second({ settleWith: 'Guro', follows: first.id })],
      ),
    ).toEqual([
      [
        '2',
        [
          { kind: 'settleChanged', from: { with: 'Elif', by: '2026-12-05' }, to: { with: 'Guro', by: '' } },
          { kind: 'followsChanged', from: '', to: 'Ordne depositum' },
          { kind: 'paidByChanged', from: 'NAV', to: '' },
        ],
      ],
    ]);
    const anew = note('3', now, { text: 'Ordne depositum', action: agreed });
    expect(differencesOf([first, second({ alongside: first.id })], [anew, second({ alongside: anew.id })])).toEqual([]);
  });

  it('says that a tiltak is done, and what else became of it', () => {
    const before = [note('1', now, { action: { ...agreed, status: 'started' } }), note('2', now, { action: agreed })];
    const after = [
      note('1', now, { action: { ...agreed, status: 'done', due: '2027-01-15' } }),
      note('2', now, { action: { owner: 'Eirin', service: 'Innbygger', due: '2026-12-01', status: 'stopped' } }),
    ];
    expect(differencesOf(before, after)).toEqual([
      [
        '1',
        [
          { kind: 'done', from: 'started' },
          { kind: 'dueChanged', from: '2026-12-01', to: '2027-01-15' },
        ],
      ],
      [
        '2',
        [
          { kind: 'statusChanged', from: 'agreed', to: 'stopped' },
          { kind: 'ownerChanged', from: 'Mona', to: 'Eirin' },
          { kind: 'serviceChanged', from: 'Boligkontoret', to: 'Innbygger' },
        ],
      ],
    ]);
  });

  it('sees a note become a tiltak and a tiltak become a note', () => {
    expect(
      differencesOf(
        [note('1', now), note('2', now, { action: agreed })],
        [note('1', now, { action: agreed }), note('2', now)],
      ),
    ).toEqual([
      ['1', [{ kind: 'becameAction' }]],
      ['2', [{ kind: 'noLongerAction' }]],
    ]);
  });

  it('sees another voice and, from a foreign program, another author', () => {
    expect(differencesOf([note('1', now)], [note('1', now, { voice: 'child', author: gro })])).toEqual([
      [
        '1',
        [
          { kind: 'voiceChanged', from: 'citizen', to: 'child' },
          { kind: 'authorChanged', from: 'eirin-0001', to: 'gro-000001' },
        ],
      ],
    ]);
  });

  it('does not call a new place in the same cell a change', () => {
    expect(differencesOf([note('1', now, { order: 'a0' })], [note('1', now, { order: 'a5' })])).toEqual([]);
  });

  it('tells of the head of the sheet, the horizons and the journey', () => {
    const before = boardWith([], {
      horizonLong: '2028-01-01',
      journey: { themes: { work: 'untenable', network: 'stable' } },
    });
    const after = boardWith([], {
      title: 'Eirins plan',
      horizonShort: '2026-06-30',
      journey: { overall: 'exposed', themes: { work: 'exposed' } },
    });
    expect(diffOf(before, after)).toMatchObject({
      headers: [{ field: 'title', from: 'Planen til Eirin', to: 'Eirins plan' }],
      horizons: [
        { horizon: 'short', from: '', to: '2026-06-30' },
        { horizon: 'long', from: '2028-01-01', to: '' },
      ],
      phases: [
        { of: 'overall', to: 'exposed' },
        { of: 'work', from: 'untenable', to: 'exposed' },
        { of: 'network', from: 'stable' },
      ],
    });
  });
});

describe('what the duk can tell since there was more to tell', () => {
  const goal = (change: object) => versionOf(boardWith([note('dream', { column: 'dream', theme: '' }, change)]));
  const differences = (from: object, to: object) => diffPlans(goal(from), goal(to)).notes.flatMap((n) => n.differences);

  it('is how it went with a goal', () => {
    expect(differences({}, { goal: 'underway' })).toEqual([{ kind: 'goalChanged', to: 'underway' }]);
    expect(differences({ goal: 'underway' }, { goal: 'reached' })).toEqual([
      { kind: 'goalChanged', from: 'underway', to: 'reached' },
    ]);
    expect(differences({ goal: 'reached' }, {})).toEqual([{ kind: 'goalChanged', from: 'reached' }]);
  });

  it('is that a goal was written up, otherwise, or no more', () => {
    const one = { writtenUp: { as: 'result', words: 'Egen bolig' } };
    const other = { writtenUp: { as: 'effect', words: 'Egen bolig' } };
    expect(differences({}, one)).toEqual([{ kind: 'writtenUpChanged', to: one.writtenUp }]);
    expect(differences(one, other)).toEqual([{ kind: 'writtenUpChanged', from: one.writtenUp, to: other.writtenUp }]);
    expect(differences(one, {})).toEqual([{ kind: 'writtenUpChanged', from: one.writtenUp }]);
    expect(differences(one, structuredClone(one))).toEqual([]);
  });

  it('is that another person of the same name stands for a tiltak', () => {
    const owner = (ownerId?: string) => ({ action: { ...agreed, ...(ownerId ? { ownerId } : {}) } });
    expect(differences(owner('jonas-1'), owner('jonas-2'))).toEqual([
      { kind: 'ownerChanged', from: 'Mona', to: 'Mona' },
    ]);
    // Whose name it was is only now said.
    expect(differences(owner(), owner('jonas-2'))).toEqual([]);
  });

  it('is how the citizen sees the way, beside what the table agreed on, and the målbilde', () => {
    const before = versionOf(boardWith([], { journey: { overall: 'exposed', themes: {} } }));
    const after = versionOf(
      boardWith([], {
        journey: { overall: 'stable', themes: {}, citizen: { overall: 'exposed', themes: { work: 'stable' } } },
        meeting: { vision: 'Vårt hjem', step: '', talkedOf: [] },
      }),
    );
    expect(diffPlans(before, after)).toMatchObject({
      headers: [{ field: 'vision', from: '', to: 'Vårt hjem' }],
      phases: [
        { of: 'overall', from: 'exposed', to: 'stable' },
        { of: 'overall', view: 'citizen', to: 'exposed' },
        { of: 'work', view: 'citizen', to: 'stable' },
      ],
    });
  });

  it('is why something is gone, where somebody has said so', () => {
    const cell = { column: 'now', theme: 'work' } as const;
    const before = versionOf(boardWith([note('a', cell), note('b', cell)]));
    const bin = [{ ...note('a', cell), deletedAt: 5, gone: 'rewritten' } as const];
    expect(diffPlans(before, versionOf(boardWith([], { bin }))).notes.map(({ differences }) => differences)).toEqual([
      [{ kind: 'gone', why: 'rewritten' }],
      [{ kind: 'gone' }],
    ]);
  });
});
