import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from '../architecture/cruise.ts';
import { repository, runCommand } from './runCommand.ts';
import { checked, type Step, type StepOutcome } from './step.ts';

/** Formatting and lint, warnings included. */
export async function checkLint(root: string): Promise<StepOutcome> {
  const strict = ['--error-on-warnings', '--diagnostic-level=warn', '--max-diagnostics=none', '--colors=off'];
  const { code, output } = await runCommand('biome', ['ci', ...strict, '.'], { cwd: root });
  return checked(code === 0, output);
}

async function checkTypes(project: string): Promise<StepOutcome> {
  if (!existsSync(join(repository, project))) return checked(false, `${project} is missing`);
  const { code, output } = await runCommand('tsc', ['-p', project]);
  return checked(code === 0, output);
}

/** The forbidden directions, on the whole tree: a file the tool did not see is a failure too. */
export async function checkDirections(root: string): Promise<StepOutcome> {
  const { modules, unseen, violations } = await cruise(root);
  const lines = [
    ...violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`),
    ...unseen.map((file) => `not judged: ${file}`),
    ...(modules.length === 0 ? ['no modules were found, so nothing was judged'] : []),
  ];
  return checked(lines.length === 0, lines.join('\n'));
}

/** Files, exports and dependencies that nobody uses. */
export async function checkDeadCode(root: string): Promise<StepOutcome> {
  const config = join(root, 'e2e/architecture/knip.json');
  const { code, output } = await runCommand('knip', ['--config', config, '--no-progress'], { cwd: root });
  return checked(code === 0, output);
}

const typedProjects = ['shared', 'shared/tsconfig.tests.json', 'server', 'client', 'e2e'];

/** What can be said without running the product. */
export const staticSteps: readonly Step[] = [
  { name: 'lint', run: () => checkLint(repository) },
  ...typedProjects.map((project) => ({ name: `types of ${project}`, run: () => checkTypes(project) })),
  { name: 'directions', run: () => checkDirections(repository) },
  { name: 'dead code', run: () => checkDeadCode(repository) },
];
