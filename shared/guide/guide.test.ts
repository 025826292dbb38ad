import { describe, expect, it } from 'vitest';
import { boardOf, lay, noteId, seen } from '../board/boardBuilder.ts';
import {
  endOpening,
  type ParticipantId,
  setAction,
  setOpensMeeting,
  setPhase,
  setStep,
  setThemeTalk,
} from '../board/index.ts';
import { templates } from '../template/index.ts';
import { firstStep, guideSteps, stepNow, untouchedAt } from './index.ts';

const { lorenskog, simple } = templates;
const steps = guideSteps(lorenskog);
const at = (id: string) => stepNow(steps, id) ?? expect.fail(`no step ${id}`);

describe('the steps of a meeting', () => {
  it('begin with what works before what is hard, and end with the freeze', () => {
    expect(steps.map(({ id }) => id)).toEqual([
      'promised',
      'matters',
      'works',
      'difficult',
      'dream',
      'goals',
      'now',
      'journey',
      'next',
      'freeze',
    ]);
  });

  it.each(Object.values(templates))('ask for nothing that is not on the sheet: $id', (template) => {
    const columns = template.columns.map(({ id }) => id);
    for (const step of guideSteps(template)) {
      expect(columns).toEqual(expect.arrayContaining([...step.columns]));
      if (step.answersIn) expect(step.columns).toContain(step.answersIn);
    }
  });

  it('that are about columns which a layout lacks are left out, and an answer goes to the column that is there', () => {
    const without = { ...simple, columns: simple.columns.filter(({ id }) => id !== 'dream' && id !== 'long') };
    const left = guideSteps(without);
    expect(left.map(({ id }) => id)).not.toContain('dream');
    expect(stepNow(left, 'goals')?.answersIn).toBe(
      simple.columns.some(({ id }) => id === 'short') ? 'short' : undefined,
    );
  });

  it('ask in every language, in one short line', () => {
    for (const { question, aloud, name } of steps)
      for (const language of ['nb', 'nn', 'en'] as const) {
        expect(question[language]).toMatch(/^.{5,60}\?$/);
        expect(aloud[language].length).toBeLessThan(200);
        expect(name[language].length).toBeLessThan(30);
      }
  });

  it('are none for a step that only another program knows', () => {
    expect(stepNow(steps, 'dance')).toBeUndefined();
    expect(stepNow(steps, undefined)).toBeUndefined();
  });

  it('begin with what was promised only where something was', () => {
    const board = boardOf('job');
    expect(firstStep(steps, seen(board))?.id).toBe('matters');
    setAction(board, noteId('job'), { owner: 'Mona' });
    expect(firstStep(steps, seen(board))?.id).toBe('promised');
  });
});

describe('what is untouched at a step', () => {
  it('is each theme with no note there, that was not talked of and is relevant', () => {
    const board = boardOf();
    const themes = lorenskog.themes.map(({ id }) => id);
    expect(untouchedAt(at('works'), seen(board), lorenskog)).toEqual({ kind: 'themes', themes });
    lay(board, 'a', { cell: { column: 'works', theme: 'work' }, text: 'Jobben' });
    lay(board, 'b', { cell: { column: 'difficult', theme: 'economy' }, text: 'Regninger' });
    setThemeTalk(board, 'housing', 'talkedOf');
    setThemeTalk(board, 'network', 'notRelevant');
    expect(untouchedAt(at('works'), seen(board), lorenskog)).toEqual({
      kind: 'themes',
      themes: themes.filter((id) => !['work', 'housing', 'network'].includes(id)),
    });
    for (const id of themes) setThemeTalk(board, id, 'talkedOf');
    expect(untouchedAt(at('works'), seen(board), lorenskog)).toBeUndefined();
  });

  it('is that nobody has written there yet, which a blank note is not', () => {
    const board = boardOf();
    expect(untouchedAt(at('dream'), seen(board), lorenskog)).toEqual({ kind: 'noNotes' });
    lay(board, 'a', { cell: { column: 'dream', theme: '' }, text: ' ' });
    expect(untouchedAt(at('dream'), seen(board), lorenskog)).toEqual({ kind: 'noNotes' });
    lay(board, 'b', { cell: { column: 'dream', theme: '' }, text: 'Hage' });
    expect(untouchedAt(at('dream'), seen(board), lorenskog)).toBeUndefined();
    expect(untouchedAt(at('matters'), seen(board), lorenskog)).toBeUndefined();
  });

  it('is what was promised and is not told of, and what lacks who or when', () => {
    const board = boardOf('loan', 'job');
    const notes = () => seen(board).notes.map(({ id, cell }) => [id, cell.column]);
    expect(notes().every(([, column]) => column === 'now')).toBe(true);
    expect(untouchedAt(at('promised'), seen(board), lorenskog)).toBeUndefined();
    setAction(board, noteId('loan'), { owner: 'Mona', due: '2026-12-01' });
    expect(untouchedAt(at('promised'), seen(board), lorenskog)).toEqual({ kind: 'promises', noteIds: ['loan'] });
    expect(untouchedAt(at('now'), seen(board), lorenskog)).toEqual({ kind: 'whoAndWhen', noteIds: ['job'] });
    setAction(board, noteId('job'), { owner: 'Mona' });
    setAction(board, noteId('loan'), { status: 'done' });
    expect(untouchedAt(at('promised'), seen(board), lorenskog)).toEqual({ kind: 'promises', noteIds: ['job'] });
    expect(untouchedAt(at('now'), seen(board), lorenskog)).toEqual({ kind: 'whoAndWhen', noteIds: ['job'] });
    setAction(board, noteId('job'), { due: '2026-12-01' });
    expect(untouchedAt(at('now'), seen(board), lorenskog)).toBeUndefined();
  });

  it('is the journey until the table has set it', () => {
    const board = boardOf();
    expect(untouchedAt(at('journey'), seen(board), lorenskog)).toEqual({ kind: 'journey' });
    setPhase(board, 'overall', 'stable');
    expect(untouchedAt(at('journey'), seen(board), lorenskog)).toBeUndefined();
    expect(untouchedAt(at('freeze'), seen(board), lorenskog)).toBeUndefined();
  });
});

describe('a child that wants to begin', () => {
  it('is asked before all else, for as long as it wants to, and whatever was promised', () => {
    const board = boardOf('job');
    setOpensMeeting(board, ['selam' as ParticipantId], true);
    expect(seen(board).now?.opens).toEqual(['selam']);
    const asked = guideSteps(lorenskog, seen(board));
    expect(asked.map(({ id }) => id)).toEqual(['childFirst', ...steps.map(({ id }) => id)]);
    expect(firstStep(asked, seen(board))?.id).toBe('childFirst');
    endOpening(board);
    expect(guideSteps(lorenskog, seen(board))).toEqual(steps);
    setOpensMeeting(board, ['selam' as ParticipantId], true);
    setOpensMeeting(board, ['before' as ParticipantId, 'selam' as ParticipantId], false);
    expect(seen(board)).not.toHaveProperty('now');
    expect(guideSteps(lorenskog, seen(board))).toEqual(steps);
  });

  it('is not cut short when it changes its mind while the table is at it', () => {
    const board = boardOf('job');
    setStep(board, 'childFirst');
    expect(stepNow(guideSteps(lorenskog, seen(board)), seen(board).meeting?.step)?.id).toBe('childFirst');
  });
});
