import { Button } from '@digdir/designsystemet-react';
import type { AccountReply } from '@duken/shared/protocol';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect } from 'wouter';
import { askSessionAgain, useFailureText, useSessionFailure, useSessionNow } from '../http/index.ts';
import { FailureNote, LanguageSwitch, Letter, TopBar, useDocumentTitle, Waiting } from '../ui/index.ts';
import './accounts.css';

interface AccountFrameProps {
  readonly title: string;
  readonly children: (account: AccountReply) => ReactNode;
}

/** A page for who is signed in; the others are led to where they can be. */
export function AccountFrame({ title, children }: AccountFrameProps) {
  const { t } = useTranslation('account');
  const session = useSessionNow();
  const failure = useSessionFailure();
  const failureText = useFailureText();
  useDocumentTitle(`${title} · Duken`);
  if (failure)
    return (
      <Letter title={title}>
        <FailureNote text={failureText(failure)} onRetry={() => void askSessionAgain()} />
      </Letter>
    );
  if (!session) return <Waiting isPage />;
  const { account } = session;
  if (session.halfway) return <Redirect to="/passnokkel" replace />;
  if (!account)
    return (
      <Letter title={title}>
        <p>{t('notSignedInText')}</p>
        <div className="row">
          <Button asChild>
            <Link href="/logg-inn">{t('signIn')}</Link>
          </Button>
        </div>
      </Letter>
    );
  return (
    <div className="accountPage">
      <TopBar title={<h1 className="topBar-name">{title}</h1>} end={<LanguageSwitch />} />
      <main>{children(account)}</main>
    </div>
  );
}
