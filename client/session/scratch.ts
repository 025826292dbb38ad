import { BoardReader, openBoardDocument } from '@duken/shared/board';
import * as Y from 'yjs';
import type { DocumentStore } from './documentStore.ts';
import { type ExactEdits, type OwnWork, workBetween } from './ownWork.ts';
import { editsOf } from './sharedText.ts';

/**
 * What a document has that a fresh one from the server has not, as work that can be done again. Yjs does the merging, on a
 * copy that is thrown away: positions are those of the fresh document, with all that others have done meanwhile.
 */
export function workMissingIn(fresh: DocumentStore, old: DocumentStore): readonly OwnWork[] {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(fresh.doc));
  const document = openBoardDocument(copy, fresh.document.template);
  const edits = new Map<string, ExactEdits>();
  /** Notes that were laid anew under their id, by a window that was closed: what has come to them since is on the fresh one. */
  const laidAnew = new Set<string>();
  document.notes.observeDeep((events) => {
    for (const event of events) {
      const [noteId, key] = event.path;
      if (event.target === document.notes)
        for (const [id, { action }] of event.keys) if (action === 'update') laidAnew.add(id);
      if (typeof noteId === 'string' && key === 'text' && event instanceof Y.YTextEvent)
        edits.set(noteId, {
          was: rawText(fresh, noteId),
          edits: editsOf(event),
        });
    }
  });
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(old.doc, Y.encodeStateVector(fresh.doc)));
  const work = workBetween(fresh.board(), new BoardReader(document).read(), edits);
  copy.destroy();
  return work.filter((piece) => !('note' in piece && laidAnew.has(piece.note.id)));
}

/** A note's text as it lies in the document, in the bin or not: positions are counted in it. */
function rawText({ document }: DocumentStore, noteId: string): string {
  const note = document.notes.get(noteId);
  return note instanceof Y.Map ? String(note.get('text') ?? '') : '';
}
