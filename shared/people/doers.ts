import { type Action, maxTogether, type PersonId } from '../board/index.ts';
import { namesIn } from './names.ts';

/** Somebody who does a tiltak: one of the case's people, or only a name. */
export interface Doer {
  readonly name: string;
  readonly personId?: PersonId;
}

/**
 * Those who do a tiltak, the owner first. Their names stand in `owner` with commas between, as they were when it was
 * written: first those who are known by an id, in its order, then those who are only a name.
 *
 * @param nameOf the name of somebody whose id another program set without writing the name
 */
export function doersOf(
  { owner, ownerId, withIds = [] }: Pick<Action, 'owner' | 'ownerId' | 'withIds'>,
  nameOf: (personId: PersonId) => string | undefined = () => undefined,
): readonly Doer[] {
  const names = namesIn(owner);
  const known = names.map((name, index): Doer => {
    const personId = index === 0 ? ownerId : withIds[index - 1];
    return personId === undefined ? { name } : { name, personId };
  });
  const unwritten = [
    ...(names.length === 0 && ownerId ? [ownerId] : []),
    ...withIds.slice(Math.max(names.length - 1, 0)),
  ];
  return [
    ...known,
    ...unwritten.flatMap((personId) => {
      const name = nameOf(personId);
      return name === undefined ? [] : [{ name, personId }];
    }),
  ];
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
