import { Button } from '@digdir/designsystemet-react';
import { problemKindOf } from '@duken/shared/protocol';
import type { Result } from '@duken/shared/result';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loginAddress, signIn, useSessionNow } from '../http/index.ts';
import { type DialogSlot, FailureNote, Modal } from '../ui/index.ts';
import { type PasskeyDoingFailure, passkeyPlaceHere, signInByPasskey } from './browserPasskeys.ts';
import { PasswordField } from './PasswordField.tsx';
import { usePasskeyAsking } from './usePasskeyAsking.ts';
import { usePasskeyText } from './usePasskeyText.ts';

interface ConfirmAnewProps extends DialogSlot {
  readonly title: string;
  /** What it is called to do it. */
  readonly command: string;
  readonly act: () => Promise<Result<unknown, PasskeyDoingFailure>>;
  readonly onDone?: () => void;
  /** Whether what is filled in can be sent. */
  readonly isSendable?: (form: HTMLFormElement) => boolean;
  /** Whose password is asked for, when it is too long since it was written; who is signed in, when it is not said. */
  readonly email?: string;
  /** Whether it can be undone, and is asked for all the same. */
  readonly isHarmless?: boolean;
  /** Whether it is known already that it must be. */
  readonly isTooLong?: boolean;
  /** What it will mean. */
  readonly children: ReactNode;
}

/** Says what something does before it is done, and asks for the passkey or the password where somebody else may have sat down since. */
export function ConfirmAnew({ title, open, onClose, ...body }: ConfirmAnewProps) {
  return (
    <Modal open={open} onClose={onClose} title={title}>
      <ConfirmForm {...body} onClose={onClose} />
    </Modal>
  );
}

/** The same, as a form in a dialog that is open. */
export function ConfirmForm({
  command,
  act,
  onDone,
  isSendable,
  email,
  isHarmless = false,
  isTooLong = false,
  onClose,
  children,
}: Omit<ConfirmAnewProps, 'title' | 'open'>) {
  const { t } = useTranslation('account');
  const passkeyText = usePasskeyText();
  const isHere = usePasskeyAsking();
  const session = useSessionNow();
  const account = session?.account;
  // Whoever has no way in here proves it where they signed in.
  const provider = account?.hasPassword ? undefined : account?.provider;
  const [mustProve, setMustProve] = useState(isTooLong);
  const [wantsPassword, setWantsPassword] = useState(false);
  const mayUsePassword = account?.hasPassword === true && session?.passwordIsEnough === true;
  const hasPasskey = account?.hasPasskey === true && passkeyPlaceHere().kind === 'here';
  const asksPasskey = mustProve && !provider && hasPasskey && !(wantsPassword && mayUsePassword);
  const asksPassword = mustProve && !provider && !asksPasskey;
  const [password, setPassword] = useState('');
  const [isActing, setIsActing] = useState(false);
  const [failure, setFailure] = useState<PasskeyDoingFailure>();

  const confirm = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isActing || isSendable?.(event.currentTarget) === false) return;
    setIsActing(true);
    setFailure(undefined);
    const signedIn = asksPasskey
      ? await signInByPasskey(true)
      : asksPassword
        ? await signIn({ email: email ?? account?.email ?? '', password })
        : undefined;
    // Whoever turned round while it was proved wants nothing done.
    if (!isHere()) return;
    const done = signedIn && !signedIn.ok ? signedIn : await act();
    setIsActing(false);
    if (done.ok) {
      onClose();
      onDone?.();
    } else if (done.failure.kind === 'problem' && problemKindOf(done.failure.problem) === 'freshSignInNeeded') {
      setMustProve(true);
    } else setFailure(done.failure);
  };

  return (
    <form className="accountForm" onSubmit={(event) => void confirm(event)} noValidate>
      {children}
      {mustProve && provider && <p role="status">{t('anewText', { navn: provider.label })}</p>}
      {asksPasskey && (
        <>
          <p role="status">{t(isHarmless ? 'passkeyProveText' : 'passkeyAgainText')}</p>
          {mayUsePassword && (
            <div className="row">
              <Button variant="tertiary" onClick={() => setWantsPassword(true)}>
                {t('passwordInstead')}
              </Button>
            </div>
          )}
        </>
      )}
      {asksPassword && (
        <>
          <p role="status">{t(isHarmless ? 'passwordProveText' : 'passwordAgainText')}</p>
          <PasswordField label={t('passwordAgain')} value={password} onChange={setPassword} />
        </>
      )}
      {failure && <FailureNote text={passkeyText(failure)} of={failure} />}
      <div className="row">
        {mustProve && provider ? (
          <Button asChild>
            <a href={loginAddress(provider.providerId, { back: location.pathname })}>
              {t('signInAnewAt', { navn: provider.label })}
            </a>
          </Button>
        ) : (
          <Button type="submit" {...(isHarmless ? {} : { 'data-color': 'danger' as const })} loading={isActing}>
            <span>{command}</span>
          </Button>
        )}
        <Button variant="tertiary" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
