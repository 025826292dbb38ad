import { describe, expect, it } from 'vitest';
import type { Action, ParticipantId, PersonId } from '../board/index.ts';
import { templates } from '../template/index.ts';
import { derivePlan } from './derivePlan.ts';
import { agreed, boardWith, eirin, gro, meeting, names, note, planOf } from './planBuilders.ts';

const textsOf = (items: readonly { readonly text: string }[]) => items.map(({ text }) => text);

describe('deriving the plan from a duk', () => {
  it('turns a note that was made a tiltak into a line of the table, with who, service, date and status', () => {
    const plan = planOf(
      boardWith([note('1', { column: 'now', theme: 'housing' }, { text: 'Søke om startlån', action: agreed })]),
    );
    expect(plan.actions).toEqual([
      {
        noteId: '1',
        column: 'now',
        theme: 'housing',
        text: 'Søke om startlån',
        voice: 'citizen',
        author: eirin,
        authorName: 'Eirin',
        owner: 'Mona',
        service: 'Boligkontoret',
        due: '2026-12-01',
        status: 'agreed',
      },
    ]);
    expect(plan.nowNotes).toEqual([]);
  });

  it('names all who do a tiltak: as written, and whom a program set by id alone as they are called now', () => {
    const [jonas, amira] = ['jonas-0001', 'amira-0001'] as PersonId[] as [PersonId, PersonId];
    const people = new Map([
      [jonas, 'Jonas Berg'],
      [amira, 'Amira'],
    ]);
    const ownersOf = (action: Partial<Action>) => {
      const board = boardWith([
        note('loan', { column: 'now', theme: 'housing' }, { action: { ...agreed, ...action } }),
      ]);
      const plan = derivePlan({ board, template: templates.lorenskog, meeting, names, people });
      return plan.actions.map(({ owner }) => owner);
    };
    expect(ownersOf({ owner: 'Jonas, Amira', ownerId: jonas, withIds: [amira] })).toEqual(['Jonas, Amira']);
    expect(ownersOf({ owner: 'Jonas', ownerId: jonas, withIds: [amira] })).toEqual(['Jonas, Amira']);
    expect(ownersOf({ owner: '', ownerId: jonas })).toEqual(['Jonas Berg']);
  });

  it('counts a tiltak as one wherever it lies', () => {
    const plan = planOf(boardWith([note('1', { column: 'short', theme: 'work' }, { action: agreed })]));
    expect(plan.actions.map(({ column }) => column)).toEqual(['short']);
    expect(plan.shortGoals).toEqual([]);
  });

  it('keeps the plain notes of "Det vi skal gjøre nå"', () => {
    const plan = planOf(boardWith([note('1', { column: 'now', theme: 'economy' }, { text: 'Åpne brevene sammen' })]));
    expect(textsOf(plan.nowNotes)).toEqual(['Åpne brevene sammen']);
  });

  it('puts what works beside what is hard, theme by theme, and what has no theme last', () => {
    const plan = planOf(
      boardWith([
        note('1', { column: 'works', theme: '' }),
        note('2', { column: 'difficult', theme: 'network' }),
        note('3', { column: 'difficult', theme: 'work' }),
        note('4', { column: 'works', theme: 'work' }),
      ]),
    );
    expect(plan.today.map(({ theme, works, difficult }) => [theme, textsOf(works), textsOf(difficult)])).toEqual([
      ['work', ['Lapp 4'], ['Lapp 3']],
      ['network', [], ['Lapp 2']],
      ['', ['Lapp 1'], []],
    ]);
  });

  it('reads goals and dreams in the order of the sheet, not of the clock', () => {
    const plan = planOf(
      boardWith([
        note('1', { column: 'dream', theme: '' }),
        note('2', { column: 'dream', theme: 'leisure' }, { order: 'a2' }),
        note('3', { column: 'dream', theme: 'leisure' }, { order: 'a1' }),
        note('4', { column: 'dream', theme: 'work' }),
        note('5', { column: 'long', theme: 'education' }),
        note('6', { column: 'short', theme: 'housing' }),
      ]),
    );
    expect(textsOf(plan.dreams)).toEqual(['Lapp 4', 'Lapp 3', 'Lapp 2', 'Lapp 1']);
    expect(textsOf(plan.longGoals)).toEqual(['Lapp 5']);
    expect(textsOf(plan.shortGoals)).toEqual(['Lapp 6']);
  });

  it('says how it went with a wish, and what goal was made of it, while it is one and no child’s', () => {
    const said = { goal: 'reached', writtenUp: { as: 'result', words: 'Egen leilighet' } } as const;
    const plan = planOf(
      boardWith([
        note('wish', { column: 'long', theme: 'housing' }, said),
        note('childs', { column: 'dream', theme: 'housing' }, { ...said, voice: 'child' }),
        note('moved', { column: 'works', theme: 'housing' }, said),
      ]),
    );
    expect(plan.longGoals[0]).toMatchObject(said);
    expect(plan.dreams[0]).toMatchObject({ goal: 'reached' });
    expect(plan.dreams[0]).not.toHaveProperty('writtenUp');
    expect(plan.today[0]?.works[0]).toMatchObject({ noteId: 'moved' });
    expect(plan.today[0]?.works[0]).not.toHaveProperty('goal');
    expect(plan.today[0]?.works[0]).not.toHaveProperty('writtenUp');
  });

  it('takes the head of the sheet, the meeting, the journey and what was left out', () => {
    const plan = planOf(
      boardWith([], {
        horizonShort: '2026-06-30',
        horizonLong: '2028-12-31',
        journey: { overall: 'exposed', themes: { network: 'stable', work: 'untenable' } },
        leftOut: 3,
      }),
    );
    expect(plan).toMatchObject({
      title: 'Planen til Eirin',
      for: 'Eirin',
      meetingDate: '2025-11-12',
      present: meeting.present,
      horizonShort: '2026-06-30',
      horizonLong: '2028-12-31',
      journey: {
        overall: 'exposed',
        themes: [
          { theme: 'work', phase: 'untenable' },
          { theme: 'network', phase: 'stable' },
        ],
      },
      leftOut: 3,
    });
  });

  it('names those who wrote or were present, and nobody else', () => {
    const looker = 'looker-001' as ParticipantId;
    const plan = derivePlan({
      board: boardWith([note('1', { column: 'works', theme: 'work' }, { author: gro })]),
      template: templates.lorenskog,
      meeting,
      names: new Map([...names, [looker, 'Kikker']]),
    });
    expect(plan.participants).toEqual([
      { participantId: eirin, name: 'Eirin' },
      { participantId: gro, name: 'Gro' },
    ]);
  });

  it('says of those who wrote for a child that they did', () => {
    const plan = derivePlan({
      board: boardWith([note('1', { column: 'works', theme: 'work' }, { author: gro, voice: 'child' })]),
      template: templates.lorenskog,
      meeting,
      names,
      helpers: new Set([gro]),
    });
    expect(plan.participants).toEqual([
      { participantId: eirin, name: 'Eirin' },
      { participantId: gro, name: 'Gro', hasHelped: true },
    ]);
  });

  it('leaves the name open of an author nobody knows, also one called as a built-in property', () => {
    const plan = planOf(
      boardWith([note('1', { column: 'now', theme: 'work' }, { author: 'toString' as ParticipantId })]),
    );
    expect(plan.nowNotes[0]?.authorName).toBe('');
  });

  it('says of what was thrown away only why, where somebody has said so, and never of a child’s', () => {
    const cell = { column: 'now', theme: 'work' } as const;
    const thrown = { deletedAt: 5, gone: 'unimportant' } as const;
    const bin = [
      { ...note('b', cell), ...thrown },
      { ...note('a', cell, { text: 'Hemmelig' }), ...thrown },
      { ...note('c', cell), deletedAt: 5 },
      { ...note('d', cell, { voice: 'child' }), ...thrown },
    ];
    const plan = planOf(boardWith([], { bin }));
    expect(plan.gone).toEqual([
      { noteId: 'a', why: 'unimportant' },
      { noteId: 'b', why: 'unimportant' },
    ]);
    expect(JSON.stringify(plan)).not.toContain('Hemmelig');
    expect(planOf(boardWith([]))).not.toHaveProperty('gone');
  });
});
