import { Button } from '@digdir/designsystemet-react';
import { problemKindOf } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, useLocation } from 'wouter';
import { askSessionAgain, signOut, useFailureText, useSessionFailure, useSessionNow } from '../http/index.ts';
import { FailureNote, LanguageSwitch, Letter, Waiting } from '../ui/index.ts';
import './accounts.css';
import { addPasskey, type PasskeyDoingFailure, passkeyPlaceHere } from './browserPasskeys.ts';
import { PasskeyNameField } from './PasskeyNameField.tsx';
import { PasskeyPlaceNote } from './PasskeyPlaceNote.tsx';
import { PasskeySignIn } from './PasskeySignIn.tsx';
import { useForm } from './useForm.ts';
import { usePasskeyAsking } from './usePasskeyAsking.ts';
import { usePasskeyText } from './usePasskeyText.ts';

/** `/passnokkel`: whoever has signed in by a password, where that is not enough, adds a passkey or uses theirs. */
export function PasskeyStepPage() {
  const { t } = useTranslation('account');
  const session = useSessionNow();
  const failure = useSessionFailure();
  const failureText = useFailureText();
  const [, navigate] = useLocation();
  if (failure)
    return (
      <Letter title={t('stepTitle')}>
        <FailureNote text={failureText(failure)} onRetry={() => void askSessionAgain()} />
      </Letter>
    );
  if (!session) return <Waiting isPage />;
  if (!session.halfway) return <Redirect to={session.account ? '/' : '/logg-inn'} replace />;
  const goIn = () => void askSessionAgain().then(() => navigate('/'));
  const { must, name } = session.halfway;
  const isHere = passkeyPlaceHere().kind === 'here';
  return (
    <Letter title={t('stepTitle')}>
      <p>{t(must === 'addPasskey' ? 'stepAddText' : 'stepUseText', { navn: name })}</p>
      {isHere ? (
        must === 'addPasskey' ? (
          <FirstPasskey onDone={goIn} />
        ) : (
          <>
            <PasskeySignIn anew onDone={goIn} />
            <p className="muted">{t('stepLostText')}</p>
          </>
        )
      ) : (
        <PasskeyPlaceNote />
      )}
      <Leave />
      <LanguageSwitch />
    </Letter>
  );
}

function FirstPasskey({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('account');
  const passkeyText = usePasskeyText();
  usePasskeyAsking();
  const [name, setName] = useState('');
  const form = useForm<Record<never, never>, PasskeyDoingFailure>({
    faults: {},
    send: () => addPasskey(name.trim() || t('passkeyUsualName')),
    onDone,
  });
  const isTooLong = form.failure?.kind === 'problem' && problemKindOf(form.failure.problem) === 'freshSignInNeeded';
  return (
    <form className="accountForm" onSubmit={form.onSubmit} noValidate>
      <PasskeyNameField value={name} onChange={setName} />
      {form.failure && (
        <FailureNote text={isTooLong ? t('stepTooLong') : passkeyText(form.failure)} of={form.failure} />
      )}
      {isTooLong ? (
        <Button asChild data-size="lg">
          <Link href="/logg-inn">{t('signInAgain')}</Link>
        </Button>
      ) : (
        <Button type="submit" data-size="lg" loading={form.isSending}>
          <span>{t('addPasskey')}</span>
        </Button>
      )}
    </form>
  );
}

/** Out again, for who sits at another's machine, or will do it later. */
function Leave() {
  const { t } = useTranslation('account');
  const failureText = useFailureText();
  const form = useForm({ faults: {}, send: signOut, onDone: () => location.assign('/') });
  return (
    <form className="accountForm" onSubmit={form.onSubmit}>
      {form.failure && <FailureNote text={failureText(form.failure)} of={form.failure} />}
      <Button type="submit" variant="tertiary" loading={form.isSending}>
        <span>{t('signOut')}</span>
      </Button>
    </form>
  );
}
