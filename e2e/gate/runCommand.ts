import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout this gate belongs to. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

export interface CommandResult {
  /** 0 when the command was content; -1 when it could not start or took too long. */
  readonly code: number;
  /** What it wrote to standard output. */
  readonly stdout: string;
  /** Everything it wrote, in the order it came, for people to read. */
  readonly output: string;
}

interface CommandOptions {
  readonly cwd?: string;
  /** Added to what the gate itself was given; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** After this many ms the command and what it started are ended. A gate that hangs tells nobody anything. */
  readonly timeLimitMs?: number;
}

const defaultTimeLimitMs = 25 * 60_000;

/** Runs a command without a keyboard, finding the repository's own tools (Node 26 among them) first. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions = {}) {
  return new Promise<CommandResult>((resolve) => {
    const path = [join(repository, 'node_modules/.bin'), process.env.PATH].join(delimiter);
    // A group of its own, so that browsers and servers it started end with it.
    const child = spawn(command, args, {
      cwd: options.cwd ?? repository,
      env: { ...process.env, PATH: path, NO_COLOR: '1', FORCE_COLOR: undefined, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    const timeLimitMs = options.timeLimitMs ?? defaultTimeLimitMs;
    const timer = setTimeout(() => {
      output += `\n${command} took more than ${timeLimitMs / 1000} s and was ended.\n`;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, timeLimitMs);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: -1, stdout, output: `${output}${error.message}\n` });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? -1, stdout, output });
    });
  });
}
