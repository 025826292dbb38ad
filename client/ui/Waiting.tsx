import { Spinner } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

/**
 * Something on its way. Shows nothing for the first moment, so that what is quick doesn't flicker. As a whole page it has
 * the page's own landmark and heading, so that nobody lands nowhere meanwhile.
 */
export function Waiting({ isPage = false }: { readonly isPage?: boolean }) {
  const { t } = useTranslation('common');
  const spinner = <Spinner aria-label={t('loading')} data-size="lg" />;
  if (!isPage) return <div className="waiting">{spinner}</div>;
  return (
    <main className="waiting waiting-page">
      <h1 className="ds-sr-only">{t('loading')}</h1>
      {spinner}
    </main>
  );
}
