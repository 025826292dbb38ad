import { Button } from '@digdir/designsystemet-react';
import { type LoginFailureKind, type LoginProviderReply, loginFailures } from '@duken/shared/protocol';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listLoginProviders, loginAddress, useFailureText, useRemote } from '../http/index.ts';
import { FailureNote } from '../ui/index.ts';

interface LoginProvidersProps {
  /** A way in of our own beside them, if there is one but for the password. */
  readonly passkey: ReactNode;
}

/** The municipality's own ways to sign in, a button each, and why it did not go as it should, if somebody was sent back. */
export function LoginProviders({ passkey }: LoginProvidersProps) {
  const { t } = useTranslation('account');
  const failureText = useFailureText();
  const providers = useRemote('login-providers', listLoginProviders);
  if (providers.kind === 'failed')
    return (
      <>
        <FailureNote text={failureText(providers.failure)} onRetry={providers.reload} />
        {passkey}
      </>
    );
  if (providers.kind !== 'here') return null;
  return (
    <>
      <WhyNot providers={providers.value} />
      {(providers.value.length > 0 || passkey) && (
        <>
          <ul className="plainList loginProviders">
            {providers.value.map(({ providerId, label }) => (
              <li key={providerId}>
                <Button asChild data-size="lg">
                  <a href={loginAddress(providerId)}>{t('signInAt', { navn: label })}</a>
                </Button>
              </li>
            ))}
            {passkey && <li className="accountForm">{passkey}</li>}
          </ul>
          <p className="loginProviders-or">{t('orPassword')}</p>
        </>
      )}
    </>
  );
}

function WhyNot({ providers }: { readonly providers: readonly LoginProviderReply[] }) {
  const { t } = useTranslation('account');
  const said = new URLSearchParams(location.search);
  const kind = loginFailures.find((one) => one === said.get('feil'));
  if (!kind) return null;
  const provider = providers.find(({ providerId }) => providerId === said.get('fra'));
  return (
    <>
      <FailureNote
        text={t(`${kind}Login` satisfies `${LoginFailureKind}Login`, { navn: provider?.label ?? t('there') })}
      />
      {kind === 'mayNotLead' && provider && (
        <p>
          <a href={loginAddress(provider.providerId, { back: '/' })}>{t('signInAsAnother')}</a>
        </p>
      )}
    </>
  );
}
