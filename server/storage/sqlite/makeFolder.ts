import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, for its owner alone, and those above it that are missing. `mkdirSync` with `recursive` does not do: under
 * /proc, where a folder can neither be made nor is said to be forbidden, it tries forever.
 *
 * @throws the operating system's error when a folder cannot be made, or something else stands in its place
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
