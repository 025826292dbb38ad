import { useTranslation } from 'react-i18next';
import { LineField } from '../ui/index.ts';

/** What a passkey is called: nothing, and it has the usual name. */
export function PasskeyNameField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (name: string) => void;
}) {
  const { t } = useTranslation('account');
  return (
    <LineField
      label={t('passkeyName')}
      description={t('passkeyNameHelp')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      longest={60}
      autoComplete="off"
    />
  );
}
