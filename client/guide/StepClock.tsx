import type { Stretch } from '@duken/shared/board';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockWords, useNow } from './useNow.ts';

/**
 * The time set aside for a step: a line that grows, and about how long is left. Whoever leads alone sees it to the second, and
 * that it has run out; for the others it is soon over, for as long as it takes. Nobody is ever stopped by it.
 */
export function StepClock({
  timer,
  isLeader,
}: {
  readonly timer: Stretch | undefined;
  readonly isLeader: boolean;
}): ReactNode {
  return timer ? <Clock key={timer.from} timer={timer} isLeader={isLeader} /> : null;
}

function Clock({ timer, isLeader }: { readonly timer: Stretch; readonly isLeader: boolean }): ReactNode {
  const { t } = useTranslation('guide');
  const now = useNow();
  const left = Math.max(0, timer.until - now);
  const share = Math.min(1, Math.max(0, (now - timer.from) / (timer.until - timer.from)));
  const minutes = Math.round(left / 60_000);
  const [isOut, setIsOut] = useState(left === 0);
  useEffect(() => {
    if (left === 0) setIsOut(true);
  }, [left]);
  const words = isLeader
    ? left === 0
      ? t('timeOut')
      : t('timeLeft', { time: clockWords(left) })
    : minutes > 1
      ? t('timeAbout', { count: minutes })
      : t('timeSoon');
  return (
    <div className="guide-clock">
      <span className="guide-clock-line" aria-hidden>
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <p className="guide-line muted">
        <span key={isLeader ? 'time' : words}>{words}</span>
      </p>
      <p className="ds-sr-only" role="status">
        <span>{isLeader && isOut ? t('timeOut') : ''}</span>
      </p>
    </div>
  );
}
