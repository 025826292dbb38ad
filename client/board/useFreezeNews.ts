import type { MeetingReply } from '@duken/shared/protocol';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Tell } from './useNotice.ts';

/** Tells everybody at the table when a meeting has been frozen, with the way to its plan. */
export function useFreezeNews(boardId: string, meetings: readonly MeetingReply[] | undefined, tell: Tell): void {
  const { t } = useTranslation('board');
  const [, navigate] = useLocation();
  const known = useRef<number>(undefined);
  const newest = meetings && Math.max(0, ...meetings.map(({ version }) => version ?? 0));
  useEffect(() => {
    if (newest === undefined) return;
    const before = known.current;
    known.current = newest;
    if (before === undefined || newest <= before) return;
    tell({
      text: t('frozenNow', { version: newest }),
      action: { label: t('seePlan'), run: () => navigate(`/duk/${boardId}/plan/${newest}`) },
    });
  }, [newest, boardId, tell, t, navigate]);
}
