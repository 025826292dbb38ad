import type { BoardId } from '@duken/shared/board';
import { type PlanUnreadable, type PlanVersion, readPlanVersion } from '@duken/shared/plan';
import type { ArchivedVersion, Directory, PlanArchive } from '../storage/index.ts';
import { sha256Of } from './sealVersion.ts';

/** What is wrong with a version. That it cannot be read here is no such thing: see `unreadable`. */
export type ChainProblem =
  /** The plan, sheet or meeting was altered: the JSON no longer has the hash it was given. */
  | 'planAltered'
  | 'stateAltered'
  | 'pictureAltered'
  /** The row's own columns say something else than the JSON they were made from. */
  | 'rowAltered'
  /** It does not follow the version before it. */
  | 'chainBroken'
  /** A meeting was frozen as this version, or a later version follows it, but it is not there. */
  | 'versionMissing';

export interface CheckedVersion {
  readonly version: number;
  /** Empty when the version is as it was frozen and follows the one before it. */
  readonly problems: readonly ChainProblem[];
  /** Absent when the version is missing or cannot be read. */
  readonly planVersion?: PlanVersion;
  /** Why it cannot be read here, altered or not. */
  readonly unreadable?: PlanUnreadable;
  readonly sha256: string;
  readonly frozenAt: number;
}

export interface ChainSource {
  readonly archive: Pick<PlanArchive, 'find' | 'list'>;
  readonly directory: Pick<Directory, 'listMeetings'>;
}

/**
 * Reads a board's versions, oldest first, and checks that each is as it was frozen. Somebody who rewrites every version
 * and every hash is only found out by a hash written down elsewhere: each exported plan carries its own.
 */
export async function readChain(
  { archive, directory }: ChainSource,
  boardId: BoardId,
): Promise<readonly CheckedVersion[]> {
  const heads = await archive.list(boardId);
  const meetings = await directory.listMeetings(boardId);
  const last = Math.max(0, ...heads.map(({ version }) => version), ...meetings.map(({ version }) => version ?? 0));
  const chain: CheckedVersion[] = [];
  let previousSha256 = '';
  for (let version = 1; version <= last; version += 1) {
    const archived = await archive.find(boardId, version);
    chain.push(
      archived
        ? checkVersion(archived, previousSha256)
        : { version, problems: ['versionMissing'], sha256: '', frozenAt: 0 },
    );
    previousSha256 = archived?.sha256 ?? '';
  }
  return chain;
}

/** Whether every one of these versions is as it was frozen. */
export function chainIsWhole(chain: readonly CheckedVersion[]): boolean {
  return chain.every(({ problems }) => problems.length === 0);
}

/** @param previousSha256 of the version before it, '' for the first */
function checkVersion(archived: ArchivedVersion, previousSha256: string): CheckedVersion {
  const { version, sha256, frozenAt } = archived;
  const read = readPlanVersion(archived.planJson);
  // What a plan that we cannot read says of its parts, we cannot hold against them.
  const planVersion = read.ok ? read.value : undefined;
  const wrong: Readonly<Record<ChainProblem, boolean>> = {
    planAltered: sha256Of(archived.planJson) !== sha256,
    stateAltered: planVersion !== undefined && sha256Of(archived.state) !== planVersion.stateSha256,
    pictureAltered: planVersion !== undefined && sha256Of(archived.picture) !== planVersion.pictureSha256,
    rowAltered: planVersion !== undefined && !rowFits(archived, planVersion),
    chainBroken: archived.previousSha256 !== previousSha256,
    versionMissing: false,
  };
  const problems = (Object.keys(wrong) as ChainProblem[]).filter((problem) => wrong[problem]);
  return {
    version,
    problems,
    ...(read.ok ? { planVersion: read.value } : { unreadable: read.failure }),
    sha256,
    frozenAt,
  };
}

function rowFits(archived: ArchivedVersion, planVersion: PlanVersion): boolean {
  return (['boardId', 'version', 'meetingId', 'position', 'frozenAt', 'previousSha256'] as const).every(
    (column) => archived[column] === planVersion[column],
  );
}

/** Why a version is not shown, for the problem that says so. Only one whose bytes do not hash right is called altered. */
export function absenceOf(
  version: CheckedVersion | undefined,
): 'versionNotFound' | 'versionAltered' | 'versionUnreadable' {
  if (!version || version.problems.includes('versionMissing')) return 'versionNotFound';
  return version.problems.includes('planAltered') ? 'versionAltered' : 'versionUnreadable';
}
