import { setAction } from '@duken/shared/board';
import { guideSteps, stepNow } from '@duken/shared/guide';
import type { Template } from '@duken/shared/template';
import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText, useSinceLast } from '../http/index.ts';
import type { BoardSession } from '../session/index.ts';
import { dayOf } from '../texts/index.ts';
import { FailureNote, recall, remember } from '../ui/index.ts';
import { SinceLastPanel } from './SinceLastPanel.tsx';

interface BetweenBarProps {
  readonly session: BoardSession;
  readonly template: Template;
  readonly onShow: (noteId: string) => void;
}

/**
 * *Mellom møtene*: how it has gone with what was promised last time, the first thing that everybody sees when a meeting is opened.
 * Whoever has put it away sees it again where the guided meeting asks for it.
 */
export function BetweenBar({ session, template, onShow }: BetweenBarProps): ReactNode {
  const { t } = useTranslation('between');
  const failureText = useFailureText();
  const since = useSinceLast(session.boardId);
  const board = useSyncExternalStore(session.subscribe, () => session.board());
  const steps = useMemo(() => guideSteps(template), [template]);
  const isAsked = stepNow(steps, board.meeting?.step)?.matter === 'promises';
  const key = `between ${session.boardId}`;
  const [hidden, setHidden] = useState(() => recall(key));
  if (since.kind === 'loading') return null;
  const version = since.kind === 'here' ? since.value.last?.version : undefined;
  const mark = version === undefined ? 'failed' : String(version);
  if (hidden === mark && !isAsked) return null;
  const hide = (): void => {
    if (version !== undefined) remember(key, mark);
    setHidden(mark);
  };
  if (since.kind === 'failed')
    return (
      <section className="between" aria-label={t('title')}>
        <FailureNote text={failureText(since.failure)} onRetry={since.reload} />
      </section>
    );
  const { last } = since.value;
  if (!last) return null;
  return (
    <SinceLastPanel
      key={`${last.version} ${isAsked}`}
      last={last}
      notes={board.notes}
      today={dayOf(new Date())}
      isOpenFirst={isAsked}
      onHide={isAsked ? undefined : hide}
      onStatus={
        session.mayWrite
          ? (noteId, status) => session.run((document) => setAction(document, noteId, { status })).ok
          : undefined
      }
      onShow={onShow}
    />
  );
}
