import { Button } from '@digdir/designsystemet-react';
import type { AccountReply } from '@duken/shared/protocol';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect } from 'wouter';
import { askSessionAgain, useFailureText, useSessionFailure, useSessionNow } from '../http/index.ts';
import { FailureNote, Letter, TopBar, useDocumentTitle, Waiting } from '../ui/index.ts';
import './intake.css';

interface IntakeFrameProps {
  readonly title: string;
  readonly children: (account: AccountReply) => ReactNode;
}

/** A page of the core team's list, for those who lead by an account. Its title in the browser names nobody. */
export function IntakeFrame({ title, children }: IntakeFrameProps): ReactNode {
  const { t } = useTranslation('intake');
  const session = useSessionNow();
  const failure = useSessionFailure();
  const failureText = useFailureText();
  useDocumentTitle(`${t('title')} · Duken`);
  if (failure)
    return (
      <Letter title={t('title')}>
        <FailureNote text={failureText(failure)} onRetry={() => void askSessionAgain()} />
      </Letter>
    );
  if (!session) return <Waiting isPage />;
  if (session.halfway) return <Redirect to="/passnokkel" replace />;
  const { account } = session;
  if (!account)
    return session.stage === 'accounts' ? (
      <Elsewhere words={t('notSignedIn')} href="/logg-inn" label={t('signIn')} />
    ) : (
      <Elsewhere words={t('tryingOut')} href="/oppsett" label={t('setUp')} />
    );
  if (!account.mayLead) return <Elsewhere words={t('notLeader')} href="/" label={t('toFront')} />;
  return (
    <div className="casePage">
      <TopBar title={<p className="topBar-name">{t('title')}</p>} />
      <main className="casePage-middle cloth">
        <h1 dir="auto">{title}</h1>
        {children(account)}
      </main>
    </div>
  );
}

interface ElsewhereProps {
  readonly words: string;
  readonly href: string;
  readonly label: string;
}

/** Whoever cannot be here is led to where they can be. */
function Elsewhere({ words, href, label }: ElsewhereProps): ReactNode {
  const { t } = useTranslation('intake');
  return (
    <Letter title={t('title')}>
      <p>{words}</p>
      <div className="row">
        <Button asChild>
          <Link href={href}>{label}</Link>
        </Button>
      </div>
    </Letter>
  );
}
