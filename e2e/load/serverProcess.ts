import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repository } from '../gate/runCommand.ts';
import { freePort } from '../product/startProduct.ts';
import { Inspector } from './inspector.ts';

/** How a server is started. All of them are Node programs. */
export interface ServerCommand {
  /** File and arguments, from the repository's root. */
  readonly args: readonly string[];
  readonly environment: (port: number, dataDir: string) => Readonly<Record<string, string>>;
}

/**
 * Everybody's, as `pnpm start` has them (decision 0019): what V8 does beside a program leaves one core to those who share the
 * machine with it, of whom there are two here.
 */
export const nodeFlags: readonly string[] = ['--v8-pool-size=0'];

/** A start that takes longer is broken, in ms. */
const startLimitMs = 20_000;

/** One server in a process of its own, with a data folder of its own that outlives its kills. */
export class ServerProcess {
  readonly port: number;
  readonly #dataDir: string;
  readonly #command: ServerCommand;
  #process: ChildProcess | undefined;
  #inspector: Inspector | undefined;
  #log = '';

  private constructor(command: ServerCommand, port: number, dataDir: string) {
    this.#command = command;
    this.port = port;
    this.#dataDir = dataDir;
  }

  /** @param shared what it is told beside its own command: where its database is */
  static async start(
    { args, environment }: ServerCommand,
    shared: Readonly<Record<string, string>> = {},
  ): Promise<ServerProcess> {
    const command: ServerCommand = {
      args,
      environment: (port, dataDir) => ({ ...environment(port, dataDir), ...shared }),
    };
    const server = new ServerProcess(command, await freePort(), await mkdtemp(join(tmpdir(), 'duken-load-')));
    await server.startAgain();
    return server;
  }

  /** What it has written, for those who look at a failure. */
  get log(): string {
    return this.#log;
  }

  /** Where it keeps what it keeps. */
  get folder(): string {
    return this.#dataDir;
  }

  get inspector(): Inspector {
    if (!this.#inspector) throw new Error('The server is not running');
    return this.#inspector;
  }

  /** Starts it with the same port and data. */
  async startAgain(): Promise<void> {
    this.#log = '';
    const child = spawn(process.execPath, ['--inspect=127.0.0.1:0', ...nodeFlags, ...this.#command.args], {
      cwd: repository,
      env: { ...process.env, NODE_ENV: 'production', ...this.#command.environment(this.port, this.#dataDir) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#log = (this.#log + text).slice(-20_000);
      });
    }
    const deadline = performance.now() + startLimitMs;
    let inspectorUrl: string | undefined;
    while (!inspectorUrl || !(await answers(this.port))) {
      if (child.exitCode !== null || performance.now() > deadline) throw new Error(`No start:\n${this.#log}`);
      await pause(20);
      inspectorUrl ??= /Debugger listening on (ws:\S+)/.exec(this.#log)?.[1];
    }
    this.#inspector = await Inspector.connect(inspectorUrl);
  }

  /** What a power cut does to the process: no goodbye, nothing flushed. */
  async killHard(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    this.#inspector?.close();
    this.#inspector = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** Ends it and throws its data away. */
  async remove(): Promise<void> {
    await this.killHard();
    for (const folder of [this.#dataDir, `${this.#dataDir}.keys`]) await rm(folder, { recursive: true, force: true });
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect({ port, host: '127.0.0.1' });
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
}
