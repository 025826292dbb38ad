import { Button } from '@digdir/designsystemet-react';
import type { MeReply } from '@duken/shared/protocol';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { joinBoard, listenForNews, type RequestFailure, useFailureText, useRemote, whoAmI } from '../http/index.ts';
import { FailureNote, Letter, Waiting } from '../ui/index.ts';
import './access.css';
import { JoinPage } from './JoinPage.tsx';
import { forgetLinkSecret, type LinkSecret, linkSecretIn } from './linkSecret.ts';

interface BoardGateProps {
  readonly boardId: string;
  /** The page behind the gate, for somebody who is in. */
  readonly children: (me: MeReply) => ReactNode;
}

/**
 * Decides who comes to a board's pages: those who are in go straight on, those with a link give their name, and the
 * others are told whom to ask. Access that ends while the page is open closes the gate again.
 */
export function BoardGate({ boardId, children }: BoardGateProps) {
  const [link, setLink] = useState<LinkSecret>(() => linkSecretIn(location.hash));
  const me = useRemote(`${boardId}/me`, () => whoAmIByLink(boardId, link));
  const { reload } = me;
  const isIn = me.kind === 'here';

  const forgetLink = useCallback(() => {
    forgetLinkSecret();
    setLink({ kind: 'none' });
  }, []);

  useEffect(() => {
    const readAgain = () => {
      const found = linkSecretIn(location.hash);
      if (found.kind !== 'none') setLink(found);
    };
    window.addEventListener('hashchange', readAgain);
    return () => window.removeEventListener('hashchange', readAgain);
  }, []);

  useEffect(() => {
    if (isIn && link.kind !== 'none') forgetLink();
  }, [isIn, link, forgetLink]);

  useEffect(() => {
    if (!isIn) return;
    return listenForNews(boardId, (changed) => {
      if (changed === 'access' || changed === 'everything') reload();
    });
  }, [boardId, isIn, reload]);

  if (me.kind === 'loading') return <Waiting isPage />;
  if (me.kind === 'here') return me.value.state === 'in' ? children(me.value) : <WaitingRoom />;
  if (!isRefusal(me.failure)) return <OutOfReach failure={me.failure} onRetry={reload} />;
  if (link.kind === 'whole')
    return (
      <JoinPage
        boardId={boardId}
        secret={link.secret}
        onIn={reload}
        onRefused={() => {
          forgetLinkSecret();
          setLink({ kind: 'broken' });
        }}
      />
    );
  return <NoWayIn why={hasEnded(me.failure) ? 'ended' : link.kind === 'broken' ? 'refused' : 'noLink'} />;
}

/** Who this browser is. Somebody who is in and opens another link gets what that link gives, under the same name. */
async function whoAmIByLink(boardId: string, link: LinkSecret) {
  const me = await whoAmI(boardId);
  if (!me.ok || link.kind !== 'whole') return me;
  // The leader tries out the links they send; that must not cost them their role.
  if (me.value.role === 'leader') return me;
  const joined = await joinBoard(boardId, { secret: link.secret, name: me.value.name });
  return joined.ok ? whoAmI(boardId) : me;
}

function hasEnded(failure: RequestFailure): boolean {
  return failure.kind === 'problem' && failure.problem.type === '/problems/accessEnded';
}

function isRefusal(failure: RequestFailure): boolean {
  return failure.kind === 'problem' && [401, 403, 404].includes(failure.problem.status);
}

/** Without a way in, each for its reason: no link at all, one that doesn't work, or one that was taken back. */
function NoWayIn({ why }: { readonly why: 'noLink' | 'refused' | 'ended' }) {
  const { t } = useTranslation('join');
  return (
    <Letter title={t(`${why}Title`)}>
      <p>{t(`${why}Text`)}</p>
      <div className="row">
        <Button asChild variant="secondary">
          <Link href="/">{t('toFront', { ns: 'common' })}</Link>
        </Button>
      </div>
    </Letter>
  );
}

function WaitingRoom() {
  const { t } = useTranslation('join');
  return (
    <Letter title={t('waitingTitle')}>
      <p role="status">{t('waitingText')}</p>
    </Letter>
  );
}

function OutOfReach({ failure, onRetry }: { readonly failure: RequestFailure; readonly onRetry: () => void }) {
  const { t } = useTranslation('join');
  const failureText = useFailureText();
  return (
    <Letter title={t('outOfReachTitle')}>
      <FailureNote text={failureText(failure)} onRetry={onRetry} />
    </Letter>
  );
}
