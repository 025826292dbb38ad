import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../ui/index.ts';
import { type PasskeyDoingFailure, signInByPasskey } from './browserPasskeys.ts';
import { usePasskeyAsking } from './usePasskeyAsking.ts';
import { usePasskeyText } from './usePasskeyText.ts';

interface PasskeySignInProps {
  /** Whether it must be a passkey of whoever is signed in so far. */
  readonly anew?: boolean;
  readonly onDone: () => void;
}

/** The button for signing in with a passkey, and what went wrong with it. */
export function PasskeySignIn({ anew = false, onDone }: PasskeySignInProps) {
  const { t } = useTranslation('account');
  const passkeyText = usePasskeyText();
  usePasskeyAsking();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<PasskeyDoingFailure>();
  const signIn = async () => {
    if (isAsking) return;
    setIsAsking(true);
    setFailure(undefined);
    const done = await signInByPasskey(anew);
    setIsAsking(false);
    if (done.ok) onDone();
    else setFailure(done.failure);
  };
  return (
    <>
      <Button variant="secondary" data-size="lg" loading={isAsking} onClick={() => void signIn()}>
        <span>{t('signInByPasskey')}</span>
      </Button>
      {failure && <FailureNote text={passkeyText(failure)} of={failure} />}
    </>
  );
}
