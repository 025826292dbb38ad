import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, rmSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Product } from './startProduct.ts';

/** What the product and a few notes need, in MiB, and too little for the room that the database would set aside for more. */
const sizeMiB = 4;

/** A disk that fills up, and is emptied again, under a running product. */
export interface SmallDisk {
  /** A folder on it, for the product's data. */
  readonly folder: string;
  /** From now on nothing more can be written. */
  fill(product: Product): void;
  /** Somebody has tidied up. */
  free(product: Product): void;
  remove(): void;
}

/**
 * A small file system of its own where this user may mount one. Elsewhere, the system refuses the product's own process
 * to let any file grow (RLIMIT_FSIZE): the database then meets a disk that takes nothing more in the same place, with
 * another code.
 */
export async function smallDisk(): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'duken-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMiB}m,mode=0700`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    return limitedFiles(folder);
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: () => writeUntilFull(ballast),
    free: () => unlinkSync(ballast),
    remove: () => {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

function limitedFiles(folder: string): SmallDisk {
  return {
    folder,
    fill: (product) => {
      const largest = Math.min(
        ...readdirSync(folder)
          .filter((name) => name.startsWith('duk.db') && !name.endsWith('-shm'))
          .map((name) => statSync(join(folder, name)).size),
      );
      limitFileSize(product, String(largest));
    },
    free: (product) => limitFileSize(product, 'unlimited'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** `prlimit` is in Debian's util-linux, which every Debian has. */
function limitFileSize({ pid }: Product, soft: string): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${soft}:`]);
}

function writeUntilFull(file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    for (let bytes = 1024 * 1024; bytes >= 1; bytes = Math.floor(bytes / 16)) {
      const block = Buffer.alloc(bytes);
      while (canWrite(descriptor, block));
    }
  } finally {
    closeSync(descriptor);
  }
}

function canWrite(descriptor: number, block: Buffer): boolean {
  try {
    return writeSync(descriptor, block) === block.length;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}
