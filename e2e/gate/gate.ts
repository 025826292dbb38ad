// The gate: everything that must hold before a change is taken in.
//
//   node e2e/gate/gate.ts all       everything; `pnpm test`
//   node e2e/gate/gate.ts check     what can be said without running the product; `pnpm check`
//   node e2e/gate/gate.ts browser   the journeys in real browsers; `pnpm e2e`
//
// Ends with one line, "N passed, N failed": tests of all runners together, and one for each check without tests inside,
// and before it a line for each test that failed.

import { staticSteps } from './staticSteps.ts';
import type { Step, StepOutcome } from './step.ts';
import { systemNeedsStep } from './systemNeeds.ts';
import { browserStep, buildStep, testSteps } from './testSteps.ts';

/** Steps of one stage may run at once; stages run in order. Two at a time, for machines with two cores. */
const stepsAtOnce = 2;

const stages: Readonly<Record<string, readonly (readonly Step[])[]>> = {
  all: [[systemNeedsStep], [...staticSteps, buildStep], ...testSteps.map((step) => [step]), [browserStep]],
  check: [staticSteps],
  browser: [[systemNeedsStep, buildStep], [browserStep]],
};

/** How many of the slowest files are named, and from how many seconds on a file is slow. */
const slowestShown = 12;
const slowFrom = 8;

function slowestOf({ files = [] }: StepOutcome): readonly string[] {
  return files
    .filter(({ seconds }) => seconds >= slowFrom)
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, slowestShown)
    .map(({ name, seconds }) => `${seconds.toFixed(1)} s ${name}`);
}

async function runStep(step: Step): Promise<StepOutcome> {
  const start = performance.now();
  const outcome = await step.run().catch((error: unknown): StepOutcome => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, failed: 1, output: reason };
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const verdict = outcome.failed === 0 ? 'ok  ' : 'FAIL';
  console.log(`${verdict} ${step.name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`);
  for (const line of slowestOf(outcome)) console.log(`     ${line}`);
  if (outcome.failed > 0) console.log(outcome.output.replaceAll(/^/gm, '     '));
  return { ...outcome, failures: outcome.failures?.map((line) => `${step.name}: ${line}`) ?? [] };
}

/** Every step runs, also after one that failed: people get the whole list at once. */
async function runStage(steps: readonly Step[]): Promise<StepOutcome[]> {
  const waiting = [...steps];
  const outcomes: StepOutcome[] = [];
  async function takeNext(): Promise<void> {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await runStep(step));
  }
  await Promise.all(Array.from({ length: stepsAtOnce }, takeNext));
  return outcomes;
}

const asked = stages[process.argv[2] ?? 'all'];
if (!asked) {
  console.error(`Unknown part of the gate: ${process.argv[2]}. Known: ${Object.keys(stages).join(', ')}`);
  process.exit(2);
}

const outcomes: StepOutcome[] = [];
for (const stage of asked) outcomes.push(...(await runStage(stage)));
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
// Whoever keeps only the end of what was said, finds all that is wrong in it.
for (const line of outcomes.flatMap(({ failures = [] }) => failures)) console.log(`FAIL ${line}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
