import { Button } from '@digdir/designsystemet-react';
import type { Board } from '@duken/shared/board';
import { matterKey, type OpenMatter, type Present } from '@duken/shared/meeting';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import type { PersonChoice } from '../ui/index.ts';
import { Matter } from './Matter.tsx';
import { groupOf, groupsOf } from './matterGroups.ts';

interface OpenMattersProps {
  readonly session: BoardSession;
  readonly board: Board;
  readonly matters: readonly OpenMatter[];
  /** Keys of those that are left as they are on purpose. */
  readonly left: readonly string[];
  readonly onLeft: (keys: readonly string[]) => void;
  readonly meetingDate: string;
  /** Those who can do a tiltak. */
  readonly choices: readonly PersonChoice[];
  /** Goes to a field of the meeting, which stands in the same dialog. */
  readonly onMeeting: (field: 'date' | 'present' | 'nextDate') => void;
  /** Puts somebody down as present. */
  readonly onPresent: (person: Present) => void;
}

/** So many of a kind are shown until somebody asks for the rest. */
const mostShown = 5;

/**
 * Walks through what stands open: each kind with its notes' own words, one taken at a time, mended where it stands or left on
 * purpose. It is advice: freezing does not wait for it.
 */
export function OpenMatters(props: OpenMattersProps): ReactNode {
  const { matters, left, onLeft } = props;
  const { t } = useTranslation('freeze');
  const [taken, setTaken] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const open = matters.filter((matter) => !left.includes(matterKey(matter)));
  const leftNow = matters.filter((matter) => left.includes(matterKey(matter)));
  const openKeys = open.map(matterKey).join(' ');

  const lastKeys = useRef(openKeys);
  // What had the focus went with the matter that it stood in.
  useEffect(() => {
    const hasLost = document.activeElement === null || document.activeElement === document.body;
    if (openKeys !== lastKeys.current && hasLost) heading.current?.focus();
    lastKeys.current = openKeys;
  }, [openKeys]);

  const goOn = (from: OpenMatter): void => {
    const ofItsGroup = open.filter((matter) => groupOf(matter) === groupOf(from));
    const at = ofItsGroup.indexOf(from);
    // Behind the last comes the first that is left.
    const next = ofItsGroup[at + 1] ?? ofItsGroup.find((matter) => matter !== from);
    setTaken(next && matterKey(next));
  };
  const leave = (...some: readonly OpenMatter[]): void => {
    setTaken(undefined);
    onLeft([...left, ...some.map(matterKey)]);
  };

  return (
    <section className="matters" aria-labelledby="matters">
      <h3 id="matters" ref={heading} tabIndex={-1}>
        {open.length > 0
          ? t('matters', { count: open.length })
          : leftNow.length > 0
            ? t('mattersLeft', { count: leftNow.length })
            : `✓ ${t('mattersNone')}`}
      </h3>
      {open.length > 0 && <p className="matters-text">{t('mattersText')}</p>}
      {groupsOf(open).map(([group, ofIt]) => (
        <MatterGroup key={group} title={t(`group_${group}`)} count={ofIt.length} onLeaveAll={() => leave(...ofIt)}>
          {ofIt.map((matter) => {
            const key = matterKey(matter);
            return (
              <Matter
                key={key}
                {...props}
                matter={matter}
                isTaken={taken === key}
                onTake={(takes) => setTaken(takes ? key : undefined)}
                onMended={() => goOn(matter)}
                onLeave={() => leave(matter)}
              />
            );
          })}
        </MatterGroup>
      ))}
      {leftNow.length > 0 && (
        <div className="row matters-left">
          {open.length > 0 && <span>{t('mattersLeft', { count: leftNow.length })}</span>}
          <Button variant="tertiary" data-size="sm" onClick={() => onLeft([])}>
            {t('takeUpAgain')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface MatterGroupProps {
  readonly title: string;
  readonly count: number;
  readonly onLeaveAll: () => void;
  readonly children: readonly ReactNode[];
}

function MatterGroup({ title, count, onLeaveAll, children }: MatterGroupProps): ReactNode {
  const { t } = useTranslation('freeze');
  const [showsAll, setShowsAll] = useState(false);
  const hidden = showsAll ? 0 : Math.max(0, count - mostShown);
  return (
    <section className="matters-group" aria-label={title}>
      <div className="matters-groupHead">
        <h4>
          <span>{title}</span>
          {count > 1 && <span className="matters-count">{count}</span>}
        </h4>
        {count > 1 && (
          <Button variant="tertiary" data-size="sm" aria-label={t('leaveAllOf', { hva: title })} onClick={onLeaveAll}>
            {t('leaveAll')}
          </Button>
        )}
      </div>
      <ul className="plainList">{hidden > 0 ? children.slice(0, mostShown) : children}</ul>
      {hidden > 0 && (
        <Button variant="tertiary" data-size="sm" onClick={() => setShowsAll(true)}>
          {t('showRest', { count: hidden })}
        </Button>
      )}
    </section>
  );
}
