import type * as Y from 'yjs';
import type { DocumentRules, Hand, Hands } from '../documentRules.ts';
import type { UpdateParts } from '../wire/updateGate.ts';

/** An update that has been worked in, and in whose name. */
export interface WorkedIn {
  readonly hand: Hand;
  readonly parts: UpdateParts;
}

/** Milliseconds in which a thing gets one mark at most: two who write on a note in turn make a mark with each letter. */
const markEveryMs = 1_000;

/**
 * The marks that the hands of people leave on one document. What was marked a moment ago is marked with the last hand a
 * moment later.
 */
export class Marks {
  readonly #rules: DocumentRules;
  /** Hands that have left no mark yet. */
  readonly #hands = new Map<string, Hands>();
  /** When each thing got its last mark, by `performance.now()`; none is much older than `markEveryMs`. */
  readonly #markedAt = new Map<string, number>();

  constructor(rules: DocumentRules) {
    this.#rules = rules;
  }

  /**
   * Hands have touched a document. To be asked at the end of a beat, when everything is worked in.
   * @returns what sets the marks that they change, if any may be set now
   */
  touched(doc: Y.Doc, edits: Iterable<WorkedIn>): ((doc: Y.Doc) => void) | undefined {
    for (const { hand, parts } of edits) {
      for (const [thing, hands] of this.#rules.handsOn(doc, hand, parts))
        this.#hands.set(thing, { ...this.#hands.get(thing), ...hands });
    }
    return this.due(doc);
  }

  /** @param isLast whether there will be no later: then nothing waits */
  due(doc: Y.Doc, isLast = false): ((doc: Y.Doc) => void) | undefined {
    if (this.#hands.size === 0) return undefined;
    const now = performance.now();
    for (const [thing, at] of this.#markedAt) if (now - at >= markEveryMs) this.#markedAt.delete(thing);
    const due = new Map<string, Hands>();
    for (const [thing, hands] of this.#hands) {
      if (this.#markedAt.has(thing) && !isLast) continue;
      due.set(thing, hands);
      this.#hands.delete(thing);
    }
    const marks = this.#rules.marksOf(doc, due);
    if (marks.size === 0) return undefined;
    for (const thing of marks.keys()) this.#markedAt.set(thing, now);
    return (at) => this.#rules.setMarks(at, marks);
  }

  /** Milliseconds until the first of those that wait may be set; undefined when none waits. */
  get dueInMs(): number | undefined {
    if (this.#hands.size === 0) return undefined;
    return Math.max(0, Math.min(...this.#markedAt.values()) + markEveryMs - performance.now());
  }

  /** What they did was lost. */
  forget(): void {
    this.#hands.clear();
    this.#markedAt.clear();
  }
}
