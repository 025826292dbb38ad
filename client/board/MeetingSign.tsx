import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** *Møtet er åpent*, for everybody who is in. Read aloud once, when it is opened. */
export function MeetingSign({ isOpen }: { readonly isOpen: boolean }): ReactNode {
  const { t } = useTranslation('board');
  return (
    <span className="meetingSign" role="status">
      {isOpen && <span className="meetingSign-open">{t('meetingOpen')}</span>}
    </span>
  );
}
