import type { MeetingReply } from '@duken/shared/protocol';
import { useEffect, useRef, useState } from 'react';

/** The meeting that was frozen while one was looking, until somebody has put the news of it away. */
export function usePlanReady(meetings: readonly MeetingReply[] | undefined): {
  readonly meeting: MeetingReply | undefined;
  readonly dismiss: () => void;
} {
  const [meetingId, setMeetingId] = useState<string>();
  const known = useRef<ReadonlySet<string>>(undefined);
  const frozen = meetings?.filter(({ isFrozen }) => isFrozen);
  const ids = frozen?.map((meeting) => meeting.meetingId).join(' ');
  useEffect(() => {
    if (ids === undefined) return;
    const now = ids.split(' ').filter((id) => id !== '');
    const before = known.current;
    known.current = new Set(now);
    const fresh = before && now.find((id) => !before.has(id));
    if (fresh) setMeetingId(fresh);
  }, [ids]);
  return {
    meeting: frozen?.find((meeting) => meeting.meetingId === meetingId),
    dismiss: () => setMeetingId(undefined),
  };
}
