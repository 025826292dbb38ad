import { Button } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from './useNotice.ts';

/** Says what just happened, below the bar at the top, where it covers no tool, and lets one take it back. */
export function NoticeBar({
  notice,
  onDismiss,
}: {
  readonly notice: Notice | undefined;
  readonly onDismiss: () => void;
}): ReactNode {
  const { t } = useTranslation('common');
  return (
    <div className="noticeArea" role="status">
      {notice && (
        <div className="notice">
          <span>{notice.text}</span>
          {notice.action && (
            <Button
              data-size="sm"
              variant="secondary"
              onClick={() => {
                notice.action?.run();
                onDismiss();
              }}
            >
              {notice.action.label}
            </Button>
          )}
          <button type="button" className="notice-close" aria-label={t('close')} onClick={onDismiss}>
            <XMarkIcon aria-hidden />
          </button>
        </div>
      )}
    </div>
  );
}
