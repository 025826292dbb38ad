import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionStatuses, type NoteId, type PersonId } from '../board/index.ts';
import type { IndexedAction } from './actionIndex.ts';
import { answerKinds } from './answer.ts';
import { openSinceLast, type SinceLast, sinceLast as sinceLastOf } from './sinceLast.ts';

const since = 1_000;
const action = (id: string, more: Partial<IndexedAction> = {}): IndexedAction => ({
  noteId: id as NoteId,
  theme: '',
  text: id,
  owner: 'Kaja',
  service: '',
  due: '',
  status: 'agreed',
  ...more,
});
const promise = (id: string, status: IndexedAction['status'] = 'agreed') => ({ noteId: id as NoteId, status });
const told = (id: string, answer: (typeof answerKinds)[number], answeredAt = since + 1, person = 'kaja') => ({
  noteId: id as NoteId,
  personId: person as PersonId,
  answer,
  answeredAt,
});
const person = (id: string, name: string) => ({ id: id as PersonId, name });
const people = [person('kaja', 'Kaja'), person('mona', 'Mona')];
const counts = (found: SinceLast) =>
  Object.fromEntries(
    Object.entries(found).flatMap(([kind, ids]) => (ids.length > 0 ? [[kind, ids.length] as const] : [])),
  );

const sinceLast = (asked: Omit<Parameters<typeof sinceLastOf>[0], 'tellsHelp'> & { readonly tellsHelp?: boolean }) =>
  sinceLastOf({ tellsHelp: true, ...asked });

describe('what was answered since the last meeting', () => {
  it('is three done and one that needs help', () => {
    const promised = ['a', 'b', 'c', 'd', 'e'].map((id) => promise(id));
    const actions = [
      ...['a', 'b', 'c'].map((id) => action(id, { status: 'done' })),
      action('d'),
      action('e'),
      action('new', { status: 'done' }),
    ];
    const found = sinceLast({ promised, actions, answers: [told('d', 'help')], people, since });
    expect(counts(found)).toEqual({ done: 3, help: 1, silent: 1 });
    expect(found.help).toEqual(['d']);
  });

  it('is nothing where only what was said before the meeting is known, even of what had begun then', () => {
    const found = sinceLast({
      promised: [promise('a', 'started'), promise('b')],
      actions: [action('a', { status: 'started', reportedAt: since }), action('b')],
      answers: [told('a', 'started', since), told('b', 'help', since - 1)],
      people,
      since,
    });
    expect(counts(found)).toEqual({ silent: 2 });
  });

  it('is the last word of each who does it: one who needs help is heard beside one who has begun', () => {
    const actions = [action('a', { status: 'started', owner: 'Kaja, Mona' })];
    const asked = (...answers: ReturnType<typeof told>[]) =>
      counts(sinceLast({ promised: [promise('a')], actions, answers, people, since }));
    expect(asked(told('a', 'help', since + 1), told('a', 'started', since + 2, 'mona'))).toEqual({ help: 1 });
    expect(asked(told('a', 'started', since + 2), told('a', 'help', since + 1))).toEqual({ started: 1 });
  });

  it('is not what somebody said who does it no more: whoever has it now has said nothing', () => {
    const asked = (more: Partial<IndexedAction>) =>
      counts(
        sinceLast({
          promised: [promise('a')],
          actions: [action('a', more)],
          answers: [told('a', 'help')],
          people,
          since,
        }),
      );
    expect(asked({ owner: 'Mona', ownerId: 'mona' as PersonId })).toEqual({ silent: 1 });
    expect(asked({ owner: 'Mona, Kaja' })).toEqual({ help: 1 });
  });

  it('says that what was set back to agreed has not begun, whatever was said in between', () => {
    const actions = [action('was started'), action('was done')];
    const promised = [promise('was started', 'started'), promise('was done')];
    expect(counts(sinceLast({ promised, actions, answers: [told('was done', 'done')], people, since }))).toEqual({
      silent: 2,
    });
  });

  it('has no cry for help where none may be heard, and nothing in its place', () => {
    const asked = (status: IndexedAction['status'], reportedAt?: number) =>
      counts(
        sinceLast({
          promised: [promise('a', status)],
          actions: [action('a', { status, ...(reportedAt === undefined ? {} : { reportedAt }) })],
          answers: [told('a', 'help')],
          people,
          since,
          tellsHelp: false,
        }),
      );
    expect(asked('agreed')).toEqual({ silent: 1 });
    expect(asked('started')).toEqual({ silent: 1 });
    expect(asked('started', since + 1)).toEqual({ started: 1 });
  });

  it('has what was stopped, taken off the duk or made an ordinary note apart from what is to be done', () => {
    const found = sinceLast({
      promised: [promise('stopped'), promise('gone')],
      actions: [action('stopped', { status: 'stopped' })],
      answers: [told('gone', 'help')],
      people,
      since,
    });
    expect(found.ended).toEqual(['stopped', 'gone']);
    expect(openSinceLast(found, [action('stopped', { status: 'stopped' })])).toEqual([]);
  });

  it('goes through the open ones by their day, and asking for help moves none', () => {
    const actions = [
      action('none'),
      action('late', { due: '2026-12-24' }),
      action('early', { due: '2026-10-01' }),
      action('not promised', { due: '2026-09-01' }),
    ];
    const promised = [promise('none'), promise('late'), promise('early')];
    const order = (answers: ReturnType<typeof told>[]) =>
      openSinceLast(sinceLast({ promised, actions, answers, people, since }), actions);
    expect(order([])).toEqual(['early', 'late', 'none']);
    expect(order([told('none', 'help')])).toEqual(['early', 'late', 'none']);
  });

  it('puts each promise in one place and no other, whatever was answered, and whatever the order', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const one = fc.record({
      promised: fc.array(fc.tuple(id, fc.constantFrom('agreed' as const, 'started' as const)), { maxLength: 6 }),
      actions: fc.uniqueArray(fc.tuple(id, fc.constantFrom(...actionStatuses)), { selector: ([key]) => key }),
      answers: fc.uniqueArray(
        fc.tuple(id, fc.constantFrom(...answerKinds), fc.integer({ min: 990, max: 1_010 }), fc.constantFrom('x', 'y')),
        { selector: ([key, , , person]) => `${key}${person}` },
      ),
    });
    fc.assert(
      fc.property(one, (found) => {
        const asked = {
          promised: found.promised.map(([key, status]) => promise(key, status)),
          actions: found.actions.map(([key, status]) => action(key, { status, owner: 'Kaja, Mona' })),
          answers: found.answers.map((answer) => told(...answer)),
          people: [person('x', 'Kaja'), person('y', 'Mona')],
          since,
        };
        const sorted = sinceLast(asked);
        const all = Object.values(sorted).flat();
        expect(all.toSorted()).toEqual([...new Set(found.promised.map(([key]) => key))].toSorted());
        const open = openSinceLast(sorted, asked.actions);
        expect(open.toSorted()).toEqual([...sorted.help, ...sorted.started, ...sorted.silent].toSorted());
        const turned = sinceLast({
          ...asked,
          answers: asked.answers.toReversed(),
          actions: asked.actions.toReversed(),
        });
        expect(turned).toEqual(sorted);
      }),
    );
  });
});
