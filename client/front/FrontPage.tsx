import { Button } from '@digdir/designsystemet-react';
import { templates } from '@duken/shared/template';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect } from 'wouter';
import { useSessionNow } from '../http/index.ts';
import { LanguageSwitch, TopBar, useDocumentTitle } from '../ui/index.ts';
import { ExampleCases } from './ExampleCases.tsx';
import { ForMunicipality } from './ForMunicipality.tsx';
import './front.css';
import { MyBoards } from './MyBoards.tsx';
import { NewBoardDialog } from './NewBoardDialog.tsx';
import { SheetPicture } from './SheetPicture.tsx';

/** `/`: what the duk is, a new one, an example, and those this browser is in. */
export function FrontPage() {
  const { t } = useTranslation('front');
  const [isMaking, setIsMaking] = useState(false);
  const session = useSessionNow();
  const mayMake = session?.stage !== 'accounts' || session.account?.mayLead === true;
  useDocumentTitle(t('title'));
  if (session?.halfway) return <Redirect to="/passnokkel" replace />;
  return (
    <div className="front">
      <TopBar title={<p className="topBar-name">{t('title')}</p>} end={<FrontEnd session={session} />} />
      <main>
        <section className="front-hero">
          <div className="front-words">
            <h1>{t('heading')}</h1>
            <p className="front-lead">{t('lead')}</p>
            <p className="front-lead">{t('text')}</p>
            <div className="row">
              {mayMake ? (
                <Button data-size="lg" onClick={() => setIsMaking(true)}>
                  {t('newBoard')}
                </Button>
              ) : (
                !session?.account && (
                  <Button data-size="lg" asChild>
                    <Link href="/logg-inn">{t('signInToMake', { ns: 'common' })}</Link>
                  </Button>
                )
              )}
              {mayMake && (
                <Button data-size="lg" variant="tertiary" asChild>
                  <a href="#eksempel">{t('seeExample')}</a>
                </Button>
              )}
            </div>
          </div>
          <div className="cloth front-picture" aria-hidden="true">
            <SheetPicture template={templates.lorenskog} withNotes />
          </div>
        </section>
        <MyBoards />
        {mayMake && <ExampleCases />}
        <ForMunicipality />
      </main>
      <NewBoardDialog open={isMaking} onClose={() => setIsMaking(false)} />
    </div>
  );
}

/** The way in for those who have an account, and to it. */
function FrontEnd({ session }: { readonly session: ReturnType<typeof useSessionNow> }) {
  const { t } = useTranslation('common');
  const { account } = session ?? {};
  return (
    <>
      {session?.stage === 'accounts' &&
        (account ? (
          <Link href="/konto" className="front-account">
            {account.name}
          </Link>
        ) : (
          <Link href="/logg-inn" className="front-account">
            {t('signIn')}
          </Link>
        ))}
      <LanguageSwitch />
    </>
  );
}
