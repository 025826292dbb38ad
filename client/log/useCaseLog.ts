import type { CaseLogReply, LogLineReply } from '@duken/shared/protocol';
import { useState } from 'react';
import { type Remote, type RequestFailure, readCaseLog, useRemote, valueIn } from '../http/index.ts';

interface OlderLines {
  /** The page they follow: with another, they are of another log. */
  readonly after: CaseLogReply;
  readonly lines: readonly LogLineReply[];
  readonly hasMore: boolean;
}

/** The log of a case, or of one person in it: the newest lines, and older ones as they are asked for. */
export function useCaseLog(boardId: string, personId: string | undefined) {
  const of = personId === undefined ? {} : { personId };
  const newest: Remote<CaseLogReply> = useRemote(`${boardId}/log/${personId ?? ''}`, () => readCaseLog(boardId, of));
  const [asked, setAsked] = useState<OlderLines>();
  const [isAsking, setIsAsking] = useState(false);
  const [failed, setFailed] = useState<{ readonly after: CaseLogReply; readonly failure: RequestFailure }>();
  const first = valueIn(newest);
  const older = asked && asked.after === first ? asked : undefined;
  const lines = [...(first?.lines ?? []), ...(older?.lines ?? [])];
  const hasMore = older ? older.hasMore : (first?.hasMore ?? false);

  async function showOlder(): Promise<void> {
    const last = lines.at(-1);
    if (!first || !last || isAsking) return;
    setIsAsking(true);
    setFailed(undefined);
    const found = await readCaseLog(boardId, { ...of, before: last.number });
    setIsAsking(false);
    if (!found.ok) return setFailed({ after: first, failure: found.failure });
    setAsked({
      after: first,
      lines: [...(older?.lines ?? []), ...found.value.lines],
      hasMore: found.value.hasMore,
    });
  }

  const failure = failed?.after === first ? failed?.failure : undefined;
  return { newest, lines, hasMore, isOlderShown: older !== undefined, isAsking, failure, showOlder };
}
