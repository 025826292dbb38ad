import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Logo } from './Logo.tsx';

interface TopBarProps {
  /** The page's name, beside the mark: a heading of the page's own choosing. */
  readonly title: ReactNode;
  readonly middle?: ReactNode;
  readonly end?: ReactNode;
}

/** The one bar above every page: where you are, the views in the middle, people and the next step on the right. */
export function TopBar({ title: page, middle, end }: TopBarProps) {
  const { t } = useTranslation('common');
  return (
    <header className="topBar">
      <button type="button" className="skipLink" onClick={skipToContent}>
        {t('toContent')}
      </button>
      <div className="topBar-start">
        <Link href="/" className="topBar-home" aria-label={t('toFront')} title={t('toFront')}>
          <Logo />
        </Link>
        {page}
      </div>
      {middle && <div className="topBar-middle">{middle}</div>}
      {end && <div className="topBar-end">{end}</div>}
    </header>
  );
}

/** Past the bar; no link, for a fragment would be a step in the browser's history. */
function skipToContent(): void {
  const main = document.querySelector('main');
  if (!main) return;
  main.tabIndex = -1;
  main.focus();
}
