import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { repository } from '../gate/runCommand.ts';

const packages = ['.', 'shared', 'client', 'server', 'e2e'];
const leftOut = new Set(['.git', 'node_modules', 'dist', 'data', 'test-results', 'playwright-report']);

/** A copy of the checkout to plant faults in, so that nobody at work in the real one is disturbed. */
export interface TreeCopy {
  readonly root: string;
  /** Writes a file, and the folders above it. */
  plant(path: string, text: string): void;
  remove(): void;
}

export function copyTree(): TreeCopy {
  // The real path: on some machines the temporary folder is itself a link, and tools report where it leads.
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'duken-tree-')));
  cpSync(repository, root, { recursive: true, filter: (path) => !leftOut.has(basename(path)) });
  for (const name of packages)
    linkInstalled(join(repository, name, 'node_modules'), join(root, name, 'node_modules'), root);
  return {
    root,
    plant(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Links what is installed; the workspace's own package leads into the copy, not back to the real tree. */
function linkInstalled(from: string, to: string, root: string): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from)) {
    if (entry === '.pnpm') continue;
    if (entry === '@duken') {
      mkdirSync(join(to, entry));
      for (const name of readdirSync(join(from, entry))) symlinkSync(join(root, name), join(to, entry, name));
    } else {
      symlinkSync(join(from, entry), join(to, entry));
    }
  }
}
