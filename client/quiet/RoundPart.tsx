import { Button } from '@digdir/designsystemet-react';
import { fewestInRound, type RoundNow } from '@duken/shared/board';
import type { Quiet } from '@duken/shared/quiet';
import { isBlank } from '@duken/shared/text';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeRound, layRound, openRound, type RequestFailure, sayDone, useFailureText } from '../http/index.ts';
import type { BoardSession } from '../session/index.ts';
import { FailureNote } from '../ui/index.ts';

interface RoundPartProps {
  readonly session: BoardSession;
  readonly round: RoundNow | undefined;
  readonly written: Quiet;
  readonly isLeader: boolean;
  /** A child's words are guarded by whose they are: it is told why it is not in the round. */
  readonly isChild: boolean;
}

/** *Runde uten navn*: opened by the leader; each says when they are done; laid for all at once, in nobody's name. */
export function RoundPart({ session, round, written, isLeader, isChild }: RoundPartProps): ReactNode {
  const { t } = useTranslation('quiet');
  const failureText = useFailureText();
  const titleId = useId();
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const [lacks, setLacks] = useState<'place' | 'words'>();
  /** Asked of one round, and of no later one. */
  const [asked, setAsked] = useState<{ readonly command: 'lay' | 'end'; readonly of: string }>();
  const asks = asked && asked.of === round?.id ? asked.command : undefined;
  const title = useRef<HTMLHeadingElement>(null);
  const sure = useRef<HTMLDivElement>(null);
  // A button that asks goes with its question: focus goes to what is asked, and back to the round.
  useEffect(() => {
    if (asks) sure.current?.focus({ preventScroll: true });
  }, [asks]);
  const ask = (command: 'lay' | 'end'): void => setAsked(round && { command, of: round.id });
  const stopAsking = (): void => {
    setAsked(undefined);
    title.current?.focus({ preventScroll: true });
  };
  if (!round && !isLeader) return null;

  const along = round ? written.drafts.filter((draft) => draft.round === round.id && !isBlank(draft.text)) : [];
  const isDone = round !== undefined && written.doneWith.includes(round.id);
  const send = async (command: () => ReturnType<typeof openRound>): Promise<void> => {
    if (isSending) return;
    setIsSending(true);
    setFailure(undefined);
    const answer = await command();
    setIsSending(false);
    if (asks) stopAsking();
    if (!answer.ok) setFailure(answer.failure);
  };
  const beDone = (): void => {
    const missing = along.length === 0 ? 'words' : along.some(({ cell }) => !cell) ? 'place' : undefined;
    setLacks(missing);
    if (missing) return;
    // What the server lays is what it has.
    void send(async () => {
      await session.quiet().allSaved();
      return sayDone(session.boardId, true);
    });
  };
  const { boardId } = session;
  return (
    <section className="quietRound" aria-labelledby={titleId}>
      <h3 id={titleId} ref={title} tabIndex={-1}>
        {t('round')}
      </h3>
      <p>{t(round ? 'roundText' : 'roundAbout')}</p>
      {round && (
        <p role="status">
          <span key={round.ready}>{t(round.ready === 1 ? 'roundDoneOne' : 'roundDone', { count: round.ready })}</span>
        </p>
      )}
      {round && isChild && <p>{t('roundNotChild')}</p>}
      {round && isDone && <p>{t('roundYouAreDone')}</p>}
      {lacks && (
        <p className="chips-problem" role="alert">
          {t(lacks === 'words' ? 'roundNoWords' : 'roundNoPlace')}
        </p>
      )}
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        {!round && (
          <Button
            data-size="sm"
            variant="secondary"
            loading={isSending}
            onClick={() => void send(() => openRound(boardId))}
          >
            <span>{t('roundOpen')}</span>
          </Button>
        )}
        {round &&
          !isChild &&
          (isDone ? (
            <Button
              data-size="sm"
              variant="secondary"
              loading={isSending}
              onClick={() => void send(() => sayDone(boardId, false))}
            >
              <span>{t('roundNotDone')}</span>
            </Button>
          ) : (
            <Button data-size="sm" loading={isSending} onClick={beDone}>
              <span>{t('roundIAmDone')}</span>
            </Button>
          ))}
        {round && isLeader && !asks && (
          <>
            <Button data-size="sm" variant="secondary" onClick={() => ask('lay')}>
              <span>{t('roundLay')}</span>
            </Button>
            <Button data-size="sm" variant="tertiary" onClick={() => ask('end')}>
              <span>{t('roundEnd')}</span>
            </Button>
          </>
        )}
      </div>
      {round && isLeader && asks && (
        <div ref={sure} className="quietRound-sure" role="alert" tabIndex={-1}>
          <p>
            {asks === 'end'
              ? t('roundEndSure')
              : round.ready < fewestInRound
                ? t('roundTooFew')
                : t('roundLaySure', { count: round.ready })}
          </p>
          <div className="row">
            {(asks === 'end' || round.ready >= fewestInRound) && (
              <Button
                data-size="sm"
                loading={isSending}
                onClick={() => void send(() => (asks === 'end' ? closeRound(boardId) : layRound(boardId)))}
              >
                <span>{t(asks === 'end' ? 'roundEnd' : 'roundLay')}</span>
              </Button>
            )}
            <Button data-size="sm" variant="tertiary" onClick={stopAsking}>
              <span>{t('roundWait')}</span>
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
