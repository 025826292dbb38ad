import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type DamagedEntry, salvage } from './salvage.ts';

/** One person writing: each edit adds a letter, under one Yjs client. */
function writer(clientId: number) {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  return { doc, text: doc.getText('text'), updates };
}

/** «abcdef», letter by letter. */
function sixLetters(clientId = 7) {
  const { doc, text, updates } = writer(clientId);
  for (const letter of 'abcdef') text.insert(text.length, letter);
  return { doc, updates };
}

const intact = (updates: readonly Uint8Array[]): DamagedEntry[] =>
  updates.map((update, index) => ({ position: index + 1, updates: [update], isAltered: false }));

/** Whether Yjs can read it: the server asks more. */
function isSound(update: Uint8Array): boolean {
  try {
    const { structs } = Y.decodeUpdate(update);
    return structs.every(({ length }) => length > 0);
  } catch {
    return false;
  }
}

function textIn(state: Uint8Array): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc.getText('text').toString();
}

/** The one byte of an update that is this letter, made another. */
function withLetter(update: Uint8Array, from: string, to: string): Uint8Array {
  const altered = Uint8Array.from(update);
  const at = altered.lastIndexOf(from.charCodeAt(0));
  altered[at] = to.charCodeAt(0);
  return altered;
}

describe('salvaging a damaged journal', () => {
  it('keeps all of one that is whole', () => {
    const { updates } = sixLetters();
    const { state, ...rest } = salvage(intact(updates), isSound);
    expect(textIn(state)).toBe('abcdef');
    expect(rest).toEqual({ lost: [], elsewhere: [], doubtful: [], missing: [], isWaiting: false });
  });

  it('keeps what came before and after a lost entry, the latter waiting, and tells what is missing', () => {
    const { doc, updates } = sixLetters();
    const { state, missing, isWaiting } = salvage(intact(updates).toSpliced(2, 1), isSound);
    expect(textIn(state)).toBe('ab');
    expect(missing).toEqual([{ client: 7, from: 2, to: 3 }]);
    expect(isWaiting).toBe(true);
    // Somebody who has the duk open sends what the server lacks.
    const server = new Y.Doc();
    Y.applyUpdate(server, state);
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)));
    expect(server.getText('text').toString()).toBe('abcdef');
  });

  it('loses an update that cannot be read, and nothing else of its entry', () => {
    const [one, two] = [sixLetters(7).updates, sixLetters(8).updates];
    const torn = (one[5] ?? new Uint8Array()).subarray(0, 4);
    const entries = [
      ...intact(one.slice(0, 5)),
      { position: 6, updates: [...two, torn], isAltered: true },
      { position: 7, updates: [Uint8Array.of(1, 2, 3)], isAltered: false },
    ];
    const { state, lost, doubtful, missing } = salvage(entries, isSound);
    expect(textIn(state)).toHaveLength(11);
    expect(lost).toEqual([
      { position: 6, updates: 1 },
      { position: 7, updates: 1 },
    ]);
    expect([doubtful, missing]).toEqual([[6], []]);
  });

  it('keeps an altered letter rather than all that was written after it', () => {
    const { updates } = sixLetters();
    const entries = intact(updates).with(2, {
      position: 3,
      updates: [withLetter(updates[2] ?? new Uint8Array(), 'c', 'x')],
      isAltered: true,
    });
    const { state, lost, doubtful, isWaiting } = salvage(entries, isSound);
    expect(textIn(state)).toBe('abxdef');
    expect([lost, doubtful, isWaiting]).toEqual([[], [3], false]);
  });

  it('does not believe what an altered update deletes', () => {
    const { doc, updates } = sixLetters();
    doc.transact(() => {
      doc.getText('text').delete(0, 3);
      doc.getText('text').insert(0, 'X');
    });
    const last = { position: 7, updates: updates.slice(6), isAltered: true };
    expect(textIn(salvage([...intact(updates.slice(0, 6)), last], isSound).state)).toBe('abcXdef');
    expect(textIn(salvage(intact(updates), isSound).state)).toBe('Xdef');
  });

  it('never lets an altered update take the place of something else', () => {
    const { updates } = sixLetters();
    const pretender = sixLetters(7).updates[4] ?? new Uint8Array();
    const altered = { position: 7, updates: [withLetter(pretender, 'e', 'x')], isAltered: true };
    const { state, elsewhere } = salvage([...intact(updates), altered], isSound);
    expect(textIn(state)).toBe('abcdef');
    expect(elsewhere).toEqual([7]);
    // Half of what it claims is somebody else's.
    const { doc, updates: longer } = sixLetters();
    doc.getText('text').insert(6, 'gh');
    const both = Y.mergeUpdates([...longer.slice(5, 6), withLetter(longer[6] ?? new Uint8Array(), 'h', 'x')]);
    const more = salvage([...intact(updates), { position: 7, updates: [both], isAltered: true }], isSound);
    expect([textIn(more.state), more.lost]).toEqual(['abcdef', [{ position: 7, updates: 1 }]]);
  });

  it('fills holes from a copy that was made before the damage', () => {
    const { updates } = sixLetters();
    const copy = { position: 4, updates: [Y.mergeUpdates(updates.slice(0, 4))], isAltered: false };
    const { state, missing, isWaiting } = salvage([...intact(updates).toSpliced(1, 2), copy], isSound);
    expect([textIn(state), missing, isWaiting]).toEqual(['abcdef', [], false]);
  });

  it('keeps all that whole entries say, whatever was done to the others, and never throws', () => {
    const damage = fc.record({
      entry: fc.nat(11),
      at: fc.nat(),
      mask: fc.integer({ min: 1, max: 255 }),
      cut: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
        const updates = [...sixLetters(7).updates, ...sixLetters(8).updates];
        const entries = intact(updates);
        for (const { entry, at, mask, cut } of damages) {
          const update = Uint8Array.from(updates[entry] ?? []);
          const place = at % update.length;
          const changed = cut ? update.subarray(0, place) : update.with(place, (update[place] ?? 0) ^ mask);
          entries[entry] = { position: entry + 1, updates: [changed], isAltered: true };
        }
        const whole = entries.filter(({ isAltered }) => !isAltered).flatMap((entry) => entry.updates);
        const { state, lost, doubtful, elsewhere } = salvage(entries, isSound);
        const [kept, least] = [new Y.Doc(), new Y.Doc()];
        Y.applyUpdate(kept, state);
        for (const update of whole) Y.applyUpdate(least, update);
        for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(least))) {
          expect(Y.getState(kept.store, client)).toBeGreaterThanOrEqual(clock);
        }
        const touched = new Set(damages.map(({ entry }) => entry + 1));
        expect(new Set([...lost.map(({ position }) => position), ...doubtful, ...elsewhere])).toEqual(touched);
      }),
      { numRuns: 300 },
    );
  });
});
