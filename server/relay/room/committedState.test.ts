import fc from 'fast-check';
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
      state.settle(clean);
      expect(Y.decodeStateVector(state.encodeStateVector(clean))).toEqual(
        Y.decodeStateVector(live.encodeStateVector()),
      );
      expect(textOf(state.state)).toBe('Søke om startlån');
      expect(textOf(...updates.slice(0, 7), state.encodeSince(half, clean))).toBe('Søke om startlån');
    }
  });

  it('claims to have what is encoded, and nothing more, while there is no document to ask', () => {
    const [a, b] = letters('ab');
    if (!a || !b) throw new Error('Two letters were typed');
    const state = committed([a]);
    state.settle(undefined);
    const before = state.state;
    state.append(b);
    expect([...Y.decodeStateVector(state.encodeStateVector(undefined)).values()]).toEqual([1]);
    expect(state.state).toBe(before);
    state.settle(undefined);
    expect([...Y.decodeStateVector(state.encodeStateVector(undefined)).values()]).toEqual([2]);
  });

  it('is the same for whoever reads what came later before it', () => {
    const typing = fc.record({
      who: fc.nat(2),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      text: fc.string({ maxLength: 5 }),
      erases: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(typing, { minLength: 1, maxLength: 40 }), fc.nat(), (script, cut) => {
        const docs = [1, 2, 3].map((clientId) => Object.assign(new Y.Doc(), { clientID: clientId }));
        const updates: Uint8Array[] = [];
        for (const doc of docs) {
          doc.on('update', (update: Uint8Array, origin: unknown) => {
            if (origin === 'others') return;
            updates.push(update);
            for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'others');
          });
        }
        for (const { who, at, text, erases } of script) {
          const written = docs[who]?.getText('text');
          const place = Math.floor(at * (written?.length ?? 0));
          written?.insert(place, text);
          written?.delete(place, Math.min(erases, written.length - place));
        }
        const state = committed(updates.slice(0, cut % (updates.length + 1)));
        state.settle(undefined);
        const later = updates.slice(cut % (updates.length + 1));
        expect(textOf(...later, state.state)).toBe(docs[0]?.getText('text').toString());
      }),
    );
  });

  it('keeps what waits for an earlier edit, and does not claim to have that', () => {
    const [a, b, c] = letters('abc');
    if (!a || !b || !c) throw new Error('Three letters were typed');
    const state = committed([a, c]);
    state.settle(undefined);
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
