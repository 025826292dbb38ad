import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, hourInWords, useLanguage } from '../texts/index.ts';

/** Says of an example when it is erased. An example lives for a day, so that is today or tomorrow. */
export function ExampleEnd({ expiresAt }: { readonly expiresAt: number }): ReactNode {
  const { t } = useTranslation('common');
  const language = useLanguage();
  const isToday = dayOf(new Date(expiresAt)) === dayOf(new Date());
  return (
    <span>{t(isToday ? 'exampleEndsToday' : 'exampleEndsTomorrow', { tid: hourInWords(expiresAt, language) })}</span>
  );
}
