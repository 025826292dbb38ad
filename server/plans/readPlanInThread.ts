import { parentPort } from 'node:worker_threads';
import { makeCut } from '@duken/shared/cut';
import { diffPlans, readPlanVersion } from '@duken/shared/plan';
import { failed } from '@duken/shared/result';
import { cutLetterOf, letterOf } from '../letters/index.ts';
import { inspectVersion } from './inspectVersion.ts';
import { momentOf } from './momentOf.ts';
import type { PlanAnswer, PlanQuestion, SealedPlan } from './planReader.ts';
import { restoringOf } from './restoringOf.ts';
import { canonicalJsonOf, sha256Of } from './sealVersion.ts';

// The thread that `openPlanReader` starts. It answers one question at a time, in the order asked.
parentPort?.on('message', (question: PlanQuestion) => {
  parentPort?.postMessage(answer(question));
});

function answer(question: PlanQuestion): PlanAnswer {
  switch (question.kind) {
    case 'inspect':
      return { kind: 'inspected', inspected: inspectVersion(question.archived) };
    case 'read': {
      const { plan } = question;
      const read = readSealed(plan);
      if (!read.ok) return { kind: 'refused', failure: read.failure };
      return { kind: 'json', json: JSON.stringify(read.value), isAltered: isAltered(plan) };
    }
    case 'compare': {
      const [from, to] = [readSealed(question.from), readSealed(question.to)];
      if (!from.ok) return { kind: 'refused', failure: from.failure };
      if (!to.ok) return { kind: 'refused', failure: to.failure };
      const json = JSON.stringify(diffPlans(from.value, to.value));
      return { kind: 'json', json, isAltered: isAltered(question.from) || isAltered(question.to) };
    }
    case 'letter': {
      const { plan, request } = question;
      const read = readSealed(plan);
      const made = read.ok ? letterOf(request) : read;
      if (!made.ok) return { kind: 'refused', failure: made.failure };
      return { kind: 'json', json: JSON.stringify(made.value.letter), isAltered: isAltered(plan) };
    }
    case 'cut': {
      const { plan, previous: before, wish } = question;
      const version = readWhole(plan);
      if (!version.ok) return { kind: 'refused', failure: version.failure };
      const previous = before && readWhole(before);
      if (previous && !previous.ok) return { kind: 'refused', failure: previous.failure };
      const cut = makeCut({
        ...{ version: version.value, sha256: plan.sha256, ...wish },
        ...(previous ? { previous: previous.value } : {}),
      });
      return { kind: 'json', json: canonicalJsonOf(cut), isAltered: false };
    }
    case 'moment': {
      const told = momentOf(question.request);
      if (!told.ok) return { kind: 'refused', failure: { ...told.failure, cause: 'unknown' } };
      return { kind: 'json', json: JSON.stringify(told.value), isAltered: false };
    }
    case 'restoring': {
      const boards = restoringOf(question.request);
      if (!boards.ok) return { kind: 'refused', failure: { ...boards.failure, cause: 'unknown' } };
      return { kind: 'json', json: JSON.stringify(boards.value), isAltered: false };
    }
    case 'cutLetter': {
      const made = cutLetterOf(question.request);
      if (!made.ok) return { kind: 'refused', failure: { ...made.failure, cause: 'unknown' } };
      return { kind: 'json', json: JSON.stringify(made.value.letter), isAltered: false };
    }
  }
}

function readSealed(plan: SealedPlan) {
  const read = readPlanVersion(plan.planJson);
  return !read.ok && isAltered(plan) ? failed({ kind: 'versionAltered' as const }) : read;
}

/** What is handed on as being a version is one, to the letter. */
function readWhole(plan: SealedPlan) {
  return isAltered(plan) ? failed({ kind: 'versionAltered' as const }) : readPlanVersion(plan.planJson);
}

/** Whatever was remembered of it. */
function isAltered({ planJson, sha256 }: SealedPlan): boolean {
  return sha256Of(planJson) !== sha256;
}
