import type { Day, Voice } from '../board/index.ts';
import { type Consent, comesForService, consentState, serviceStanding } from '../consent/index.ts';
import { isSameName } from '../people/index.ts';
import type { CutTheme } from './cut.ts';

/** What a recipient may be given of a plan today. */
export type MayHave =
  /** No consent is asked of them, or one that counts is about everything. */
  | { readonly kind: 'all' }
  /** Consents that count name them, about these. */
  | { readonly kind: 'some'; readonly themes: readonly CutTheme[] }
  /** The case has consents, and none that counts names them. */
  | { readonly kind: 'nothing' };

type Counted = Pick<Consent, 'services' | 'themes' | 'until'> & { readonly withdrawal?: unknown };

/** Who is to get it, as far as consents ask. */
interface Asked {
  readonly name: string;
  /** Absent for a body. */
  readonly personId?: string | undefined;
  readonly service?: string | undefined;
  /** Whether the plan is about them. */
  readonly isSubject?: boolean | undefined;
}

/** Whoever speaks in one of these comes for the person; in none, nobody knows what for. */
const ownVoices: readonly Voice[] = ['citizen', 'family', 'network', 'child'];

/**
 * Where a case has consents, a service gets what they are about and nothing else; a body that is named is asked as a service is. Whom it
 * is about, family and network come for the person, and are not asked; of whom nobody has said either, nothing is known, and they are asked.
 * @param voices of a person of the case; absent for a body
 */
export function mayHave(
  { name, personId, service, isSubject = false }: Asked,
  voices: readonly Voice[],
  consents: readonly Counted[],
  today: Day,
): MayHave {
  const isForThePerson =
    !comesForService({ role: 'viewer', service, voices }) && voices.some((voice) => ownVoices.includes(voice));
  if (personId !== undefined && (isSubject || isForThePerson)) return { kind: 'all' };
  const asked = personId === undefined ? name : service;
  const standing = serviceStanding(consents, asked, today);
  if (standing.kind === 'open') return { kind: 'all' };
  if (standing.kind === 'outside' || asked === undefined) return { kind: 'nothing' };
  const counting = consents.filter(
    (consent) =>
      consentState(consent, today) === 'given' && consent.services.some((service) => isSameName(service, asked)),
  );
  if (counting.some(({ themes }) => themes.length === 0)) return { kind: 'all' };
  return { kind: 'some', themes: [...new Set(counting.flatMap(({ themes }) => themes))] };
}

/** Whether all that was chosen may be given. */
export function covers(may: MayHave, themes: readonly CutTheme[]): boolean {
  if (may.kind === 'all') return true;
  return may.kind === 'some' && themes.every((theme) => may.themes.includes(theme));
}
