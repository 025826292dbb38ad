import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyTextOf, type KeptWork } from '../session/index.ts';
import { Aloud } from './Aloud.tsx';

interface KeptWordsProps {
  readonly kept: readonly KeptWork[];
  /** Somebody says that they have what they need. */
  readonly onDone: () => void;
}

/** What did not get onto the duk: its words as text to copy, and a mention of what was no words. It never goes by itself. */
export function KeptWords({ kept, onDone }: KeptWordsProps): ReactNode {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation('common');
  const id = useId();
  const [outcome, setOutcome] = useState<{ readonly kind: 'copied' | 'copyFailed' }>();
  const text = copyTextOf(kept);
  const wordless = kept.filter(({ words }) => words === '');
  const what = [...new Set(wordless.map(({ kind }) => t(`kept_${kind}`)))].join(', ');

  const copy = async (): Promise<void> => {
    document.querySelector<HTMLTextAreaElement>(`#${CSS.escape(id)}`)?.select();
    try {
      await navigator.clipboard.writeText(text);
      setOutcome({ kind: 'copied' });
    } catch {
      // Not to be had over plain http, nor where the browser says no: then the text stands marked, ready for Ctrl+C.
      setOutcome({ kind: 'copyFailed' });
    }
  };

  return (
    <div className="keptWords">
      {text !== '' && (
        <>
          <label htmlFor={id}>{t('keptWords')}</label>
          <textarea id={id} className="keptWords-text" dir="auto" readOnly rows={8} value={text} />
        </>
      )}
      {wordless.length > 0 && (
        <p>{t(wordless.length === 1 ? 'keptWordlessOne' : 'keptWordlessMany', { count: wordless.length, what })}</p>
      )}
      <div className="row">
        {text !== '' && (
          <Button onClick={() => void copy()}>
            <span>{outcome?.kind === 'copied' ? `✓ ${common('copied')}` : t('keptCopy')}</span>
          </Button>
        )}
        <Button variant="secondary" onClick={onDone}>
          {t('keptDone')}
        </Button>
      </div>
      <Aloud
        of={outcome}
        words={outcome ? common(outcome.kind) : ''}
        className={outcome?.kind === 'copyFailed' ? 'copyField-outcome' : 'ds-sr-only'}
      />
    </div>
  );
}
