import type { Board } from '@duken/shared/board';
import { useTranslation } from 'react-i18next';
import { type Lack, summariseFreeze } from './freezeSummary.ts';

const lackKeys = { owner: 'lacksOwner', due: 'lacksDue', both: 'lacksBoth' } as const satisfies Record<Lack, string>;

/** How much goes into the version, and what the tiltak still lack. */
export function FreezeContents({ board }: { readonly board: Board }) {
  const { t } = useTranslation('freeze');
  const { notes, actions, dreams, lacking } = summariseFreeze(board);
  return (
    <section className="freeze-contents" aria-labelledby="freeze-contents">
      <h3 id="freeze-contents">{t('goesIn')}</h3>
      <ul className="plainList freeze-counts">
        <li>{t('notes', { count: notes })}</li>
        <li>{t('actions', { count: actions })}</li>
        <li>{t('dreams', { count: dreams })}</li>
      </ul>
      {actions > 0 && lacking.length === 0 && <p>{`✓ ${t('lacksNothing')}`}</p>}
      {lacking.length > 0 && (
        <div className="freeze-lacking">
          <h4>{t('lacks')}</h4>
          <ul>
            {lacking.map(({ noteId, text, lack }) => (
              <li key={noteId}>
                <span>{`«${text}»`}</span> <span className="freeze-lack">{t(lackKeys[lack])}</span>
              </li>
            ))}
          </ul>
          <p className="muted">{t('lacksText')}</p>
        </div>
      )}
    </section>
  );
}
