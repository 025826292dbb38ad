import { isBlank } from '../text/index.ts';
import type { Action } from './board.ts';

/** Whether a tiltak has somebody who does it: by name, or as somebody of the case, alone or with others. */
export function hasDoer({ owner, ownerId, withIds }: Pick<Action, 'owner' | 'ownerId' | 'withIds'>): boolean {
  return !isBlank(owner) || ownerId !== undefined || (withIds?.length ?? 0) > 0;
}
