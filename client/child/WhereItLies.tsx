import { type Cell, inLanguage, type Template } from '@duken/shared/template';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../texts/index.ts';

/** The duk in small, with the place where a note would lie: in words, and as a picture of the columns. */
export function WhereItLies({ template, cell }: { readonly template: Template; readonly cell: Cell }): ReactNode {
  const { t } = useTranslation('child');
  const language = useLanguage();
  const column = template.columns.find(({ id }) => id === cell.column);
  const where = inLanguage(column?.heading, language) ?? '';
  const width = 100 / template.columns.length;
  return (
    <p className="childWhere">
      <svg viewBox="0 0 100 44" width="100" height="44" aria-hidden="true">
        {template.columns.map(({ id }, at) => (
          <rect
            key={id}
            x={at * width + 1}
            y={1}
            width={width - 2}
            height={42}
            rx={3}
            className={id === cell.column ? 'childWhere-here' : 'childWhere-other'}
          />
        ))}
      </svg>
      <span key={where}>{t('whereTo', { where })}</span>
    </p>
  );
}
