import type { Config } from '../config.ts';

/** A command for those who look after an installation. */
export interface Command {
  /** What to write, and what it does, one line each. */
  readonly usage: readonly (readonly [form: string, does: string])[];
  /**
   * @param args what came after the command's own words
   * @returns the exit code: 0 when all is well, 1 when something is wrong with what is kept, 2 when it could not be done;
   * undefined when the arguments are not among its forms
   */
  run(args: readonly string[], config: Config): Promise<number | undefined>;
}

export function count(number: number, what: string, many = `${what}s`): string {
  return `${number} ${number === 1 ? what : many}`;
}
