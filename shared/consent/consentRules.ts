import type { Role } from '../access/index.ts';
import { type Day, daysBetween, type Voice } from '../board/index.ts';
import { isSameName } from '../people/index.ts';
import type { ThemeId } from '../template/index.ts';
import type { Consent } from './consent.ts';

/** `given`: it counts today. */
export type ConsentState = 'given' | 'runOut' | 'withdrawn';

/** A consent as far as it is asked who may be at the duk. */
export type Standing = Pick<Consent, 'services' | 'until'> & { readonly withdrawal?: unknown };

/** @param today the day where the people are */
export function consentState({ until, withdrawal }: Pick<Standing, 'until' | 'withdrawal'>, today: Day): ConsentState {
  if (withdrawal) return 'withdrawn';
  return today <= until ? 'given' : 'runOut';
}

/** Somebody at a duk, as far as consents ask. */
export interface Comer {
  readonly role: Role;
  readonly service?: string | undefined;
  readonly voices: readonly Voice[];
}

/**
 * Whether somebody comes to the duk for a service: they work in one, or write as one. Whoever leads comes for the case, and
 * keeps the consents; family and network come for the person.
 */
export function comesForService({ role, service, voices }: Comer): boolean {
  return role !== 'leader' && (service !== undefined || voices.includes('service'));
}

/** Whether a service may be at the duk. `open`: nobody has recorded a consent, and nothing is asked. */
export type ServiceStanding =
  | { readonly kind: 'open' }
  | { readonly kind: 'named'; readonly until: Day }
  | { readonly kind: 'outside'; readonly why: 'notNamed' | 'withdrawn' | 'runOut' };

/**
 * Whether a service may be at the duk today, and until when or why not. Where a case has ever had a consent, a service is in by one
 * that counts, and by nothing else.
 * @param service undefined for one that nobody has named
 */
export function serviceStanding(
  consents: readonly Standing[],
  service: string | undefined,
  today: Day,
): ServiceStanding {
  if (consents.length === 0) return { kind: 'open' };
  const naming = service === undefined ? [] : consents.filter((consent) => names(consent, service));
  const given = naming.filter((consent) => consentState(consent, today) === 'given');
  if (given.length > 0) return { kind: 'named', until: given.map(({ until }) => until).reduce(later) };
  if (naming.length === 0) return { kind: 'outside', why: 'notNamed' };
  return { kind: 'outside', why: naming.some(({ withdrawal }) => withdrawal) ? 'withdrawn' : 'runOut' };
}

/** Whether somebody may be at the duk today, as far as consents go. */
export function mayBeHere(consents: readonly Standing[], comer: Comer, today: Day): boolean {
  return !comesForService(comer) || serviceStanding(consents, comer.service, today).kind !== 'outside';
}

/** Who shares what until when: one sentence for people, «NAV og skolen kan se Økonomi og Jobb til 1. juni». */
export interface Sharing {
  readonly services: readonly string[];
  /** None for everything. */
  readonly themes: readonly ThemeId[];
  readonly until: Day;
}

/** What is shared today: consents about the same until the same day are one sentence, the longest first. */
export function sharingNow(consents: readonly Consent[], today: Day): readonly Sharing[] {
  const given = consents.filter((consent) => consentState(consent, today) === 'given');
  const alike = Map.groupBy(given, ({ themes, until }) => JSON.stringify([until, themes.toSorted()]));
  return [...alike.values()]
    .flatMap(([first, ...others]) =>
      first
        ? [
            {
              services: uniqueServices([first, ...others].flatMap(({ services }) => services)),
              themes: first.themes,
              until: first.until,
            },
          ]
        : [],
    )
    .toSorted((one, other) => (one.until < other.until ? 1 : one.until > other.until ? -1 : 0));
}

/** Days before the end at which whoever leads is told: time for a meeting to ask again. */
const warnedDaysBefore = 21;

/** Services that are out within some weeks if nobody asks again, each with its last day; the first to go stands first. */
export function runsOutSoon(
  consents: readonly Consent[],
  today: Day,
): readonly { readonly service: string; readonly until: Day }[] {
  return servicesIn(consents, today)
    .flatMap((service) => {
      const standing = serviceStanding(consents, service, today);
      return standing.kind === 'named' && daysBetween(today, standing.until) <= warnedDaysBefore
        ? [{ service, until: standing.until }]
        : [];
    })
    .toSorted((one, other) => (one.until < other.until ? -1 : one.until > other.until ? 1 : 0));
}

/** The services that are in today, each once. */
export function servicesIn(consents: readonly Consent[], today: Day): readonly string[] {
  const given = consents.filter((consent) => consentState(consent, today) === 'given');
  return uniqueServices(given.flatMap(({ services }) => services));
}

/** The services that a withdrawn consent was the last to name. */
export function servicesOutAfter(before: readonly Consent[], after: readonly Consent[], today: Day): readonly string[] {
  return servicesIn(before, today).filter((service) => serviceStanding(after, service, today).kind !== 'named');
}

function names({ services }: Standing, service: string): boolean {
  return services.some((named) => isSameName(named, service));
}

function uniqueServices(services: readonly string[]): readonly string[] {
  return services.filter((service, at) => services.findIndex((other) => isSameName(other, service)) === at);
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}
