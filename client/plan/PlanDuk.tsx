import { Button } from '@digdir/designsystemet-react';
import type { PlanVersion } from '@duken/shared/plan';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { planFileUrl } from '../http/index.ts';
import { dayInWords, letterLanguage, useLanguage } from '../texts/index.ts';
import { Modal } from '../ui/index.ts';

interface PlanDukProps {
  readonly planVersion: PlanVersion;
  readonly frozenBoard?: (planVersion: PlanVersion) => ReactNode;
}

/** The duk as it lay when it was frozen. */
export function PlanDuk({ planVersion, frozenBoard }: PlanDukProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const picture = planFileUrl(planVersion.boardId, planVersion.version, 'svg', { lang: letterLanguage(language) });
  return (
    <section className="planDuk cloth" aria-labelledby="plan-duk">
      <div className="planDuk-words">
        <h2 id="plan-duk">{t('dukAsItWas')}</h2>
        <Button variant="secondary" onClick={() => setIsOpen(true)}>
          {t('seeDuk')}
        </Button>
      </div>
      <img src={picture} alt={t('dukPicture')} loading="lazy" />
      <Modal
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('dukOn', { dato: dayInWords(planVersion.date, language) })}
        size="screen"
      >
        {frozenBoard ? (
          frozenBoard(planVersion)
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <section className="planDuk-screen" tabIndex={0} aria-label={t('dukAsItWas')}>
            <img className="planDuk-large" src={picture} alt={t('dukPicture')} />
          </section>
        )}
      </Modal>
    </section>
  );
}
