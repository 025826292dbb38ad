import type { BoardId } from '@duken/shared/board';
import { type Result, succeeded } from '@duken/shared/result';
import type { ArchivedVersionHead, Directory, PlanArchive } from '../storage/index.ts';
import { type InspectedVersion, inspectVersion, type VersionProblem } from './inspectVersion.ts';

/** What is wrong with a version. That it cannot be read here is no such thing: see `unreadable`. */
export type ChainProblem =
  | VersionProblem
  /** It does not follow the version before it. */
  | 'chainBroken'
  /** A meeting was frozen as this version, or a later version follows it, but it is not there. */
  | 'versionMissing';

export interface CheckedVersion extends Omit<InspectedVersion, 'problems'> {
  readonly version: number;
  /** Empty when the version is as it was frozen and follows the one before it. */
  readonly problems: readonly ChainProblem[];
  readonly sha256: string;
  readonly frozenAt: number;
}

export interface ChainSource {
  readonly archive: Pick<PlanArchive, 'find' | 'list'>;
  readonly directory: Pick<Directory, 'listMeetings'>;
}

/** Looks at one version; undefined when it is not there any more. */
export type Inspect<Failure> = (head: ArchivedVersionHead) => Promise<Result<InspectedVersion | undefined, Failure>>;

/**
 * Checks a board's versions, oldest first: that each is as it was frozen, and follows the one before. Somebody who rewrites
 * every version and every hash is only found out by a hash written down elsewhere: each exported plan carries its own.
 *
 * @returns the failure of the first version that could not be looked at
 */
export async function checkChain<Failure>(
  { archive, directory }: ChainSource,
  boardId: BoardId,
  inspect: Inspect<Failure>,
): Promise<Result<readonly CheckedVersion[], Failure>> {
  const heads = new Map((await archive.list(boardId)).map((head) => [head.version, head]));
  const meetings = await directory.listMeetings(boardId);
  const last = Math.max(0, ...heads.keys(), ...meetings.map(({ version }) => version ?? 0));
  const chain: CheckedVersion[] = [];
  let previousSha256 = '';
  for (let version = 1; version <= last; version += 1) {
    const head = heads.get(version);
    const inspected = head && (await inspect(head));
    if (inspected?.ok === false) return inspected;
    chain.push(head && inspected?.value ? link(head, inspected.value, previousSha256) : missing(version));
    previousSha256 = head?.sha256 ?? '';
  }
  return succeeded(chain);
}

/** The same, reading each version from the archive here and now. */
export async function readChain(source: ChainSource, boardId: BoardId): Promise<readonly CheckedVersion[]> {
  const chain = await checkChain<never>(source, boardId, async ({ version }) => {
    const archived = await source.archive.find(boardId, version);
    return succeeded(archived && inspectVersion(archived));
  });
  return chain.ok ? chain.value : [];
}

/** @param previousSha256 of the version before it, '' for the first */
function link(head: ArchivedVersionHead, inspected: InspectedVersion, previousSha256: string): CheckedVersion {
  const { version, sha256, frozenAt } = head;
  const follows = head.previousSha256 === previousSha256;
  const problems: ChainProblem[] = [...inspected.problems, ...(follows ? [] : ['chainBroken' as const])];
  return { ...inspected, version, problems, sha256, frozenAt };
}

function missing(version: number): CheckedVersion {
  return { version, problems: ['versionMissing'], sha256: '', frozenAt: 0 };
}

/** Whether every one of these versions is as it was frozen. */
export function chainIsWhole(chain: readonly CheckedVersion[]): boolean {
  return chain.every(({ problems }) => problems.length === 0);
}

/** Why a version is not shown, for the problem that says so. Only one whose bytes do not hash right is called altered. */
export function absenceOf(
  version: Pick<CheckedVersion, 'problems'> | undefined,
): 'versionNotFound' | 'versionAltered' | 'versionUnreadable' {
  if (!version || version.problems.includes('versionMissing')) return 'versionNotFound';
  return version.problems.includes('planAltered') ? 'versionAltered' : 'versionUnreadable';
}
