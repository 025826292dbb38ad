import { describe, expect, it } from 'vitest';
import { fitQuestions, pulseQuestions, staffQuestions } from './questions.ts';
import { tellTally } from './tally.ts';

/** Thirty of fifty answered; marks in the order of the report. */
const marks = {
  staff: [2, 17, 2, 19, 10, 17, 21, 12, 11, 19, 18, 1, 1],
  citizens: [6, 12, 20, 9, 19, 9, 12, 7, 9, 1],
} as const;
const percents = {
  staff: ['few', 57, 'few', 63, 33, 57, 70, 40, 37, 63, 60, 'few', 'few'],
  citizens: [20, 40, 67, 30, 63, 30, 40, 23, 30, 'few'],
} as const;

describe('what is told of a survey', () => {
  it('is the report’s answers in per cent of thirty, rounded, and nothing of fewer than five', () => {
    const counts = Object.fromEntries(
      staffQuestions.flatMap(({ id, options }) => options.map((option, at) => [`${id}/${option}`, marks[id][at] ?? 0])),
    );
    const result = tellTally({ answers: 30, counts }, staffQuestions);
    if (result.kind !== 'here') throw new Error('thirty answered');
    expect(result.answers).toBe(30);
    for (const { id, options } of result.questions)
      expect(options.map(({ told }) => (told === 'few' ? told : told.percent))).toEqual(
        percents[id as keyof typeof percents],
      );
    expect(marks.staff.reduce<number>((sum, count) => sum + count, 0)).toBe(150);
    expect(marks.citizens.reduce<number>((sum, count) => sum + count, 0)).toBe(104);
  });

  it('is nothing at all while fewer than five have answered', () => {
    expect(tellTally({ answers: 4, counts: { 'staff/safer': 4 } }, staffQuestions)).toEqual({ kind: 'few' });
    expect(tellTally({ answers: 5, counts: {} }, staffQuestions).kind).toBe('here');
  });
});

describe('what may be answered', () => {
  it.each([
    [{ staff: ['safer', 'other'], citizens: [] }, true],
    [{ citizens: ['mastery'] }, true],
    [{}, false],
    [{ staff: [] }, false],
    [{ staff: ['safer', 'safer'] }, false],
    [{ staff: ['mastery'] }, false],
    [{ others: ['safer'] }, false],
  ])('%j: %s', (given, isFit) => {
    expect(fitQuestions(given, staffQuestions)).toBe(isFit);
  });
  it('is one answer to each of the three after a meeting', () => {
    expect(
      fitQuestions({ heard: ['heardYes'], pace: ['paceFast'], understood: ['understoodAll'] }, pulseQuestions),
    ).toBe(true);
    expect(fitQuestions({ heard: ['heardYes', 'heardNo'] }, pulseQuestions)).toBe(false);
  });
});
