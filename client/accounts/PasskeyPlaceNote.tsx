import { useTranslation } from 'react-i18next';
import { passkeyPlaceHere } from './browserPasskeys.ts';

/** Where passkeys can be used, when it is not here. */
export function PasskeyPlaceNote() {
  const { t } = useTranslation('account');
  const place = passkeyPlaceHere();
  if (place.kind === 'here') return null;
  if (place.kind === 'nowhere') return <p className="muted">{t('passkeyNowhere')}</p>;
  return (
    <p className="muted">
      <span>{t('passkeyByName')}</span> <a href={place.url}>{place.url}</a>
    </p>
  );
}
