import type { Result } from '@duken/shared/result';
import { layoutFile, type Template } from '@duken/shared/template';
import { type OperatorFileFault, readOperatorFiles } from '../operatorFiles/index.ts';

/** Reads an operator's own layouts, from a file or a folder of them. */
export function readLayouts(from: string | undefined): Promise<Result<readonly Template[], OperatorFileFault>> {
  return readOperatorFiles(from, { called: 'layout', schema: layoutFile, keyOf: ({ id }) => id });
}
