import * as Y from 'yjs';
import { failed, type Result, succeeded } from '../result.ts';
import { type Layouts, shippedLayouts, type Template, type TemplateId, templates } from '../template/index.ts';
import type { Board } from './board.ts';
import {
  type BoardDocument,
  type OpenFailure,
  openBoardDocument,
  openFailureOf,
  schemaNumber,
} from './boardDocument.ts';
import { migrateDocument } from './migrations/migrateDocument.ts';
import { mayForget } from './noteFacts.ts';
import { readBoard } from './readBoard.ts';

/** What a new board starts with. */
export interface NewBoard {
  readonly title: string;
  readonly templateId: TemplateId;
  readonly for: string;
}

/** The first update of a new board's journal. */
export function createBoardUpdate({ title, templateId, for: forWhom }: NewBoard): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    const duk = doc.getMap('duk');
    duk.set('schema', schemaNumber);
    duk.set('templateId', templateId);
    duk.set('title', title);
    duk.set('for', forWhom);
    duk.set('horizonShort', '');
    duk.set('horizonLong', '');
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** Plays a journal, in any order and with gaps and doubles, into a `Board`. */
export function replayBoard(
  updates: readonly Uint8Array[],
  layouts: Layouts = shippedLayouts,
): Result<Board, OpenFailure> {
  return lookInJournal(updates, readBoard, layouts);
}

/** Plays a journal in the same way, for whoever needs a part of what it comes to. */
export function lookInJournal<Value>(
  updates: readonly Uint8Array[],
  look: (board: BoardDocument) => Value,
  layouts: Layouts,
): Result<Value, OpenFailure> {
  const doc = documentOf(updates);
  migrateDocument(doc);
  const failure = openFailureOf(doc);
  if (failure) return failed(failure);
  const seen = look(openBoardDocument(doc, templates.lorenskog, layouts));
  doc.destroy();
  return succeeded(seen);
}

/** One update that says the same as many; what still waits for a missing one is kept. */
export function compactUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const doc = documentOf(updates);
  const compacted = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return compacted;
}

/**
 * The same for each of several points on the way.
 * @param ends after how many updates, rising
 */
export function compactUpdatesAt(updates: readonly Uint8Array[], ends: readonly number[]): Uint8Array[] {
  const doc = documentOf([]);
  let done = 0;
  const states = ends.map((end) => {
    for (; done < end; done++) Y.applyUpdate(doc, updates[done] as Uint8Array);
    return Y.encodeStateAsUpdate(doc);
  });
  doc.destroy();
  return states;
}

/**
 * Plays changes onto a board without a browser: what a seed, an import or a test does.
 * @returns one update holding only what the changes added
 */
export function changeBoard(
  updates: readonly Uint8Array[],
  change: (board: ReturnType<typeof openBoardDocument>) => void,
  fallback: Template = templates.lorenskog,
  layouts: Layouts = shippedLayouts,
): Uint8Array {
  const doc = documentOf(updates);
  const before = Y.encodeStateVector(doc);
  change(openBoardDocument(doc, fallback, layouts));
  const update = Y.encodeStateAsUpdate(doc, before);
  doc.destroy();
  return update;
}

/** A document as rooms and compacted journals have it. */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gcFilter: mayForget });
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
