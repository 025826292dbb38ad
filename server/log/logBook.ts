import { isSeen, keyOf, type LogEvent, type LogHead, type LogLine, sittingMs } from '@duken/shared/log';
import { type CaseLog, type NewLogLine, StorageUnavailable } from '../storage/index.ts';

/** Who a line is about: somebody of a case, as they come to it now. */
export type LogReader = Pick<NewLogLine, 'boardId'> &
  Pick<LogLine, 'personId' | 'participantId' | 'name' | 'service' | 'role' | 'access' | 'accessId'>;

export interface LogBookOptions {
  readonly caseLog: Pick<CaseLog, 'append'>;
  readonly clock: () => number;
  /** Told the newest line of each case that got one: whoever keeps that elsewhere can tell when a line was cut off. */
  readonly onGrown: (heads: readonly LogHead[]) => void;
}

/** How many lines go into one transaction at most. */
const maxAtOnce = 200;
/** How many sittings are remembered; of those forgotten, the database knows. */
const maxRemembered = 50_000;

interface Waiting {
  readonly line: NewLogLine;
  readonly resolve: (at: number) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes down who sees and does what, before they see it. What comes while the disk is busy goes into the next transaction, so that a
 * room full of people that comes at once waits for one; and what was written of a sitting is remembered, so that coming back costs nothing.
 */
export class LogBook {
  readonly #options: LogBookOptions;
  /** When each thing was last written of a seat, the oldest first. */
  readonly #written = new Map<string, number>();
  #waiting: Waiting[] = [];
  #isWriting = false;
  /** Who is at a duk now. */
  readonly #staying = new Set<LogReader>();

  constructor(options: LogBookOptions) {
    this.#options = options;
  }

  /**
   * Resolves when the line stands, or one that stands for it.
   * @throws StorageUnavailable when it could not be written: then nothing may be shown
   */
  async write(reader: LogReader, event: LogEvent): Promise<void> {
    const at = this.#options.clock();
    if (!isSeen(event)) {
      await this.#append({ ...reader, at, event });
      return;
    }
    const unlessSince = Math.max(0, at - sittingMs);
    const key = `${reader.boardId} ${reader.participantId} ${keyOf(event)}`;
    if ((this.#written.get(key) ?? -1) >= unlessSince) return;
    const written = await this.#append({ ...reader, at, event, unlessSince });
    // To the end of the line.
    this.#written.delete(key);
    this.#written.set(key, written);
    const [oldest] = this.#written.keys();
    if (this.#written.size > maxRemembered && oldest !== undefined) this.#written.delete(oldest);
  }

  /** Somebody stays at a duk whose line stands. Who is there longer than a sitting is written down in each. */
  stays(reader: LogReader): { end(): void } {
    this.#staying.add(reader);
    return { end: () => this.#staying.delete(reader) };
  }

  /** Writes down who is still there. What cannot be written now is tried at the next call. */
  async writeStaying(): Promise<void> {
    await Promise.all([...this.#staying].map((reader) => this.write(reader, { kind: 'duk' })));
  }

  #append(line: NewLogLine): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, resolve, reject });
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) await this.#writeSome(this.#waiting.splice(0, maxAtOnce));
    this.#isWriting = false;
  }

  async #writeSome(batch: readonly Waiting[]): Promise<void> {
    try {
      const written = await this.#options.caseLog.append(batch.map(({ line }) => line));
      const heads = new Map(written.flatMap((each) => (each?.head ? [[each.head.boardId, each.head] as const] : [])));
      if (heads.size > 0) this.#options.onGrown([...heads.values()]);
      for (const [place, { resolve, reject }] of batch.entries()) {
        const at = written[place]?.at;
        if (at === undefined) reject(new StorageUnavailable('the case is no more', undefined));
        else resolve(at);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
