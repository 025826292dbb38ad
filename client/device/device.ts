import {
  asked,
  done,
  type KeptAnswer,
  type KeptBoard,
  type KeptRow,
  openDatabase,
  type StoreName,
} from './database.ts';
import { newKey, type Sealed, seal, unseal } from './sealing.ts';

/** Who the server says that somebody is at a board, and how long it knows them. */
export interface Guest {
  readonly participantId: string;
  /** Every seat that is theirs. */
  readonly seats: readonly string[];
  readonly idleMs: number;
  readonly ageMs: number;
  /** What they may do, in words that change with it: what was answered to one who might do otherwise is not answered again. */
  readonly standing: string;
}

/** An update of a document as it lies on the device. */
export interface Row {
  readonly id: number;
  readonly isUnsent: boolean;
  readonly bytes: Uint8Array;
}

/** All of it or nothing. */
export interface RowChange {
  readonly add: readonly Omit<Row, 'id'>[];
  readonly remove: readonly number[];
}

/** Where one window keeps a document's updates. */
export interface RowsOnDevice {
  /** What lies there. What is written from now on belongs with it. */
  readonly rows: () => Promise<readonly Row[]>;
  /** @returns as `write` of `Device`; undefined too when the board was forgotten since, though somebody has come to it anew */
  readonly write: (change: RowChange) => Promise<readonly number[] | undefined>;
}

const dayMs = 24 * 60 * 60_000;
/** Whoever has been without a network for longer asks the server first, however long their session lasts. */
const longestIdleMs = dayMs;
/** So long words that were never sent wait for whoever wrote them to come in again. */
const unsentWaitMs = 7 * dayMs;

/**
 * What this device keeps of boards for when there is no network, sealed with a key for each board. It stands and falls with the
 * session in the same browser, which opens the same board: at its end, on leaving, and when the server says that somebody is out,
 * the key goes first. What was never sent is another matter: after a session that only ran out it waits, unread, for its writer.
 */
export class Device {
  readonly #database: IDBDatabase;
  readonly #clock: () => number;
  readonly #program: string;

  /** @param options.program which program asks and answers; what another one was told is not read */
  constructor(options: { readonly database: IDBDatabase; readonly clock: () => number; readonly program: string }) {
    this.#database = options.database;
    this.#clock = options.clock;
    this.#program = options.program;
  }

  static async open(options: {
    readonly factory: IDBFactory;
    readonly clock: () => number;
    readonly program: string;
    /** The database is closed under us, and this device keeps nothing more. */
    readonly onClosed?: () => void;
  }): Promise<Device> {
    const device = new Device({ ...options, database: await openDatabase(options.factory, options.onClosed) });
    // What has run out goes whichever board is opened, or none.
    await device.openBoards();
    return device;
  }

  /** The server has said that this person is in. What another left here goes. */
  async welcome(boardId: string, guest: Guest): Promise<void> {
    const now = this.#clock();
    const lasts = {
      participantId: guest.participantId,
      usedAt: now,
      idleMs: Math.min(guest.idleMs, longestIdleMs),
      endsAt: now + guest.ageMs,
      standing: guest.standing,
    };
    const there = await this.#find(boardId);
    if (there && !guest.seats.includes(there.participantId)) await this.forget(boardId);
    const isSame = there && guest.seats.includes(there.participantId);
    const made = isSame ? there : { boardId, key: await newKey(), keyId: crypto.randomUUID() };
    const writing = this.#begin('readwrite', 'boards', 'answers');
    // Another window may have made one while this one was made.
    const latest = (await asked(writing.objectStore('boards').get(boardId))) as KeptBoard | undefined;
    if (latest?.standing !== guest.standing) await this.#deleteAnswers(writing, boardId);
    writing.objectStore('boards').put({ ...(latest ?? made), ...lasts } satisfies KeptBoard);
    await done(writing);
  }

  /** The board is open before somebody, which counts as use as it does on the server. */
  async use(boardId: string): Promise<void> {
    const writing = this.#begin('readwrite', 'boards');
    const boards = writing.objectStore('boards');
    const there = (await asked(boards.get(boardId))) as KeptBoard | undefined;
    if (there && this.#isOpen(there)) boards.put({ ...there, usedAt: this.#clock() } satisfies KeptBoard);
    await done(writing);
  }

  /** Whether it may be shown without asking the server. One that may not any more is locked. */
  async isOpen(boardId: string): Promise<boolean> {
    const there = await this.#find(boardId);
    if (!there) return false;
    if (this.#isOpen(there)) return true;
    await this.lock(boardId);
    return false;
  }

  /** The boards that may be shown without asking the server. */
  async openBoards(): Promise<readonly string[]> {
    const ids = (await asked(this.#begin('readonly', 'boards').objectStore('boards').getAllKeys())) as string[];
    const isOpen = await Promise.all(ids.map((boardId) => this.isOpen(boardId)));
    return ids.filter((_boardId, index) => isOpen[index]);
  }

  /** Of these, the boards with something that was never sent. */
  async boardsWithUnsent(): Promise<readonly string[]> {
    const open = await this.openBoards();
    const rows = (await asked(this.#begin('readonly', 'rows').objectStore('rows').getAll())) as KeptRow[];
    return open.filter((boardId) => rows.some((row) => row.isUnsent && row.boardId === boardId));
  }

  /** A document's updates, in the order in which they were kept. What cannot be opened is left out. */
  async rows(boardId: string, document: string): Promise<readonly Row[]> {
    const board = await this.#find(boardId);
    if (!board) return [];
    const index = this.#begin('readonly', 'rows').objectStore('rows').index('document');
    const [ids, rows] = await Promise.all([asked(index.getAllKeys(document)), asked(index.getAll(document))]);
    const opened = await Promise.all(
      (rows as KeptRow[]).map(async ({ isUnsent, ...sealed }, at) => {
        const bytes = await this.#open(board, placeOf(document, isUnsent), sealed);
        return bytes && { id: ids[at] as number, isUnsent, bytes };
      }),
    );
    return opened.filter((row) => row !== undefined);
  }

  /** A window's place for a document: what another person's window, or one from before the board was forgotten, writes goes nowhere. */
  placeOf(boardId: string, document: string, seats: readonly string[]): RowsOnDevice {
    let keyId: string | undefined;
    return {
      rows: async () => {
        const board = await this.#find(boardId);
        keyId = board && seats.includes(board.participantId) ? board.keyId : undefined;
        return keyId === undefined ? [] : this.rows(boardId, document);
      },
      write: async (change) => (keyId === undefined ? undefined : this.write(boardId, document, change, keyId)),
    };
  }

  /**
   * @param keyId the key that what is written belongs with; without it, the one of now
   * @returns the ids of what was added, in order; undefined when the board has been forgotten, and nothing is kept
   */
  async write(
    boardId: string,
    document: string,
    { add, remove }: RowChange,
    keyId?: string,
  ): Promise<readonly number[] | undefined> {
    const board = await this.#find(boardId);
    if (!board || (keyId !== undefined && board.keyId !== keyId)) return undefined;
    const sealed = await Promise.all(
      add.map(async ({ isUnsent, bytes }): Promise<KeptRow> => {
        return { ...(await seal(board.key, placeOf(document, isUnsent), bytes)), boardId, document, isUnsent };
      }),
    );
    const isOurs = add.some(({ isUnsent }) => isUnsent);
    const writing = isOurs ? this.#beginOnDisk('boards', 'rows') : this.#begin('readwrite', 'boards', 'rows');
    const now = (await asked(writing.objectStore('boards').get(boardId))) as KeptBoard | undefined;
    if (now?.keyId !== board.keyId) return undefined;
    const rows = writing.objectStore('rows');
    for (const id of remove) rows.delete(id);
    const ids = await Promise.all(sealed.map((row) => asked(rows.add(row))));
    await done(writing);
    return ids as number[];
  }

  /** @param value what JSON can say */
  async keepAnswer(boardId: string, path: string, value: unknown): Promise<void> {
    const board = await this.#find(boardId);
    const text = JSON.stringify(value);
    if (!board || text === undefined) return;
    const sealed = await seal(board.key, `answer ${path}`, new TextEncoder().encode(text));
    const writing = this.#begin('readwrite', 'boards', 'answers');
    const now = (await asked(writing.objectStore('boards').get(boardId))) as KeptBoard | undefined;
    if (now?.keyId !== board.keyId) return;
    writing.objectStore('answers').put({ ...sealed, boardId, path, program: this.#program } satisfies KeptAnswer);
    await done(writing);
  }

  async forgetAnswer(boardId: string, path: string): Promise<void> {
    const writing = this.#begin('readwrite', 'answers');
    writing.objectStore('answers').delete([boardId, path]);
    await done(writing);
  }

  /** What was last answered, if the board may be shown without asking; undefined when nothing was. */
  async findAnswer(boardId: string, path: string): Promise<unknown> {
    if (!(await this.isOpen(boardId))) return undefined;
    const board = await this.#find(boardId);
    const reading = this.#begin('readonly', 'answers').objectStore('answers');
    const there = (await asked(reading.get([boardId, path]))) as KeptAnswer | undefined;
    if (!board || there?.program !== this.#program) return undefined;
    const bytes = await this.#open(board, `answer ${path}`, there);
    return bytes && JSON.parse(new TextDecoder().decode(bytes));
  }

  /** The session is over, and nobody has said that the person is out: what can be read goes, and so does the key when nothing waits. */
  async lock(boardId: string): Promise<void> {
    const writing = this.#beginOnDisk('boards', 'rows', 'answers');
    const boards = writing.objectStore('boards');
    const there = (await asked(boards.get(boardId))) as KeptBoard | undefined;
    const rows = writing.objectStore('rows');
    const byBoard = rows.index('board');
    const [ids, kept] = await Promise.all([asked(byBoard.getAllKeys(boardId)), asked(byBoard.getAll(boardId))]);
    const isLate = there !== undefined && this.#clock() > there.endsAt + unsentWaitMs;
    const waits = (kept as KeptRow[]).map(({ isUnsent }) => isUnsent && !isLate);
    if (!there || !waits.includes(true)) boards.delete(boardId);
    else if (there.usedAt !== 0)
      boards.put({ ...there, usedAt: 0, endsAt: Math.min(there.endsAt, this.#clock()) } satisfies KeptBoard);
    ids.forEach((id, at) => {
      if (!waits[at]) rows.delete(id);
    });
    await this.#deleteAnswers(writing, boardId);
    await done(writing);
  }

  /** The key first, and everything that it opened. */
  async forget(boardId: string): Promise<void> {
    const writing = this.#beginOnDisk('boards', 'rows', 'answers');
    writing.objectStore('boards').delete(boardId);
    const rows = writing.objectStore('rows');
    for (const id of await asked(rows.index('board').getAllKeys(boardId))) rows.delete(id);
    await this.#deleteAnswers(writing, boardId);
    await done(writing);
  }

  /** Everything of every board. */
  async forgetAll(): Promise<void> {
    const writing = this.#beginOnDisk('boards', 'rows', 'answers');
    for (const name of ['boards', 'rows', 'answers'] as const) writing.objectStore(name).clear();
    await done(writing);
  }

  async #deleteAnswers(writing: IDBTransaction, boardId: string): Promise<void> {
    const answers = writing.objectStore('answers');
    for (const key of await asked(answers.index('board').getAllKeys(boardId))) answers.delete(key);
  }

  #begin(mode: IDBTransactionMode, ...stores: readonly StoreName[]): IDBTransaction {
    return this.#database.transaction(stores, mode, { durability: 'relaxed' });
  }

  /**
   * For what must be on the disk before it is called done: words that nobody else has, for a laptop's battery may be as low as its
   * network, and a key that goes. It waits for the disk, so nothing else does.
   */
  #beginOnDisk(...stores: readonly StoreName[]): IDBTransaction {
    return this.#database.transaction(stores, 'readwrite', { durability: 'strict' });
  }

  async #find(boardId: string): Promise<KeptBoard | undefined> {
    return asked(this.#begin('readonly', 'boards').objectStore('boards').get(boardId));
  }

  #isOpen({ usedAt, idleMs, endsAt }: KeptBoard): boolean {
    const now = this.#clock();
    return usedAt !== 0 && now < usedAt + idleMs && now < endsAt;
  }

  async #open({ key }: KeptBoard, place: string, sealed: Sealed): Promise<Uint8Array | undefined> {
    // Sealed with a key that is gone, or altered on the disk: as if it had not been kept.
    return unseal(key, place, sealed).catch(() => undefined);
  }
}

function placeOf(document: string, isUnsent: boolean): string {
  return `${isUnsent ? 'unsent' : 'saved'} ${document}`;
}
