import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openFailureOf, replayBoard } from '../index.ts';
import { document1 } from './1/document1.ts';
import { migrateDocument } from './migrateDocument.ts';

const here = new URL('./', import.meta.url);
const schemas = readdirSync(here).filter((name) => /^\d+$/.test(name));
/** Documents as the product of their day left them, in folders by their schema. */
const shipped = schemas.flatMap((schema) =>
  readdirSync(new URL(`${schema}/`, here))
    .filter((file) => file.endsWith('.yjs'))
    .map((file) => [schema, file, new Uint8Array(readFileSync(new URL(`${schema}/${file}`, here)))] as const),
);

/** What the version that was frozen from a document says stood on it. */
function sheetOf(file: string): unknown {
  const plan = readFileSync(new URL(`../../plan/formats/1/${file.replace('.yjs', '.json')}`, here), 'utf8');
  return JSON.parse(plan).sheet;
}

describe('a document from an earlier day', () => {
  it.each(shipped)('of schema %s, %s, is read for ever, with all that stands on it', (_, file, state) => {
    const board = replayBoard([state]);
    expect(board.ok && { ...board.value, bin: [] }).toEqual(sheetOf(file));
  });

  it.each(shipped.filter(([schema]) => schema === '1'))(
    'of schema %s, %s, fits what is said of it',
    (_, file, state) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, state);
      const json = Object.fromEntries(
        ['duk', 'notes', 'strokes', 'journey'].map((map) => [map, doc.getMap(map).toJSON()]),
      );
      expect(document1.safeParse(json).error, file).toBeUndefined();
    },
  );

  it('is among what is tried', () => {
    expect(schemas).toContain('1');
    expect(shipped.length).toBeGreaterThan(2);
  });
});

describe('climbing the ladder', () => {
  const steps = new Map([
    [1, (doc: Y.Doc) => void doc.getMap('duk').set('heading', doc.getMap('duk').get('title'))],
    [2, (doc: Y.Doc) => doc.getMap('duk').delete('title')],
  ]);
  const documentOf = (schema: unknown) => {
    const doc = new Y.Doc();
    for (const [key, value] of Object.entries({ schema, title: 'Planen', templateId: 'lorenskog' }))
      doc.getMap('duk').set(key, value);
    return doc;
  };

  it('goes one step at a time, from wherever a document stands', () => {
    const doc = documentOf(1);
    migrateDocument(doc, steps);
    expect(doc.getMap('duk').toJSON()).toEqual({ schema: 3, heading: 'Planen', templateId: 'lorenskog' });
    const later = documentOf(2);
    migrateDocument(later, steps);
    expect(later.getMap('duk').toJSON()).toEqual({ schema: 3, templateId: 'lorenskog' });
  });

  it.each([2, '1', null, undefined])(
    'leaves a document of schema %j as it is, for nothing leads up from it',
    (schema) => {
      const doc = documentOf(schema);
      const before = Y.encodeStateAsUpdate(doc);
      migrateDocument(doc);
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    },
  );

  it('does not reach a document of a later schema: it is unreadable here, and said to be newer', () => {
    expect(openFailureOf(documentOf(2))).toEqual({ kind: 'schemaNewer', schema: 2 });
    expect(openFailureOf(documentOf('1'))).toEqual({ kind: 'schemaUnknown', schema: '1' });
  });
});
