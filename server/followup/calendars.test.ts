import type { BoardId, NoteId, PersonId } from '@duken/shared/board';
import type { CalendarEvent } from '@duken/shared/followUp';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { randomSecrets } from '../access/index.ts';
import { Calendars, type CalendarTools } from './calendars.ts';

const [boardId, kaja] = ['b' as BoardId, 'kaja' as PersonId];

/** Keeps its word as the storages do: never one of the same or a lower sequence in the place of another. */
function keeper() {
  const kept = new Map<string, CalendarEvent>();
  const own = (owner: string) => [...kept].filter(([key]) => key.startsWith(`${owner}/`)).map(([, event]) => event);
  return {
    eventsOf: async (_: BoardId, owner: string) => own(owner),
    async keepEvents(_: BoardId, owner: string, events: readonly CalendarEvent[]) {
      for (const event of events) {
        const key = `${owner}/${event.uid}`;
        if ((kept.get(key)?.sequence ?? -1) < event.sequence) kept.set(key, event);
      }
    },
  };
}

/** A calendar of one tiltak, whose day is asked for. */
function calendarOf(due: () => Promise<string>) {
  const calendars = new Calendars({
    store: keeper() as unknown as CalendarTools['store'],
    answering: {
      promisesOf: async () => {
        const promise = { itemId: 'i', noteId: 'n' as NoteId, isDone: false, source: '', text: '', isChecked: false };
        return [{ ...promise, due: await due() }];
      },
    },
    directory: { findBoard: async () => undefined, listPeople: async () => [], listMeetings: async () => [] },
    mayAnswer: async () => true,
    secrets: randomSecrets,
    clock: () => 1,
  });
  return async () => {
    const file = await calendars.fileOf('https://duken.example', boardId, kaja);
    const [event] = new ICAL.Component(ICAL.parse(file))
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one));
    return [event?.sequence, String(event?.startDate)];
  };
}

describe('two who ask for a calendar at once, either side of a change', () => {
  it('are told one day of one number, whoever was first, and the new day is what stays', async () => {
    for (const isOldFirst of [true, false]) {
      let due = async () => '2026-12-01';
      const ask = calendarOf(() => due());
      expect(await ask()).toEqual([0, '2026-12-01']);
      const [old, fresh] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
      const days = [old, fresh];
      due = () => days.shift()?.promise ?? Promise.reject(new Error('asked more than twice'));
      const [slow, quick] = [ask(), ask()];
      const [first, second] = isOldFirst ? [old, fresh] : [fresh, old];
      const asked = isOldFirst ? slow : quick;
      first.resolve(isOldFirst ? '2026-12-05' : '2026-12-20');
      await asked;
      second.resolve(isOldFirst ? '2026-12-20' : '2026-12-05');
      const told = await Promise.all([slow, quick]);
      expect(told[0]).toEqual(told[1]);
      due = async () => '2026-12-20';
      expect(await ask()).toEqual([isOldFirst ? 2 : 1, '2026-12-20']);
    }
  });
});
