import type { BoardId } from './ids.ts';

/**
 * The documents that a board owns. `duk`: what all write together. `translations`: of its notes, by an interpreter.
 * `private`: one person's own, not laid on the duk.
 */
export const documentParts = ['duk', 'translations', 'private'] as const;
export type DocumentPart = (typeof documentParts)[number];

/**
 * Names one document, and is the key of its journal and room. The duk's is the board's id itself, so that journals from
 * before there were other parts keep their keys and checksums.
 */
export type DocumentId = BoardId | (string & { readonly kind: 'DocumentId' });

/** The id of a part that a board has one of. */
export function documentIdOf(boardId: BoardId, part: Exclude<DocumentPart, 'private'>): DocumentId;
/** @param owner whose private document; without slashes */
export function documentIdOf(boardId: BoardId, part: DocumentPart, owner: string): DocumentId;
export function documentIdOf(boardId: BoardId, part: DocumentPart, owner = ''): DocumentId {
  switch (part) {
    case 'duk':
      return boardId;
    case 'translations':
      return `${boardId}/${part}` as DocumentId;
    case 'private':
      return `${boardId}/${part}/${owner}` as DocumentId;
  }
}

/** The board that owns a document. */
export function boardOf(documentId: DocumentId): BoardId {
  return documentId.split('/', 1)[0] as BoardId;
}

/** @returns undefined for an id that `documentIdOf` makes none of: somebody may have mistyped it */
export function partOf(documentId: DocumentId): DocumentPart | undefined {
  const [boardId, part, owner, ...rest] = documentId.split('/');
  if (!boardId || rest.length > 0) return undefined;
  if (part === undefined) return 'duk';
  if (part === 'translations') return owner === undefined ? part : undefined;
  return part === 'private' && owner ? part : undefined;
}
