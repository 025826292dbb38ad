import { Button } from '@digdir/designsystemet-react';
import { passwordFault } from '@duken/shared/access';
import { isBlank } from '@duken/shared/text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { askSessionAgain, askToSetUpByPasskey, setUp } from '../http/index.ts';
import { CopyField, FailureNote, LanguageSwitch, Letter, LineField } from '../ui/index.ts';
import './accounts.css';
import { makePasskey, type PasskeyDoingFailure } from './browserPasskeys.ts';
import { EmailField, emailFault } from './EmailField.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useForm } from './useForm.ts';
import { usePasskeyText } from './usePasskeyText.ts';
import { useSecretOnce } from './useSecretOnce.ts';
import { useWayIn, WayInChoice } from './WayInChoice.tsx';

/** The first account, by the link that the server printed; without one, how to get it. */
export function SetupPage() {
  const { t } = useTranslation('account');
  const secret = useSecretOnce();
  return (
    <Letter title={t('setupTitle')}>
      {secret === undefined ? <HowToSetUp /> : <SetupForm secret={secret} />}
      <LanguageSwitch />
    </Letter>
  );
}

function HowToSetUp() {
  const { t } = useTranslation('account');
  return (
    <>
      <p>{t('setupNeedsLink')}</p>
      <p>{t('setupHow')}</p>
      <CopyField label={t('setupCommand')} value="npx -y pnpm duk setup-link" />
    </>
  );
}

function SetupForm({ secret }: { readonly secret: string }) {
  const { t } = useTranslation('account');
  const passkeyText = usePasskeyText();
  const [, navigate] = useLocation();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [way, chooseWay] = useWayIn();
  const fault = way === 'password' ? passwordFault(password) : undefined;
  const faults = {
    name: isBlank(name) ? ('nameMissing' as const) : undefined,
    email: emailFault(email),
    password: fault,
  };
  const form = useForm<typeof faults, PasskeyDoingFailure>({
    faults,
    async send() {
      const who = { secret, name, email: email.trim() };
      if (way === 'password') return setUp({ ...who, password });
      const made = await makePasskey(askToSetUpByPasskey(who));
      return made.ok ? setUp({ ...who, passkey: made.value }) : made;
    },
    onDone: () => void askSessionAgain().then(() => navigate('/')),
  });
  return (
    <>
      <p>{t('setupText')}</p>
      <form className="accountForm" onSubmit={form.onSubmit} noValidate>
        <LineField
          label={t('name')}
          description={t('nameHelp')}
          error={form.faultOf('name') && t('nameMissing')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          longest={60}
          autoComplete="name"
          autoFocus
        />
        <EmailField value={email} onChange={setEmail} fault={form.faultOf('email')} />
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
          <span>{form.isSending ? t('making') : t('make')}</span>
        </Button>
      </form>
    </>
  );
}
