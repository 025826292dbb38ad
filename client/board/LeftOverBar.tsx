import { Button } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Again } from '../ui/index.ts';

interface LeftOverBarProps {
  /** What there was no room for. */
  readonly text: string;
  readonly onLay: () => void;
  /** Somebody does not want it. */
  readonly onDrop: () => void;
}

/** Holds the only copy of words that a note had no room for: it stays until they are laid or somebody puts them away. */
export function LeftOverBar({ text, onLay, onDrop }: LeftOverBarProps): ReactNode {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation('common');
  const [outcome, setOutcome] = useState<{ readonly kind: 'copied' | 'copyFailed' }>();
  const copy = (): void => {
    // Not to be had over plain http, nor where the browser says no: the words stay here, and can be laid.
    Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setOutcome({ kind: 'copied' }),
      () => setOutcome({ kind: 'copyFailed' }),
    );
  };
  return (
    <div className="notice notice-kept">
      <span>{t('tooLong', { count: text.length })}</span>
      <Button data-size="sm" variant="secondary" onClick={onLay}>
        {t('restOnNewNote')}
      </Button>
      <Button data-size="sm" variant="tertiary" onClick={copy}>
        <Again of={outcome} words={outcome?.kind === 'copied' ? common('copied') : t('leftOverCopy')} />
      </Button>
      {outcome?.kind === 'copyFailed' && <Again of={outcome} words={common('copyFailed')} />}
      <button type="button" className="notice-close" aria-label={common('close')} onClick={onDrop}>
        <XMarkIcon aria-hidden />
      </button>
    </div>
  );
}
