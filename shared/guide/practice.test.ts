import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardOf, lay, noteId, seen } from '../board/boardBuilder.ts';
import { moveNote, type ParticipantId, setAction, setPhase, setStep } from '../board/index.ts';
import { templates } from '../template/index.ts';
import { nextTask, type PracticeTask, practiceTasks, practised } from './index.ts';

const me = 'me' as ParticipantId;

function practice() {
  const board = boardOf();
  const outside = { isOpened: false, isFrozen: false };
  const state = () => ({ board: seen(board), template: templates.lorenskog, me, ...outside });
  return { board, outside, state };
}

describe('practising to lead a meeting', () => {
  it('asks for one thing after the other, each of which is seen in what lies on the duk', () => {
    const { board, outside, state } = practice();
    const next = () => nextTask(state(), new Set());
    lay(board, 'loose', { cell: { column: 'works', theme: '' } });
    lay(board, 'dream', { cell: { column: 'dream', theme: '' } });
    lay(board, 'promise');
    expect(next()).toBe('open');
    outside.isOpened = true;
    expect(next()).toBe('write');
    lay(board, 'blank', { author: me, text: ' ' });
    expect(next()).toBe('write');
    lay(board, 'own', { author: me });
    expect(next()).toBe('place');
    moveNote(board, { noteId: noteId('loose'), to: { column: 'works', theme: 'leisure' } });
    expect(next()).toBe('promise');
    setAction(board, noteId('promise'), { owner: 'Jon' });
    expect(next()).toBe('promise');
    setAction(board, noteId('promise'), { due: '2026-12-18' });
    expect(next()).toBe('follow');
    setStep(board, 'works');
    expect(next()).toBe('journey');
    setPhase(board, 'overall', 'exposed');
    expect(next()).toBe('freeze');
    outside.isFrozen = true;
    expect(next()).toBeUndefined();
    expect(practised(state())).toEqual(practiceTasks);
  });

  it('never asks again for what was passed over or done once, and always for the first that is left', () => {
    const { state } = practice();
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...practiceTasks)), (passed: readonly PracticeTask[]) => {
        const next = nextTask(state(), new Set(passed));
        const left = practiceTasks.filter((task) => !passed.includes(task) && !practised(state()).includes(task));
        expect(next).toBe(left[0]);
      }),
    );
  });
});
