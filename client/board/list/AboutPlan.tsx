import { Button } from '@digdir/designsystemet-react';
import type { Board } from '@duken/shared/board';
import type { Template } from '@duken/shared/template';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../../sync/index.ts';
import { dayInWords, useLanguage } from '../../texts/index.ts';
import { HeaderDialog, type HeaderField } from '../HeaderDialog.tsx';

interface AboutPlanProps {
  readonly session: BoardSession;
  readonly board: Board;
  readonly template: Template;
}

/** What stands above the columns on the sheet: who the plan is for, and until when. */
export function AboutPlan({ session, board, template }: AboutPlanProps): ReactNode {
  const { t } = useTranslation('list');
  const { t: boardText } = useTranslation('board');
  const language = useLanguage();
  const [editing, setEditing] = useState<HeaderField>();
  const dayOrNone = (day: string): string =>
    day === '' ? boardText('noDate') : boardText('dueBy', { day: dayInWords(day, language) });
  const facts = [
    {
      field: 'for' as const,
      term: boardText('forTitle'),
      value: board.for || boardText('nobodyYet'),
    },
    ...template.columns.flatMap(({ horizon, heading }) =>
      horizon
        ? [
            {
              field: horizon === 'short' ? ('horizonShort' as const) : ('horizonLong' as const),
              term: heading[language],
              value: dayOrNone(horizon === 'short' ? board.horizonShort : board.horizonLong),
            },
          ]
        : [],
    ),
  ];
  return (
    <section className="aboutPlan" aria-labelledby="aboutPlan">
      <h2 id="aboutPlan">{t('about')}</h2>
      <dl>
        {facts.map(({ field, term, value }) => (
          <div key={field}>
            <dt>{term}</dt>
            <dd>
              {value}
              {session.mayWrite && (
                <Button variant="tertiary" aria-label={t('changeOf', { text: term })} onClick={() => setEditing(field)}>
                  {t('change')}
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <HeaderDialog session={session} board={board} field={editing} onClose={() => setEditing(undefined)} />
    </section>
  );
}
