import { describe, expect, it } from 'vitest';
import { type BoardCommand, mayCommand } from './index.ts';
import type { Role } from './role.ts';

const person = (role: Role, ...voices: readonly string[]) => ({ role, voices: new Set(voices) });

describe('who may use a command', () => {
  it.each<[string, ReturnType<typeof person>, BoardCommand, boolean]>([
    ['anybody who writes, votes', person('editor', 'service'), 'voteFor', true],
    ['anybody who writes, writes on the målbilde', person('editor'), 'editVision', true],
    ['a service does not say how it went with the citizen’s goal', person('editor', 'service'), 'setGoal', false],
    ['the citizen says how it went', person('editor', 'citizen'), 'setGoal', true],
    ['the child does, too', person('editor', 'child'), 'setGoal', true],
    ['the leader writes down what the citizen says', person('leader', 'service'), 'setCitizensPhase', true],
    ['the citizen does not lead the meeting by steps', person('editor', 'citizen'), 'setStep', false],
    ['the leader leads it', person('leader'), 'setStep', true],
    ['who only reads does nothing, whatever voice they have', person('viewer', 'citizen'), 'setGoal', false],
    ['an interpreter does not vote', person('interpreter'), 'voteFor', false],
  ])('%s', (_, who, command, allowed) => {
    expect(mayCommand(who, command)).toBe(allowed);
  });
});
