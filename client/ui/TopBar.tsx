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
