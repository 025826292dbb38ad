import { useTranslation } from 'react-i18next';

export function FrontPage() {
  const { t } = useTranslation('front');
  return <h1>{t('title')}</h1>;
}
