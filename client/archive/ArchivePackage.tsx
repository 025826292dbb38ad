import { Button } from '@digdir/designsystemet-react';
import type { PlanLifeReply } from '@duken/shared/protocol';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The package, or what is missing before there can be one. */
export function ArchivePackage({
  life: { state, hasArchiveGround = false },
  url,
  notes,
}: {
  readonly life: Pick<PlanLifeReply, 'state' | 'hasArchiveGround'>;
  readonly url: string;
  /** What can be chosen to go along. */
  readonly notes?: ReactNode;
}): ReactNode {
  const { t } = useTranslation('archive');
  const missing = [...(state === 'draft' ? [t('missingYes')] : []), ...(hasArchiveGround ? [] : [t('missingGround')])];
  if (missing.length > 0)
    return (
      <section className="archive" aria-labelledby="missing">
        <p>{t('about')}</p>
        <h2 id="missing">{t('missing')}</h2>
        <ul>
          {missing.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      </section>
    );
  return (
    <div className="archive">
      <p>{t('about')}</p>
      <p>{t('holds')}</p>
      <p className="muted">{t('pdfA')}</p>
      {notes}
      <Button asChild>
        <a href={url} download>
          {t('download')}
        </a>
      </Button>
    </div>
  );
}
