import { setAction } from '@duken/shared/board';
import { guideSteps, stepNow } from '@duken/shared/guide';
import type { Template } from '@duken/shared/template';
import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';
import { useFailureText, useSinceLast } from '../http/index.ts';
import type { BoardSession } from '../session/index.ts';
import { dayNow } from '../texts/index.ts';
import { recall, remember } from '../ui/index.ts';
import { SinceLastFailure, SinceLastPanel } from './SinceLastPanel.tsx';

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
  const failureText = useFailureText();
  const since = useSinceLast(session.boardId);
  const board = useSyncExternalStore(session.subscribe, () => session.board());
  const steps = useMemo(() => guideSteps(template), [template]);
  const isAsked = stepNow(steps, board.meeting?.step)?.matter === 'promises';
  const key = `between ${session.boardId}`;
  const [hidden, setHidden] = useState(() => recall(key));
  if (since.kind === 'loading') return null;
  const frozenAt = since.kind === 'here' ? since.value.last?.frozenAt : undefined;
  const mark = frozenAt === undefined ? 'failed' : String(frozenAt);
  if (hidden === mark && !isAsked) return null;
  const hide = (): void => {
    // What failed may be here the next time.
    if (frozenAt !== undefined) remember(key, mark);
    setHidden(mark);
  };
  if (since.kind === 'failed')
    return (
      <SinceLastFailure text={failureText(since.failure)} onRetry={since.reload} onHide={isAsked ? undefined : hide} />
    );
  const { last } = since.value;
  if (!last) return null;
  return (
    <SinceLastPanel
      key={`${last.frozenAt} ${isAsked}`}
      last={last}
      notes={board.notes}
      today={dayNow()}
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
