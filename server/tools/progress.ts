import { type Options, Presets, SingleBar } from 'cli-progress';

/** How far a long piece of work has come, on standard error: a bar in a terminal, a line now and then elsewhere. */
export interface Progress {
  /** What is being done now. */
  say(what: string): void;
  advance(by: number): void;
  end(): void;
}

/** How often a line comes where there is no terminal, in milliseconds. */
const lineEveryMs = 5_000;

export function showProgress(total: number, unit: string): Progress {
  const options: Options = {
    format: `{bar} {percentage} % | {value} of {total} ${unit} | {what}`,
    stream: process.stderr,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: lineEveryMs,
  };
  const bar = new SingleBar(options, Presets.shades_classic);
  bar.start(total, 0, { what: '' });
  return {
    say: (what) => bar.update({ what }),
    advance: (by) => bar.increment(by),
    end: () => bar.stop(),
  };
}
