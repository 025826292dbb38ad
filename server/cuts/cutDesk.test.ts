import type { BoardId, ParticipantId, PersonId, Voice } from '@duken/shared/board';
import { succeeded } from '@duken/shared/result';
import { describe, expect, it } from 'vitest';
import type { CutWish } from '../plans/index.ts';
import type { ParticipantRow, PersonRow } from '../storage/index.ts';
import { CutDesk, type CutTools } from './cutDesk.ts';

const boardId = 'duk' as BoardId;

function deskWith(tools: Partial<CutTools>) {
  return new CutDesk({ ...tools, clock: () => 1 } as CutTools);
}

describe('the desk where cuts are made', () => {
  it('asks for the service that somebody came for when it was given, where none is known today', async () => {
    const kari = { id: 'kari' as PersonId, name: 'Kari', voices: ['family'], isSubject: false };
    const desk = deskWith({
      consents: { list: async () => [{ services: ['NAV'], themes: ['work'], until: '2000-01-01' } as never] },
      directory: { listPeople: async () => [kari as unknown as PersonRow], listParticipants: async () => [] },
    });
    const may = (service?: string) =>
      desk.mayHave(boardId, { name: 'Kari', personId: kari.id, ...(service ? { service } : {}) });
    expect([await may(), await may('Skolen')]).toEqual([{ kind: 'all' }, { kind: 'nothing' }]);
  });

  it('says whose seats are a child’s, also of who was taken away and of who knocks', async () => {
    const person = (id: string, ...voices: Voice[]) => ({ id: id as PersonId, voices }) as unknown as PersonRow;
    const seat = (id: string, more: object) => ({ id: id as ParticipantId, ...more }) as unknown as ParticipantRow;
    const wishes: CutWish[] = [];
    const desk = deskWith({
      directory: {
        listPeople: async () => [person('kaja', 'child'), person('eirin', 'citizen')],
        listParticipants: async () => [
          seat('seat of eirin', { personId: 'eirin', voice: 'citizen' }),
          seat('seat of kaja', { personId: 'kaja' }),
          seat('old seat of kaja', { personId: 'kaja', removedAt: 1 }),
          seat('knocks', { voice: 'child' }),
          seat('nobody', {}),
        ],
      },
      reader: {
        cut: async (_, __, wish) => {
          wishes.push(wish);
          return succeeded('{}');
        },
        cutLetter: async () => succeeded('{}'),
      },
    });
    const choice = { themes: ['work'], withPicture: true, withDifference: false };
    await desk.make(boardId, 3, { recipient: 'NAV', choice, since: 0 });
    expect(wishes.map(({ children }) => children)).toEqual([['seat of kaja', 'old seat of kaja', 'knocks']]);
  });
});
