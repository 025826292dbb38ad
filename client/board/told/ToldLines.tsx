import type { SaidReply } from '@duken/shared/protocol';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, useLanguage } from '../../texts/index.ts';

/** Those who do one tiltak, and what each has said. */
export type Told = SaidReply['items'][number];

/** What those who do a tiltak have said of it by a link of their own, and who has said nothing. */
export function ToldLines({ told: { doers } }: { readonly told: Told }): ReactNode {
  const { t } = useTranslation('outside');
  const language = useLanguage();
  const day = (on: string) => dayInWords(on, language, { year: false });
  return (
    <ul className="plainList agreedLines">
      {doers.map(({ name, answer }) => (
        <li key={name} dir="auto">
          {answer
            ? [
                t(`said_${answer.answer}`, { navn: name, dato: day(answer.on) }),
                ...(answer.date === undefined ? [] : [t('said_date', { dato: day(answer.date) })]),
                ...(answer.line === undefined ? [] : [t('said_line', { ord: answer.line })]),
              ].join(', ')
            : t('silent', { navn: name })}
        </li>
      ))}
    </ul>
  );
}
