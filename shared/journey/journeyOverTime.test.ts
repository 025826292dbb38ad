import { describe, expect, it } from 'vitest';
import { meetingThatSaid } from './journeyBuilder.ts';
import { journeyOverTime, monthsBetween, movesOf, wayGone } from './journeyOverTime.ts';

describe('the journey from meeting to meeting', () => {
  it.each([
    ['Eirin', ['2025-11-12', '2026-03-04', '2026-09-16'], ['untenable', 'untenable', 'exposed'], 1, 10],
    ['Selam and Dawit', ['2026-01-20', '2026-04-21', '2026-10-13'], ['exposed', 'exposed', 'stable'], 1, 8],
    ['Sander', ['2026-02-10', '2026-08-25'], ['exposed', 'stable'], 1, 6],
  ] as const)('of %s is as far, and took as long, as it did', (_who, dates, phases, moved, months) => {
    const { meetings, overall } = journeyOverTime(
      dates.map((date, at) => meetingThatSaid(at + 1, date, { overall: phases[at] ?? 'stable' })),
    );
    expect(overall).toEqual({ table: phases });
    expect(wayGone(meetings, overall?.table ?? [])).toEqual({
      from: phases[0],
      to: phases.at(-1),
      moved,
      months,
    });
  });

  it('keeps the citizen’s view beside the table’s, and makes no mean of them', () => {
    const { overall } = journeyOverTime([
      meetingThatSaid(1, '2026-01-01', { overall: 'stable' }, { overall: 'untenable' }),
      meetingThatSaid(2, '2026-02-01', { overall: 'stable' }),
    ]);
    expect(overall).toEqual({ table: ['stable', 'stable'], citizen: ['untenable', null] });
  });

  it('tells of a way down as of a way up, past a meeting that said nothing', () => {
    expect(movesOf(['exposed', 'sustainable', null, 'untenable', 'untenable'])).toEqual([
      undefined,
      2,
      undefined,
      -3,
      0,
    ]);
  });

  it('shows each theme that was ever spoken of, top to bottom as on the sheet', () => {
    const { themes, overall } = journeyOverTime([
      meetingThatSaid(1, '2026-01-01', { network: 'exposed' }),
      meetingThatSaid(2, '2026-02-01', { network: 'stable' }, { work: 'untenable' }),
    ]);
    expect(overall).toBeUndefined();
    expect(themes.map(({ theme, table, citizen }) => [theme, table, citizen])).toEqual([
      ['work', [null, null], [null, 'untenable']],
      ['network', ['exposed', 'stable'], undefined],
    ]);
  });

  it('goes by the day of the meeting, whenever it was frozen', () => {
    const late = meetingThatSaid(2, '2025-12-01', { overall: 'untenable' });
    const { meetings, overall } = journeyOverTime([meetingThatSaid(1, '2026-01-01', { overall: 'exposed' }), late]);
    expect(meetings.map(({ version }) => version)).toEqual([2, 1]);
    expect(overall?.table).toEqual(['untenable', 'exposed']);
  });

  it('is empty without meetings, and has gone no way after one', () => {
    expect(journeyOverTime([])).toEqual({ meetings: [], themes: [] });
    expect(wayGone([{ version: 1, date: '2026-01-01' }], ['stable'])).toBeUndefined();
  });

  it('counts months as people do', () => {
    expect(monthsBetween('2026-01-20', '2026-02-19')).toBe(0);
    expect(monthsBetween('2026-01-20', '2026-02-20')).toBe(1);
    expect(monthsBetween('2024-02-29', '2026-02-28')).toBe(23);
    expect(monthsBetween('2026-02-20', '2026-01-20')).toBe(0);
  });
});
