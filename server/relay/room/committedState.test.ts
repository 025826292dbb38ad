import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CommittedState } from './committedState.ts';
import { LiveDocument } from './liveDocument.ts';

/** One update for each letter typed after the other. */
function letters(word: string): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const letter of word) doc.getText('text').insert(doc.getText('text').length, letter);
  return updates;
}

function textOf(...updates: Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getText('text').toString();
}

function committed(updates: readonly Uint8Array[]): CommittedState {
  const state = new CommittedState(new LiveDocument([]).encode());
  for (const update of updates) state.append(update);
  return state;
}

describe('what is on disk of a document', () => {
  it('stays encoded as it is until what came after is worked in', () => {
    const [a, b, c] = letters('abc');
    if (!a || !b || !c) throw new Error('Three letters were typed');
    const state = committed([a, b]);
    state.settle(undefined);
    const first = state.state;
    state.settle(new LiveDocument([a, b]));
    expect(state.state).toBe(first);
    state.append(c);
    expect([state.state, ...state.tail]).toEqual([first, c]);
    state.settle(undefined);
    expect(state.tail).toEqual([]);
    expect(textOf(state.state)).toBe('abc');
  });

  it('is the same, merged from its parts or taken from the live document', () => {
    const updates = letters('Søke om startlån');
    const live = new LiveDocument(updates);
    const half = Y.encodeStateVectorFromUpdate(Y.mergeUpdates(updates.slice(0, 7)));
    for (const clean of [live, undefined]) {
      const state = committed(updates);
      expect(Y.decodeStateVector(state.encodeStateVector(clean))).toEqual(
        Y.decodeStateVector(live.encodeStateVector()),
      );
      state.settle(clean);
      expect(textOf(state.state)).toBe('Søke om startlån');
      expect(textOf(...updates.slice(0, 7), state.encodeSince(half, clean))).toBe('Søke om startlån');
    }
  });

  it('keeps what waits for an earlier edit, and does not claim to have that', () => {
    const [a, b, c] = letters('abc');
    if (!a || !b || !c) throw new Error('Three letters were typed');
    const state = committed([a, c]);
    expect([...Y.decodeStateVector(state.encodeStateVector(undefined)).values()]).toEqual([1]);
    expect(textOf(state.state, b)).toBe('abc');
  });

  it('does not hold on to the memory that an update was read into', () => {
    const [a] = letters('a');
    if (!a) throw new Error('One letter was typed');
    const read = new Uint8Array(64 * 1024);
    read.set(a, 100);
    const state = committed([]);
    state.append(read.subarray(100, 100 + a.length));
    expect(state.updates.at(-1)?.buffer.byteLength).toBeLessThan(2_000);
  });

  it('gives each update back as it came, however many and large they are', () => {
    const updates = [1, 700, 1, 3_000, 100_000, 1].map((length, index) => new Uint8Array(length).fill(index + 1));
    const state = committed([]);
    for (const update of updates) state.append(update);
    expect(state.updates.slice(1)).toEqual(updates);
    expect(state.tailBytes).toBe(103_703);
  });
});
