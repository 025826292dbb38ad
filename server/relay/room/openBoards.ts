import type { BoardId } from '@duken/shared/board';
import type { RelayCounters } from '../counters.ts';
import type { Connection } from '../people/connection.ts';
import type { Room } from './room.ts';

/** A board that somebody is at, or on the way to. */
export interface OpenBoard {
  readonly boardId: BoardId;
  readonly room: Promise<Room>;
  /** The room, once it stands. */
  opened: Room | undefined;
  /** Everybody, those included who wait for the room to open. */
  readonly connections: Set<Connection>;
  /** Those who are in. */
  readonly present: Map<Connection, Room>;
  isBeingLeft: boolean;
  /** Whether somebody has come since it began to be left. */
  isSoughtAgain: boolean;
}

export interface OpenBoardsOptions {
  readonly openRoom: (boardId: BoardId) => Promise<Room>;
  readonly mayFold: () => boolean;
  readonly counters: RelayCounters;
}

/** The boards in memory. One is opened when somebody comes, and let go of when the last has left and all is on disk. */
export class OpenBoards {
  readonly #options: OpenBoardsOptions;
  readonly #boards = new Map<BoardId, OpenBoard>();

  constructor(options: OpenBoardsOptions) {
    this.#options = options;
  }

  find(boardId: BoardId): OpenBoard | undefined {
    return this.#boards.get(boardId);
  }

  /** Every room that stands. */
  *rooms(): Iterable<Room> {
    for (const { opened } of this.#boards.values()) if (opened) yield opened;
  }

  /** The board, opened if need be. It stays as long as it has connections. */
  open(boardId: BoardId): OpenBoard {
    const known = this.#boards.get(boardId);
    if (known) {
      known.isSoughtAgain = true;
      return known;
    }
    const board: OpenBoard = {
      boardId,
      room: this.#options.openRoom(boardId),
      opened: undefined,
      connections: new Set(),
      present: new Map(),
      isBeingLeft: false,
      isSoughtAgain: false,
    };
    this.#boards.set(boardId, board);
    this.#count();
    board.room.then(
      (room) => {
        board.opened = room;
      },
      // A board that could not be read is tried again by the next who comes.
      () => this.forget(board),
    );
    return board;
  }

  /** The next who comes gets the board from the journal again. */
  forget(board: OpenBoard): void {
    if (this.#boards.get(board.boardId) !== board) return;
    this.#boards.delete(board.boardId);
    this.#count();
  }

  /** To be called when the last connection has left an opened board. */
  async leave(board: OpenBoard, room: Room): Promise<void> {
    if (board.isBeingLeft) return;
    board.isBeingLeft = true;
    board.isSoughtAgain = false;
    await room.settled();
    if (board.connections.size === 0 && this.#options.mayFold()) await room.foldIfLong();
    board.isBeingLeft = false;
    if (board.connections.size > 0) return;
    // Somebody has come and left meanwhile, and may have written.
    if (board.isSoughtAgain) return this.leave(board, room);
    this.forget(board);
    room.close();
  }

  #count(): void {
    this.#options.counters.boards = this.#boards.size;
  }
}
