import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSessionNow } from '../http/index.ts';
import { ChoiceCards } from '../ui/index.ts';
import { passkeyPlaceHere } from './browserPasskeys.ts';
import { PasskeyPlaceNote } from './PasskeyPlaceNote.tsx';

export type WayIn = 'passkey' | 'password';

/** How somebody will sign in to the account that they make now. Where a password is not enough, a passkey is the first choice. */
export function useWayIn(): readonly [WayIn, (way: WayIn) => void] {
  const session = useSessionNow();
  const [chosen, setChosen] = useState<WayIn>();
  if (passkeyPlaceHere().kind !== 'here') return ['password', setChosen];
  return [chosen ?? (session?.passwordIsEnough === false ? 'passkey' : 'password'), setChosen];
}

export function WayInChoice({ way, onChoose }: { readonly way: WayIn; readonly onChoose: (way: WayIn) => void }) {
  const { t } = useTranslation('account');
  if (passkeyPlaceHere().kind !== 'here') return <PasskeyPlaceNote />;
  return (
    <ChoiceCards
      legend={t('wayInTitle')}
      chosen={way}
      onChoose={onChoose}
      choices={[
        { value: 'password', title: t('password'), text: t('wayInPasswordText') },
        { value: 'passkey', title: t('passkeyUsualName'), text: t('wayInPasskeyText') },
      ]}
    />
  );
}
