import { readCut } from '@duken/shared/cut';
import type { LetterLanguage } from '@duken/shared/letter';
import { type PlanVersion, readPlanVersion } from '@duken/shared/plan';
import { reportLetter } from '@duken/shared/programme';
import { cutLetterOf, letterOf } from '../letters/index.ts';
import type { LetterToSet } from './compilePdf.ts';
import { pictureSize } from './pictureSize.ts';
import { boardToSvg } from './planToPicture.ts';
import { printableLetter } from './printableLetter.ts';
import type { RenderJob } from './renderJob.ts';

type LetterJob = RenderJob & { readonly kind: 'pdf' | 'docx' | 'txt' };

/** A letter with the duk as a vector picture on its last page, ready to be set. */
export function letterToSet(job: LetterJob): LetterToSet {
  if ('report' in job) {
    const { report, toldAt, ...head } = job.report;
    const letter = printableLetter(reportLetter(report, head));
    return { letter, createdAt: Math.floor(toldAt / 1000) };
  }
  const made = 'cut' in job ? cutLetterOf(job.cut) : letterOf(job.letter);
  if (!made.ok) throw new Error('the version cannot be read');
  const { letter, version } = made.value;
  const { language } = letter;
  // What is stored is the whole duk: of a cut, it is drawn anew in any language.
  const picture = 'picture' in job && language === 'nb' ? job.picture : pictureIn(language, version);
  const { width, height } = pictureSize(picture);
  // The moment of the freeze, not of the download: the same version gives the same bytes.
  const createdAt = Math.floor(version.frozenAt / 1000);
  return { letter: printableLetter(letter), picture, ratio: height / width, createdAt };
}

/** The duk of a version as SVG. In bokmål it is stored beside the version, and drawn anew in no other. */
export function pictureIn(language: LetterLanguage, { sheet, template, plan, date, present }: PlanVersion): string {
  const names = new Map(plan.participants.map(({ participantId, name }) => [participantId, name]));
  const helpers = new Set(plan.participants.flatMap((one) => (one.hasHelped ? [one.participantId] : [])));
  return boardToSvg(sheet, template, { names, helpers }, { date, present }, language);
}

/**
 * A version, or that of a cut.
 * @throws for one that cannot be read: nobody is to be asked for its files
 */
export function readVersion(planJson: string, isCut = false): PlanVersion {
  if (isCut) {
    const cut = readCut(planJson);
    if (!cut.ok) throw new Error('the cut cannot be read');
    return cut.value.version;
  }
  const read = readPlanVersion(planJson);
  if (!read.ok) throw new Error('the version cannot be read');
  return read.value;
}
