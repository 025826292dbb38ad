import { Button } from '@digdir/designsystemet-react';
import { passwordFault } from '@duken/shared/access';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import {
  acceptAccountInvitation,
  askSessionAgain,
  readAccountInvitation,
  useFailureText,
  useRemote,
} from '../http/index.ts';
import { FailureNote, LanguageSwitch, Letter, Waiting } from '../ui/index.ts';
import './accounts.css';
import { PasswordField } from './PasswordField.tsx';
import { useForm } from './useForm.ts';
import { useSecretOnce } from './useSecretOnce.ts';

/** `/ny-konto`: whoever an administrator has made an account for chooses a password. */
export function InvitedPage() {
  const { t } = useTranslation('account');
  const secret = useSecretOnce();
  if (secret === undefined) return <BrokenLink text={t('invitedBrokenText')} />;
  return <Invited key={secret} secret={secret} />;
}

function BrokenLink({ text, onRetry }: { readonly text: string; readonly onRetry?: () => void }) {
  const { t } = useTranslation('account');
  return (
    <Letter title={t('invitedBrokenTitle')}>
      {onRetry ? <FailureNote text={text} onRetry={onRetry} /> : <p>{text}</p>}
    </Letter>
  );
}

function Invited({ secret }: { readonly secret: string }) {
  const { t } = useTranslation('account');
  const failureText = useFailureText();
  const invitation = useRemote('account-invitation', () => readAccountInvitation(secret));
  if (invitation.kind === 'loading') return <Waiting isPage />;
  if (invitation.kind === 'failed') {
    const isRefused = invitation.failure.kind === 'problem' && invitation.failure.problem.status === 403;
    const text = failureText(invitation.failure);
    return isRefused ? <BrokenLink text={text} /> : <BrokenLink text={text} onRetry={invitation.reload} />;
  }
  const { name, email } = invitation.value;
  return (
    <Letter title={t('invitedTitle', { navn: name })}>
      <p>{t('invitedText', { epost: email })}</p>
      <ChooseForm secret={secret} email={email} />
      <LanguageSwitch />
    </Letter>
  );
}

function ChooseForm({ secret, email }: { readonly secret: string; readonly email: string }) {
  const { t } = useTranslation('account');
  const failureText = useFailureText();
  const [, navigate] = useLocation();
  const [password, setPassword] = useState('');
  const fault = passwordFault(password);
  const form = useForm({
    faults: { password: fault },
    send: () => acceptAccountInvitation({ secret, password }),
    onDone: () => void askSessionAgain().then(() => navigate('/')),
  });
  return (
    <form className="accountForm" onSubmit={form.onSubmit} noValidate>
      {/* So that the browser keeps the password with the address. */}
      <input type="text" hidden readOnly autoComplete="username" value={email} />
      <PasswordField
        label={t('password')}
        value={password}
        onChange={setPassword}
        isNew
        error={form.faultOf('password') && fault && t(fault)}
      />
      {form.failure && <FailureNote text={failureText(form.failure)} of={form.failure} />}
      <Button type="submit" data-size="lg" loading={form.isSending}>
        <span>{form.isSending ? t('choosing') : t('choose')}</span>
      </Button>
    </form>
  );
}
