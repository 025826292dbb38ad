import type { BoardId, ParticipantId } from '@duken/shared/board';
import type { CutChoice } from '@duken/shared/cut';
import type { PlanUnreadable } from '@duken/shared/plan';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { CutLetterRequest, LetterRequest } from '../letters/index.ts';
import type { ArchivedVersion, ArchivedVersionHead, PlanArchive } from '../storage/index.ts';
import { openRestingThread, type ThreadLimits } from '../threads/index.ts';
import type { InspectedVersion } from './inspectVersion.ts';
import type { MomentRequest } from './momentOf.ts';
import type { RestoringBoards, RestoringRequest } from './restoringOf.ts';
import { sha256Of } from './sealVersion.ts';
import { absenceOf } from './verifyChain.ts';

/** A version's own bytes, and the hash it was given. */
export type SealedPlan = Pick<ArchivedVersion, 'planJson' | 'sha256'>;

/** What the thread is asked. Plans come back as JSON, so that the server's own thread never takes one apart. */
export type PlanQuestion =
  | { readonly kind: 'inspect'; readonly archived: ArchivedVersion }
  | { readonly kind: 'read'; readonly plan: SealedPlan }
  | { readonly kind: 'compare'; readonly from: SealedPlan; readonly to: SealedPlan }
  | { readonly kind: 'letter'; readonly plan: SealedPlan; readonly request: LetterRequest }
  | {
      readonly kind: 'cut';
      readonly plan: SealedPlan;
      readonly previous?: SealedPlan;
      readonly wish: Omit<CutWish, 'since'>;
    }
  | { readonly kind: 'cutLetter'; readonly request: CutLetterRequest }
  | { readonly kind: 'moment'; readonly request: MomentRequest }
  | { readonly kind: 'restoring'; readonly request: RestoringRequest };

/** What is to be cut out of a version, and for whom. */
export interface CutWish {
  readonly recipient: string;
  readonly choice: CutChoice;
  /** The version that the difference is told from; 0 for none. */
  readonly since: number;
  /** The seats of those who have the child's voice. */
  readonly children: readonly ParticipantId[];
}

/** A letter to be made of a version, which tells the difference from `since`; from none where that is 0. */
export type LetterWish = Omit<LetterRequest, 'planJson' | 'comparedPlanJson'> & { readonly since: number };

export type PlanAnswer =
  | { readonly kind: 'inspected'; readonly inspected: InspectedVersion }
  /** @property isAltered the bytes do not have the hash they were given */
  | { readonly kind: 'json'; readonly json: string; readonly isAltered: boolean }
  /** One of them is not what was frozen, or cannot be read here. */
  | {
      readonly kind: 'refused';
      readonly failure: PlanUnreadable | { readonly kind: 'versionAltered' | 'nothingPromised' };
    };

/** Something made of plans, as JSON, and whether one of them is not as it was frozen. */
export interface PlanJson {
  readonly json: string;
  readonly isAltered: boolean;
}

export type PlanReadFailure =
  | { readonly kind: ReturnType<typeof absenceOf> | 'nothingPromised' }
  /** More is waiting at this board than anybody can need, or the thread gave it up. */
  | { readonly kind: 'plansBusy' };

/**
 * Reads frozen versions away from the thread that serves people: hashing and parsing one of 1,500 notes takes some 70 ms.
 * A version is looked at once and remembered, since it is never changed; what is handed out is hashed each time. Each board
 * has a line of its own, and so has each cut, so that nobody waits for another family's plans.
 */
export interface PlanReader {
  /**
   * What is wrong with a version, and what it says in brief; undefined when it is not there any more.
   * @param isStale its bytes are known not to be those that were looked at
   */
  inspect(head: ArchivedVersionHead, isStale?: boolean): Promise<Result<InspectedVersion | undefined, PlanReadFailure>>;
  /** The `PlanVersion` of today as JSON. */
  read(boardId: BoardId, version: number): Promise<Result<PlanJson, PlanReadFailure>>;
  /** The `PlanDiff` as JSON. */
  compare(boardId: BoardId, from: number, to: number): Promise<Result<PlanJson, PlanReadFailure>>;
  /** The `Letter` as JSON. */
  letter(boardId: BoardId, version: number, wish: LetterWish): Promise<Result<PlanJson, PlanReadFailure>>;
  /**
   * A `PlanCut` as canonical JSON: what its hash is of. What is not as it was frozen is not cut.
   * @returns `versionAltered` and `versionUnreadable` also of the version that the difference is told from
   */
  cut(boardId: BoardId, version: number, wish: CutWish): Promise<Result<string, PlanReadFailure>>;
  /** The `Letter` of a cut as JSON. */
  cutLetter(request: CutLetterRequest): Promise<Result<string, PlanReadFailure>>;
  /** A duk at a moment, and what became different since: a `ToldMoment` as JSON. */
  moment(boardId: BoardId, request: MomentRequest): Promise<Result<PlanJson, PlanReadFailure>>;
  /** What restoring a moment, or taking that back, goes by. */
  restoring(boardId: BoardId, request: RestoringRequest): Promise<Result<RestoringBoards, PlanReadFailure>>;
  /** What is under way is given up. */
  close(): Promise<void>;
}

/** The thread takes some 30 MB. */
const usualLimits: ThreadLimits = { limitMs: 30_000, idleMs: 60_000 };
/** Questions that may wait in one board's line: some twenty people who look at the same plan and two others. */
const maxWaitingEach = 60;
/** Versions whose inspection is remembered, some 300 bytes each. */
const maxRemembered = 20_000;
/** Milliseconds until a version is looked at again, so that a row altered under a running server is found out: an hour. */
const rememberMs = 60 * 60 * 1000;

interface Remembered {
  readonly head: ArchivedVersionHead;
  readonly inspected: InspectedVersion;
  readonly since: number;
}

export function openPlanReader(
  archive: Pick<PlanArchive, 'find'>,
  clock: () => number,
  limits: ThreadLimits = usualLimits,
): PlanReader {
  const file = new URL('./readPlanInThread.ts', import.meta.url);
  const thread = openRestingThread<PlanQuestion, PlanAnswer>(file, limits);
  const lines = new Map<string, { last: Promise<unknown>; length: number }>();
  /** The same question asked twice at once is answered once. */
  const underWay = new Map<string, Promise<Result<unknown, PlanReadFailure>>>();
  const remembered = new Map<string, Remembered>();

  /** Acts when all that waited before in this line are done. @param who waits in it: those at a board, or who read one cut */
  async function inLine<Value>(
    who: string,
    act: () => Promise<Result<Value, PlanReadFailure>>,
  ): Promise<Result<Value, PlanReadFailure>> {
    const line = lines.get(who) ?? { last: Promise.resolve(), length: 0 };
    if (line.length >= maxWaitingEach) return failed({ kind: 'plansBusy' });
    lines.set(who, line);
    line.length += 1;
    const turn = line.last.then(act).finally(() => {
      line.length -= 1;
      if (line.length === 0) lines.delete(who);
    });
    line.last = turn.catch(() => undefined);
    return turn;
  }

  function once<Value>(
    question: string,
    ask: () => Promise<Result<Value, PlanReadFailure>>,
  ): Promise<Result<Value, PlanReadFailure>> {
    const known = underWay.get(question);
    // Each question has one kind of answer.
    if (known) return known as Promise<Result<Value, PlanReadFailure>>;
    const asked = ask().finally(() => underWay.delete(question));
    underWay.set(question, asked);
    return asked;
  }

  async function askForJson(question: PlanQuestion): Promise<Result<PlanJson, PlanReadFailure>> {
    const asked = await thread.ask(question);
    if (!asked.ok) return failed({ kind: 'plansBusy' });
    if (asked.value.kind === 'json') return succeeded(asked.value);
    if (asked.value.kind === 'refused') return failed({ kind: asked.value.failure.kind });
    throw new Error('a question for a plan was answered with an inspection');
  }

  function recall(head: ArchivedVersionHead): InspectedVersion | undefined {
    const found = remembered.get(keyOf(head));
    const isSame = found !== undefined && JSON.stringify(found.head) === JSON.stringify(head);
    return isSame && clock() - found.since < rememberMs ? found.inspected : undefined;
  }

  function remember(head: ArchivedVersionHead, inspected: InspectedVersion): void {
    remembered.delete(keyOf(head));
    remembered.set(keyOf(head), { head, inspected, since: clock() });
    const oldest = remembered.keys().next();
    if (remembered.size > maxRemembered && !oldest.done) remembered.delete(oldest.value);
  }

  return {
    async inspect(head, isStale = false) {
      const known = isStale ? undefined : recall(head);
      if (known) return succeeded(known);
      return once(`inspect ${keyOf(head)}`, () =>
        inLine(head.boardId, async () => {
          const archived = await archive.find(head.boardId, head.version);
          if (!archived) return succeeded(undefined);
          const asked = await thread.ask({ kind: 'inspect', archived });
          if (!asked.ok || asked.value.kind !== 'inspected') return failed({ kind: 'plansBusy' });
          remember(head, asked.value.inspected);
          return succeeded(asked.value.inspected);
        }),
      );
    },
    read: (boardId, version) =>
      once(`read ${boardId} ${version}`, () =>
        inLine(boardId, async () => {
          const plan = await archive.find(boardId, version);
          return plan ? askForJson({ kind: 'read', plan: sealed(plan) }) : failed({ kind: absenceOf(undefined) });
        }),
      ),
    compare: (boardId, a, b) =>
      once(`compare ${boardId} ${a} ${b}`, () =>
        inLine(boardId, async () => {
          const from = await archive.find(boardId, a);
          const to = await archive.find(boardId, b);
          if (!from || !to) return failed({ kind: absenceOf(undefined) });
          return askForJson({ kind: 'compare', from: sealed(from), to: sealed(to) });
        }),
      ),
    letter: (boardId, version, { since, ...wish }) =>
      inLine(boardId, async () => {
        const plan = await archive.find(boardId, version);
        const compared = since > 0 ? await archive.find(boardId, since) : undefined;
        if (!plan) return failed({ kind: absenceOf(undefined) });
        const comparedPlanJson = since > 0 ? { comparedPlanJson: compared?.planJson ?? '' } : {};
        const request = { planJson: plan.planJson, ...comparedPlanJson, ...wish };
        return askForJson({ kind: 'letter', plan: sealed(plan), request });
      }),
    cut: (boardId, version, { since, ...wish }) =>
      inLine(boardId, async () => {
        const plan = await archive.find(boardId, version);
        if (!plan) return failed({ kind: absenceOf(undefined) });
        const previous = since > 0 ? await archive.find(boardId, since) : undefined;
        if (since > 0 && !previous) return failed({ kind: absenceOf(undefined) });
        const made = await askForJson({
          kind: 'cut',
          plan: sealed(plan),
          ...(previous ? { previous: sealed(previous) } : {}),
          wish,
        });
        return made.ok ? succeeded(made.value.json) : made;
      }),
    cutLetter: (request) => {
      // Whoever has a link has no seat: they wait for others with the same cut, and the family never waits for them.
      const who = `cut ${sha256Of(request.cutJson)}`;
      return once(`${who} ${sha256Of(JSON.stringify(request))}`, () =>
        inLine(who, async () => {
          const made = await askForJson({ kind: 'cutLetter', request });
          return made.ok ? succeeded(made.value.json) : made;
        }),
      );
    },
    moment: (boardId, request) => inLine(boardId, () => askForJson({ kind: 'moment', request })),
    restoring: (boardId, request) =>
      inLine(boardId, async () => {
        const made = await askForJson({ kind: 'restoring', request });
        return made.ok ? succeeded(JSON.parse(made.value.json) as RestoringBoards) : made;
      }),
    close: () => thread.close(),
  };
}

function keyOf({ boardId, version }: ArchivedVersionHead): string {
  return `${boardId} ${version}`;
}

function sealed({ planJson, sha256 }: ArchivedVersion): SealedPlan {
  return { planJson, sha256 };
}
