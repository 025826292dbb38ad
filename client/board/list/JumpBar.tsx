import { inLanguage } from '@duken/shared/template';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../texts/index.ts';
import type { ListSection } from './listSections.ts';

/** The way to a theme. Buttons and not links: what stands behind # in the address of a duk is a secret, and nothing else. */
export function JumpBar({ sections }: { readonly sections: readonly ListSection[] }): ReactNode {
  const { t } = useTranslation('list');
  const { t: boardText } = useTranslation('board');
  const language = useLanguage();
  if (sections.length < 2) return null;
  return (
    <nav className="jumpBar" aria-label={t('jumpTo')}>
      {sections.map((section) => (
        <button key={section.id} type="button" className="jumpBar-one" onClick={() => jumpTo(section.id)}>
          <span>
            {section.kind === 'theme'
              ? inLanguage(section.theme.name, language)
              : section.kind === 'band'
                ? t(`column_${section.column.id}`)
                : boardText('withoutTheme')}
          </span>{' '}
          <span className="jumpBar-count">{section.count}</span>
        </button>
      ))}
    </nav>
  );
}

/** To the heading, with the focus too: the next Tab goes on from there. */
function jumpTo(sectionId: string): void {
  const heading = document.getElementById(sectionId);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
