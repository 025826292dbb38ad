import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

const views = ['duk', 'liste', 'tiltak', 'tolk', 'plan'] as const;

interface ViewSwitchProps {
  readonly boardId: string;
  /** Absent on a page beside them. */
  readonly current?: (typeof views)[number];
  /** Without a plan there is no way to it. */
  readonly hasPlan: boolean;
  /** The interpreter's page is theirs, and the leader's where somebody interprets. */
  readonly hasInterpreter?: boolean;
}

/** The ways to look at one duk, in the middle of the bar; each is an address of its own. */
export function ViewSwitch({ boardId, current, hasPlan, hasInterpreter = false }: ViewSwitchProps) {
  const { t } = useTranslation('common');
  return (
    <nav className="viewSwitch" aria-label={t('views')}>
      {views
        .filter((view) => (view !== 'plan' || hasPlan) && (view !== 'tolk' || hasInterpreter))
        .map((view) => (
          <Link
            key={view}
            href={view === 'plan' ? `/duk/${boardId}/plan` : `/duk/${boardId}?vis=${view}`}
            aria-current={view === current ? 'page' : undefined}
          >
            {t(`view-${view}`)}
          </Link>
        ))}
    </nav>
  );
}
