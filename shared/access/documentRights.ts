import { boardOf, type DocumentId, type DocumentPart, documentIdOf, partOf } from './documentId.ts';
import type { Role } from './role.ts';

type Right = 'none' | 'read' | 'write';

/** Who reads and who writes which document. Nobody has any right to another person's private one. */
const table: Readonly<Record<Role, Readonly<Record<DocumentPart, Right>>>> = {
  leader: { duk: 'write', translations: 'write', private: 'write' },
  editor: { duk: 'write', translations: 'read', private: 'write' },
  interpreter: { duk: 'read', translations: 'write', private: 'write' },
  viewer: { duk: 'read', translations: 'read', private: 'write' },
  admin: { duk: 'none', translations: 'none', private: 'none' },
};

export interface DocumentRights {
  readonly mayRead: boolean;
  readonly mayWrite: boolean;
}

/**
 * What somebody who is in may do with one of the board's documents.
 * @param person whose private document is theirs
 */
export function documentRights(documentId: DocumentId, role: Role, person: string): DocumentRights {
  const part = partOf(documentId);
  const isAnothers = part === 'private' && documentId !== documentIdOf(boardOf(documentId), part, person);
  const right = part === undefined || isAnothers ? 'none' : table[role][part];
  return { mayRead: right !== 'none', mayWrite: right === 'write' };
}
