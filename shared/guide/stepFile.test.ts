import { describe, expect, it } from 'vitest';
import { boardOf, seen } from '../board/boardBuilder.ts';
import { templates } from '../template/index.ts';
import { firstStep, guideSteps, stepFile, untouchedAt } from './index.ts';

const round = {
  id: 'runden',
  name: { nb: 'Runden' },
  question: { nb: 'Hvordan er det i dag?' },
  aloud: { nb: 'Vi tar en runde.' },
  columns: ['works'],
  byTheme: true,
};
const read = (...files: readonly unknown[]) => files.map((file) => stepFile.parse(file));
const { lorenskog } = templates;

describe('the steps of a municipality', () => {
  it('come in its own order, with its own words where they stand, and what is not there is left out', () => {
    const order = read(
      { id: 'dream' },
      round,
      { id: 'matters', question: { nb: 'Hva betyr mest?' } },
      { id: 'freeze' },
    );
    const steps = guideSteps(lorenskog, undefined, order);
    expect(steps.map(({ id, question }) => [id, question.nb])).toEqual([
      ['dream', 'Hva drømmer du om?'],
      ['runden', 'Hvordan er det i dag?'],
      ['matters', 'Hva betyr mest?'],
      ['freeze', 'Er dette planen din?'],
    ]);
    expect(steps[2]?.question).toEqual({ nb: 'Hva betyr mest?', nn: 'Hva betyr mest?', en: 'Hva betyr mest?' });
    expect(steps[2]?.name.nb).toBe('Viktig for deg');
    expect(firstStep(steps, seen(boardOf()))?.id).toBe('dream');
  });

  it('of its own are about the columns they name, theme by theme where they say so, and answered there', () => {
    const [step] = guideSteps(lorenskog, undefined, read(round));
    expect(step).toMatchObject({ matter: 'notes', columns: ['works'], answersIn: 'works', byTheme: true, minutes: 10 });
    expect(step && untouchedAt(step, seen(boardOf()), lorenskog)?.kind).toBe('themes');
    const without = { ...lorenskog, columns: lorenskog.columns.filter(({ id }) => id !== 'works') };
    expect(guideSteps(without, undefined, read(round))).toEqual([]);
  });

  it.each([
    [{ ...round, id: 'Runden' }, 'id'],
    [{ ...round, id: 'childFirst' }, 'id'],
    [{ ...round, name: undefined }, 'name'],
    [{ id: 'runden', name: round.name, question: round.question }, 'aloud'],
    [{ ...round, question: { nb: ' ' } }, 'question.nb'],
    [{ ...round, question: { nb: 'x'.repeat(91) } }, 'question.nb'],
    [{ ...round, columns: ['somewhere'] }, 'columns.0'],
    [{ ...round, minutes: 0 }, 'minutes'],
    [{ id: 'freeze', columns: ['dream'] }, 'columns'],
    [{ ...round, colour: 'red' }, ''],
  ])('that are wrong say where: %j', (file, path) => {
    expect(stepFile.safeParse(file).error?.issues[0]?.path.join('.')).toBe(path);
  });
});
