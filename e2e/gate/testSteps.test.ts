import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from './runCommand.ts';
import { runVitest } from './testSteps.ts';

describe('a step that runs tests', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'duken-tests-'));
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(join(repository, 'node_modules/vitest'), join(folder, 'node_modules/vitest'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function packageWith(name: string, tests: string): string {
    const path = join(folder, name);
    mkdirSync(path);
    writeFileSync(join(path, 'package.json'), '{ "type": "module" }');
    if (tests !== '') writeFileSync(join(path, 'planted.test.ts'), `import { expect, it } from 'vitest';\n${tests}`);
    return path;
  }

  it('counts what passed and what failed', async () => {
    const tests = "it('holds', () => expect(1).toBe(1));\nit('does not', () => expect(1).toBe(2));\n";
    expect(await runVitest(packageWith('mixed', tests))).toMatchObject({
      passed: 1,
      failed: 1,
      files: [{ name: 'planted.test.ts', seconds: expect.any(Number) }],
      failures: [expect.stringMatching(/^planted\.test\.ts › does not: AssertionError: expected 1 to be 2/)],
    });
  });

  it('fails when a test file does not load', async () => {
    expect(await runVitest(packageWith('broken', "import './nowhere.ts';\n"))).toMatchObject({ passed: 0, failed: 1 });
  });

  it('fails when there are no tests at all', async () => {
    expect(await runVitest(packageWith('empty', ''))).toMatchObject({ passed: 0, failed: 1 });
  });

  it('fails when one test keeps the others from running', async () => {
    const tests = "it.only('runs', () => expect(1).toBe(1));\nit('is forgotten', () => expect(1).toBe(2));\n";
    expect((await runVitest(packageWith('only', tests))).failed).toBeGreaterThan(0);
  });
});
