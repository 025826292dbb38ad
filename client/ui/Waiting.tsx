import { Spinner } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

/** A page on its way. Shows nothing for the first moment, so that a quick page doesn't flicker. */
export function Waiting() {
  const { t } = useTranslation('common');
  return (
    <div className="waiting">
      <Spinner aria-label={t('loading')} data-size="lg" />
    </div>
  );
}
