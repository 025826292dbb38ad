import { useState } from 'react';
import { changeAction, type RequestFailure } from '../http/index.ts';
import type { WeekItem } from './groupsOf.ts';

/** What the leader last did to a tiltak here, which can be taken back. */
export type LastDeed =
  | { readonly kind: 'done'; readonly item: WeekItem }
  | { readonly kind: 'moved'; readonly item: WeekItem; readonly due: string };

export interface ActionDeeds {
  readonly last: LastDeed | undefined;
  readonly failure: RequestFailure | undefined;
  /** @returns whether it was done */
  markDone(item: WeekItem): Promise<boolean>;
  move(item: WeekItem, due: string): Promise<boolean>;
  undo(): Promise<void>;
}

/** The next steps of a line that change its tiltak. @param onChanged asks again what there is */
export function useActionDeeds(onChanged: () => void): ActionDeeds {
  const [last, setLast] = useState<LastDeed>();
  const [failure, setFailure] = useState<RequestFailure>();

  const change = async (item: WeekItem, body: Parameters<typeof changeAction>[2], deed: LastDeed | undefined) => {
    const changed = await changeAction(item.boardId, item.noteId, body);
    setFailure(changed.ok ? undefined : changed.failure);
    if (changed.ok) setLast(deed);
    onChanged();
    return changed.ok;
  };
  return {
    last,
    failure,
    markDone: (item) => change(item, { status: 'done' }, { kind: 'done', item }),
    move: (item, due) => change(item, { due }, { kind: 'moved', item, due }),
    async undo() {
      if (!last) return;
      const { item } = last;
      await change(item, last.kind === 'done' ? { status: item.status } : { due: item.due }, undefined);
    },
  };
}
