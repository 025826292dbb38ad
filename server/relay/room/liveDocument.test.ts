import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LiveDocument } from './liveDocument.ts';

/** One update for each letter typed after the other. */
function letters(word: string): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const letter of word) doc.getText('text').insert(doc.getText('text').length, letter);
  return updates;
}

function deletionOf(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const before = Y.encodeStateVector(doc);
  doc.getText('text').delete(0, 1);
  return Y.encodeStateAsUpdate(doc, before);
}

describe('what an update brings to a document', () => {
  it('is news once', () => {
    const [a] = letters('a');
    const live = new LiveDocument([]);
    if (!a) throw new Error('One letter was typed');
    expect(live.apply(a)).toMatchObject({ isNews: true, lacksParts: false });
    expect(live.apply(a)).toMatchObject({ isNews: false, lacksParts: false });
  });

  it('is news when it only deletes, once', () => {
    const updates = letters('ab');
    const live = new LiveDocument(updates);
    const deletion = deletionOf(updates);
    expect(live.apply(deletion).isNews).toBe(true);
    expect(live.apply(deletion).isNews).toBe(false);
  });

  it('is set aside until an earlier one has come, and is no news any more then', () => {
    const [a, b, c] = letters('abc');
    if (!a || !b || !c) throw new Error('Three letters were typed');
    const live = new LiveDocument([a]);
    expect(live.apply(c)).toMatchObject({ isNews: false, lacksParts: true });
    expect(live.isWhole).toBe(false);
    expect(live.apply(b)).toMatchObject({ isNews: true, lacksParts: false });
    expect(live.apply(c)).toMatchObject({ isNews: false, lacksParts: false });
  });

  it('is set aside when it deletes what has not come yet', () => {
    const updates = letters('ab');
    const live = new LiveDocument([]);
    expect(live.apply(deletionOf(updates))).toMatchObject({ isNews: false, lacksParts: true });
  });
});
