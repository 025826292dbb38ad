import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { debianChromium, debianChromiumPackage } from './chromium.ts';
import { repository, runCommand } from './runCommand.ts';
import { checked, type Step, type StepOutcome } from './step.ts';

/** Programs the tests call, and the Debian package each comes in. */
const needs = [
  { program: 'pdftotext', from: 'poppler-utils' },
  { program: 'pdffonts', from: 'poppler-utils' },
  { program: 'pdfinfo', from: 'poppler-utils' },
  { program: 'qpdf', from: 'qpdf' },
  { program: 'initdb', from: 'postgresql' },
  { program: 'redis-server', from: 'redis-server' },
  { program: 'openssl', from: 'openssl' },
  { program: 'nginx', from: 'nginx-light' },
  { program: 'mkfs.ext4', from: 'e2fsprogs' },
];

async function isThere(program: string): Promise<boolean> {
  // Debian keeps PostgreSQL's own programs out of the PATH, and a user's PATH may leave out /usr/sbin.
  const places = ['', '/usr/sbin/', '/usr/lib/postgresql/*/bin/'];
  const found = places.map((place) => `command -v ${place}${program}`).join(' || ');
  const { code } = await runCommand('sh', ['-c', found]);
  return code === 0;
}

async function missingPackages(): Promise<string[]> {
  const there = await Promise.all(needs.map(({ program }) => isThere(program)));
  return [...new Set(needs.filter((_, index) => !there[index]).map(({ from }) => from))];
}

/** Installs Debian packages, when this is a Debian and we may. Says nothing when it may not: what is missing is looked at after. */
async function installPackages(packages: readonly string[]): Promise<string> {
  if (process.getuid?.() !== 0 || !(await isThere('apt-get'))) return '';
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runCommand('apt-get', ['update'], { env });
  const install = await runCommand('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  return install.code === 0 ? '' : update.output + install.output;
}

/** Playwright's own browser, for machines without Debian's. */
async function installPlaywrightChromium(): Promise<StepOutcome> {
  const playwright = join('node_modules', '.bin', 'playwright');
  const withSystemLibraries = process.getuid?.() === 0 ? ['--with-deps'] : [];
  const { code, output } = await runCommand(playwright, ['install', ...withSystemLibraries, 'chromium'], {
    cwd: join(repository, 'e2e'),
  });
  return checked(
    code === 0,
    `Chromium could not be installed. On Debian: apt-get install -y ${debianChromiumPackage}\n${output}`,
  );
}

async function installSystemNeeds(): Promise<StepOutcome> {
  const wanted = await missingPackages();
  const complaint = wanted.length === 0 ? '' : await installPackages(wanted);
  // By itself, since an older Debian has no such package, and the others are wanted all the same.
  if (!existsSync(debianChromium)) await installPackages([debianChromiumPackage]);
  const missing = await missingPackages();
  if (missing.length > 0) {
    return checked(false, `These packages are missing and could not be installed: ${missing.join(', ')}\n${complaint}`);
  }
  return existsSync(debianChromium) ? checked(true, '') : installPlaywrightChromium();
}

/** A browser, databases, a proxy, and the programs that read PDF files back. */
export const systemNeedsStep: Step = { name: 'system needs', run: installSystemNeeds };
