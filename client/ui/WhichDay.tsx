import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useId, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { dayClock, dayInWords, useLanguage } from '../texts/index.ts';

/** Asks which day it is, where this device's clock and the server's do not agree on it; nothing otherwise. */
export function WhichDay({
  onChoose,
}: {
  /** @param today the day it is @param deviceDay the day that was proposed until now */
  readonly onChoose?: (today: string, deviceDay: string) => void;
}): ReactNode {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const titleId = useId();
  const isUnsure = useSyncExternalStore(dayClock.subscribe, () => dayClock.isUnsure());
  if (!isUnsure) return null;
  const days = { device: dayClock.deviceDay(), server: dayClock.serverDay() };
  return (
    <section className="stack whichDay" aria-labelledby={titleId}>
      <h3 id={titleId}>{t('whichDay')}</h3>
      <p>{t('whichDayText')}</p>
      <div className="row">
        {(['device', 'server'] as const).map((which) => (
          <Button
            key={which}
            type="button"
            variant="secondary"
            onClick={() => {
              dayClock.choose(which);
              onChoose?.(days[which], days.device);
            }}
          >
            <span>{dayInWords(days[which], language)}</span>
          </Button>
        ))}
      </div>
    </section>
  );
}
