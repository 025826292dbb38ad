import { Button, Textfield } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Aloud } from './Aloud.tsx';

/** A link to keep or send on, with a button that copies it and says whether it did. */
export function CopyField({ label, value }: { readonly label: string; readonly value: string }) {
  const { t } = useTranslation('common');
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<{ readonly kind: 'copied' | 'copyFailed' }>();

  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setOutcome({ kind: 'copied' });
    } catch {
      // Not to be had over plain http, nor where the browser says no: then the text stands marked, ready for Ctrl+C.
      setOutcome({ kind: 'copyFailed' });
    }
  };

  return (
    <div className="copyField">
      <Textfield
        label={label}
        ref={field}
        value={value}
        readOnly
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button variant="secondary" onClick={() => void copy()}>
        <span>{outcome?.kind === 'copied' ? `✓ ${t('copied')}` : t('copy')}</span>
      </Button>
      <Aloud
        of={outcome}
        words={outcome ? t(outcome.kind) : ''}
        className={outcome?.kind === 'copyFailed' ? 'copyField-outcome' : 'ds-sr-only'}
      />
    </div>
  );
}
