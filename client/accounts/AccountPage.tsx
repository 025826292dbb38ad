import { Button } from '@digdir/designsystemet-react';
import { passwordFault } from '@duken/shared/access';
import type { SignInReply } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  changePassword,
  endOtherSignIns,
  endSignIn,
  listSignIns,
  type RequestFailure,
  signOut,
  useFailureText,
  useRemote,
} from '../http/index.ts';
import { momentInWords, useLanguage } from '../texts/index.ts';
import { Aloud, FailureNote } from '../ui/index.ts';
import { AccountFrame } from './AccountFrame.tsx';
import { OwnPasskeys } from './OwnPasskeys.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useForm } from './useForm.ts';

/** `/konto`: who one is, where one is signed in, and the password. */
export function AccountPage() {
  const { t } = useTranslation('account');
  return (
    <AccountFrame title={t('accountTitle')}>
      {({ name, email, isAdmin, hasPassword, provider }) => (
        <>
          <section className="cloth accountPage-sheet">
            <h2 className="accountPage-name">{name}</h2>
            {email && <p className="muted">{email}</p>}
            {provider && <p className="muted">{t('fromProvider', { navn: provider.label })}</p>}
            <SignOut at={provider?.label} />
            {isAdmin && (
              <p>
                <Link href="/administrasjon">{t('toAccounts')}</Link>
              </p>
            )}
          </section>
          {!provider && <OwnPasskeys />}
          <SignIns />
          {hasPassword && <ChangePassword />}
        </>
      )}
    </AccountFrame>
  );
}

/** @param at the provider where one is signed out too */
function SignOut({ at }: { readonly at: string | undefined }) {
  const { t } = useTranslation('account');
  const failureText = useFailureText();
  const [isLeaving, setIsLeaving] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const leave = async () => {
    if (isLeaving) return;
    setIsLeaving(true);
    setFailure(undefined);
    const left = await signOut();
    // Anew, so that nothing of what was shown stays in this window.
    if (left.ok) return location.assign(left.value?.signOutUrl ?? '/');
    setIsLeaving(false);
    setFailure(left.failure);
  };
  return (
    <>
      <div className="row">
        <Button variant="secondary" loading={isLeaving} onClick={() => void leave()}>
          <span>{t('signOut')}</span>
        </Button>
      </div>
      <p className="muted">{at === undefined ? t('signOutText') : t('signOutThereText', { navn: at })}</p>
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
    </>
  );
}

function SignIns() {
  const { t } = useTranslation('account');
  const failureText = useFailureText();
  const signIns = useRemote('sign-ins', listSignIns);
  const [failure, setFailure] = useState<RequestFailure>();
  const [ended, setEnded] = useState<{ readonly words: string }>();
  const act = async (done: ReturnType<typeof endOtherSignIns>, words: string) => {
    setFailure(undefined);
    const outcome = await done;
    if (!outcome.ok) return setFailure(outcome.failure);
    setEnded({ words });
    signIns.reload();
  };
  return (
    <section className="cloth accountPage-sheet" aria-labelledby="sign-ins">
      <h2 id="sign-ins">{t('signInsTitle')}</h2>
      {signIns.kind === 'failed' && <FailureNote text={failureText(signIns.failure)} onRetry={signIns.reload} />}
      {signIns.kind === 'here' && (
        <>
          <ul className="plainList accountRows">
            {signIns.value.map((signIn) => (
              <SignInRow key={signIn.signInId} signIn={signIn} onEnd={() => void act(endSignIn(signIn.signInId), '')} />
            ))}
          </ul>
          {signIns.value.length > 1 && (
            <div className="row">
              <Button variant="secondary" onClick={() => void act(endOtherSignIns(), t('endedOthers'))}>
                {t('endOthers')}
              </Button>
            </div>
          )}
        </>
      )}
      <Aloud of={ended} words={ended?.words ?? ''} className="muted" />
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
    </section>
  );
}

function SignInRow({ signIn, onEnd }: { readonly signIn: SignInReply; readonly onEnd: () => void }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const name = signIn.browser || t('unknownBrowser');
  const when = (moment: number) => momentInWords(moment, language);
  return (
    <li className="accountRow">
      <span className="accountRow-words">
        <strong>{signIn.isOwn ? `${name} · ${t('thisBrowser')}` : name}</strong>
        <span className="muted">
          {`${t('since', { tid: when(signIn.signedInAt) })} · ${t('lastUsed', { tid: when(signIn.usedAt) })}`}
        </span>
      </span>
      {!signIn.isOwn && (
        <Button variant="tertiary" aria-label={t('endThis', { nettleser: name })} onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}

function ChangePassword() {
  const { t } = useTranslation('account');
  const failureText = useFailureText();
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [changed, setChanged] = useState<object>();
  const fault = passwordFault(newPassword);
  const form = useForm({
    faults: { password: password === '' ? 'passwordMissing' : undefined, newPassword: fault },
    send: () => {
      setChanged(undefined);
      return changePassword({ password, newPassword });
    },
    onDone: () => {
      setPassword('');
      setNewPassword('');
      setChanged({});
    },
  });
  return (
    <section className="cloth accountPage-sheet" aria-labelledby="change-password">
      <h2 id="change-password">{t('changePassword')}</h2>
      <form className="accountForm" onSubmit={form.onSubmit} noValidate>
        <PasswordField
          label={t('oldPassword')}
          value={password}
          onChange={setPassword}
          error={form.faultOf('password') && t('passwordMissing')}
        />
        <PasswordField
          label={t('newPassword')}
          value={newPassword}
          onChange={setNewPassword}
          isNew
          error={form.faultOf('newPassword') && fault && t(fault)}
        />
        {form.failure && <FailureNote text={failureText(form.failure)} of={form.failure} />}
        <div className="row">
          <Button type="submit" variant="secondary" loading={form.isSending}>
            <span>{t('change')}</span>
          </Button>
        </div>
      </form>
      <Aloud of={changed} words={changed ? t('changed') : ''} className="muted" />
    </section>
  );
}
