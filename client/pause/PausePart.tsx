import { Button } from '@digdir/designsystemet-react';
import type { Stretch } from '@duken/shared/board';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { askForPause, endPause, type RequestFailure, useFailureText } from '../http/index.ts';
import type { BoardSession } from '../session/index.ts';
import { hourInWords, useLanguage } from '../texts/index.ts';
import { FailureNote, Modal } from '../ui/index.ts';
import './pause.css';

interface PausePartProps {
  readonly session: BoardSession;
  readonly isLeader: boolean;
  /** Whether this person wants to ask for a pause. */
  readonly isAsking: boolean;
  readonly onAsked: () => void;
}

/** *Pust i bakken*: the question before one asks, and the calm page for all while a pause lasts. */
export function PausePart({ session, isLeader, isAsking, onAsked }: PausePartProps): ReactNode {
  return (
    <>
      <AskForPause boardId={session.boardId} open={isAsking} onClose={onAsked} />
      <PauseNow session={session} isLeader={isLeader} />
    </>
  );
}

function AskForPause({
  boardId,
  open,
  onClose,
}: {
  readonly boardId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('pause');
  const failureText = useFailureText();
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const ask = async (): Promise<void> => {
    if (isSending) return;
    setIsSending(true);
    setFailure(undefined);
    const asked = await askForPause(boardId);
    setIsSending(false);
    if (asked.ok) onClose();
    else setFailure(asked.failure);
  };
  return (
    <Modal
      open={open}
      onClose={() => {
        setFailure(undefined);
        onClose();
      }}
      title={t('askTitle')}
    >
      <p>{t('askText')}</p>
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button data-first-focus loading={isSending} onClick={() => void ask()}>
          <span>{isSending ? t('asking') : t('ask')}</span>
        </Button>
      </div>
    </Modal>
  );
}

function PauseNow({ session, isLeader }: { readonly session: BoardSession; readonly isLeader: boolean }): ReactNode {
  const { t } = useTranslation('pause');
  const failureText = useFailureText();
  const language = useLanguage();
  const pause = usePause(session);
  const [left, setLeft] = useState<number>();
  const [failure, setFailure] = useState<RequestFailure>();
  // Whoever writes just then goes on: they are only told, and come when they like.
  const [shown, setShown] = useState<number>();
  const from = pause?.from;
  useEffect(() => {
    if (from !== undefined && !isWriting()) setShown(from);
  }, [from]);
  if (!pause || left === from) return null;
  if (shown !== from)
    return (
      <div className="pauseLine" role="status">
        <span>{t('until', { time: hourInWords(pause.until, language) })}</span>
        <Button data-size="sm" variant="secondary" onClick={() => setShown(from)}>
          {t('show')}
        </Button>
      </div>
    );
  return (
    <Modal open size="screen" onClose={() => setLeft(from)} title={t('title')}>
      <div className="pausePage">
        <p>{t('text')}</p>
        <Clock pause={pause} />
        {failure && <FailureNote text={failureText(failure)} />}
        <div className="row">
          <Button variant="secondary" onClick={() => setLeft(from)}>
            {t('back')}
          </Button>
          {isLeader && (
            <Button
              onClick={() => {
                void endPause(session.boardId).then((ended) => setFailure(ended.ok ? undefined : ended.failure));
              }}
            >
              {t('goOn')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}

function Clock({ pause }: { readonly pause: Stretch }): ReactNode {
  const { t } = useTranslation('pause');
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((pause.until - now) / 1000));
  const share = Math.min(1, Math.max(0, (now - pause.from) / (pause.until - pause.from)));
  return (
    <div className="pauseClock" role="timer" aria-label={t('left')}>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle cx="50" cy="50" r="45" className="pauseClock-ring" />
        <circle
          cx="50"
          cy="50"
          r="45"
          className="pauseClock-gone"
          pathLength="1"
          strokeDasharray="1"
          strokeDashoffset={1 - share}
          transform="rotate(-90 50 50)"
        />
      </svg>
      <span className="pauseClock-time">{`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}</span>
    </div>
  );
}

/** The pause that goes on now. */
function usePause(session: BoardSession): Stretch | undefined {
  const pause = useSyncExternalStore(session.subscribe, () => session.board().now?.pause);
  const until = pause?.until;
  const [over, setOver] = useState<number>();
  useEffect(() => {
    if (until === undefined) return;
    const timer = setTimeout(() => setOver(until), Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  return pause && over !== until && Date.now() < pause.until ? pause : undefined;
}

function isWriting(): boolean {
  return (
    document.activeElement?.matches('textarea, select, input:not([type="radio"], [type="checkbox"])') === true ||
    document.querySelector('dialog[open]') !== null
  );
}
