import type { SheetText } from '../template/index.ts';

/** A word of the services that not everybody at the table knows, and what it means. */
export interface Term {
  /** What it is called. */
  readonly name: string;
  /** What it may look like in a sentence, the name too. One with a capital letter is looked for just so. */
  readonly forms: readonly string[];
  readonly meaning: SheetText;
}
