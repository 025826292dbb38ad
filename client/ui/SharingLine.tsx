import type { MeReply } from '@duken/shared/protocol';
import { inLanguage } from '@duken/shared/template';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { dayInWords, namesInWords, useLanguage } from '../texts/index.ts';

interface SharingLineProps {
  readonly boardId: string;
  readonly me: Pick<MeReply, 'sharing' | 'sharingEnds' | 'layout'>;
  /** Whether the consents can be looked at whole. */
  readonly mayLook: boolean;
}

/** Who can see what is written, in one plain sentence, for everybody who enters; to whoever leads also what soon runs out. */
export function SharingLine({ boardId, me, mayLook }: SharingLineProps): ReactNode {
  const { t } = useTranslation('sharing');
  const language = useLanguage();
  const id = useId();
  const { sharing = [], sharingEnds = [], layout } = me;
  const themeName = (theme: string) =>
    inLanguage(layout?.themes.find(({ id }) => id === theme)?.name, language) ?? theme;
  const [first] = sharingEnds;
  const ending = first ? sharingEnds.filter(({ until }) => until === first.until) : [];
  return (
    <p className="sharingLine" role="note" aria-labelledby={id}>
      <span id={id}>
        {sharing.length === 0 && <span>{t('sharesNobody')}</span>}
        {sharing.map(({ services, themes, until }) => (
          <span key={`${until} ${themes.join()}`}>
            {`${t(themes.length === 0 ? 'sharesAll' : 'sharesThemes', {
              tjenester: namesInWords(services, language),
              temaer: namesInWords(themes.map(themeName), language),
              dag: dayInWords(until, language),
            })} `}
          </span>
        ))}
      </span>
      {first && (
        <strong>
          {`${t('endsSoon', {
            tjenester: namesInWords(
              ending.map(({ service }) => service),
              language,
            ),
            dag: dayInWords(first.until, language, { year: false }),
          })} `}
        </strong>
      )}
      {mayLook && <Link href={`/duk/${boardId}/samtykke`}>{t('see')}</Link>}
    </p>
  );
}
