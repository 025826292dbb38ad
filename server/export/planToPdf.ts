import { createHash } from 'node:crypto';
import { diffPlans, type PlanVersion, readPlanVersion } from '@duken/shared/plan';
import type { LetterToSet } from './compilePdf.ts';
import { planLetter } from './planLetter.ts';
import type { RenderJob } from './renderJob.ts';

type PdfJob = RenderJob & { readonly kind: 'pdf' };

/** The plan as a letter, with the duk as a vector picture on its last page, ready to be set. */
export function letterOf({ planJson, previousPlanJson, picture }: PdfJob): LetterToSet {
  const version = readVersion(planJson);
  const previous = previousPlanJson === undefined ? undefined : readPlanVersion(previousPlanJson);
  const letter = planLetter({
    version,
    // Of the very bytes the letter is made from, so that what is printed is true of it.
    sha256: createHash('sha256').update(planJson).digest('hex'),
    picture,
    ...(previous ? { changes: previous.ok ? diffPlans(previous.value, version) : 'unreadable' } : {}),
  });
  // The moment of the freeze, not of the download: the same version gives the same bytes.
  return { letter: JSON.stringify(letter), picture, createdAt: Math.floor(version.frozenAt / 1000) };
}

/** @throws for a version that cannot be read: nobody is to be asked for its files */
export function readVersion(planJson: string): PlanVersion {
  const read = readPlanVersion(planJson);
  if (!read.ok) throw new Error('the version cannot be read');
  return read.value;
}
