import { Button } from '@digdir/designsystemet-react';
import { passwordFault } from '@duken/shared/access';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import {
  acceptAccountInvitation,
  askForInvitedPasskey,
  askSessionAgain,
  readAccountInvitation,
  useFailureText,
  useRemote,
} from '../http/index.ts';
import { FailureNote, LanguageSwitch, Letter, Waiting } from '../ui/index.ts';
import './accounts.css';
import { makePasskey, type PasskeyDoingFailure } from './browserPasskeys.ts';
import { PasswordField } from './PasswordField.tsx';
import { useForm } from './useForm.ts';
import { usePasskeyText } from './usePasskeyText.ts';
import { useSecretOnce } from './useSecretOnce.ts';
import { useWayIn, WayInChoice } from './WayInChoice.tsx';

/** `/ny-konto`: whoever an administrator has made an account for chooses how they sign in. */
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
  const passkeyText = usePasskeyText();
  const [, navigate] = useLocation();
  const [password, setPassword] = useState('');
  const [way, chooseWay] = useWayIn();
  const fault = way === 'password' ? passwordFault(password) : undefined;
  const faults = { password: fault };
  const form = useForm<typeof faults, PasskeyDoingFailure>({
    faults,
    async send() {
      if (way === 'password') return acceptAccountInvitation({ secret, password });
      const made = await makePasskey(askForInvitedPasskey(secret));
      return made.ok ? acceptAccountInvitation({ secret, passkey: made.value }) : made;
    },
    onDone: () => void askSessionAgain().then(() => navigate('/')),
  });
  return (
    <form className="accountForm" onSubmit={form.onSubmit} noValidate>
      {/* So that the browser keeps the password with the address. */}
      <input type="text" hidden readOnly autoComplete="username" value={email} />
      <WayInChoice way={way} onChoose={chooseWay} />
      {way === 'password' && (
        <PasswordField
          label={t('password')}
          value={password}
          onChange={setPassword}
          isNew
          error={form.faultOf('password') && fault && t(fault)}
        />
      )}
      {form.failure && <FailureNote text={passkeyText(form.failure)} of={form.failure} />}
      <Button type="submit" data-size="lg" loading={form.isSending}>
        <span>{form.isSending ? t('choosing') : t(way === 'password' ? 'choose' : 'makePasskey')}</span>
      </Button>
    </form>
  );
}
