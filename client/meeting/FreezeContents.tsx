import type { Board } from '@duken/shared/board';
import { useTranslation } from 'react-i18next';
import { summariseFreeze } from './freezeSummary.ts';

/** How much goes into the version. */
export function FreezeContents({ board }: { readonly board: Board }) {
  const { t } = useTranslation('freeze');
  const { notes, actions, dreams } = summariseFreeze(board);
  return (
    <section className="freeze-contents" aria-labelledby="freeze-contents">
      <h3 id="freeze-contents">{t('goesIn')}</h3>
      <ul className="plainList freeze-counts">
        <li>{t('notes', { count: notes })}</li>
        <li>{t('actions', { count: actions })}</li>
        <li>{t('dreams', { count: dreams })}</li>
      </ul>
    </section>
  );
}
