import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LiveDocument } from '../room/liveDocument.ts';
import { checkUpdate, isEmptyUpdate } from './updateGate.ts';

type Change = (doc: Y.Doc, at: number) => void;

/** What people do to a duk, and more. */
const changes: readonly Change[] = [
  (doc, at) => {
    const note = new Y.Map<unknown>();
    note.set('text', new Y.Text('hei 😀'));
    note.set('order', 'a0');
    doc.getMap('notes').set(`n${at % 4}`, note);
  },
  (doc, at) => doc.getText('text').insert(at % (doc.getText('text').length + 1), 'æøå'),
  (doc, at) => {
    const text = doc.getText('text');
    if (text.length > 0) text.delete(at % text.length, 1);
  },
  (doc, at) => doc.getMap('notes').delete(`n${at % 4}`),
  (doc) => doc.getMap('duk').set('x', [1, { a: 2.5, b: null }, 'x', true, Uint8Array.of(1, 2)]),
  (doc) => doc.getText('text').format(0, doc.getText('text').length, { bold: true }),
  (doc) => doc.getText('text').insertEmbed(0, { a: 1 }),
  (doc, at) => doc.getArray('list').insert(0, [at, 'b']),
];

const step = fc.record({ who: fc.nat(2), change: fc.nat(changes.length - 1), at: fc.nat(100), meets: fc.nat(6) });

/** The updates of three people who work, and meet now and then. */
const session = fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }).map((steps) => {
  const updates: Uint8Array[] = [];
  const docs = [1, 2, 3].map((clientId) => {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    doc.on('update', (update: Uint8Array) => updates.push(update));
    return doc;
  });
  for (const { who, change, at, meets } of steps) {
    const doc = docs[who];
    if (!doc) continue;
    changes[change]?.(doc, at);
    const other = docs[meets];
    if (other && other !== doc) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  }
  return updates;
});

const damage = fc.record({
  which: fc.nat(1000),
  at: fc.nat(1000),
  cut: fc.nat(2),
  put: fc.uint8Array({ maxLength: 2 }),
});

describe('checking an update', () => {
  it('lets through all that Yjs writes, compacted and with gaps too', () => {
    fc.assert(
      fc.property(session, (updates) => {
        for (const update of updates) expect(checkUpdate(update).ok).toBe(true);
        const gapped = Y.mergeUpdates(updates.filter((_, index) => index % 3 !== 1));
        expect(checkUpdate(gapped).ok).toBe(true);
        const doc = new Y.Doc();
        Y.applyUpdate(doc, gapped);
        expect(checkUpdate(Y.encodeStateAsUpdate(doc)).ok).toBe(true);
      }),
    );
  });

  it('lets nothing through that leaves a document that cannot be told to others, or read again', () => {
    fc.assert(
      fc.property(session, fc.array(damage, { minLength: 20, maxLength: 20 }), (updates, damages) => {
        const damaged = damages.flatMap(({ which, at, cut, put }) => {
          const update = [...(updates[which % updates.length] ?? [])];
          update.splice(at % update.length, cut, ...put);
          return checkUpdate(Uint8Array.from(update)).ok ? [Uint8Array.from(update)] : [];
        });
        const accepted: Uint8Array[] = [];
        let live = new LiveDocument(accepted);
        for (const update of damaged) {
          try {
            live.apply(update);
            accepted.push(update);
          } catch {
            // As the room does: the sender is closed, and the document is made again.
            live = new LiveDocument(accepted);
          }
        }
        const merged = accepted.length > 0 ? Y.mergeUpdates(accepted) : live.encode();
        for (const state of [live.encode(), merged]) {
          const again = new LiveDocument([state]);
          Y.diffUpdate(state, again.encodeStateVector());
          Y.encodeStateVectorFromUpdate(state);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('knows the update that says nothing', () => {
    const doc = new Y.Doc();
    expect(isEmptyUpdate(Y.encodeStateAsUpdate(doc))).toBe(true);
    doc.getText('text').insert(0, 'x');
    expect(isEmptyUpdate(Y.encodeStateAsUpdate(doc))).toBe(false);
  });
});
