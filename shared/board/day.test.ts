import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, isDay } from './day.ts';

describe('a day of the calendar', () => {
  it.each(['2026-12-01', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s is one', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each([
    '',
    '2025-02-29',
    '1900-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-04-31',
    '2026-1-1',
    '01.12.2026',
    '2026-12-01T00:00',
    ' 2026-12-01',
    '2026-12-01\n',
    '٢٠٢٦-١٢-٠١',
    '1899-12-31',
    '2200-01-01',
  ])('%j is none', (day) => {
    expect(isDay(day)).toBe(false);
  });

  it('is every day that a calendar has, and no other', () => {
    const part = fc.integer({ min: 0, max: 33 }).map((value) => String(value).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), part, part, (year, month, date) => {
        const day = `${year}-${month}-${date}`;
        const time = new Date(`${day}T00:00:00Z`);
        expect(isDay(day)).toBe(!Number.isNaN(time.getTime()) && time.toISOString().startsWith(day));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a day some time after another', () => {
  it.each([
    ['2026-11-30', { days: 7 }, '2026-12-07'],
    ['2026-12-28', { days: 14 }, '2027-01-11'],
    ['2024-02-28', { days: 1 }, '2024-02-29'],
    ['2026-01-31', { months: 1 }, '2026-02-28'],
    ['2026-12-15', { months: 1 }, '2027-01-15'],
    ['2026-11-30', { months: 3 }, '2027-02-28'],
  ])('%s and %j is %s', (from, step, to) => {
    expect(dayAfter(from, step)).toBe(to);
  });

  it('is always a day, and never before', () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.nat({ max: 400 }), fc.nat({ max: 24 }), (date, on, months) => {
        const from = date.toISOString().slice(0, 10);
        const later = dayAfter(from, { days: on, months });
        expect(isDay(later)).toBe(true);
        expect(later >= from).toBe(true);
      }),
    );
  });
});
