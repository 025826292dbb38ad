import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Letter } from '../ui/index.ts';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('errors');
  return (
    <Letter title={t('notFoundTitle')}>
      <p>{t('notFoundText')}</p>
      <div className="row">
        <Button asChild>
          <Link href="/">{t('toFront')}</Link>
        </Button>
      </div>
    </Letter>
  );
}
