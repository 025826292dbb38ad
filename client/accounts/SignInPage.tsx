import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { askSessionAgain, signIn, useFailureText } from '../http/index.ts';
import { FailureNote, LanguageSwitch, Letter } from '../ui/index.ts';
import './accounts.css';
import { passkeyPlaceHere } from './browserPasskeys.ts';
import { EmailField, emailFault } from './EmailField.tsx';
import { LoginProviders } from './LoginProviders.tsx';
import { PasskeyPlaceNote } from './PasskeyPlaceNote.tsx';
import { PasskeySignIn } from './PasskeySignIn.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useForm } from './useForm.ts';

/** `/logg-inn`: for those who have an account. */
export function SignInPage() {
  const { t } = useTranslation('account');
  const failureText = useFailureText();
  const [, navigate] = useLocation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const goIn = () => void askSessionAgain().then(() => navigate('/'));
  const form = useForm({
    faults: { email: emailFault(email), password: password === '' ? 'passwordMissing' : undefined },
    send: () => signIn({ email, password }),
    onDone: goIn,
  });
  return (
    <Letter title={t('signInTitle')}>
      <p>{t('signInText')}</p>
      <LoginProviders passkey={passkeyPlaceHere().kind === 'here' && <PasskeySignIn onDone={goIn} />} />
      <form className="accountForm" onSubmit={form.onSubmit} noValidate>
        <EmailField value={email} onChange={setEmail} fault={form.faultOf('email')} autoFocus />
        <PasswordField
          label={t('password')}
          value={password}
          onChange={setPassword}
          error={form.faultOf('password') && t('passwordMissing')}
        />
        {form.failure && <FailureNote text={failureText(form.failure)} of={form.failure} />}
        <Button type="submit" data-size="lg" loading={form.isSending}>
          <span>{form.isSending ? t('signingIn') : t('signIn')}</span>
        </Button>
      </form>
      <p className="muted">{t('forgotten')}</p>
      {passkeyPlaceHere().kind === 'byName' && <PasskeyPlaceNote />}
      <LanguageSwitch />
    </Letter>
  );
}
