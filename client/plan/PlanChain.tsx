import { useTranslation } from 'react-i18next';
import { planFileUrl } from '../http/index.ts';
import { momentInWords, useLanguage } from '../texts/index.ts';

interface PlanChainProps {
  readonly boardId: string;
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly frozenAt: number;
  readonly sha256: string;
  /** Whether this version and all before it are as they were frozen. */
  readonly isWhole: boolean;
}

/** When the version was frozen, and whether it is still as it was. */
export function PlanChain({ boardId, version, frozenAt, sha256, isWhole }: PlanChainProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  return (
    <section className={isWhole ? 'planChain muted' : 'planChain planChain-broken'}>
      <p>{t('frozenAt', { tid: momentInWords(frozenAt, language) })}</p>
      <p>{isWhole ? `✓ ${t('chainWhole')}` : t('chainBroken')}</p>
      <details>
        <summary>{t('forControl')}</summary>
        <p>
          <strong>{t('fingerprint')}</strong>
        </p>
        <p>{t('fingerprintMeans')}</p>
        <code>{sha256}</code>
        <p>
          <a href={planFileUrl(boardId, version, 'json')} download>
            {t('download-json')}
          </a>
        </p>
      </details>
    </section>
  );
}
