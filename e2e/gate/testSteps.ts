import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
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
    const told = readJson(report) as VitestReport | undefined;
    const files = (told?.testResults ?? []).map(({ name, startTime, endTime }) => ({
      name: relative(packageFolder, name),
      seconds: (endTime - startTime) / 1000,
    }));
    const failures = (told?.testResults ?? []).flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) =>
          failureLine(relative(packageFolder, name), fullName, failureMessages[0] ?? ''),
        ),
    );
    return { ...outcomeOf(code, told?.numPassedTests ?? 0, told?.numFailedTests ?? 0, output), files, failures };
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** A file each; times in milliseconds since the epoch. */
  readonly testResults: readonly {
    readonly name: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** The first line, and what was there instead. What a terminal would draw in colour is only letters where it is kept. */
function summaryOf(message: string): string {
  const [first = '', ...rest] = stripVTControlCharacters(message).trim().split('\n');
  const received = rest.find((line) => /^\s*Received/.test(line));
  return received ? `${first} ${received.trim()}` : first;
}

function failureLine(file: string, name: string, message: string): string {
  return `${file} › ${name}: ${summaryOf(message)}`;
}

interface PlaywrightSuite {
  readonly file: string;
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly projectName: string;
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly results: readonly { readonly duration: number; readonly error?: { readonly message?: string } }[];
    }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[];
}

interface PlaywrightReport {
  readonly stats: Partial<Record<'expected' | 'unexpected' | 'flaky', number>>;
  /** A file each, over all projects. */
  readonly suites: readonly PlaywrightSuite[];
}

function secondsOf({ specs, suites = [] }: PlaywrightSuite): number {
  const own = specs.flatMap(({ tests }) =>
    tests.flatMap(({ results }) => results.map(({ duration }) => duration / 1000)),
  );
  return [...own, ...suites.map(secondsOf)].reduce((sum, seconds) => sum + seconds, 0);
}

function failuresOf({ file, specs, suites = [] }: PlaywrightSuite): readonly string[] {
  // By the status of each: that a spec is ok is said of the first project alone.
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) =>
        failureLine(`[${projectName}] ${file}`, title, results.at(-1)?.error?.message ?? ''),
      ),
  );
  return [...own, ...suites.flatMap(failuresOf)];
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
        timeLimitMs: 45 * 60_000,
      },
    );
    const told = readJson(report) as PlaywrightReport | undefined;
    const { expected = 0, unexpected = 0, flaky = 0 } = told?.stats ?? {};
    const files = (told?.suites ?? []).map((suite) => ({ name: suite.file, seconds: secondsOf(suite) }));
    const failures = (told?.suites ?? []).flatMap(failuresOf);
    return { ...outcomeOf(code, expected, unexpected + flaky, output), files, failures };
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
