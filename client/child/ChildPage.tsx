import { Button } from '@digdir/designsystemet-react';
import { withoutPutAway } from '@duken/shared/board';
import type { MeReply } from '@duken/shared/protocol';
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMunicipality, valueIn } from '../http/index.ts';
import type { BoardSession } from '../session/index.ts';
import { templateIn, useLanguage } from '../texts/index.ts';
import { LanguageChoice, Letter, useDocumentTitle, Waiting } from '../ui/index.ts';
import { AskChild } from './AskChild.tsx';
import { AskedOfMe } from './AskedOfMe.tsx';
import './child.css';
import { childQuestions } from './childCell.ts';
import { Listen } from './Listen.tsx';
import { OwnNotes } from './OwnNotes.tsx';
import { WhoSees } from './WhoSees.tsx';

interface ChildPageProps {
  readonly session: BoardSession;
  readonly boardId: string;
  readonly me: MeReply;
  /** What the child is asked about who may write for it. */
  readonly question: ReactNode;
}

/** `/duk/:boardId/barn`: a child's own page, for a phone: one question at a time, and nothing on the duk before the child lays it. */
export function ChildPage({ session, boardId, me, question }: ChildPageProps): ReactNode {
  const { t } = useTranslation('child');
  useDocumentTitle(`${t('title')} · Duken`);
  if (!me.voices.includes('child') || !session.mayWrite)
    return (
      <Letter title={t('notChild')}>
        <p>{t('notChildText')}</p>
        <div className="row">
          <Button asChild variant="secondary">
            <Link href={`/duk/${boardId}`}>{t('toDuk')}</Link>
          </Button>
        </div>
      </Letter>
    );
  return <Steps session={session} boardId={boardId} me={me} question={question} />;
}

function Steps({ session, boardId, me, question }: ChildPageProps): ReactNode {
  const { t } = useTranslation('child');
  const language = useLanguage();
  const quiet = session.quiet();
  const contact = valueIn(useMunicipality())?.childContact;
  const state = useSyncExternalStore(quiet.subscribe, () => quiet.state());
  const layout = useSyncExternalStore(session.subscribe, () => withoutPutAway(session.template(), session.board()));
  const template = useMemo(() => templateIn(layout, language), [layout, language]);
  const questions = useMemo(() => childQuestions(template), [template]);
  /** 0 is the welcome, then the questions, then one's own notes. */
  const [at, setAt] = useState(0);
  const last = questions.length + 1;
  const asked = questions[at - 1];
  const heading = at === 0 ? t('hello', { name: me.name }) : asked ? t(`question_${asked.question}`) : t('own');

  // Whoever goes on hears where they are, and begins at its top.
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current !== at) title.current?.focus();
    before.current = at;
  }, [at]);

  return (
    <main className="childPage" id="innhold">
      {at === 0 && <LanguageChoice />}
      <header className="childPage-head">
        <p className="childPage-step">{at > 0 && t('stepOf', { number: at, count: last })}</p>
        <h1 ref={title} tabIndex={-1}>
          {heading}
        </h1>
        <Listen
          key={at}
          words={[
            heading,
            ...(at === 0 ? [t('lead'), t('seesOwn'), t('seesDuk'), t('seesParents')] : asked ? [] : [t('ownText')]),
          ]}
        />
      </header>
      {at === 0 && (
        <>
          <p>{t('lead')}</p>
          {me.hasHelped && <p className="childPage-told">{t('forChild')}</p>}
          {question}
          <AskedOfMe session={session} />
          <WhoSees />
        </>
      )}
      {at > 0 && state === 'loading' && <Waiting />}
      {at > 0 && state === 'ended' && <p role="alert">{t('gone')}</p>}
      {state === 'open' && asked && <AskChild key={asked.question} session={session} template={template} {...asked} />}
      {state === 'open' && at === last && <AskedOfMe session={session} />}
      {state === 'open' && at === last && <OwnNotes session={session} template={template} />}
      <nav className="childPage-go" aria-label={t('title')}>
        {at > 0 && (
          <Button variant="secondary" data-size="lg" onClick={() => setAt(at - 1)}>
            {t('back')}
          </Button>
        )}
        {at < last ? (
          <Button data-size="lg" onClick={() => setAt(at + 1)}>
            <span>{at === 0 ? t('begin') : t('next')}</span>
          </Button>
        ) : (
          <Button asChild variant="secondary" data-size="lg">
            <Link href={`/duk/${boardId}`}>{t('toDuk')}</Link>
          </Button>
        )}
      </nav>
      <footer className="childPage-safe">
        <h2>{t('unsafe')}</h2>
        <p>{t('unsafeText')}</p>
        <p>
          <a href="tel:116111">{t('alarm')}</a>
        </p>
        {contact && (
          <p>
            <a href={`tel:${contact.phone.replaceAll(' ', '')}`}>{t('ownContact', contact)}</a>
          </p>
        )}
        <p>
          <a href="tel:112">{t('danger')}</a>
        </p>
      </footer>
    </main>
  );
}
