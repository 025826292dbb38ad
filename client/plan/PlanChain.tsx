import { useTranslation } from 'react-i18next';
import { momentInWords, useLanguage } from '../texts/index.ts';

interface PlanChainProps {
  /** Milliseconds since the epoch. */
  readonly frozenAt: number;
  readonly sha256: string;
  /** Whether this version and all before it are as they were frozen. */
  readonly isWhole: boolean;
}

/** When the version was frozen, and whether it is still as it was. */
export function PlanChain({ frozenAt, sha256, isWhole }: PlanChainProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  return (
    <section className={isWhole ? 'planChain muted' : 'planChain planChain-broken'}>
      <p>{t('frozenAt', { tid: momentInWords(frozenAt, language) })}</p>
      <p>{isWhole ? `✓ ${t('chainWhole')}` : t('chainBroken')}</p>
      <details>
        <summary>{t('fingerprint')}</summary>
        <p>{t('fingerprintMeans')}</p>
        <code>{sha256}</code>
      </details>
    </section>
  );
}
