import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository, runCommand } from './runCommand.ts';
import { checked, type Step, type StepOutcome } from './step.ts';

/**
 * Runs the Vitest tests of a package and counts them.
 * A run that failed without a failed test (a file that does not load, no tests at all) counts as one failure.
 */
export async function runVitest(packageFolder: string): Promise<StepOutcome> {
  const reports = mkdtempSync(join(tmpdir(), 'duken-gate-'));
  try {
    const report = join(reports, 'vitest.json');
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const { code, output } = await runCommand('vitest', [
      'run',
      '--root',
      packageFolder,
      '--allowOnly=false',
      ...reporters,
    ]);
    const counts = readJson(report) as { numPassedTests: number; numFailedTests: number } | undefined;
    return outcomeOf(code, counts?.numPassedTests ?? 0, counts?.numFailedTests ?? 0, output);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

/** Runs the journeys in real browsers, against the built product. */
async function runPlaywright(): Promise<StepOutcome> {
  const reports = mkdtempSync(join(tmpdir(), 'duken-gate-'));
  try {
    const report = join(reports, 'playwright.json');
    const { code, output } = await runCommand(
      join('node_modules', '.bin', 'playwright'),
      ['test', '--reporter=list,json'],
      {
        cwd: join(repository, 'e2e'),
        // Playwright sets FORCE_COLOR for its workers, and Node warns in each of them when NO_COLOR is there too.
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, NO_COLOR: undefined, FORCE_COLOR: '0' },
        timeLimitMs: 30 * 60_000,
      },
    );
    const stats = (readJson(report) as { stats: Record<'expected' | 'unexpected' | 'flaky', number> } | undefined)
      ?.stats;
    return outcomeOf(code, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0), output);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

async function buildClient(): Promise<StepOutcome> {
  const { code, output } = await runCommand(join('node_modules', '.bin', 'vite'), ['build', '--logLevel=warn'], {
    cwd: join(repository, 'client'),
  });
  return checked(code === 0, output);
}

/** A run that said no must count as at least one failure, whatever its report claims. */
function outcomeOf(code: number, passed: number, failed: number, output: string): StepOutcome {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), output };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // The runner broke before it could report; its exit code says so.
  }
}

/** What the browser runs, as people get it. */
export const buildStep: Step = { name: 'client build', run: buildClient };

/** Rules, adapters, routes, and the gate's own ability to see faults. */
export const testSteps: readonly Step[] = ['shared', 'client', 'server', 'e2e'].map((name) => ({
  name: `tests of ${name}`,
  run: () => runVitest(join(repository, name)),
}));

/** The whole product, as people use it. */
export const browserStep: Step = { name: 'browser', run: runPlaywright };
