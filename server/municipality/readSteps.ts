import { type GuideStep, stepFile } from '@duken/shared/guide';
import type { Result } from '@duken/shared/result';
import { type OperatorFileFault, readOperatorFiles } from '../operatorFiles/index.ts';

/** Reads a municipality's own steps of a meeting, in the order of its file. */
export function readSteps(from: string | undefined): Promise<Result<readonly GuideStep[], OperatorFileFault>> {
  return readOperatorFiles<GuideStep>(from, { called: 'step', schema: stepFile, keyOf: ({ id }) => id });
}
