import { type Action, maxTogether, type PersonId } from '../board/index.ts';
import { isSameName, namesIn, sharesWord } from './names.ts';

/** Somebody who does a tiltak: one of the case's people, or only a name. */
export interface Doer {
  readonly name: string;
  readonly personId?: PersonId;
}

/**
 * Those who do a tiltak, the owner first. Their names stand in `owner` with commas between, as they were when it was
 * written: first those who are known by an id, in its order, then those who are only a name. Somebody may have edited the names
 * since, or lost an id, so an id goes with the name that its person has, wherever that stands; with the name at its place only
 * where that may be what they were called then. One whose name was edited away does it no more.
 *
 * @param nameOf the name of somebody now. It also names those whose id another program set without writing the name
 */
export function doersOf(
  { owner, ownerId, withIds = [] }: Pick<Action, 'owner' | 'ownerId' | 'withIds'>,
  nameOf: (personId: PersonId) => string | undefined = () => undefined,
): readonly Doer[] {
  const names = namesIn(owner);
  const ids = [ownerId, ...withIds].flatMap((personId, place) =>
    personId === undefined ? [] : [{ personId, place, name: nameOf(personId) }],
  );
  const whose = new Map<number, PersonId>();
  const placed = new Set<PersonId>();
  const put = (personId: PersonId, place: number): void => {
    if (place < 0 || place >= names.length || whose.has(place) || placed.has(personId)) return;
    whose.set(place, personId);
    placed.add(personId);
  };
  const isCalled = (name: string | undefined, place: number): boolean =>
    name !== undefined && isSameName(name, names[place] ?? '');
  for (const { personId, place, name } of ids) if (isCalled(name, place)) put(personId, place);
  for (const { personId, name } of ids)
    put(
      personId,
      names.findIndex((_, place) => isCalled(name, place) && !whose.has(place)),
    );
  for (const { personId, place, name } of ids)
    if (name === undefined || sharesWord(name, names[place] ?? '')) put(personId, place);
  const unwritten = ids.filter(({ personId, place }) => place >= names.length && !placed.has(personId));
  return [
    ...names.map((name, place): Doer => {
      const personId = whose.get(place);
      return personId === undefined ? { name } : { name, personId };
    }),
    ...unwritten.flatMap(({ personId, name }) => (name === undefined ? [] : [{ name, personId }])),
  ];
}

/** The tiltak's own name of who told how far it has come; undefined where nobody was asked. */
export function reporterOf(action: Pick<Action, 'owner' | 'ownerId' | 'withIds' | 'reportedBy'>): string | undefined {
  const { reportedBy } = action;
  return reportedBy && doersOf(action).find(({ personId }) => personId === reportedBy)?.name;
}

/** What `setAction` takes for these to do it: the first owns it. */
export function ownershipOf(
  doers: readonly Doer[],
): Pick<Action, 'owner' | 'withIds'> & { readonly ownerId?: PersonId } {
  const [first, ...others] = doers;
  const inOrder = [...others.filter(({ personId }) => personId), ...others.filter(({ personId }) => !personId)];
  return {
    owner: [...(first ? [first] : []), ...inOrder].map(({ name }) => namesIn(name).join(' ')).join(', '),
    ...(first?.personId === undefined ? {} : { ownerId: first.personId }),
    withIds: inOrder.flatMap(({ personId }) => personId ?? []).slice(0, maxTogether),
  };
}
