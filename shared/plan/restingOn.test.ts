import { describe, expect, it } from 'vitest';
import type { Action, PersonId } from '../board/index.ts';
import { agreed, boardWith, note, planOf } from './planBuilders.ts';
import { restsOn, stillToDo } from './restingOn.ts';

const eirin = { personId: 'person-eirin' as PersonId, name: 'Eirin' };
const actionsOf = (...actions: readonly Partial<Action>[]) =>
  planOf(
    boardWith(
      actions.map((action, at) =>
        note(`tiltak-${at}`, { column: 'now', theme: 'work' }, { action: { ...agreed, ...action } }),
      ),
    ),
  ).actions;

describe('what rests on somebody', () => {
  it('is what they do, alone or with others, by id or by name', () => {
    const actions = actionsOf(
      { owner: 'Eirin' },
      { owner: 'Mona, eirin' },
      { owner: 'Eirin', ownerId: eirin.personId },
      { owner: 'Mona' },
    );
    expect(actions.map((action) => restsOn(action, eirin))).toEqual([true, true, true, false]);
  });

  it('is not what another of the same name does', () => {
    const [others] = actionsOf({ owner: 'Eirin', ownerId: 'another-eirin' as PersonId });
    expect(others && restsOn(others, eirin)).toBe(false);
  });

  it('is counted of what is still to be done', () => {
    const actions = actionsOf({ status: 'done' }, { status: 'agreed' }, { status: 'stopped' }, { status: 'started' });
    expect(stillToDo(actions).map(({ status }) => status)).toEqual(['agreed', 'started']);
  });
});
