import type { Handwriting } from '@duken/shared/board';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What somebody wrote by hand on paper, as large as on the duk or as there is room for. */
export function Handwritten({ of: { width, height, path } }: { readonly of: Handwriting }): ReactNode {
  const { t } = useTranslation('list');
  return (
    <svg
      className="listNote-handwritten"
      viewBox={`0 0 ${width} ${height}`}
      width={width / 2}
      height={height / 2}
      role="img"
      aria-label={t('handwritten')}
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
