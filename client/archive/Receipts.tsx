import type { PlanLifeReply } from '@duken/shared/protocol';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, useLanguage } from '../texts/index.ts';

/** What the archive answered, oldest first. */
export function Receipts({ receipts }: Pick<PlanLifeReply, 'receipts'>): ReactNode {
  const { t } = useTranslation('archive');
  const language = useLanguage();
  if (receipts.length === 0) return <p>{t('none')}</p>;
  return (
    <ul className="plainList">
      {receipts.map(({ archiveId, day, name }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are only added to, and the same may be noted twice
        <li key={index}>
          <strong dir="auto">{archiveId}</strong>
          <p className="muted">{t('receipt', { dag: dayInWords(day, language), navn: name })}</p>
        </li>
      ))}
    </ul>
  );
}
