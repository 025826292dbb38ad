import type { CalendarEvent } from '@duken/shared/followUp';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarFile, calendarWords } from './calendarFile.ts';

const origin = 'https://duken.kommune.no';
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'a',
  day: '2026-10-25',
  isCancelled: false,
  sequence: 0,
  changedAt: Date.parse('2026-10-01T10:00:00Z'),
  ...more,
});
const file = (deadlines: readonly CalendarEvent[], meetings: readonly CalendarEvent[] = [], language = 'nb') =>
  calendarFile({ words: calendarWords(language), origin, deadlines, meetings });

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) };
}

describe('a calendar as a file', () => {
  it('has whole days, the same over both changes of clocks and at the ends of years, wherever it is made', () => {
    const days = ['2026-03-29', '2026-10-25', '2026-12-31', '2028-02-29'];
    const { events } = read(file(days.map((day, at) => event({ uid: `${at}`, day }))));
    expect(events.map(({ startDate, endDate }) => [startDate.isDate, String(startDate), String(endDate)])).toEqual([
      [true, '2026-03-29', '2026-03-30'],
      [true, '2026-10-25', '2026-10-26'],
      [true, '2026-12-31', '2027-01-01'],
      [true, '2028-02-29', '2028-03-01'],
    ]);
  });

  it('says nothing but that there is something, with a link, in the person’s language', () => {
    const { calendar, events } = read(file([event()], [event({ uid: 'm', day: '2026-11-30' })]));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(events.map(({ uid, summary, description, location }) => [uid, summary, description, location])).toEqual([
      ['a@duken', 'Du har noe å svare på i Duken', `${origin}/svar`, null],
      ['m@duken', 'Møte i Duken', `${origin}/`, null],
    ]);
    expect(read(file([event()], [], 'en-GB')).events[0]?.summary).toBe('You have something to answer in Duken');
    expect(read(file([event()], [], 'so')).events[0]?.summary).toBe('Du har noe å svare på i Duken');
  });

  it('tells how often a day has changed, that it is cancelled, and reminds the morning before of what is not', () => {
    const { events } = read(file([event({ sequence: 2 }), event({ uid: 'b', isCancelled: true, sequence: 5 })]));
    expect(events.map(({ sequence, component }) => [sequence, component.getFirstPropertyValue('status')])).toEqual([
      [2, 'CONFIRMED'],
      [5, 'CANCELLED'],
    ]);
    const alarms = events.map(({ component }) => component.getAllSubcomponents('valarm'));
    expect(alarms.map((all) => all.length)).toEqual([1, 0]);
    expect(String(alarms[0]?.[0]?.getFirstPropertyValue('trigger'))).toBe('-PT15H');
  });

  it('is the same to the byte while nothing has changed, ends its lines with CRLF, and has none of over 75 octets', () => {
    const text = file([event(), event({ uid: 'å'.repeat(90) })], [event({ uid: 'm' })]);
    expect(text).toBe(file([event(), event({ uid: 'å'.repeat(90) })], [event({ uid: 'm' })]));
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(read(text).events.map(({ uid }) => uid)).toContain(`${'å'.repeat(90)}@duken`);
  });

  it('can be empty', () => {
    expect(read(file([])).events).toEqual([]);
  });
});
