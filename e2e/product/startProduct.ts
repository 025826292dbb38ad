import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repository, runCommand } from '../gate/runCommand.ts';

/** How long a start may take before we call it broken, in ms. Generous: machines that test are often busy. */
const startLimitMs = 60_000;

type Settings = Readonly<Record<string, string>>;

/** The product as an installation: one process, one data folder, one address that survives restarts. */
export class Product {
  readonly url: string;
  readonly #port: number;
  readonly #dataDir: string;
  readonly #settings: Settings;
  #process: ChildProcess | undefined;
  #log = '';

  private constructor(port: number, dataDir: string, settings: Settings) {
    this.#port = port;
    this.#dataDir = dataDir;
    this.#settings = settings;
    this.url = `http://127.0.0.1:${port}`;
  }

  /**
   * Starts the built product on a free port, with an empty data folder.
   *
   * @param settings what its environment says beside that
   */
  static async start(settings: Settings = {}): Promise<Product> {
    const product = new Product(await freePort(), await mkdtemp(join(tmpdir(), 'duken-e2e-')), settings);
    await product.startAgain();
    return product;
  }

  /** Where it listens, on loopback. */
  get port(): number {
    return this.#port;
  }

  /** The number of its process, while it runs. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** What the server has written so far, for those who look at a failure. */
  get log(): string {
    return this.#log;
  }

  /** Starts the same installation again: same port, same data. Resolves when it answers that it is ready. */
  async startAgain(): Promise<void> {
    const child = spawn(process.execPath, ['server/main.ts'], {
      cwd: repository,
      env: {
        ...process.env,
        PORT: String(this.#port),
        HOST: '127.0.0.1',
        DUK_DATA_DIR: this.#dataDir,
        DUK_ARCHIVE_GROUND: 'offl. § 13 jf. fvl. § 13',
        DUK_LIMITS_DEMOS_PER_MINUTE: '1000',
        DUK_LIMITS_BOARDS_PER_DAY: '10000',
        ...this.#settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#log += text;
      });
    }
    const deadline = performance.now() + startLimitMs;
    while (!(await this.#isReady())) {
      if (child.exitCode !== null) throw new Error(`The product ended while starting:\n${this.#log}`);
      if (performance.now() > deadline) throw new Error(`The product was not ready in time:\n${this.#log}`);
      await pause(50);
    }
  }

  /** The link by which the first account is made, as whoever runs the server gets it. */
  async setupLink(): Promise<string> {
    const { code, output } = await runCommand(process.execPath, ['server/duk.ts', 'setup-link'], {
      env: { PORT: String(this.#port), DUK_DATA_DIR: this.#dataDir },
      timeLimitMs: startLimitMs,
    });
    const [link] = /http:\S+/.exec(output) ?? [];
    if (code !== 0 || !link) throw new Error(`There was no link: ${output}`);
    return link;
  }

  /** What a power cut does: no goodbye, nothing flushed. */
  async killHard(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /**
   * Stops the product as a service manager does.
   * @returns its exit code; null when it was killed, or not running
   */
  async stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** Stops the product and throws its data away. */
  async remove(): Promise<void> {
    await this.stop();
    for (const folder of [this.#dataDir, `${this.#dataDir}.keys`]) await rm(folder, { recursive: true, force: true });
  }

  async #isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/readyz`)).ok;
    } catch {
      return false; // Not listening yet.
    }
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  }
}

/** A port of this machine that nobody uses now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
