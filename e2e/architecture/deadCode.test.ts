import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDeadCode } from '../gate/staticSteps.ts';
import { copyTree, type TreeCopy } from './treeCopy.ts';

describe('the search for dead code', () => {
  let tree: TreeCopy;
  let output: string;

  beforeAll(async () => {
    tree = copyTree();
    appendFileSync(join(tree.root, 'shared/result.ts'), '\nexport const plantedDeadExport = 1;\n');
    appendFileSync(
      join(tree.root, 'shared/board/index.ts'),
      "\nexport { plantedBehindTheDoor } from './plantedBehindTheDoor.ts';\n",
    );
    tree.plant('shared/board/plantedBehindTheDoor.ts', 'export const plantedBehindTheDoor = 1;\n');
    tree.plant('server/plantedDeadFile.ts', 'export const planted = 1;\n');
    const outcome = await checkDeadCode(tree.root);
    expect(outcome.failed).toBe(1);
    output = outcome.output;
  });

  afterAll(() => tree.remove());

  it('finds an export that nobody uses', () => {
    expect(output).toContain('plantedDeadExport');
  });

  it('finds one that only its own door lists', () => {
    expect(output).toContain('plantedBehindTheDoor');
  });

  it('finds a file that nobody imports', () => {
    expect(output).toContain('server/plantedDeadFile.ts');
  });
});
