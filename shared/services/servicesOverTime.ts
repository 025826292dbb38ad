import type { Day } from '../board/index.ts';
import { doersOf, isSameName } from '../people/index.ts';
import type { PlanAction, PlanVersion } from '../plan/index.ts';

/** What is needed of a version to see who is round the person. */
export type ServicesVersion = Pick<PlanVersion, 'version' | 'date'> & {
  readonly plan: Pick<PlanVersion['plan'], 'for' | 'actions'>;
};

/**
 * Whose a tiltak is: a service's, a volunteer's or employer's beside the services, the family's and network's own, or the
 * citizen's own.
 */
export const sides = ['service', 'volunteer', 'family', 'own'] as const;
export type Side = (typeof sides)[number];

/** A service, or who else does something, at one meeting. */
export interface ServiceThen {
  /** How many of its tiltak are agreed or under way. */
  readonly open: number;
  /** How many are done or stopped and still stand in the plan. */
  readonly over: number;
  /** The people to meet for what is open. */
  readonly people: readonly string[];
}

export interface ServiceOverTime {
  /** As it was first written; '' for what has no service and is nobody's own. */
  readonly name: string;
  readonly side: Side;
  /** One for each meeting; undefined where it has no tiltak. */
  readonly at: readonly (ServiceThen | undefined)[];
}

export interface ServicesMeeting {
  readonly version: number;
  readonly date: Day;
  /** Services and volunteers with something open: whom the family has to do with. */
  readonly services: number;
  /** How many of those are volunteers. */
  readonly volunteers: number;
  /** The people to meet for it, each once. */
  readonly people: readonly string[];
  /** Everybody who has had a tiltak so far, family and citizen too. */
  readonly ever: number;
}

/** Who is round the person, from meeting to meeting, as the tiltak of the plans tell. */
export interface ServicesOverTime {
  readonly meetings: readonly ServicesMeeting[];
  /** By side, then in the order they came. */
  readonly rows: readonly ServiceOverTime[];
}

/** Reads a case's plan versions as the services round the person. The citizen's and the family's own are no service to meet. */
export function servicesOverTime(given: readonly ServicesVersion[]): ServicesOverTime {
  const versions = given.toSorted((a, b) => (a.date === b.date ? a.version - b.version : a.date < b.date ? -1 : 1));
  const ours = versions.flatMap(({ plan }) => [
    ...plan.for.split(/,|&|\s+(?:og|and)\s+/u).map((name) => name.trim()),
    ...plan.actions.filter((action) => isOurs(sideOf(action))).flatMap((action) => namesOf(action)),
  ]);
  const isStranger = (name: string): boolean => !ours.some((own) => isSameName(own, name));

  const found: { readonly name: string; readonly side: Side }[] = [];
  for (const action of versions.flatMap(({ plan }) => plan.actions)) {
    const [name, side] = [nameOf(action), sideOf(action)];
    if (!found.some((row) => row.side === side && isSameName(row.name, name))) found.push({ name, side });
  }
  const rows = sides.flatMap((side) =>
    found
      .filter((row) => row.side === side)
      .map(({ name }): ServiceOverTime => {
        const at = versions.map(({ plan }): ServiceThen | undefined => {
          const own = plan.actions.filter((action) => sideOf(action) === side && isSameName(nameOf(action), name));
          if (own.length === 0) return undefined;
          const open = own.filter((action) => !isOver(action));
          const people = unique(open.flatMap(namesOf)).filter((person) => isOurs(side) || isStranger(person));
          return { open: open.length, over: own.length - open.length, people };
        });
        return { name, side, at };
      }),
  );

  return {
    meetings: versions.map(({ version, date }, meeting) => {
      const toMeet = rows.filter(({ side, at }) => !isOurs(side) && (at[meeting]?.open ?? 0) > 0);
      const named = toMeet.filter(({ name }) => name !== '');
      return {
        version,
        date,
        services: named.length,
        volunteers: named.filter(({ side }) => side === 'volunteer').length,
        people: unique(toMeet.flatMap(({ at }) => at[meeting]?.people ?? [])),
        ever: rows.filter(
          ({ name, side, at }) => (name !== '' || isOurs(side)) && at.slice(0, meeting + 1).some(Boolean),
        ).length,
      };
    }),
    rows,
  };
}

/** What the citizen's own and the family's share is called where a service is asked for. */
const ownWords = /^(innbygger(en)?|innbyggjar(en)?|citizen|meg selv|meg sjølv|jeg|eg|me)$/iu;
const familyWords = /^(familie(n)?|family|nettverk(et)?|network|pårørende|pårørande|relatives)$/iu;
const volunteerWords = /frivillig|volunteer|idrettslag|klubb|korps|røde kors|arbeidsgiver|arbeidsgjevar|employer/iu;

/** By the service that was named; where none was, by whose voice the note is. */
function sideOf({ service, voice }: Pick<PlanAction, 'service' | 'voice'>): Side {
  const named = service.trim();
  if (ownWords.test(named)) return 'own';
  if (familyWords.test(named)) return 'family';
  if (voice === 'network' || volunteerWords.test(named)) return 'volunteer';
  if (named !== '' || voice === 'service') return 'service';
  return voice === 'family' ? 'family' : 'own';
}

/** The citizen's and the family's own are one each, however they were written. */
function nameOf(action: Pick<PlanAction, 'service' | 'voice'>): string {
  return isOurs(sideOf(action)) ? '' : action.service.trim();
}

function isOurs(side: Side): boolean {
  return side === 'own' || side === 'family';
}

function isOver({ status }: Pick<PlanAction, 'status'>): boolean {
  return status === 'done' || status === 'stopped';
}

function namesOf(action: PlanAction): readonly string[] {
  return doersOf(action).map(({ name }) => name);
}

function unique(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => names.findIndex((other) => isSameName(other, name)) === at);
}
