import { describe, expect, it } from 'vitest';
import { type DocumentId, documentIdOf, documentParts } from './documentId.ts';
import { documentRights } from './documentRights.ts';
import type { BoardId } from './ids.ts';
import { may } from './may.ts';
import { type Role, roles } from './role.ts';

/** Who has which document (design.md, "What is a CRDT and what is not"), as one reads it aloud. */
const spec: readonly (readonly [Role, string, Readonly<Record<(typeof documentParts)[number], string>>])[] = [
  ['leader', 'writes on the duk and its translations', { duk: 'rw', translations: 'rw', private: 'rw' }],
  ['editor', 'writes on the duk, and reads translations', { duk: 'rw', translations: 'r', private: 'rw' }],
  ['interpreter', 'reads the duk, and writes translations', { duk: 'r', translations: 'rw', private: 'rw' }],
  ['viewer', 'reads both, and has a private one too', { duk: 'r', translations: 'r', private: 'rw' }],
  ['admin', 'has none by virtue of the role', { duk: '', translations: '', private: '' }],
];

const board = 'b3d1' as BoardId;

/** What Anna may do. */
function letters(documentId: DocumentId, role: Role): string {
  const { mayRead, mayWrite } = documentRights(documentId, role, 'anna');
  return `${mayRead ? 'r' : ''}${mayWrite ? 'w' : ''}`;
}

describe('who may do what with a document', () => {
  it.each(spec)('%s %s', (role, _, own) => {
    const found = documentParts.map((part) => [part, letters(documentIdOf(board, part, 'anna'), role)]);
    expect(Object.fromEntries(found)).toEqual(own);
  });

  it.each(roles)('%s neither reads nor writes what is another’s own', (role) => {
    expect(letters(documentIdOf(board, 'private', 'bo'), role)).toBe('');
  });

  it.each(roles)('%s has the duk as the other table says, and nothing that is no document', (role) => {
    const said = `${may({ role }, 'read') ? 'r' : ''}${may({ role }, 'write') ? 'w' : ''}`;
    expect([letters(board, role), letters(`${board}/other` as DocumentId, role)]).toEqual([said, '']);
  });

  it('is said of every role', () => {
    expect(spec.map(([role]) => role)).toEqual(roles);
  });
});
