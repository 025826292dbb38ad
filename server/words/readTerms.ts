import type { Result } from '@duken/shared/result';
import { type Term, termFile } from '@duken/shared/words';
import { type OperatorFileFault, readOperatorFiles } from '../operatorFiles/index.ts';

/** Reads the words that an operator explains, beside those that ship: from a file or a folder of them. */
export function readTerms(from: string | undefined): Promise<Result<readonly Term[], OperatorFileFault>> {
  return readOperatorFiles(from, { called: 'word', schema: termFile, keyOf: ({ name }) => name });
}
