import { Alert, Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

/** What went wrong, in words, and a way to try again where there is one. */
export function FailureNote({ text, onRetry }: { readonly text: string; readonly onRetry?: () => void }) {
  const { t } = useTranslation('common');
  return (
    <Alert data-color="danger" data-size="sm" role="alert">
      <p>{text}</p>
      {onRetry && (
        <Button variant="secondary" data-size="sm" onClick={onRetry} className="failure-retry">
          {t('tryAgain')}
        </Button>
      )}
    </Alert>
  );
}
