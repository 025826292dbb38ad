import { Button } from '@digdir/designsystemet-react';
import { restoreLimits } from '@duken/shared/board';
import type { MomentReply, RestoreReply } from '@duken/shared/protocol';
import type { Result } from '@duken/shared/result';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RequestFailure, restoreMoment, undoRestore, useFailureText } from '../http/index.ts';
import { momentInWords, useLanguage } from '../texts/index.ts';
import { FailureNote, Modal } from '../ui/index.ts';

interface RestoreMomentProps {
  readonly boardId: string;
  readonly moment: { readonly position: number; readonly takenAt: number };
  readonly restoring: MomentReply['restoring'];
  /** The duk is another now. */
  readonly onChanged: () => void;
}

/** Makes the duk, or one note of it, what it was then: told in numbers beforehand, and taken back by one press. */
export function RestoreMoment({ boardId, moment, restoring, onChanged }: RestoreMomentProps): ReactNode {
  const { t } = useTranslation('timeline');
  const failureText = useFailureText();
  const [isOpen, setIsOpen] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const [done, setDone] = useState<'restored' | 'noteRestored' | 'undone'>();
  const does =
    (act: () => Promise<Result<RestoreReply, RequestFailure>>, is: typeof done) => async (): Promise<void> => {
      setIsAsking(true);
      const answer = await act();
      setIsAsking(false);
      setFailure(answer.ok ? undefined : answer.failure);
      if (!answer.ok) return;
      setIsOpen(false);
      setDone(is);
      onChanged();
    };
  const again = (): void => {
    setFailure(undefined);
    onChanged();
  };
  const { seen, notes } = restoring;
  const restore = does(() => restoreMoment(boardId, moment.position, { seen }), 'restored');
  return (
    <>
      <div className="row" role="status">
        {done && <p>{`✓ ${t(done)}`}</p>}
        {done && done !== 'undone' && (
          <Button
            variant="secondary"
            loading={isAsking}
            onClick={() => void does(() => undoRestore(boardId), 'undone')()}
          >
            <span>{t('undo')}</span>
          </Button>
        )}
      </div>
      {failure && !isOpen && <FailureNote text={failureText(failure)} onRetry={again} />}
      {countsOf(restoring).length > 0 ? (
        <div className="row">
          <Button variant="secondary" onClick={() => setIsOpen(true)}>
            {`${t('restore')} …`}
          </Button>
        </div>
      ) : (
        <Stays restoring={restoring} />
      )}
      <Modal open={isOpen} onClose={() => setIsOpen(false)} title={t('restoreTitle')}>
        <Told moment={moment} restoring={restoring} />
        {failure && <FailureNote text={failureText(failure)} onRetry={again} />}
        <div className="row">
          <Button loading={isAsking} onClick={() => void restore()}>
            <span>{t('doRestore')}</span>
          </Button>
          <Button variant="tertiary" onClick={() => setIsOpen(false)}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </div>
      </Modal>
      {notes.length > 0 && (
        <details className="restoreNotes">
          <summary>{t('oneNote')}</summary>
          <ul className="plainList">
            {notes.map(({ noteId, text, isBack }) => {
              const bring = does(
                () => restoreMoment(boardId, moment.position, { seen, notes: [noteId] }),
                'noteRestored',
              );
              const name = text === '' ? t('emptyNote') : text;
              return (
                <li key={noteId} className="restoreNotes-one">
                  <span dir="auto">{name}</span>
                  <Button
                    data-size="sm"
                    variant="secondary"
                    disabled={isAsking}
                    aria-label={`${t(isBack ? 'bringBack' : 'asThen')}: ${name}`}
                    onClick={() => void bring()}
                  >
                    <span>{t(isBack ? 'bringBack' : 'asThen')}</span>
                  </Button>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </>
  );
}

/** What becomes different, in numbers. */
function countsOf({ notes, away, head, phases }: MomentReply['restoring']) {
  const back = notes.filter(({ isBack }) => isBack).length;
  const all = [
    ['willBack', back],
    ['willChange', notes.length - back],
    ['willAway', away],
    ['willHead', head],
    ['willPhases', phases],
  ] as const;
  return all.filter(([, count]) => count > 0);
}

function Told({ moment, restoring }: Pick<RestoreMomentProps, 'moment' | 'restoring'>): ReactNode {
  const { t } = useTranslation('timeline');
  const language = useLanguage();
  return (
    <>
      <p>{t('restoreAbout', { when: momentInWords(moment.takenAt, language) })}</p>
      <ul className="restoreWhat">
        {countsOf(restoring).map(([what, count]) => (
          <li key={what}>{t(what, { count })}</li>
        ))}
      </ul>
      <Stays restoring={restoring} />
      <p className="muted">{`${t('staysAlways')} ${t('writingNow')}`}</p>
    </>
  );
}

/** What stays although it was otherwise then, and why. */
function Stays({ restoring: { left } }: Pick<RestoreMomentProps, 'restoring'>): ReactNode {
  const { t } = useTranslation('timeline');
  const stays = restoreLimits.filter((limit) => (left[limit] ?? 0) > 0);
  if (stays.length === 0) return null;
  return (
    <>
      <h3>{t('stays')}</h3>
      <ul className="restoreWhat">
        {stays.map((limit) => (
          <li key={limit}>{t(`left_${limit}`, { count: left[limit] ?? 0 })}</li>
        ))}
      </ul>
    </>
  );
}
