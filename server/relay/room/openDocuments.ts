import { type BoardId, boardOf, type DocumentId } from '@duken/shared/access';
import type { RelayCounters } from '../counters.ts';
import type { Connection } from '../people/connection.ts';
import type { Room } from './room.ts';

/** A document that somebody is at, or on the way to. */
export interface OpenDocument {
  readonly documentId: DocumentId;
  readonly room: Promise<Room>;
  /** The room, once it stands. */
  opened: Room | undefined;
  /** Everybody, those included who wait for the room to open. */
  readonly connections: Set<Connection>;
  /** Those who are in. */
  readonly present: Map<Connection, Room>;
  /** How many things the server is doing to it by itself. */
  errands: number;
  isBeingLeft: boolean;
  /** Whether somebody has come since it began to be left. */
  isSoughtAgain: boolean;
}

export interface OpenDocumentsOptions {
  readonly openRoom: (documentId: DocumentId) => Promise<Room>;
  readonly mayCompact: () => boolean;
  /** None of a board's documents is open any more. */
  readonly onBoardLeft: (boardId: BoardId) => void;
  readonly counters: RelayCounters;
}

/** Whether it must stay in memory. */
export function isInUse({ connections, errands }: OpenDocument): boolean {
  return connections.size > 0 || errands > 0;
}

/** The documents in memory. One is opened when somebody comes, and let go of when the last has left and all is on disk. */
export class OpenDocuments {
  readonly #options: OpenDocumentsOptions;
  readonly #documents = new Map<DocumentId, OpenDocument>();
  readonly #ofBoards = new Map<BoardId, Set<OpenDocument>>();

  constructor(options: OpenDocumentsOptions) {
    this.#options = options;
  }

  find(documentId: DocumentId): OpenDocument | undefined {
    return this.#documents.get(documentId);
  }

  /** A board's documents that are open. */
  ofBoard(boardId: BoardId): readonly OpenDocument[] {
    return [...(this.#ofBoards.get(boardId) ?? [])];
  }

  /** Every room that stands. */
  *rooms(): Iterable<Room> {
    for (const { opened } of this.#documents.values()) if (opened) yield opened;
  }

  /** The document, opened if need be. It stays as long as it is in use. */
  open(documentId: DocumentId): OpenDocument {
    const known = this.#documents.get(documentId);
    if (known) {
      known.isSoughtAgain = true;
      return known;
    }
    const document: OpenDocument = {
      documentId,
      room: this.#options.openRoom(documentId),
      opened: undefined,
      connections: new Set(),
      present: new Map(),
      errands: 0,
      isBeingLeft: false,
      isSoughtAgain: false,
    };
    this.#documents.set(documentId, document);
    const boardId = boardOf(documentId);
    this.#ofBoards.set(boardId, (this.#ofBoards.get(boardId) ?? new Set()).add(document));
    this.#count();
    document.room.then(
      (room) => {
        document.opened = room;
      },
      // A document that could not be read is tried again by the next who comes.
      () => this.forget(document),
    );
    return document;
  }

  /** The next who comes gets the document from the journal again. */
  forget(document: OpenDocument): void {
    if (this.#documents.get(document.documentId) !== document) return;
    this.#documents.delete(document.documentId);
    const boardId = boardOf(document.documentId);
    const ofBoard = this.#ofBoards.get(boardId);
    ofBoard?.delete(document);
    if (ofBoard?.size === 0) {
      this.#ofBoards.delete(boardId);
      this.#options.onBoardLeft(boardId);
    }
    this.#count();
  }

  /** To be called when the last connection has left an opened document. */
  async leave(document: OpenDocument, room: Room): Promise<void> {
    if (document.isBeingLeft) return;
    document.isBeingLeft = true;
    document.isSoughtAgain = false;
    await room.settled();
    if (!isInUse(document) && this.#options.mayCompact()) await room.compactIfLong();
    document.isBeingLeft = false;
    if (isInUse(document)) return;
    // Somebody has come and left meanwhile, and may have written.
    if (document.isSoughtAgain) return this.leave(document, room);
    this.forget(document);
    room.close();
  }

  #count(): void {
    this.#options.counters.boards = this.#ofBoards.size;
  }
}
