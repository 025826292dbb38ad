import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** MiB that are enough for a server with its log laid out. */
const roomForServer = 64;

/**
 * A disk that fails as disks do: ext4, in an image in memory, on a loop device. It takes a user who may mount; without, making it
 * fails and says so.
 */
export class DiskForTests {
  /** Where it is mounted, or, while it is not, an empty folder. */
  readonly folder: string;
  readonly #place = mkdtempSync(join(tmpdir(), 'duken-disk-'));
  readonly #medium = join(this.#place, 'medium');
  readonly #image = join(this.#medium, 'ext4');
  readonly #mounted = new Set<string>();
  readonly #mediumMiB: number;

  constructor(diskMiB = roomForServer) {
    this.#mediumMiB = diskMiB + 16;
    this.folder = join(this.#place, 'disk');
    mkdirSync(this.folder);
    mkdirSync(this.#medium);
    try {
      this.#mount('tmpfs', this.#medium, '-t', 'tmpfs', '-o', `size=${this.#mediumMiB}m`);
      call('truncate', '-s', `${diskMiB}M`, this.#image);
      call('mkfs.ext4', '-q', '-F', '-b', '4096', this.#image);
      call('fallocate', '-l', `${diskMiB}M`, this.#image);
      this.mount();
    } catch (error) {
      this.remove();
      throw error;
    }
  }

  /** ext4 finds a fault in itself: from now on it can only be read. Nothing but unmounting helps. */
  turnReadOnly(): void {
    call('mount', '-o', 'remount,abort', this.folder);
  }

  /** The medium takes nothing where no file lies yet. The system notices when it is to bring such writing to disk. */
  refuseWrites(): void {
    // The file system's own journal keeps its room: it goes on as if all were well.
    call('fstrim', this.folder);
    const { blocks, bfree, bsize } = statfsSync(this.#medium);
    this.#resizeMedium(`${(blocks - bfree) * bsize}`);
  }

  takeWritesAgain(): void {
    this.#resizeMedium(`${this.#mediumMiB}m`);
  }

  mount(): void {
    this.#mount(this.#image, this.folder, '-o', 'loop,errors=remount-ro');
    // A loop device takes a request of which it could write a part for written. One page at a time, it tells the truth.
    const device = basename(call('findmnt', '-n', '-o', 'SOURCE', this.folder));
    writeFileSync(`/sys/block/${device}/queue/max_sectors_kb`, '4');
  }

  /** Fails while anybody has a file open on it. */
  unmount(): void {
    call('umount', this.folder);
    this.#mounted.delete(this.folder);
  }

  /** What whoever is called at night does, once it is not mounted any more. */
  repair(): void {
    call('e2fsck', '-f', '-y', this.#image);
  }

  /** A folder with what would be there if the power went now. */
  afterPowerCut(): string {
    const folder = mkdtempSync(join(this.#place, 'after-power-cut-'));
    const image = `${folder}.ext4`;
    call('cp', '--sparse=always', this.#image, image);
    this.#mount(image, folder, '-o', 'loop');
    return folder;
  }

  remove(): void {
    // The medium, which was there first, goes last: its loop device lets go of it a little later.
    for (const folder of [...this.#mounted].reverse()) {
      call('umount', ...(folder === this.#medium ? ['--lazy'] : []), folder);
    }
    rmSync(this.#place, { recursive: true });
  }

  #mount(what: string, folder: string, ...options: readonly string[]): void {
    call('mount', ...options, what, folder);
    this.#mounted.add(folder);
  }

  #resizeMedium(size: string): void {
    call('mount', '-o', `remount,size=${size}`, this.#medium);
  }
}

function call(program: string, ...words: string[]): string {
  try {
    // A user's PATH may leave out /usr/sbin.
    return execFileSync('sh', ['-c', 'PATH="$PATH:/usr/sbin:/sbin"; exec "$0" "$@"', program, ...words], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  } catch (error) {
    if (!(error instanceof Error && 'status' in error && 'stderr' in error)) throw error;
    // e2fsck says with 1 that it found faults and put them right.
    if (program === 'e2fsck' && error.status === 1) return '';
    throw new Error(
      `${program} ${words.join(' ')}: ${error.stderr}This test fails a disk of its own. It needs the Debian packages e2fsprogs ` +
        'and mount, and a user who may mount: root, and in a container --privileged.',
      { cause: error },
    );
  }
}
