import { Button } from '@digdir/designsystemet-react';
import type { ConsentReply, MeReply } from '@duken/shared/protocol';
import { inLanguage } from '@duken/shared/template';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, momentInWords, namesInWords, useLanguage } from '../texts/index.ts';

interface ConsentCardProps {
  readonly consent: ConsentReply;
  readonly layout: MeReply['layout'];
  /** Undefined where there is nothing to withdraw, or it is not theirs to do. */
  readonly onWithdraw: (() => void) | undefined;
}

/** One consent as it was given: who and until when first, then the words, then how it came about. */
export function ConsentCard({ consent, layout, onWithdraw }: ConsentCardProps): ReactNode {
  const { t } = useTranslation('consent');
  const language = useLanguage();
  const id = useId();
  const { services, themes, until, state, withdrawal, versions } = consent;
  const names = themes.map(
    (theme) => inLanguage(layout?.themes.find((each) => each.id === theme)?.name, language) ?? theme,
  );
  const tjenester = namesInWords(services, language);
  return (
    <article className={`consentCard consentCard-${state}`} aria-labelledby={id}>
      <p className="consentCard-state">{t(`state_${state}`, { dag: dayInWords(until, language) })}</p>
      <h2 id={id}>
        <bdi>{tjenester}</bdi>
      </h2>
      <p>{names.length === 0 ? t('aboutAll') : t('aboutThemes', { temaer: namesInWords(names, language) })}</p>
      <blockquote dir="auto">{consent.words}</blockquote>
      <dl>
        <dt>{t('purpose')}</dt>
        <dd dir="auto">{consent.purpose}</dd>
        <dt>{t('given')}</dt>
        <dd>{t(`given_${consent.how}`, { navn: consent.givenBy, dag: dayInWords(consent.givenOn, language) })}</dd>
        <dt>{t('recordedBy')}</dt>
        <dd>{t('recordedByWhen', { navn: consent.recordedBy, tid: momentInWords(consent.recordedAt, language) })}</dd>
        {withdrawal && (
          <>
            <dt>{t('withdrawn')}</dt>
            <dd>
              {t(`withdrawn_${withdrawal.how}`, {
                navn: withdrawal.by,
                tid: momentInWords(withdrawal.at, language),
                leder: withdrawal.recordedBy,
              })}
            </dd>
          </>
        )}
        {versions.length > 0 && (
          <>
            <dt>{t('versions')}</dt>
            <dd>{namesInWords(versions.map(String), language)}</dd>
          </>
        )}
      </dl>
      {onWithdraw && (
        <div className="row">
          <Button
            variant="secondary"
            data-color="danger"
            aria-label={t('withdrawNamed', { tjenester })}
            onClick={onWithdraw}
          >
            {`${t('withdraw')} …`}
          </Button>
        </div>
      )}
    </article>
  );
}
