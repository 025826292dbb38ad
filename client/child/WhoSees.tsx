import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

/** Said before anything is written: what adults see, and what cannot be kept from parents here. */
export function WhoSees(): ReactNode {
  const { t } = useTranslation('child');
  const id = useId();
  return (
    <section className="childPage-sees" aria-labelledby={id}>
      <h2 id={id}>{t('whoSees')}</h2>
      <ul>
        <li>{t('seesOwn')}</li>
        <li>{t('seesDuk')}</li>
        <li>{t('seesParents')}</li>
      </ul>
    </section>
  );
}
