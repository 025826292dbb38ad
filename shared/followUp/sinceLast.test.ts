import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionStatuses, type NoteId, type PersonId } from '../board/index.ts';
import type { IndexedAction } from './actionIndex.ts';
import { answerKinds } from './answer.ts';
import { openSinceLast, type SinceLast, sinceLast } from './sinceLast.ts';

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
const counts = (found: SinceLast) =>
  Object.fromEntries(
    Object.entries(found).flatMap(([kind, ids]) => (ids.length > 0 ? [[kind, ids.length] as const] : [])),
  );

describe('what was answered since the last meeting', () => {
  it('is three done and one that needs help', () => {
    const promised = ['a', 'b', 'c', 'd', 'e'].map((id) => promise(id));
    const actions = [
      ...['a', 'b', 'c'].map((id) => action(id, { status: 'done' })),
      action('d'),
      action('e'),
      action('new', { status: 'done' }),
    ];
    const found = sinceLast({ promised, actions, answers: [told('d', 'help')], since });
    expect(counts(found)).toEqual({ done: 3, help: 1, silent: 1 });
    expect(found.help).toEqual(['d']);
  });

  it('is nothing where only what was said before the meeting is known, even of what had begun then', () => {
    const found = sinceLast({
      promised: [promise('a', 'started'), promise('b')],
      actions: [action('a', { status: 'started', reportedAt: since }), action('b')],
      answers: [told('a', 'started', since), told('b', 'help', since - 1)],
      since,
    });
    expect(counts(found)).toEqual({ silent: 2 });
  });

  it('is the last word of each who does it: one who needs help is heard beside one who has begun', () => {
    const asked = (...answers: ReturnType<typeof told>[]) =>
      counts(sinceLast({ promised: [promise('a')], actions: [action('a', { status: 'started' })], answers, since }));
    expect(asked(told('a', 'help', since + 1), told('a', 'started', since + 2, 'mona'))).toEqual({ help: 1 });
    expect(asked(told('a', 'started', since + 2), told('a', 'help', since + 1))).toEqual({ started: 1 });
  });

  it('has what was stopped, taken off the duk or made an ordinary note apart from what is to be done', () => {
    const found = sinceLast({
      promised: [promise('stopped'), promise('gone')],
      actions: [action('stopped', { status: 'stopped' })],
      answers: [told('gone', 'help')],
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
      openSinceLast(sinceLast({ promised, actions, answers, since }), actions);
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
          actions: found.actions.map(([key, status]) => action(key, { status })),
          answers: found.answers.map((answer) => told(...answer)),
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
