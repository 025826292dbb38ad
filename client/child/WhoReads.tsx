import { type ChildReads, childReads } from '@duken/shared/board';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface WhoReadsProps {
  readonly reads: ChildReads | undefined;
  readonly onChoose: (reads: ChildReads | undefined) => void;
}

/** Who reads out what the child has laid: it chooses, and may leave it open. */
export function WhoReads({ reads, onChoose }: WhoReadsProps): ReactNode {
  const { t } = useTranslation('child');
  return (
    <fieldset className="childReads">
      <legend>{t('reads')}</legend>
      {[...childReads, undefined].map((each) => (
        <label key={each ?? 'open'}>
          <input type="radio" name="childReads" checked={reads === each} onChange={() => onChoose(each)} />
          <span>{t(`reads_${each ?? 'open'}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
