import { createHash } from 'node:crypto';
import type { NoteId } from '@duken/shared/board';
import { readCut } from '@duken/shared/cut';
import type { EarlierJourney } from '@duken/shared/journey';
import {
  individualPlan,
  type Letter,
  type LetterContacts,
  type LetterForm,
  type LetterLanguage,
  type LetterReader,
  minPlan,
  type NamedPerson,
  planLetter,
  promiseLetter,
  promisesOf,
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
  /** What was said of the journey at the meetings before. */
  readonly earlier?: EarlierJourney;
  readonly contacts: LetterContacts;
  readonly reader: LetterReader;
  readonly language: LetterLanguage;
  readonly form: LetterForm;
  /** Of *Min plan*: which dream it has, and which parts of life it may speak of. */
  readonly dreamId?: string;
  readonly themes?: readonly ThemeId[];
  /** Of what one person has promised. */
  readonly promises?: PromiseRequest;
}

/** Whose promises, and what may be told of them outside the case. */
export interface PromiseRequest {
  readonly person: NamedPerson;
  readonly people: readonly NamedPerson[];
  /** Names that are not to leave the building. */
  readonly hidden: readonly string[];
  /** Words that the leader has checked, each for a tiltak that still says what it said then: SHA-256 of that. */
  readonly checked: readonly { readonly noteId: NoteId; readonly sourceHash: string; readonly text: string }[];
  readonly link?: { readonly url: string; readonly svg: string; readonly size: number };
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

/** They have promised nothing that is still to be done. */
export interface NothingPromised {
  readonly kind: 'nothingPromised';
}

export function letterOf(request: LetterRequest): Result<MadeLetter, PlanUnreadable | NothingPromised> {
  const { planJson, comparedPlanJson, earlier, contacts, reader, language, form, dreamId, themes } = request;
  const read = readPlanVersion(planJson);
  if (!read.ok) return read;
  if (form === 'minplan') {
    const chosen = { ...(dreamId === undefined ? {} : { dreamId }), ...(themes === undefined ? {} : { themes }) };
    const letter = minPlan({ version: read.value, contacts, language, ...chosen });
    return succeeded({ letter, version: read.value });
  }
  // Of the very bytes the letter is made from, so that what is printed is true of it.
  const sha256 = sha256Of(planJson);
  if (form === 'individuell') {
    const letter = individualPlan({ version: read.value, sha256, contacts, reader, language });
    return succeeded({ letter, version: read.value });
  }
  if (form === 'promises') return letterOfPromises(read.value, request);
  const compared = comparedPlanJson === undefined ? undefined : readPlanVersion(comparedPlanJson);
  const letter = planLetter({
    version: read.value,
    sha256,
    ...(compared ? { comparedWith: compared.ok ? compared.value : 'unreadable' } : {}),
    ...(earlier ? { earlier } : {}),
    ...{ contacts, reader, language },
  });
  return succeeded({ letter, version: read.value });
}

function letterOfPromises(
  version: PlanVersion,
  { promises, comparedPlanJson, contacts, language }: LetterRequest,
): Result<MadeLetter, NothingPromised> {
  if (!promises) throw new Error('nobody was named whose promises these are');
  const { person, people, hidden, checked, link } = promises;
  if (promisesOf(version, person.id, people).length === 0) return failed({ kind: 'nothingPromised' });
  const before = comparedPlanJson ? readPlanVersion(comparedPlanJson) : undefined;
  const previous = before?.ok ? before.value : undefined;
  const said = [...version.plan.actions, ...(previous?.plan.actions ?? [])];
  const shortTexts = new Map(
    said.flatMap(({ noteId, text }) => {
      const short = checked.find((one) => one.noteId === noteId && one.sourceHash === sha256Of(text));
      return short ? [[noteId, short.text] as const] : [];
    }),
  );
  const letter = promiseLetter({
    ...{ version, previous, person, people, hidden, shortTexts, contacts, language },
    ...(link ? { link } : {}),
  });
  return succeeded({ letter, version });
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
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
    sha256: sha256Of(cutJson),
    ...(compared ? { comparedWith: compared } : {}),
    // Whom to ring, and when one meets next, is told as it is now; who else there is, and who said yes to the whole of it, is not.
    contacts: { ...known, services: [], subjects: [], life: { state: contacts.life.state } },
    reader: 'team',
    language,
    cut: { recipient, choice, planSha256: cutFrom.sha256 },
  });
  return succeeded({ letter, version });
}
