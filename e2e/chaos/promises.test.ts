import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Promises } from './promises.ts';
import type { Writer } from './writer.ts';

/** Somebody who has written this, was told so much of it is saved, and sees what is in the document. */
function writer(doc: Y.Doc, savedClock: number, savedStrikes: Writer['savedStrikes'] = []): Writer {
  return { doc, clientId: doc.clientID, savedClock, savedStrikes } as unknown as Writer;
}

function docOf(clientID: number, text: string): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  for (const letter of text) doc.getText().insert(doc.getText().length, letter);
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

describe('what people were promised', () => {
  it('is broken by a journal that lacks what was called saved', () => {
    const promises = new Promises();
    promises.collect([writer(docOf(1, 'fem.'), 4)]);
    expect(promises.brokenBy(docOf(1, 'fem'))).toEqual(['saved: of 1 up to 4, there is up to 3']);
    expect(promises.brokenBy(docOf(1, 'fem.'))).toEqual([]);
  });

  it('is broken by a journal that lacks what somebody else saw, and not by what only its author has', () => {
    const promises = new Promises();
    const author = docOf(1, 'seks');
    promises.collect([writer(author, 0), writer(copyOf(docOf(1, 'sek')), 0)]);
    expect(promises.brokenBy(docOf(1, 'se'))).toEqual(['seen: of 1 up to 3, there is up to 2']);
    expect(promises.brokenBy(docOf(1, 'sek'))).toEqual([]);
  });

  it('is broken by what was struck out, called saved, and stands again', () => {
    const promises = new Promises();
    const before = docOf(1, 'sju');
    const after = copyOf(before);
    after.getText().delete(1, 1);
    promises.collect([writer(after, 0, [{ client: 1, clock: 1 }])]);
    expect(promises.brokenBy(before)).toEqual(['saved: 1 1 struck out, and it stands']);
    expect(promises.brokenBy(after)).toEqual([]);
  });

  it('stays promised when they have left', () => {
    const promises = new Promises();
    promises.collect([writer(docOf(1, 'fem'), 3)]);
    promises.collect([]);
    expect(promises.brokenBy(new Y.Doc())).toHaveLength(1);
    expect(promises.totals).toEqual({ saved: 3, seen: 0, strikes: 0 });
  });

  it('does not count what waits for an edit that never came', () => {
    const promises = new Promises();
    const author = docOf(1, 'fem');
    promises.collect([writer(author, 3)]);
    const withHole = new Y.Doc();
    Y.applyUpdate(withHole, Y.encodeStateAsUpdate(author, Uint8Array.of(1, 1, 2)));
    expect(promises.brokenBy(withHole)).toEqual(['saved: of 1 up to 3, there is up to 0']);
  });
});
