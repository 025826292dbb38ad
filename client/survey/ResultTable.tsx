import type { SurveyResult } from '@duken/shared/survey';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { WideTable } from '../chart/index.ts';

/** What may be told: a table for each question, with a bar beside each share. */
export function ResultTable({ result }: { readonly result: SurveyResult }) {
  const { t } = useTranslation('survey');
  if (result.kind === 'few') return <p>{t('few')}</p>;
  return (
    <>
      <p>{t('outOf', { count: result.answers })}</p>
      {result.questions.map(({ id, options }) => (
        <WideTable key={id} caption={t(`question-${id}` as 'question-staff')}>
          <thead>
            <tr>
              <th scope="col">{t('answer')}</th>
              <th scope="col" className="number">
                {t('count')}
              </th>
              <th scope="col">{t('percent')}</th>
            </tr>
          </thead>
          <tbody>
            {options.map(({ id: option, told }) => (
              <tr key={option}>
                <th scope="row">{t(`option-${option}` as 'option-safer')}</th>
                <td className="number">{told === 'few' ? t('fewMarked') : String(told.count)}</td>
                <td>
                  {told !== 'few' && (
                    <span className="resultBar" style={{ '--share': `${told.percent}%` } as CSSProperties}>
                      {t('percentOf', { tall: String(told.percent) })}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      ))}
    </>
  );
}
