import { Button } from '@digdir/designsystemet-react';
import type { Board } from '@duken/shared/board';
import type { SheetInput } from '@duken/shared/sheet';
import { inLanguage, type Template } from '@duken/shared/template';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../../session/index.ts';
import { dayInWords, namesInWords, useLanguage } from '../../texts/index.ts';
import { HeaderDialog, type HeaderField } from '../HeaderDialog.tsx';

interface AboutPlanProps {
  readonly session: BoardSession;
  readonly board: Board;
  readonly template: Template;
  readonly meeting: SheetInput['meeting'];
  readonly onMeeting: (() => void) | undefined;
}

/** What stands above the columns on the sheet: who the plan is for, and until when. */
export function AboutPlan({ session, board, template, meeting, onMeeting }: AboutPlanProps): ReactNode {
  const { t } = useTranslation('list');
  const { t: boardText } = useTranslation('board');
  const language = useLanguage();
  const [editing, setEditing] = useState<HeaderField>();
  const dayOrNone = (day: string): string =>
    day === '' ? boardText('noDate') : boardText('dueBy', { day: dayInWords(day, language) });
  const edit = (field: HeaderField): (() => void) | undefined =>
    session.mayWrite ? () => setEditing(field) : undefined;
  const facts = [
    { term: boardText('forTitle'), value: board.for || boardText('nobodyYet'), onChange: edit('for') },
    { term: boardText('visionTitle'), value: board.meeting?.vision || boardText('noVision'), onChange: edit('vision') },
    ...(meeting.date === ''
      ? []
      : [{ term: t('meetingDate'), value: dayInWords(meeting.date, language), onChange: onMeeting }]),
    ...(meeting.present.length === 0
      ? []
      : [{ term: t('present'), value: namesInWords(meeting.present, language), onChange: onMeeting }]),
    ...template.columns.flatMap(({ horizon, heading }) =>
      horizon
        ? [
            {
              term: inLanguage(heading, language),
              value: dayOrNone(horizon === 'short' ? board.horizonShort : board.horizonLong),
              onChange: edit(horizon === 'short' ? 'horizonShort' : 'horizonLong'),
            },
          ]
        : [],
    ),
  ];
  return (
    <section className="aboutPlan" aria-labelledby="aboutPlan">
      <h2 id="aboutPlan">{t('about')}</h2>
      <dl>
        {facts.map(({ term, value, onChange }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <span>{value}</span>
              {onChange && (
                <Button variant="tertiary" aria-label={t('changeOf', { text: term })} onClick={onChange}>
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
