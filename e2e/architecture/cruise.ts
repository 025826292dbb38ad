import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../gate/runCommand.ts';

const packages = ['shared', 'client', 'server', 'e2e'];
const notOurs = new Set(['node_modules', 'dist', 'data', 'test-results', 'playwright-report']);

export interface Direction {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface Cruise {
  /** Files that were read and judged. */
  readonly modules: readonly string[];
  /** Source files that were not judged. Any at all means the tool is blind, not that all is well. */
  readonly unseen: readonly string[];
  readonly violations: readonly Direction[];
}

interface CruiserReport {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/**
 * Judges every import of the tree against `dependencyRules.cjs`.
 *
 * @param root the checkout, or a copy of one
 * @throws when the tool itself breaks, with what it said
 */
export async function cruise(root: string): Promise<Cruise> {
  const rules = join(root, 'e2e/architecture/dependencyRules.cjs');
  const args = ['--config', rules, '--output-type', 'json', ...packages];
  const { stdout, output } = await runCommand('depcruise', args, { cwd: root });
  let report: CruiserReport;
  try {
    report = JSON.parse(stdout);
  } catch {
    throw new Error(`dependency-cruiser gave no report:\n${output}`);
  }
  const modules = report.modules.map(({ source }) => source);
  const seen = new Set(modules);
  return {
    modules,
    unseen: packages.flatMap((name) => sourceFiles(root, name)).filter((file) => !seen.has(file)),
    violations: report.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

/** The TypeScript files of a folder, as paths from `root`. */
function sourceFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : sourceFiles(root, path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}
