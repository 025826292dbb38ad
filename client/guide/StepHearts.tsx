import { Button } from '@digdir/designsystemet-react';
import { setHeartsDone } from '@duken/shared/board';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuideSlot } from './guideSlot.ts';

/** *Viktigst for meg*: whose plan it is first, then the others; whose life it is weighs, and not how many. */
export function StepHearts({ session, isLeader, isWhose }: GuideSlot): ReactNode {
  const { t } = useTranslation('guide');
  const board = session.board();
  const isDone = board.meeting?.heartsDone === true;
  const hasGiven = board.notes.some(({ hearts }) => hearts !== undefined);
  const done = (): void => void session.run((document) => setHeartsDone(document, true));
  return (
    <div className="guide-row">
      <p className="guide-line" role="status">
        <span key={String(isDone)}>{t(isDone ? 'heartsOpen' : isWhose ? 'heartsAsk' : 'heartsAskOthers')}</span>
      </p>
      {!isDone && (isWhose || isLeader) && (
        <span className="guide-commands">
          {isWhose && !hasGiven ? (
            <Button data-size="sm" variant="tertiary" onClick={done}>
              {t('heartsPass')}
            </Button>
          ) : (
            <Button data-size="sm" variant="secondary" onClick={done}>
              <span>{t(isWhose ? 'heartsDone' : 'heartsDoneFor')}</span>
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
