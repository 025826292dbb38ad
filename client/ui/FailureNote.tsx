import { Alert, Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Again } from './Aloud.tsx';

interface FailureNoteProps {
  readonly text: string;
  readonly onRetry?: () => void;
  /** What failed: another value when it fails again while this is shown, so that it is heard again. */
  readonly of?: unknown;
}

/** What went wrong, in words, and a way to try again where there is one. */
export function FailureNote({ text, onRetry, of }: FailureNoteProps) {
  const { t } = useTranslation('common');
  return (
    <Alert data-color="danger" data-size="sm" role="alert">
      <p>
        <Again words={text} of={of} />
      </p>
      {onRetry && (
        <Button variant="secondary" data-size="sm" onClick={onRetry} className="failure-retry">
          {t('tryAgain')}
        </Button>
      )}
    </Alert>
  );
}
