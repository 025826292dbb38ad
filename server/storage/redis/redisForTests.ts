import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../freePortForTests.ts';

/** How long Redis may take to answer, in milliseconds. */
const startWithinMs = 60_000;

/** A real Redis of its own on loopback that keeps nothing, and can be stopped, killed, frozen and started again. */
export class RedisServer {
  readonly port: number;
  readonly url: string;
  readonly #folder: string;
  readonly #settings: readonly string[];
  #process: ChildProcess | undefined;

  private constructor(port: number, protocol: string, folder: string, settings: readonly string[]) {
    this.port = port;
    this.url = `${protocol}://127.0.0.1:${port}`;
    this.#folder = folder;
    this.#settings = settings;
  }

  /** @param settings as on its command line: `--name value …` */
  static async start(...settings: string[]): Promise<RedisServer> {
    const port = await freePort();
    return RedisServer.#start(port, 'redis', ['--port', `${port}`, ...settings]);
  }

  /** @param settings with the files of its certificate */
  static async startWithTls(...settings: string[]): Promise<RedisServer> {
    const port = await freePort();
    return RedisServer.#start(port, 'rediss', ['--port', '0', '--tls-port', `${port}`, ...settings]);
  }

  static async #start(port: number, protocol: string, settings: readonly string[]): Promise<RedisServer> {
    const folder = await mkdtemp(join(tmpdir(), 'duken-redis-'));
    const server = new RedisServer(port, protocol, folder, settings);
    await server.startAgain();
    return server;
  }

  async startAgain(): Promise<void> {
    const kept = ['--save', '', '--appendonly', 'no', '--dir', this.#folder];
    const flags = ['--bind', '127.0.0.1', ...kept, ...this.#settings];
    const child = spawn('redis-server', flags, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    let failure: Error | undefined;
    child.once('error', (error) => {
      failure = error;
    });
    this.#process = child;
    const endWithUs = () => child.kill('SIGKILL');
    process.once('exit', endWithUs);
    child.once('exit', () => process.off('exit', endWithUs));
    const deadline = performance.now() + startWithinMs;
    while (!/Ready to accept connections/.test(said)) {
      if (failure) {
        throw new Error('These tests need redis-server. On Debian: apt-get install -y redis-server', {
          cause: failure,
        });
      }
      if (child.exitCode !== null || performance.now() > deadline) throw new Error(`Redis did not start:\n${said}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** @param how `properly`: it says goodbye; `at once`: as after a power cut */
  async stop(how: 'properly' | 'at once'): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill(how === 'properly' ? 'SIGTERM' : 'SIGKILL');
    await ended;
  }

  /** It goes on taking connections and bytes, as the system does for it, and answers nothing. */
  freeze(): void {
    this.#process?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process?.kill('SIGCONT');
  }

  /** Says one thing to it, and gives the first that it answers. */
  async ask(...words: string[]): Promise<string> {
    const socket = connect(this.port, '127.0.0.1');
    try {
      socket.write(`${words.join(' ')}\r\n`);
      const [answer] = await once(socket, 'data');
      return String(answer);
    } finally {
      socket.destroy();
    }
  }

  async remove(): Promise<void> {
    await this.stop('at once');
    await rm(this.#folder, { recursive: true });
  }
}
