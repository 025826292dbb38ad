import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMeetingEnded } from '../ui/index.ts';

/** From so wide a window on, in CSS pixels, a screen may be the room’s and not somebody’s own. */
const sharedFrom = 1280;

/** Offers, where a meeting was just frozen on a screen that many may use, to leave the duk on it. */
export function MeetingEnd({ boardId }: { readonly boardId: string }): ReactNode {
  const { t } = useTranslation('plan');
  const hasEnded = useMeetingEnded();
  const [width] = useState(() => window.innerWidth);
  if (!hasEnded || width < sharedFrom) return null;
  return (
    <p className="planPage-end" role="note">
      <span>{`${t('meetingOver')} `}</span>
      <Link href={`/duk/${boardId}/forlat`}>{t('leaveIt')}</Link>
      <span>.</span>
    </p>
  );
}
