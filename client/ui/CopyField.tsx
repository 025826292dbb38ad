import { Button, Textfield } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A link to keep or send on, with a button that copies it and says whether it did. */
export function CopyField({ label, value }: { readonly label: string; readonly value: string }) {
  const { t } = useTranslation('common');
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>();

  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setOutcome('copied');
    } catch {
      // Not to be had over plain http, nor where the browser says no: then the text stands marked, ready for Ctrl+C.
      setOutcome('copyFailed');
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
        <span>{outcome === 'copied' ? `✓ ${t('copied')}` : t('copy')}</span>
      </Button>
      <p className="copyField-outcome" role="status">
        {outcome === 'copied' && <span className="ds-sr-only">{t('copied')}</span>}
        <span>{outcome === 'copyFailed' && t('copyFailed')}</span>
      </p>
    </div>
  );
}
