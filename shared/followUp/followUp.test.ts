import { describe, expect, it } from 'vitest';
import type { BoardId, NoteId, PersonId } from '../board/index.ts';
import type { IndexedAction } from './actionIndex.ts';
import type { Answer } from './answer.ts';
import { type FollowedCase, followUp } from './followUp.ts';

const today = '2026-11-30';

const action = (id: string, more: Partial<IndexedAction> = {}): IndexedAction => ({
  noteId: id as NoteId,
  theme: '',
  text: `Gjøre ${id}`,
  owner: 'Kaja',
  service: '',
  due: '2026-12-24',
  status: 'agreed',
  ...more,
});
const answered = (id: string, more: Partial<Answer> = {}): Answer => ({
  noteId: id as NoteId,
  personId: 'kaja' as PersonId,
  answer: 'started',
  answeredAt: Date.parse('2026-11-29T12:00Z'),
  answeredOn: '2026-11-29',
  ...more,
});
const kaja = {
  id: 'kaja' as PersonId,
  name: 'Kaja',
  service: 'Karrieresenteret',
  phone: '22 33 44 55',
  email: 'k@x.no',
  voices: [],
};
const aCase = (more: Partial<FollowedCase> = {}): FollowedCase => ({
  boardId: 'eirin' as BoardId,
  title: 'Planen til Eirin',
  actions: [],
  people: [kaja],
  answers: [],
  meetings: [],
  checked: new Set(),
  consents: [],
  ...more,
});
const groups = (...cases: FollowedCase[]) => followUp(cases, today).items.map(({ noteId, group }) => [noteId, group]);

describe('what a leader’s cases need', () => {
  it('has the plans that wait for a yes: those whose time is over first, then by how long they have waited', () => {
    const waits = (id: string, date: string, until?: string) =>
      aCase({ boardId: id as BoardId, draft: { version: 2, date, ...(until === undefined ? {} : { until }) } });
    const cases = [
      waits('ny', '2026-11-20'),
      waits('siste dag', '2026-11-10', today),
      waits('ute', '2026-11-15', '2026-11-29'),
      aCase(),
      waits('gammel', '2026-08-25'),
    ];
    expect(followUp(cases, today).plans.map(({ boardId, timeIsOver }) => [boardId, timeIsOver])).toEqual([
      ['ute', true],
      ['gammel', false],
      ['siste dag', false],
      ['ny', false],
    ]);
  });

  it('has the services whose last consent runs out within four weeks, what ends first, first', () => {
    const consents = [
      { services: ['NAV', 'Skolen'], until: '2026-12-20' },
      { services: ['Skolen'], until: '2027-06-30' },
      { services: ['Boligkontoret'], until: today },
      { services: ['BUP'], until: '2026-12-29' },
    ];
    expect(followUp([aCase({ consents })], today).consentsEnding).toEqual([
      { boardId: 'eirin', until: today, services: ['Boligkontoret'] },
      { boardId: 'eirin', until: '2026-12-20', services: ['NAV'] },
    ]);
  });

  it('chases nobody for what they cannot do yet, and says what it waits for', () => {
    const late = { due: '2026-10-01' };
    const waiting = aCase({
      actions: [
        action('først', { owner: 'Elif', due: '' }),
        action('venter', { ...late, follows: 'først' as NoteId }),
        action('uke', { due: '2026-12-02', follows: 'først' as NoteId, alongside: 'venter' as NoteId }),
        action('avklares', { settleWith: 'Guro', settleBy: '2026-12-04', follows: 'først' as NoteId }),
        action('avklart for sent', { ...late, settleWith: 'Guro', settleBy: '2026-12-04' }),
      ],
    });
    expect(groups(waiting)).toEqual([
      ['avklart for sent', 'overdue'],
      ['avklares', 'thisWeek'],
      ['venter', 'waiting'],
      ['uke', 'waiting'],
      ['først', 'later'],
    ]);
    const { items, cases } = followUp([waiting], today);
    expect(items.find(({ noteId }) => noteId === 'venter')?.waitsFor).toEqual({
      ...{ noteId: 'først', text: 'Gjøre først', owner: 'Elif', service: '' },
    });
    expect(items.find(({ noteId }) => noteId === 'uke')?.with).toEqual({ noteId: 'venter', text: 'Gjøre venter' });
    // Its day is over all the same: duk, week and plan say the same.
    expect(cases[0]?.over).toBe(2);
  });

  it.each(['done', 'stopped'] as const)('waits for nothing when what came before it is %s', (status) => {
    const actions = [action('først', { status }), action('over', { due: '2026-10-01', follows: 'først' as NoteId })];
    expect(groups(aCase({ actions }))).toEqual([['over', 'overdue']]);
  });

  it('is told in the order that needs a person, the oldest first, over all the cases', () => {
    const one = aCase({
      actions: [
        action('senere'),
        action('over', { due: '2026-10-01' }),
        action('uke', { due: '2026-12-07' }),
        action('svart', { due: '2026-11-28' }),
        action('uten dato', { due: '' }),
      ],
      answers: [answered('svart')],
    });
    const other = aCase({
      boardId: 'sander' as BoardId,
      actions: [action('eldst', { due: '2026-08-20' }), action('hjelp'), action('ny dato', { due: '2026-11-01' })],
      answers: [answered('hjelp', { answer: 'help' }), answered('ny dato', { date: '2026-12-10' })],
    });
    expect(groups(one, other)).toEqual([
      ['hjelp', 'help'],
      ['ny dato', 'newDate'],
      ['eldst', 'overdue'],
      ['over', 'overdue'],
      ['uke', 'thisWeek'],
      ['svart', 'answered'],
      ['senere', 'later'],
      ['uten dato', 'later'],
    ]);
  });

  it('counts as over what should have been done yesterday, and not today', () => {
    const { items } = followUp(
      [aCase({ actions: [action('i går', { due: '2026-11-29' }), action('i dag', { due: today })] })],
      today,
    );
    expect(items.map(({ noteId, daysOver, group }) => [noteId, daysOver, group])).toEqual([
      ['i går', 1, 'overdue'],
      ['i dag', 0, 'thisWeek'],
    ]);
  });

  it('forgets what was asked when the leader has seen to it, but not that somebody answered', () => {
    const seenTo = { settledAt: 1 };
    const actions = [action('hjelp'), action('over', { due: '2026-11-29' })];
    expect(
      groups(
        aCase({
          actions,
          answers: [answered('hjelp', { answer: 'help', ...seenTo }), answered('over', { answer: 'help', ...seenTo })],
        }),
      ),
    ).toEqual([
      ['over', 'answered'],
      ['hjelp', 'later'],
    ]);
  });

  it('takes what was said before a date for no answer to that it has passed', () => {
    const early = answered('over', { answeredOn: '2026-11-20' });
    expect(groups(aCase({ actions: [action('over', { due: '2026-11-29' })], answers: [early] }))).toEqual([
      ['over', 'overdue'],
    ]);
  });

  it('leaves out what is done and stopped, and counts what is done', () => {
    const actions = [action('a', { status: 'done' }), action('b', { status: 'stopped' }), action('c')];
    const { items, cases } = followUp([aCase({ actions: [...actions, action('d', { due: '2026-01-01' })] })], today);
    expect(items.map(({ noteId }) => noteId)).toEqual(['d', 'c']);
    expect(cases).toEqual([{ boardId: 'eirin', title: 'Planen til Eirin', done: 1, open: 1, over: 1 }]);
  });

  it('says how whoever does it is reached, by their id or a name that only one has', () => {
    const doers = (owner: Partial<IndexedAction>, people: FollowedCase['people']) =>
      followUp([aCase({ actions: [action('a', owner)], people })], today).items[0]?.doers;
    const reached = {
      name: 'Kaja',
      personId: 'kaja',
      service: 'Karrieresenteret',
      phone: '22 33 44 55',
      hasEmail: true,
    };
    expect(doers({ owner: 'kaja' }, [kaja])).toEqual([reached]);
    expect(doers({ owner: 'Kaja Lund', ownerId: kaja.id }, [kaja])).toEqual([reached]);
    expect(doers({ owner: 'Kaja' }, [kaja, { ...kaja, id: 'en annen' as PersonId }])).toEqual([{ name: 'Kaja' }]);
    expect(doers({ owner: 'Tor, Kaja' }, [kaja])).toEqual([{ name: 'Tor' }, reached]);
  });

  it('names the grown-ups who were at the last meeting and have nothing to do', () => {
    const liya = { id: 'liya' as PersonId, name: 'Liya', voices: ['child'] } as const;
    const meetings = [
      {
        date: '2026-09-01',
        version: 2,
        present: [{ name: 'Kaja' }, { name: 'Tor' }, { name: 'Leif' }, { name: 'Liya' }],
      },
      { date: '2026-06-01', version: 1, present: [{ name: 'Sunniva' }] },
      { date: '2026-12-15', present: [{ name: 'Åse' }] },
    ];
    const actions = [action('a', { owner: 'Leif, Gro' }), action('b', { owner: 'Tor', status: 'done' })];
    expect(followUp([aCase({ actions, meetings, people: [kaja, liya] })], today).withoutAction).toEqual([
      { boardId: 'eirin', name: 'Kaja', personId: 'kaja' },
      { boardId: 'eirin', name: 'Tor' },
    ]);
  });

  it('knows when they meet: a meeting that is not frozen, and what was said at the last', () => {
    const meetings = [
      { date: '2026-09-01', version: 1, present: [], nextDate: '2026-12-15' },
      { date: '2026-12-15', present: [] },
      { date: '2026-11-30', present: [] },
      { date: '2026-11-01', present: [] },
    ];
    expect(followUp([aCase({ meetings })], today).meetings.map(({ date }) => date)).toEqual([today, '2026-12-15']);
  });
});
