import { spawnSync } from 'node:child_process';

/** The Debian package of each tool that looks into a PDF. */
const packages = {
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
} as const;

/**
 * Runs a tool on a file and gives what it says.
 * @throws Error naming the package to install when the tool is missing: a check that is skipped would look like one passed
 */
export function runTool(tool: keyof typeof packages, args: readonly string[]): string {
  const ran = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (ran.error) throw new Error(`${tool} is missing: apt-get install -y ${packages[tool]}`, { cause: ran.error });
  if (ran.status !== 0) throw new Error(`${tool} ${args.join(' ')} failed: ${ran.stderr}${ran.stdout}`);
  return ran.stdout;
}
