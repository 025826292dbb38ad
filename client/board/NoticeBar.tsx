import { Button } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from './useNotice.ts';

/** Says what just happened, below the bar at the top, where it covers no tool, and lets one take it back. */
export function NoticeBar({
  notice,
  onDismiss,
  children,
}: {
  readonly notice: (Notice & { readonly number: number }) | undefined;
  readonly onDismiss: () => void;
  /** What stays beside the notices that pass. */
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation('common');
  return (
    <div className="noticeArea" role="status">
      {children}
      {/* A new element each time: the same words twice in one live region are read once. */}
      {notice && (
        <div key={notice.number} className="notice">
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
