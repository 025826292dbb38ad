import type { BoardId } from '@duken/shared/board';
import {
  type CaseProgress,
  type CountedCase,
  progressOf,
  tellReport,
  type VersionFacts,
} from '@duken/shared/programme';
import type { ReportScope } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { PlanReader } from '../plans/index.ts';
import type { PlanArchive, ProgrammeStore, ToldRelease } from '../storage/index.ts';

/** Times that a report is reckoned anew when another was told meanwhile. */
const mostTries = 3;

/** Whose report it is: the municipality's, or that of an account. Without an account nothing is remembered. */
export type ReportOf =
  | { readonly scope: 'all' }
  | { readonly scope: 'own'; readonly accountId: string | undefined; readonly led: readonly BoardId[] };

type ToldStore = Pick<ProgrammeStore, 'casesToCount' | 'toldReports' | 'keepTold'>;
type Told = Result<ToldRelease, { readonly kind: 'plansBusy' }>;

/** Counts cases by their frozen versions, and tells no report that could be subtracted from one that was told before. */
export class ToldReports {
  readonly #store: ToldStore;
  readonly #archive: Pick<PlanArchive, 'list'>;
  readonly #inspect: PlanReader['inspect'];
  readonly #clock: () => number;
  /** The telling before. Two at once would not know of each other, and could be subtracted. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: {
    readonly store: ToldStore;
    readonly archive: Pick<PlanArchive, 'list'>;
    readonly inspect: PlanReader['inspect'];
    readonly clock: () => number;
  }) {
    this.#store = options.store;
    this.#archive = options.archive;
    this.#inspect = options.inspect;
    this.#clock = options.clock;
  }

  /** The way of a case. A version that cannot be read is left out of it. */
  async progressOf(boardId: BoardId): Promise<Result<CaseProgress, { readonly kind: 'plansBusy' }>> {
    const versions: VersionFacts[] = [];
    for (const head of await this.#archive.list(boardId)) {
      const inspected = await this.#inspect(head);
      if (!inspected.ok) return failed({ kind: 'plansBusy' });
      const { brief } = inspected.value ?? {};
      if (brief) versions.push(brief);
    }
    return succeeded(progressOf(versions));
  }

  /** What is to be told now; it is kept before it is. */
  async tell(of: ReportOf): Promise<Told> {
    const counted = await this.#store.casesToCount(of.scope === 'own' ? of.led : undefined);
    const cases: CountedCase[] = [];
    for (const { boardId, fields } of counted) {
      const progress = await this.progressOf(boardId);
      if (!progress.ok) return progress;
      cases.push({ ...fields, ...progress.value });
    }
    const told = this.#last.then(() => this.#tellOf(of, cases));
    this.#last = told.catch(() => undefined);
    return told;
  }

  async #tellOf(of: ReportOf, cases: readonly CountedCase[]): Promise<Told> {
    for (let tries = 1; ; tries += 1) {
      const told = await this.#store.toldReports();
      const key = keyOf(of);
      const before = key === undefined ? undefined : told.get(key);
      const beside = [...told].flatMap(([other, { release }]) =>
        (of.scope === 'all') === (other === 'all') ? [] : [release],
      );
      const release = tellReport(cases, { before: before?.release, beside });
      if (before && JSON.stringify(release) === JSON.stringify(before.release)) return succeeded(before);
      const fresh = { release, toldAt: Math.max(this.#clock(), (before?.toldAt ?? 0) + 1) };
      if (key === undefined || (await this.#store.keepTold(key, fresh, before?.toldAt))) return succeeded(fresh);
      if (tries === mostTries) return failed({ kind: 'plansBusy' });
    }
  }
}

function keyOf(of: ReportOf): string | undefined {
  if (of.scope === 'all') return 'all' satisfies ReportScope;
  return of.accountId === undefined ? undefined : `account:${of.accountId}`;
}
