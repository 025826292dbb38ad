import type { BoardId } from '@duken/shared/board';
import type { Directory, RoomBus } from '../storage/index.ts';
import { type AccessAnswer, type AccessQuestion, isOver } from './accessQuestion.ts';

/** How often we look for what has expired, in milliseconds: well within the second in which it must end. */
const lookEveryMs = 500;
/** How many of those looks pass between two questions about changes that nobody told us of, while the bus is up. */
const looksBetweenQuestions = 10;

const topic = 'access';

/** Something open that stands on an access: a socket, a stream of news, a download. */
export interface Watched {
  /** The answer at the door; when it is a refusal, nothing is watched. */
  readonly first: Promise<AccessAnswer>;
  /** Resolves when no change that was told of before is still being asked about; undefined when there is none. */
  settled(): Promise<void> | undefined;
  /** Stops watching: it is closed. */
  end(): void;
}

interface Standing {
  readonly question: AccessQuestion;
  readonly hear: (answer: AccessAnswer) => void;
  /** What a later question was answered. The first answer may come after it. */
  latest: AccessAnswer | undefined;
  /** How many changes there had been to the board's access when it was last asked. */
  changes: number;
  /** When its access ends by itself, in milliseconds since the epoch. */
  until: number;
}

interface WatchedBoard {
  readonly standing: Set<Standing>;
  /** The questions under way. */
  asking: Promise<void> | undefined;
  /** Something changed after they began, or they failed. */
  mustAskAgain: boolean;
}

export interface AccessWatchOptions {
  readonly bus: RoomBus;
  readonly directory: Pick<Directory, 'accessChanges'>;
  readonly clock: () => number;
  /** Told of a board where an access has just expired. */
  readonly onExpired: (boardId: BoardId) => void;
  readonly onFailed: (error: unknown) => void;
}

/**
 * Everything open on this server that stands on an access. When access to a board may have changed, everything open on
 * it is asked for again, on every server, and each told its answer. The boards' rows count their changes, so that what
 * the bus could not bring is found there.
 */
export class AccessWatch {
  readonly #options: AccessWatchOptions;
  readonly #boards = new Map<BoardId, WatchedBoard>();
  readonly #timer: NodeJS.Timeout;
  readonly #ears: { end(): void };
  #soonestEnd = Number.POSITIVE_INFINITY;
  #looks = 0;
  #isLooking = false;
  #hasFailed = false;

  constructor(options: AccessWatchOptions) {
    this.#options = options;
    // One topic for all boards, heard from the start: nothing falls between opening something and listening for it.
    this.#ears = options.bus.subscribe(topic, (message) => this.#askAgain(Buffer.from(message).toString() as BoardId));
    options.bus.onChange(() => void this.#lookForChanges());
    this.#timer = setInterval(() => this.#look(), lookEveryMs).unref();
  }

  /**
   * Asks the question at the door, and watches from before it is answered, so that no change falls in between.
   * @param hear told each later answer, also one that says the same; nothing more after a refusal
   */
  open(question: AccessQuestion, hear: (answer: AccessAnswer) => void): Watched {
    const { boardId } = question;
    const board = this.#boards.get(boardId) ?? { standing: new Set(), asking: undefined, mustAskAgain: false };
    this.#boards.set(boardId, board);
    const standing: Standing = { question, hear, latest: undefined, changes: 0, until: Number.POSITIVE_INFINITY };
    board.standing.add(standing);
    const end = () => {
      board.standing.delete(standing);
      if (board.standing.size === 0 && this.#boards.get(boardId) === board) this.#boards.delete(boardId);
    };
    const askFirst = async (): Promise<AccessAnswer> => {
      const answer = await question.ask();
      if (standing.latest) return standing.latest;
      this.#note(standing, answer);
      return answer;
    };
    const first = askFirst().then(
      (answer) => {
        if (isOver(question, answer)) end();
        return answer;
      },
      (error: unknown) => {
        end();
        throw error;
      },
    );
    return { first, settled: () => board.asking, end };
  }

  /** Access to a board may have changed: asks again for everything that is open on it, here and on every server. */
  changed(boardId: BoardId): void {
    this.#askAgain(boardId);
    this.#options.bus.publish(topic, Buffer.from(boardId));
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#ears.end();
    this.#boards.clear();
  }

  #askAgain(boardId: BoardId): void {
    const board = this.#boards.get(boardId);
    if (!board) return;
    board.mustAskAgain = true;
    board.asking ??= this.#askAll(board);
  }

  async #askAll(board: WatchedBoard): Promise<void> {
    try {
      while (board.mustAskAgain) {
        board.mustAskAgain = false;
        await this.#askOnce(board);
      }
      this.#hasFailed = false;
    } catch (error) {
      // Whether access still holds cannot be known now; it is asked again at the next look.
      board.mustAskAgain = true;
      this.#tellFailure(error);
    } finally {
      board.asking = undefined;
    }
  }

  async #askOnce(board: WatchedBoard): Promise<void> {
    const alike = Map.groupBy(board.standing, ({ question }) => question.key);
    for (const group of alike.values()) {
      const answer = await group[0]?.question.ask();
      if (!answer) continue;
      for (const standing of group) this.#tell(board, standing, answer);
      // Edits are heard between two questions, however many there are.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #tell(board: WatchedBoard, standing: Standing, answer: AccessAnswer): void {
    if (!board.standing.has(standing)) return;
    standing.latest = answer;
    if (!isOver(standing.question, answer)) this.#note(standing, answer);
    else board.standing.delete(standing);
    if (board.standing.size === 0) this.#boards.delete(standing.question.boardId);
    standing.hear(answer);
  }

  #note(standing: Standing, answer: AccessAnswer): void {
    if (!answer.ok) return;
    const { link, board, sessionExpiresAt, accessChanges } = answer.value;
    standing.changes = accessChanges;
    const never = Number.POSITIVE_INFINITY;
    standing.until = Math.min(link?.expiresAt ?? never, board.expiresAt ?? never, sessionExpiresAt);
    this.#soonestEnd = Math.min(this.#soonestEnd, standing.until);
  }

  #look(): void {
    this.#endExpired();
    for (const [boardId, board] of this.#boards) if (board.mustAskAgain) this.#askAgain(boardId);
    const { bus } = this.#options;
    this.#looks += 1;
    if (!bus.isUp || this.#looks % looksBetweenQuestions === 0) void this.#lookForChanges();
  }

  #endExpired(): void {
    const now = this.#options.clock();
    if (now < this.#soonestEnd) return;
    this.#soonestEnd = Number.POSITIVE_INFINITY;
    for (const [boardId, board] of this.#boards) {
      let hasExpired = false;
      for (const standing of board.standing) {
        if (standing.until <= now) hasExpired = true;
        else this.#soonestEnd = Math.min(this.#soonestEnd, standing.until);
      }
      if (!hasExpired) continue;
      this.#options.onExpired(boardId);
      this.#askAgain(boardId);
    }
  }

  /** Asks again wherever the rows have changed since we last asked, whoever changed them. */
  async #lookForChanges(): Promise<void> {
    if (this.#options.bus.isAlone || this.#boards.size === 0 || this.#isLooking) return;
    this.#isLooking = true;
    try {
      const changes = await this.#options.directory.accessChanges([...this.#boards.keys()]);
      for (const [boardId, board] of this.#boards) {
        const now = changes.get(boardId);
        const hasChanged = now !== undefined && [...board.standing].some((standing) => standing.changes < now);
        if (hasChanged) this.#askAgain(boardId);
      }
      this.#hasFailed = false;
    } catch (error) {
      this.#tellFailure(error);
    } finally {
      this.#isLooking = false;
    }
  }

  /** Told once, not twice a second for as long as the database is away. */
  #tellFailure(error: unknown): void {
    if (!this.#hasFailed) this.#options.onFailed(error);
    this.#hasFailed = true;
  }
}
