import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../gate/runCommand.ts';

it('no field of the pages cuts what is pasted without a word, as the attribute maxLength does: LineField tells instead', () => {
  const files = globSync('client/**/*.tsx', { cwd: repository }).filter((file) => !file.includes('node_modules'));
  const cutting = files.filter((file) => /\bmaxLength=/.test(readFileSync(join(repository, file), 'utf8')));
  expect(cutting).toEqual([]);
});
