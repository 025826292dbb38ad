import type { Writer } from '@duken/shared/access';
import type * as Y from 'yjs';
import type { UpdateParts } from '../wire/updateGate.ts';

/** A document as it is while what came since the last batch waits to be worked in. */
export interface DocumentView {
  /** Up to where it has the parts of one Yjs client. */
  clockOf(client: number): number;
  /** The part that holds a clock below that. */
  partAt(client: number, clock: number): Y.Item | Y.GC;
  /** What lies at its root under a name. */
  root(name: string): Y.AbstractType<unknown> | undefined;
}

/** What people may do to one document. The relay asks, and knows nothing of what is in it. */
export interface Judge {
  /** @returns the rule that an update breaks; what breaks none is reckoned with from then on */
  judge(writer: Writer, change: Pick<UpdateParts, 'structs' | 'ds'>): { readonly rule: string } | undefined;
  /** All that was judged is in the document now, or is thrown away. */
  forget(): void;
}

/** How a kind of document is judged. */
export interface Judging {
  /** Begins to judge what comes to a document. */
  openJudge(view: DocumentView): Judge;
  /** Whether a part that was deleted may lose its content: a rule may ask for it for ever. */
  mayForget(item: Y.Item): boolean;
}
