import type * as Y from 'yjs';

/** Takes a document from one schema to the next, in place. */
export type DocumentStep = (doc: Y.Doc) => void;

/**
 * The ladder: the step that leads up from each schema that has shipped. Schema 1 is the first and the newest, so there is none
 * yet. A step may be added and none changed or taken away: a journal of any age is read for ever. Two programs must never climb
 * one shared document side by side, so only a private copy is brought up (a journal that is replayed).
 */
const documentSteps: ReadonlyMap<number, DocumentStep> = new Map();

/** Brings a private copy of a document up to today's schema; one that no step leads up from stays as it is. */
export function migrateDocument(doc: Y.Doc, steps: ReadonlyMap<number, DocumentStep> = documentSteps): void {
  const duk = doc.getMap('duk');
  for (;;) {
    const schema = duk.get('schema');
    const step = typeof schema === 'number' ? steps.get(schema) : undefined;
    if (!step) return;
    doc.transact(() => {
      step(doc);
      duk.set('schema', (schema as number) + 1);
    });
  }
}
