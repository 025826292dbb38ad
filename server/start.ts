import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `pnpm start`: builds the client when its sources have changed, and serves. With `--dev`, Vite serves the pages instead. */
const root = join(import.meta.dirname, '..');
const client = join(root, 'client');
const vite = [join(client, 'node_modules/vite/bin/vite.js')];

if (process.argv.includes('--dev')) {
  const pages = spawn(process.execPath, vite, { cwd: client, stdio: 'inherit' });
  process.once('exit', () => pages.kill());
} else {
  buildClient();
}
await import('./main.ts');

/** A second start takes no build: the stamp beside the built client tells what it was built from. */
function buildClient(): void {
  const stampFile = join(client, 'dist/.built-from');
  const sources = hashOfSources();
  if (readIfThere(stampFile) === sources) return;
  console.error('Bygger nettsidene (bare når noe er endret) …');
  const build = spawnSync(process.execPath, [...vite, 'build', '--logLevel', 'warn'], {
    cwd: client,
    encoding: 'utf8',
  });
  if (build.status !== 0) {
    console.error(`${build.stdout}${build.stderr}\nCannot start: the client could not be built.`);
    process.exit(1);
  }
  writeFileSync(stampFile, sources);
}

function hashOfSources(): string {
  const files = globSync(['client/**/*', 'shared/**/*', 'pnpm-lock.yaml'], {
    cwd: root,
    exclude: ['**/node_modules', 'client/dist', '**/*.test.*'],
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
