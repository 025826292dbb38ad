import type * as Y from 'yjs';
import { findTemplate, type Layouts, shippedLayouts, type Template } from '../template/index.ts';
import { standInTemplate } from './standInTemplate.ts';

/** The schema this code reads and writes (design.md, "The document, schema 1"). */
export const schemaNumber = 1;

/** The one place that knows how a board lies in Yjs: five maps at the root. */
export interface BoardDocument {
  readonly doc: Y.Doc;
  readonly template: Template;
  readonly duk: Y.Map<unknown>;
  readonly notes: Y.Map<unknown>;
  readonly strokes: Y.Map<unknown>;
  readonly journey: Y.Map<unknown>;
  readonly meeting: Y.Map<unknown>;
  /** Runs a change as one transaction, marked as this person's own. */
  readonly transact: (change: () => void) => void;
  /** The same, but not something that *Angre* takes back. */
  readonly transactQuietly: (change: () => void) => void;
}

/** Transactions with this origin are the person's own and can be undone. */
export const ownChange = Symbol('own change');
/** The person's own too, but bookkeeping that undo leaves alone. */
const quietChange = Symbol('quiet change');

export type OpenFailure =
  | { readonly kind: 'empty' }
  /** Written by a later product. */
  | { readonly kind: 'schemaNewer'; readonly schema: number }
  /** No schema that was ever shipped. */
  | { readonly kind: 'schemaUnknown'; readonly schema: unknown }
  | { readonly kind: 'templateUnknown'; readonly templateId: unknown };

/** What stands in the way of showing this document, or undefined when nothing does. */
export function openFailureOf(doc: Y.Doc): OpenFailure | undefined {
  const duk = doc.getMap('duk');
  const schema = duk.get('schema');
  if (schema === undefined) return { kind: 'empty' };
  if (typeof schema === 'number' && schema > schemaNumber) return { kind: 'schemaNewer', schema };
  if (schema !== schemaNumber) return { kind: 'schemaUnknown', schema };
  if (typeof duk.get('templateId') !== 'string') return { kind: 'templateUnknown', templateId: duk.get('templateId') };
  return undefined;
}

/** Whether a document that can be shown was made with a layout that is not to be had: it is for reading only. */
export function isLayoutMissing(doc: Y.Doc, layouts: Layouts = shippedLayouts): boolean {
  const templateId = doc.getMap('duk').get('templateId');
  return typeof templateId === 'string' && !layouts.has(templateId);
}

/**
 * The board in a document that `openFailureOf` had nothing against; `fallback` is used until the template has arrived, and a
 * stand-in where its layout is not among those there are.
 */
export function openBoardDocument(doc: Y.Doc, fallback: Template, layouts: Layouts = shippedLayouts): BoardDocument {
  const duk = doc.getMap('duk');
  return {
    doc,
    get template() {
      const templateId = duk.get('templateId');
      if (typeof templateId !== 'string') return fallback;
      return findTemplate(templateId, layouts) ?? standInTemplate(doc, templateId);
    },
    duk,
    notes: doc.getMap('notes'),
    strokes: doc.getMap('strokes'),
    journey: doc.getMap('journey'),
    meeting: doc.getMap('meeting'),
    transact: (change) => doc.transact(change, ownChange),
    transactQuietly: (change) => doc.transact(change, quietChange),
  };
}
