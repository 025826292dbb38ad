import * as Y from 'yjs';
import type { DocumentRules, Hand, Hands, Span } from '../documentRules.ts';
import type { UpdateParts } from '../wire/updateGate.ts';

/** What somebody added and deleted. Its parts themselves are not kept: thousands of them would live through a batch. */
export interface WorkedIn {
  readonly hand: Hand;
  readonly spans: readonly Span[];
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
   * Hands have touched a document. To be asked at the end of a batch, when everything is worked in.
   * @returns what sets the marks that they change, if any may be set now
   */
  touched(doc: Y.Doc, edits: Iterable<WorkedIn>): ((doc: Y.Doc) => void) | undefined {
    for (const { hand, spans } of together(edits)) {
      for (const [thing, hands] of this.#rules.handsOn(doc, hand, spans))
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

/** The spans of what an update adds and deletes. */
export function spansOf({ structs, ds }: UpdateParts): readonly Span[] {
  const spans: Span[] = [];
  // A skip stands for parts that are not there.
  for (const struct of structs)
    if (!(struct instanceof Y.Skip)) extend(spans, struct.id.client, struct.id.clock, struct.length);
  for (const [client, deletions] of ds.clients)
    for (const { clock, len } of deletions) extend(spans, client, clock, len);
  return spans;
}

/** What one hand did in a row, as one: a word is looked at once, and not letter by letter. */
function together(edits: Iterable<WorkedIn>): readonly WorkedIn[] {
  const rows: { readonly hand: Hand; readonly spans: Span[] }[] = [];
  for (const { hand, spans } of edits) {
    if (rows.at(-1)?.hand !== hand) rows.push({ hand, spans: [] });
    const row = rows.at(-1)?.spans ?? [];
    for (const { client, clock, len } of spans) extend(row, client, clock, len);
  }
  return rows;
}

function extend(spans: Span[], client: number, clock: number, len: number): void {
  const last = spans.at(-1);
  if (last?.client !== client || last.clock + last.len !== clock) spans.push({ client, clock, len });
  else spans[spans.length - 1] = { client, clock: last.clock, len: last.len + len };
}
