import { describe, expect, it } from 'vitest';
import type { NoteId, PersonId } from '../board/index.ts';
import type { IndexedAction } from './actionIndex.ts';
import type { Answer } from './answer.ts';
import { toldOf } from './toldOf.ts';

const people = ['Kaja', 'Leif', 'Mona'].map((name) => ({ id: name.toLowerCase() as PersonId, name }));
const action: IndexedAction = {
  ...{ noteId: 'a' as NoteId, theme: '', text: 'Ringe', service: '', due: '', status: 'agreed' },
  ...{ owner: 'Kaja, Leif', ownerId: 'kaja' as PersonId, withIds: ['leif' as PersonId] },
};
const said = (personId: string, answeredAt: number, more: Partial<Answer> = {}): Answer => ({
  ...{ noteId: 'a' as NoteId, personId: personId as PersonId, answer: 'started', answeredAt, answeredOn: '2026-11-29' },
  ...more,
});

describe('what each who does a tiltak has said of it', () => {
  it('is their own last word, and silence of who has said nothing', () => {
    const help = said('kaja', 2, { answer: 'help' });
    expect(toldOf(action, people, [said('kaja', 1), help])).toEqual([{ name: 'Kaja', answer: help }, { name: 'Leif' }]);
  });

  it('has nothing of another tiltak, or of who does it no more', () => {
    const others = [said('kaja', 1, { noteId: 'b' as NoteId }), said('mona', 1)];
    expect(toldOf(action, people, others)).toEqual([{ name: 'Kaja' }, { name: 'Leif' }]);
  });

  it('knows by name whoever is alone with it, and lets stand who is nobody of the case', () => {
    const { ownerId: _, withIds: __, ...byName } = action;
    const leifs = said('leif', 1);
    expect(toldOf({ ...byName, owner: 'leif, Gro' }, people, [leifs])).toEqual([
      { name: 'Leif', answer: leifs },
      { name: 'Gro' },
    ]);
  });
});
