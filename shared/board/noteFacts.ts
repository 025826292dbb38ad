import * as Y from 'yjs';

/** What a rule may lean on about a note: what never changes, whoever looks and whenever. */
export interface NoteFacts {
  /** Whose note it is; undefined where nobody is named. */
  readonly author: string | undefined;
  /** Whether the voice that it was laid with is a child's. */
  readonly isChilds: boolean;
}

/** @param note a note's own map in a document */
export function noteFactsOf(note: Pick<Y.AbstractType<unknown>, '_map'>): NoteFacts {
  const author = note._map.get('author');
  const named = author && !author.deleted ? valuesIn(author).at(-1) : undefined;
  return {
    author: typeof named === 'string' ? named : undefined,
    isChilds: firstVoiceOf(note._map.get('voice')) === 'child',
  };
}

/** The first value of those that lie under a key and are still known. */
function firstVoiceOf(latest: Y.Item | undefined): unknown {
  let first: unknown;
  for (let item: Y.Item | null | undefined = latest; item; item = item.left) first = valuesIn(item)[0] ?? first;
  return first;
}

/** The plain values that a part sets, the last of which counts: several where Yjs has made one of them. */
export function valuesIn({ content }: Y.Item): readonly unknown[] {
  return content instanceof Y.ContentAny || content instanceof Y.ContentJSON ? content.arr : [];
}

/**
 * Whether a deleted part may lose its content, as Yjs asks of each. The first voice of a note may not: the rules ask for it
 * as long as the note is there, whatever its author lets it speak with since.
 */
export function mayForget(item: Y.Item): boolean {
  return item.parentSub !== 'voice' || item.left !== null;
}
