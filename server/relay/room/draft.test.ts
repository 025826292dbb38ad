import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { checkUpdate, type UpdateParts } from '../wire/updateGate.ts';
import { CommittedState } from './committedState.ts';
import { Draft, type DraftEdit } from './draft.ts';
import { isPlainlyNew, lacksParts } from './leaning.ts';
import { LiveDocument } from './liveDocument.ts';

/** Somebody's connection, which is closed when something of theirs is refused. */
interface Author {
  readonly name: number;
  refusal?: string;
}

interface TestEdit extends DraftEdit {
  readonly from: Author;
  readonly update: Uint8Array;
}

interface Message {
  readonly from: number;
  readonly update: Uint8Array;
  /** Whether a commit begins after it. */
  readonly endsBatch: boolean;
  /** Whether nobody does anything for a while then. */
  readonly isLast: boolean;
}

/** What came of a session. */
interface Outcome {
  /** Whether whoever reads the journal up to any entry lacks nothing that it leans on. */
  readonly isWhole: boolean;
  readonly journal: readonly Uint8Array[];
  /** For each author: how many messages were heard out and are saved, and whether they were refused in the end. */
  readonly authors: readonly { readonly saved: number; readonly isRefused: boolean }[];
  readonly content: unknown;
  readonly stateVector: ReadonlyMap<number, number>;
}

/** A board that hears messages in batches. @param gathers whether what plainly follows on waits for the end of its batch */
function hold(messages: readonly Message[], gathers: boolean): Outcome {
  const live = new LiveDocument([]);
  const committed = new CommittedState(live.encode());
  const authors: Author[] = [0, 1, 2].map((name) => ({ name }));
  const saved = [0, 0, 0];
  const journal: Uint8Array[] = [];
  let batch: TestEdit[] = [];
  const draft = new Draft<TestEdit>(live, {
    committed,
    onRefused: (edit, refusal) => {
      batch = batch.filter((each) => each !== edit);
      edit.from.refusal ??= refusal.detail;
    },
    onBroken: (error) => {
      throw error;
    },
  });
  const commit = () => {
    draft.workIn();
    draft.committed(batch);
    for (const { from, update } of batch) {
      saved[from.name] = (saved[from.name] ?? 0) + 1;
      committed.append(update);
      journal.push(update);
    }
    batch = [];
  };
  for (const { from, update, endsBatch, isLast } of messages) {
    const author = authors[from];
    const parts = checkUpdate(update);
    if (!author || author.refusal || !parts.ok) continue;
    const edit = { from: author, update };
    if (draft.lacks(parts.value)) {
      // It would wait for its author's step 2, which nobody here sends.
      author.refusal = 'missingParts';
      continue;
    }
    const taken = gathers ? draft.take(edit, parts.value) : draft.attempt(edit);
    if (!taken.ok) author.refusal ??= taken.failure.detail;
    else if (taken.value === 'news') batch.push(edit);
    else if (taken.value === 'oldNews') saved[from] = (saved[from] ?? 0) + 1;
    if (endsBatch) commit();
    if (isLast && gathers) for (let time = 0; time < 2; time++) draft.rest();
  }
  commit();
  const reader = new LiveDocument([]);
  const doc = new Y.Doc();
  committed.settle(draft.clean);
  Y.applyUpdate(doc, committed.state);
  return {
    isWhole: journal.every((update) => reader.applyTogether([update])),
    journal,
    authors: authors.map(({ name, refusal }) => ({ saved: saved[name] ?? 0, isRefused: refusal !== undefined })),
    content: contentOf(doc),
    stateVector: Y.decodeStateVector(Y.encodeStateVector(doc)),
  };
}

function contentOf(doc: Y.Doc): unknown {
  return [doc.getMap('notes').toJSON(), doc.getText('text').toDelta(), doc.getArray('list').toJSON()];
}

type Change = (doc: Y.Doc, at: number) => void;

const changes: readonly Change[] = [
  (doc, at) => doc.getText('text').insert(at % (doc.getText('text').length + 1), 'æøå'),
  (doc, at) => {
    const text = doc.getText('text');
    if (text.length > 0) text.delete(at % text.length, 1);
  },
  (doc, at) => {
    const note = new Y.Map<unknown>();
    note.set('text', new Y.Text('hei 😀'));
    doc.getMap('notes').set(`n${at % 4}`, note);
  },
  (doc, at) => doc.getMap('notes').delete(`n${at % 4}`),
  (doc) => doc.getText('text').format(0, doc.getText('text').length, { bold: true }),
  (doc, at) => doc.getArray('list').insert(0, [at]),
  // As many levels in one go as it takes to be too deep after a few.
  (doc) => {
    let level = doc.getMap('deep') as Y.Map<unknown>;
    while (level.get('in') instanceof Y.Map) level = level.get('in') as Y.Map<unknown>;
    for (let more = 0; more < 12; more++) level = level.set('in', new Y.Map());
  },
];

const step = fc.record({
  who: fc.nat(2),
  change: fc.nat(changes.length - 1),
  at: fc.nat(100),
  meets: fc.nat(4),
  endsBatch: fc.boolean(),
  isLast: fc.boolean(),
});
/** What a hostile or unlucky author makes of an update: it is lost, comes twice, comes in another's name, is damaged. */
const mishap = fc.record({
  which: fc.nat(200),
  do: fc.constantFrom('lose', 'double', 'swap', 'damage', 'merge' as const),
  at: fc.nat(1000),
  put: fc.uint8Array({ maxLength: 2 }),
});

const session = fc
  .tuple(fc.array(step, { minLength: 3, maxLength: 40, size: 'max' }), fc.array(mishap, { maxLength: 8 }))
  .map(([steps, mishaps]) => {
    const messages: Message[] = [];
    let moment = { endsBatch: false, isLast: false };
    const docs = [0, 1, 2].map((from) => {
      const doc = new Y.Doc();
      doc.clientID = from + 1;
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'met') messages.push({ from, update, ...moment });
      });
      return doc;
    });
    for (const { who, change, at, meets, ...rest } of steps) {
      moment = rest;
      const doc = docs[who];
      if (!doc) continue;
      changes[change]?.(doc, at);
      const other = docs[meets];
      if (other && other !== doc) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'met');
    }
    for (const { which, at, put, ...rest } of mishaps) {
      const index = which % messages.length;
      const message = messages[index];
      const next = messages[index + 1];
      if (!message) continue;
      if (rest.do === 'lose') messages.splice(index, 1);
      if (rest.do === 'double') messages.splice(at % messages.length, 0, message);
      if (rest.do === 'swap' && next) messages.splice(index, 2, next, message);
      if (rest.do === 'merge' && next && checkUpdate(message.update).ok && checkUpdate(next.update).ok) {
        messages.splice(index, 2, { ...message, update: Y.mergeUpdates([message.update, next.update]) });
      }
      if (rest.do === 'damage') {
        const update = [...message.update];
        update.splice(at % update.length, put.length, ...put);
        messages[index] = { ...message, update: Uint8Array.from(update) };
      }
    }
    return messages;
  });

describe('working in the edits of a batch together', () => {
  it('ends like working them in one by one: documents, journals, what is saved and who is refused', () => {
    fc.assert(
      fc.property(session, (messages) => {
        const outcome = hold(messages, true);
        expect(outcome).toEqual(hold(messages, false));
        expect(outcome.isWhole).toBe(true);
      }),
      { numRuns: 400, interruptAfterTimeLimit: 15_000 },
    );
  });

  it('refuses the one at fault, and what its author sent after it, and keeps what the others sent', () => {
    const [anna, bo]: [Author, Author] = [{ name: 1 }, { name: 2 }];
    const theirs = typing(2, 'xyz');
    const live = new LiveDocument([]);
    const refused: TestEdit[] = [];
    const draft = new Draft<TestEdit>(live, {
      committed: new CommittedState(live.encode()),
      onRefused: (edit) => refused.push(edit),
      onBroken: (error) => expect.fail(String(error)),
    });
    // No update is known that passes the gate and cannot be applied: here the bytes are not those that were checked.
    const torn = (update: Uint8Array) => update.slice(0, -3);
    for (const [letter, { update, parts }] of typing(1, 'abc').entries()) {
      const sent = letter === 1 ? torn(update) : update;
      expect(draft.take({ from: anna, update: sent }, parts)).toEqual({ ok: true, value: 'news' });
      const other = theirs[letter];
      expect(other && draft.take({ from: bo, update: other.update }, other.parts).ok).toBe(true);
    }
    draft.workIn();
    expect(refused.map(({ from }) => from)).toEqual([anna, anna]);
    expect([draft.clockOf(1), draft.clockOf(2)]).toEqual([1, 3]);
  });

  it('needs no document while nobody edits, and has all of it when somebody does', () => {
    const [a, b] = typing(1, 'ab');
    if (!a || !b) throw new Error('Two letters were typed');
    const live = new LiveDocument([]);
    const committed = new CommittedState(live.encode());
    const draft = new Draft<TestEdit>(live, {
      committed,
      onRefused: () => expect.fail(),
      onBroken: (error) => expect.fail(String(error)),
    });
    const edit = { from: { name: 1 }, update: a.update };
    expect(draft.take(edit, a.parts)).toEqual({ ok: true, value: 'news' });
    for (let time = 0; time < 3; time++) draft.rest();
    draft.workIn();
    for (let time = 0; time < 3; time++) draft.rest();
    draft.committed([edit]);
    committed.append(a.update);
    expect(draft.clean).toBeDefined();
    for (let time = 0; time < 3; time++) draft.rest();
    expect(draft.clean).toBeUndefined();
    expect([...Y.decodeStateVector(committed.encodeStateVector(draft.clean))]).toEqual([[1, 1]]);
    expect(draft.clockOf(1)).toBe(1);
    expect(draft.take({ ...edit, update: b.update }, b.parts)).toEqual({ ok: true, value: 'news' });
  });

  it('asks the document when something is not plainly new', () => {
    const [a, b, c] = typing(1, 'abc');
    const live = new LiveDocument([]);
    if (!a || !b || !c) throw new Error('Three letters were typed');
    const isPlain = ({ update }: { update: Uint8Array }) => {
      const parts = checkUpdate(update);
      const clockOf = (clientId: number) => live.clockOf(clientId);
      return parts.ok && !lacksParts(parts.value, clockOf) && isPlainlyNew(parts.value, clockOf);
    };
    live.apply(a.update);
    expect([a, b, c].map(isPlain)).toEqual([false, true, false]);
    expect(isPlain({ update: Y.mergeUpdates([a.update, b.update]) })).toBe(false);
    expect(isPlain({ update: twoLists(b.update, c.update) })).toBe(false);
    // What leans on others' parts, or deletes them, is plain once they are there.
    const leaning = leaningOn([a.update, b.update]);
    expect(leaning.map((update) => isPlain({ update }))).toEqual([false, false]);
    live.apply(b.update);
    expect(leaning.map((update) => isPlain({ update }))).toEqual([true, true]);
  });
});

/** One update for each letter that somebody types. */
function typing(clientId: number, word: string): { readonly update: Uint8Array; readonly parts: UpdateParts }[] {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const typed: { readonly update: Uint8Array; readonly parts: UpdateParts }[] = [];
  doc.on('update', (update: Uint8Array) => {
    const parts = checkUpdate(update);
    if (parts.ok) typed.push({ update, parts: parts.value });
  });
  for (const letter of word) doc.getText('text').insert(doc.getText('text').length, letter);
  return typed;
}

/** Somebody else types after this, and puts another text in the place of its end: two first edits, each by a client of its own. */
function leaningOn(updates: readonly Uint8Array[]): Uint8Array[] {
  return [2, 3].map((clientId) => {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    for (const update of updates) Y.applyUpdate(doc, update);
    const before = Y.encodeStateVector(doc);
    const text = doc.getText('text');
    doc.transact(() => {
      if (clientId === 3) text.delete(text.length - 1, 1);
      if (clientId === 3) doc.getArray('list').push(['instead']);
      else text.insert(text.length, 'æ');
    });
    return Y.encodeStateAsUpdate(doc, before);
  });
}

/** What no Yjs writes: two lists of parts in the name of one client. Neither deletes anything. */
function twoLists(one: Uint8Array, other: Uint8Array): Uint8Array {
  return Uint8Array.of(2, ...one.subarray(1, -1), ...other.subarray(1));
}
