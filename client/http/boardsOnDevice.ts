import type { MeReply } from '@duken/shared/protocol';
import { answersOfBoards, doorPath } from '../device/index.ts';

/** The boards that this device opens without a network, by their names. */
export async function boardsOnDevice(): Promise<
  readonly (Pick<MeReply, 'title' | 'role'> & { readonly boardId: string })[]
> {
  const doors = await answersOfBoards(doorPath);
  return [...doors]
    .map(([boardId, answer]) => {
      const { title, role } = answer as MeReply;
      return { boardId, title, role };
    })
    .toSorted((a, b) => a.title.localeCompare(b.title, 'nb'));
}
