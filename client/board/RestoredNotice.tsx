import { Button } from '@digdir/designsystemet-react';
import { may } from '@duken/shared/access';
import type { ParticipantId } from '@duken/shared/board';
import type { MeReply } from '@duken/shared/protocol';
import { XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type RequestFailure, undoRestore, useFailureText } from '../http/index.ts';
import type { BoardSession } from '../session/index.ts';
import { momentInWords, useLanguage } from '../texts/index.ts';

/** So long after it was done, whoever comes is told, in milliseconds: a working day. */
const newsForMs = 12 * 60 * 60 * 1000;

interface RestoredNoticeProps {
  readonly boardId: string;
  readonly session: BoardSession;
  readonly me: MeReply;
  readonly names: ReadonlyMap<ParticipantId, string>;
}

/** Somebody made the duk what it was: who, and to when, for everybody; and for whoever leads, a way to take it back. */
export function RestoredNotice({ boardId, session, me, names }: RestoredNoticeProps): ReactNode {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation('common');
  const language = useLanguage();
  const failureText = useFailureText();
  const last = useSyncExternalStore(session.subscribe, () => session.board().now?.restored);
  const [putAway, setPutAway] = useState<string>();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const news = last && `${last.at} ${last.isUndone ?? false}`;
  if (!last || news === putAway || Date.now() - last.at > newsForMs) return null;
  const undo = async (): Promise<void> => {
    setIsAsking(true);
    const undone = await undoRestore(boardId);
    setIsAsking(false);
    setFailure(undone.ok ? undefined : undone.failure);
  };
  const name = names.get(last.by) ?? t('leaderWord');
  const said = last.isUndone
    ? t('restoreUndone', { name })
    : t(last.notes ? 'notesRestored' : 'dukRestored', { name, when: momentInWords(last.to, language) });
  return (
    <div key={news} className="notice notice-kept">
      <span>{failure ? failureText(failure) : said}</span>
      {!last.isUndone && may(me, 'restore') && (
        <Button data-size="sm" variant="secondary" loading={isAsking} onClick={() => void undo()}>
          <span>{t('undo')}</span>
        </Button>
      )}
      <button type="button" className="notice-close" aria-label={common('close')} onClick={() => setPutAway(news)}>
        <XMarkIcon aria-hidden />
      </button>
    </div>
  );
}
