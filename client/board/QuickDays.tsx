import { dayAfter } from '@duken/shared/board';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../texts/index.ts';
import { WhichDay } from '../ui/index.ts';

const steps = [
  { key: 'inOneWeek', step: { days: 7 } },
  { key: 'inTwoWeeks', step: { days: 14 } },
  { key: 'inOneMonth', step: { months: 1 } },
  { key: 'inThreeMonths', step: { months: 3 } },
] as const;

/** The days people agree on most, each at one press. */
export function QuickDays({
  day,
  onPick,
}: {
  readonly day: string;
  readonly onPick: (day: string) => void;
}): ReactNode {
  const { t } = useTranslation('board');
  const today = useToday();
  return (
    <>
      <WhichDay />
      <fieldset className="quickDays" aria-label={t('quickDays')}>
        {steps.map(({ key, step }) => {
          const later = dayAfter(today, step);
          return (
            <button
              key={key}
              type="button"
              className="quickDays-one"
              aria-pressed={later === day}
              onClick={() => onPick(later)}
            >
              {t(key)}
            </button>
          );
        })}
      </fieldset>
    </>
  );
}
