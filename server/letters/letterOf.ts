import { createHash } from 'node:crypto';
import { readCut } from '@duken/shared/cut';
import {
  individualPlan,
  type Letter,
  type LetterContacts,
  type LetterForm,
  type LetterLanguage,
  type LetterReader,
  minPlan,
  planLetter,
} from '@duken/shared/letter';
import { type PlanUnreadable, type PlanVersion, readPlanVersion } from '@duken/shared/plan';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { ThemeId } from '@duken/shared/template';

/** What a letter is made of: plain values, so that they cross between threads and processes. */
export interface LetterRequest {
  /** A version as it is stored. */
  readonly planJson: string;
  /** The version it tells the difference from, when there is one; '' when that is missing. */
  readonly comparedPlanJson?: string;
  readonly contacts: LetterContacts;
  readonly reader: LetterReader;
  readonly language: LetterLanguage;
  readonly form: LetterForm;
  /** Of *Min plan*: which dream it has, and which parts of life it may speak of. */
  readonly dreamId?: string;
  readonly themes?: readonly ThemeId[];
}

/** What the letter of a cut is made of. */
export interface CutLetterRequest {
  /** A cut as it is stored. */
  readonly cutJson: string;
  readonly contacts: LetterContacts;
  readonly language: LetterLanguage;
}

/** A letter, and the version it was made of. */
export interface MadeLetter {
  readonly letter: Letter;
  readonly version: PlanVersion;
}

export function letterOf(request: LetterRequest): Result<MadeLetter, PlanUnreadable> {
  const { planJson, comparedPlanJson, contacts, reader, language, form, dreamId, themes } = request;
  const read = readPlanVersion(planJson);
  if (!read.ok) return read;
  if (form === 'minplan') {
    const chosen = { ...(dreamId === undefined ? {} : { dreamId }), ...(themes === undefined ? {} : { themes }) };
    const letter = minPlan({ version: read.value, contacts, language, ...chosen });
    return succeeded({ letter, version: read.value });
  }
  // Of the very bytes the letter is made from, so that what is printed is true of it.
  const sha256 = createHash('sha256').update(planJson).digest('hex');
  if (form === 'individuell') {
    const letter = individualPlan({ version: read.value, sha256, contacts, reader, language });
    return succeeded({ letter, version: read.value });
  }
  const compared = comparedPlanJson === undefined ? undefined : readPlanVersion(comparedPlanJson);
  const letter = planLetter({
    version: read.value,
    sha256,
    ...(compared ? { comparedWith: compared.ok ? compared.value : 'unreadable' } : {}),
    contacts,
    reader,
    language,
  });
  return succeeded({ letter, version: read.value });
}

/** The letter of a cut, whose version holds nothing but what was chosen. */
export function cutLetterOf({
  cutJson,
  contacts,
  language,
}: CutLetterRequest): Result<MadeLetter, { readonly kind: 'versionUnreadable' }> {
  const read = readCut(cutJson);
  if (!read.ok) return failed({ kind: 'versionUnreadable' });
  const { version, compared, recipient, choice, cutFrom } = read.value;
  const { consents: _, ...known } = contacts;
  const letter = planLetter({
    version,
    sha256: createHash('sha256').update(cutJson).digest('hex'),
    ...(compared ? { comparedWith: compared } : {}),
    // Whom to ring, and when one meets next, is told as it is now; who else there is, and who said yes to the whole of it, is not.
    contacts: { ...known, services: [], subjects: [], life: { state: contacts.life.state } },
    reader: 'team',
    language,
    cut: { recipient, choice, planSha256: cutFrom.sha256 },
  });
  return succeeded({ letter, version });
}
