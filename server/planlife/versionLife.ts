import type { BoardId, NoteId } from '@duken/shared/board';
import { type LifeEvent, type PlanLife, planLifeOf } from '@duken/shared/plan';
import type { ProblemKind } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { ArchivedVersionHead, PlanArchive, PlanLives } from '../storage/index.ts';

/** What is known of a version without taking it apart. */
interface VersionInspection {
  readonly problems: readonly string[];
  /** Absent when it cannot be read here. */
  readonly brief?: { readonly date: string; readonly actions: readonly NoteId[] };
}

export interface VersionLifeTools {
  readonly archive: Pick<PlanArchive, 'list'>;
  readonly planLives: PlanLives;
  readonly inspect: (
    head: ArchivedVersionHead,
  ) => Promise<Result<VersionInspection | undefined, { readonly kind: ProblemKind }>>;
}

/** A version as it stands now. */
export interface VersionNow {
  readonly life: PlanLife;
  readonly isNewest: boolean;
  readonly frozenAt: number;
  /** The day of its meeting. */
  readonly date: string;
  readonly actions: readonly NoteId[];
}

type Failure = { readonly kind: ProblemKind };

/** Each lost race means that something else happened to this very version, or a newer one was made; so many at once there never are. */
const maxAttempts = 20;

/** How it has gone with a version, and what happens to it next. */
export class VersionLife {
  readonly #tools: VersionLifeTools;

  constructor(tools: VersionLifeTools) {
    this.#tools = tools;
  }

  /** @returns the failure of a version that is not there, is not as it was frozen, or cannot be read here */
  async read(boardId: BoardId, version: number): Promise<Result<VersionNow, Failure>> {
    const now = await this.#read(boardId, version);
    return now.ok ? succeeded(now.value.now) : now;
  }

  /** Adds what happens next, as long as `judge` finds nothing in the way of it; `first` is waited for before that. */
  async add(
    boardId: BoardId,
    version: number,
    event: LifeEvent,
    judge: (now: VersionNow) => ProblemKind | undefined,
    first: () => Promise<void>,
  ): Promise<Result<void, Failure>> {
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      const read = await this.#read(boardId, version);
      if (!read.ok) return read;
      const fault = judge(read.value.now);
      if (fault) return failed({ kind: fault });
      if (attempt === 1) await first();
      const number = read.value.happened + 1;
      // What the archive answers, it answers to older versions too.
      const only = { whileNewest: event.kind !== 'archived' };
      if (await this.#tools.planLives.append({ boardId, version, number, event }, only)) return succeeded(undefined);
    }
    throw new Error(`adding to version ${version} of board ${boardId} lost ${maxAttempts} races`);
  }

  async #read(boardId: BoardId, version: number): Promise<Result<{ now: VersionNow; happened: number }, Failure>> {
    const heads = await this.#tools.archive.list(boardId);
    const head = heads.find((each) => each.version === version);
    if (!head) return failed({ kind: 'versionNotFound' });
    const inspected = await this.#tools.inspect(head);
    if (!inspected.ok) return inspected;
    if (!inspected.value) return failed({ kind: 'versionNotFound' });
    const { problems, brief } = inspected.value;
    if (problems.length > 0) return failed({ kind: 'versionAltered' });
    if (!brief) return failed({ kind: 'versionUnreadable' });
    const events = await this.#tools.planLives.list(boardId, version);
    return succeeded({
      now: {
        life: planLifeOf(events.map(({ event }) => event)),
        isNewest: heads.at(-1)?.version === version,
        frozenAt: head.frozenAt,
        date: brief.date,
        actions: brief.actions,
      },
      happened: events.length,
    });
  }
}
