import { Button } from '@digdir/designsystemet-react';
import type { MeReply } from '@duken/shared/protocol';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { appOnDevice } from '../device/index.ts';
import { listenForNews, type RequestFailure, useFailureText, useRemote } from '../http/index.ts';
import { useSession, useUnsaved } from '../session/index.ts';
import { FailureNote, KeptWords, Letter, Waiting } from '../ui/index.ts';
import './access.css';
import { comeIn } from './comeIn.ts';
import { noteUseOnDevice, withDevice } from './doorOnDevice.ts';
import { JoinPage } from './JoinPage.tsx';
import { forgetLinkSecret, type LinkSecret, linkSecretIn } from './linkSecret.ts';

/** The program is laid in on the device when the duk itself has had the line for so long, in ms. */
const firstTheDukMs = 8_000;
/** So often, in ms, an open page says on the device that it is in use. */
const useIsNotedEveryMs = 60_000;

interface BoardGateProps {
  readonly boardId: string;
  /** The page behind the gate, for somebody who is in. */
  readonly children: (me: MeReply) => ReactNode;
}

/**
 * Decides who comes to a board's pages: those who are in go straight on, those with a link that works say who they are, and
 * the others are told whom to ask. Access that ends while the page is open closes the gate again.
 */
export function BoardGate({ boardId, children }: BoardGateProps) {
  const link = useRef<LinkSecret>(undefined);
  link.current ??= linkSecretIn(location.hash);
  /** Joining went well. Who is asked for an invitation after that, has a browser that keeps no cookies. */
  const hasJoined = useRef(false);
  const welcome = useRemote(
    `${boardId}/me`,
    async () => withDevice(boardId, await comeIn(boardId, link.current ?? { kind: 'none' }, hasJoined.current)),
    false,
  );
  const { reload } = welcome;
  /** Was in by this page: who then finds nothing of it is told something else than who never was. */
  const wasIn = useRef(false);
  if (welcome.kind === 'here' && welcome.value.kind === 'in') wasIn.current = true;
  const stands = welcome.kind === 'here' ? welcome.value.kind : undefined;
  const isRefused = welcome.kind === 'here' && welcome.value.kind === 'noWayIn' && welcome.value.why === 'refused';

  /** Takes the secret out of sight. A link that failed is remembered as such, so that asking again says the same. */
  const putLinkAway = useCallback((as: 'none' | 'broken') => {
    forgetLinkSecret();
    link.current = { kind: as };
    // The browser keeps cookies, or there is no way in by this link: the next one that is opened is asked about anew.
    hasJoined.current = false;
  }, []);

  useEffect(() => {
    const readAgain = () => {
      const found = linkSecretIn(location.hash);
      if (found.kind === 'none') return;
      link.current = found;
      reload();
    };
    window.addEventListener('hashchange', readAgain);
    return () => window.removeEventListener('hashchange', readAgain);
  }, [reload]);

  useEffect(() => {
    if (link.current?.kind === 'none') return;
    if (stands === 'in' || stands === 'waiting') putLinkAway('none');
    else if (isRefused) putLinkAway('broken');
  }, [stands, isRefused, putLinkAway]);

  useEffect(() => {
    if (stands !== 'in') return;
    const used = setInterval(() => void noteUseOnDevice(boardId), useIsNotedEveryMs);
    const timer = setTimeout(() => void appOnDevice?.keep(), firstTheDukMs);
    return () => {
      clearInterval(used);
      clearTimeout(timer);
    };
  }, [boardId, stands]);

  useEffect(() => {
    if (stands !== 'in' && stands !== 'waiting') return;
    return listenForNews(boardId, (changed) => {
      // Who can see what is written, everybody is told who is in.
      if (changed === 'access' || changed === 'consents' || changed === 'everything') reload();
    });
  }, [boardId, stands, reload]);

  if (welcome.kind === 'loading') return <Waiting isPage />;
  if (welcome.kind === 'failed') return <OutOfReach failure={welcome.failure} onRetry={reload} />;
  const found = welcome.value;
  switch (found.kind) {
    case 'in':
      return children(found.me);
    case 'waiting':
      return <WaitingRoom />;
    case 'noWayIn':
      return <NoWayIn boardId={boardId} why={found.why === 'noLink' && wasIn.current ? 'gone' : found.why} />;
    case 'invited':
      if (hasJoined.current) return <NoCookies onRetry={reload} />;
      return (
        <JoinPage
          key={found.secret}
          boardId={boardId}
          invitation={found.invitation}
          secret={found.secret}
          suggestedName={found.name}
          // The link stays in the address until `me` knows us: it is the way in if the browser kept no cookie.
          onIn={() => {
            hasJoined.current = true;
            reload();
          }}
          onRefused={() => {
            putLinkAway('broken');
            reload();
          }}
        />
      );
  }
}

interface NoWayInProps {
  readonly boardId: string;
  readonly why: 'noLink' | 'gone' | 'refused' | 'notLetIn' | 'ended' | 'notInConsent';
}

/**
 * Without a way in, each for its reason: no link at all, one that doesn't work, or one that was taken back. What waited to be
 * saved when the gate was closed is given back as text to copy.
 */
function NoWayIn({ boardId, why }: NoWayInProps) {
  const { t } = useTranslation('join');
  const { t: boardText } = useTranslation('board');
  const session = useSession(boardId);
  const unsaved = useUnsaved(session);
  return (
    <Letter title={t(`${why}Title`)}>
      <p>{t(`${why}Text`)}</p>
      {unsaved.length > 0 && (
        <section>
          <h2>{boardText('keptUnsavedTitle')}</h2>
          <p>{boardText('keptUnsavedText')}</p>
          <KeptWords kept={unsaved} onDone={() => session?.giveUp()} />
        </section>
      )}
      <div className="row">
        <Button asChild variant="secondary">
          <Link href="/">{t('toFront', { ns: 'common' })}</Link>
        </Button>
      </div>
    </Letter>
  );
}

function NoCookies({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation('join');
  return (
    <Letter title={t('noCookiesTitle')}>
      <FailureNote text={t('noCookiesText')} onRetry={onRetry} />
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
