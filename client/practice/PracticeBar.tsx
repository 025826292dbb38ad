import { Button } from '@digdir/designsystemet-react';
import type { ParticipantId } from '@duken/shared/board';
import { nextTask, type PracticeTask, practiceTasks, practised } from '@duken/shared/guide';
import type { Template } from '@duken/shared/template';
import { XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { BoardSession } from '../session/index.ts';
import { endPractice, recallPassed, rememberPassed } from '../ui/index.ts';
import './practice.css';

/** What a task is done in, where that is a place of its own. */
export type PracticePlace = 'meeting' | 'guide' | 'journey' | 'freeze';

interface PracticeBarProps {
  readonly session: BoardSession;
  readonly template: Template;
  readonly me: ParticipantId;
  readonly isOpened: boolean;
  readonly isFrozen: boolean;
  readonly onGo: (place: PracticePlace) => void;
}

const placeOf: Partial<Readonly<Record<PracticeTask, PracticePlace>>> = {
  open: 'meeting',
  follow: 'guide',
  journey: 'journey',
  freeze: 'freeze',
};

/** *Øv på et møte*: one task after the other on a duk of an invented family, until a plan is made; each can be passed over. */
export function PracticeBar({ session, template, me, isOpened, isFrozen, onGo }: PracticeBarProps): ReactNode {
  const { t } = useTranslation('practice');
  const { boardId } = session;
  const board = useSyncExternalStore(session.subscribe, () => session.board());
  const [passed, setPassed] = useState(() => recallPassed(boardId));
  const state = { board, template, me, isOpened, isFrozen };
  const behind = new Set([...(passed ?? []), ...practised(state)]);
  const behindKey = [...behind].join(' ');
  // What has been done once is behind, also when it is taken back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the set is new each time, its key tells whether it is another.
  useEffect(() => {
    if (recallPassed(boardId)) rememberPassed(boardId, behind);
  }, [boardId, behindKey]);
  if (!passed) return null;

  const pass = (task: PracticeTask): void => setPassed(new Set([...behind, task]));
  const end = (): void => {
    endPractice(boardId);
    setPassed(undefined);
  };
  const task = nextTask(state, behind);
  const place = task && placeOf[task];
  return (
    <section className="practice" aria-label={t('title')}>
      <div className="practice-words" role="status">
        <p className="practice-at">
          <span>{t('title')}</span>
          {task && (
            <>
              <progress max={practiceTasks.length} value={practiceTasks.indexOf(task)} aria-hidden />
              <span>{t('taskOf', { nummer: practiceTasks.indexOf(task) + 1, antall: practiceTasks.length })}</span>
            </>
          )}
        </p>
        <h2 className="practice-title">{task ? t(`${task}Title`) : t('doneTitle')}</h2>
        <p className="practice-line">{task ? t(`${task}Text`) : t('doneText')}</p>
        {task && <p className="practice-line muted">{t(`${task}Why`)}</p>}
      </div>
      <div className="practice-buttons">
        {task && place && (
          <Button data-size="sm" onClick={() => onGo(place)}>
            {t(`${place}Go`)}
          </Button>
        )}
        {task && (
          <Button data-size="sm" variant="tertiary" onClick={() => pass(task)}>
            {t('skip')}
          </Button>
        )}
        {!task && (
          <>
            <Button data-size="sm" asChild>
              <Link href={`/duk/${boardId}/plan`}>{t('read')}</Link>
            </Button>
            <Button data-size="sm" variant="secondary" asChild>
              <Link href="/lederkort">{t('card')}</Link>
            </Button>
            <Button data-size="sm" variant="secondary" asChild>
              <Link href="/">{t('newOne')}</Link>
            </Button>
          </>
        )}
        <Button data-size="sm" variant="tertiary" icon aria-label={t('hide')} title={t('hide')} onClick={end}>
          <XMarkIcon aria-hidden />
        </Button>
      </div>
    </section>
  );
}
