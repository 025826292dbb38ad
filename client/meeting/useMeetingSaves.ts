import { isDay } from '@duken/shared/board';
import { changePresent, joinPresentChanges, type PresentChanges, presentChangesBetween } from '@duken/shared/meeting';
import type { MeetingReply } from '@duken/shared/protocol';
import { useEffect, useReducer, useRef, useState } from 'react';
import { changeMeeting, type RequestFailure } from '../http/index.ts';
import { draftOf, type MeetingDraft, presentOf } from './meetingDraft.ts';
import { type SaveStatus, SavesInOrder } from './savesInOrder.ts';

interface MeetingChange {
  readonly date?: string;
  readonly presentChanges: PresentChanges;
}

/** An open meeting as the server has it with what was changed here on top, and how far that has come. */
export function useMeetingSaves(
  boardId: string,
  meeting: MeetingReply,
): {
  readonly draft: MeetingDraft;
  readonly change: (next: MeetingDraft) => void;
  readonly status: SaveStatus<RequestFailure>;
  readonly retry: () => void;
} {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const [known, setKnown] = useState(meeting);
  /** What stands in the date field while it is no whole day. */
  const [typed, setTyped] = useState<string>();
  const { meetingId } = meeting;
  const saves = useRef<SavesInOrder<MeetingChange, RequestFailure>>(undefined);
  saves.current ??= new SavesInOrder({
    send: async (change) => {
      const answer = await changeMeeting(boardId, meetingId, {
        ...(change.date === undefined ? {} : { date: change.date }),
        presentChanges: {
          add: presentOf(change.presentChanges.add),
          remove: presentOf(change.presentChanges.remove),
        },
      });
      if (answer.ok) setKnown(answer.value);
      return answer;
    },
    join: (first, second) => ({
      ...first,
      ...(second.date === undefined ? {} : { date: second.date }),
      presentChanges: joinPresentChanges(first.presentChanges, second.presentChanges),
    }),
    onChange: render,
  });
  const now = saves.current;
  // What another window did comes with the news.
  useEffect(() => setKnown(meeting), [meeting]);

  const pending = now.pending();
  const present = presentOf(known.present);
  const draft: MeetingDraft = {
    ...draftOf(known),
    date: typed ?? pending?.date ?? known.date,
    present: pending ? changePresent(present, pending.presentChanges) : present,
  };
  return {
    draft,
    status: now.status(),
    retry: () => now.retry(),
    change(next) {
      const isWhole = isDay(next.date);
      setTyped(isWhole ? undefined : next.date);
      const presentChanges = presentChangesBetween(presentOf(draft.present), presentOf(next.present));
      const hasNewDay = isWhole && next.date !== (pending?.date ?? known.date);
      if (!hasNewDay && presentChanges.add.length + presentChanges.remove.length === 0) return;
      now.add({ ...(hasNewDay ? { date: next.date } : {}), presentChanges });
    },
  };
}
