import { useState } from 'react';
import { changeAction, type RequestFailure, settleAnswers } from '../http/index.ts';
import type { WeekItem } from './groupsOf.ts';

/** What the leader last did to a tiltak here, which can be taken back. */
export type LastCommand =
  | { readonly kind: 'done'; readonly item: WeekItem }
  | { readonly kind: 'moved'; readonly item: WeekItem; readonly due: string }
  /** Seen to: a call for help, or a date that was not to be. Nothing is taken back of it. */
  | { readonly kind: 'seen' | 'kept'; readonly item: WeekItem };

export interface ActionCommands {
  readonly last: LastCommand | undefined;
  readonly failure: RequestFailure | undefined;
  /** @returns whether it was done */
  markDone(item: WeekItem): Promise<boolean>;
  move(item: WeekItem, due: string): Promise<boolean>;
  /** Has seen to what was answered, and leaves the tiltak as it is. */
  settle(item: WeekItem): Promise<boolean>;
  /** Moves it to the date that was proposed. */
  takeDate(item: WeekItem): Promise<boolean>;
  undo(): Promise<void>;
}

/** The next steps of a line that change its tiltak. @param onChanged asks again what there is */
export function useActionCommands(onChanged: () => void): ActionCommands {
  const [last, setLast] = useState<LastCommand>();
  const [failure, setFailure] = useState<RequestFailure>();

  const change = async (item: WeekItem, body: Parameters<typeof changeAction>[2], command: LastCommand | undefined) => {
    const changed = await changeAction(item.boardId, item.noteId, body);
    setFailure(changed.ok ? undefined : changed.failure);
    if (changed.ok) setLast(command);
    onChanged();
    return changed.ok;
  };
  const settle = async (item: WeekItem) => {
    const settled = await settleAnswers(item.boardId, item.noteId);
    setFailure(settled.ok ? undefined : settled.failure);
    if (settled.ok) setLast({ kind: item.answer?.answer === 'help' ? 'seen' : 'kept', item });
    onChanged();
    return settled.ok;
  };
  return {
    last,
    failure,
    markDone: (item) => change(item, { status: 'done' }, { kind: 'done', item }),
    move: (item, due) => change(item, { due }, { kind: 'moved', item, due }),
    settle,
    async takeDate(item) {
      const due = item.answer?.date;
      if (due === undefined) return false;
      const moved = await change(item, { due }, { kind: 'moved', item, due });
      if (!moved) return false;
      const settled = await settleAnswers(item.boardId, item.noteId);
      setFailure(settled.ok ? undefined : settled.failure);
      onChanged();
      return settled.ok;
    },
    async undo() {
      if (last?.kind !== 'done' && last?.kind !== 'moved') return;
      const { item } = last;
      await change(item, last.kind === 'done' ? { status: item.status } : { due: item.due }, undefined);
    },
  };
}
