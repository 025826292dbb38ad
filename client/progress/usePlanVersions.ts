import type { PlanVersion } from '@duken/shared/plan';
import { problemKindOf } from '@duken/shared/protocol';
import { succeeded } from '@duken/shared/result';
import { listPlans, type Remote, type RequestFailure, readPlan, usePlans, useRemote } from '../http/index.ts';

interface CasePlans {
  /** Oldest first. */
  readonly versions: readonly PlanVersion[];
  /** How many could not be read here. */
  readonly leftOut: number;
}

/** All frozen versions of a case. They never change, so only a new one makes it ask again. */
export function usePlanVersions(boardId: string): Remote<CasePlans> {
  const list = usePlans(boardId);
  const count = list.kind === 'here' ? list.value.plans.length : 0;
  return useRemote(`${boardId}/plans up to ${count}`, async () => {
    const listed = await listPlans(boardId);
    if (!listed.ok) return listed;
    const versions: PlanVersion[] = [];
    // One after the other: a case has few, and its neighbours at the server wait for none of them.
    for (const { version, isUnreadable } of listed.value.plans) {
      if (isUnreadable) continue;
      const read = await readPlan(boardId, version);
      if (read.ok) versions.push(read.value.planVersion);
      else if (!isOfThisVersion(read.failure)) return read;
    }
    return succeeded({ versions, leftOut: listed.value.plans.length - versions.length });
  });
}

/** Whether the version itself cannot be had, and not only now. */
function isOfThisVersion(failure: RequestFailure): boolean {
  const kind = failure.kind === 'problem' ? problemKindOf(failure.problem) : undefined;
  return kind === 'versionUnreadable' || kind === 'versionAltered' || kind === 'versionNotFound';
}
