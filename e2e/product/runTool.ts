import { spawnSync } from 'node:child_process';

/** Which Debian package brings a tool that looks into a downloaded file. */
const packageOf = { pdffonts: 'poppler-utils', pdftotext: 'poppler-utils', qpdf: 'qpdf' } as const;

/**
 * What a tool says of a file.
 * @throws Error that names the package when the tool is missing: a journey that skips its check would look like one that passed
 */
export function runTool(tool: keyof typeof packageOf, ...args: readonly string[]): string {
  const { error, status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  if (error) throw new Error(`${tool} is missing: apt-get install -y ${packageOf[tool]}`, { cause: error });
  if (status !== 0) throw new Error(`${tool} found fault: ${stdout}${stderr}`);
  return stdout;
}
