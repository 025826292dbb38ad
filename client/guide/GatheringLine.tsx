import { Button } from '@digdir/designsystemet-react';
import { gatherAt } from '@duken/shared/board';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { namesInWords, useLanguage } from '../texts/index.ts';
import type { GuideSlot } from './guideSlot.ts';
import { partWords } from './stepWords.ts';
import type { GatheringNow } from './useGathering.ts';

/** Says that everybody is asked to look at the same part, lets one go in and out, and shows who leads how many are with them. */
export function GatheringLine(props: GuideSlot & GatheringNow): ReactNode {
  const { session, template, gathering, isFollowed, isLeader } = props;
  const { t } = useTranslation('guide');
  const language = useLanguage();
  const at = gathering?.at;
  const followers = useSyncExternalStore(session.subscribe, () => {
    const others = session.presence.others().filter(({ follows }) => at !== undefined && follows === at);
    // As one text, so that nothing is drawn anew while the same people are along.
    return JSON.stringify(
      [
        ...new Set([...others.map(({ participantId }) => participantId), ...(isFollowed ? [ownId(session)] : [])]),
      ].sort(),
    );
  });
  const along: readonly string[] = JSON.parse(followers);
  const names = props.people.flatMap(({ participantId, name }) => (along.includes(participantId) ? [name] : []));
  return (
    <div className={gathering ? 'guide guide-gathering' : 'guide-nothing'}>
      <p role="status" className="guide-line">
        {gathering && <span key={at}>{t('gathers', { what: partWords(gathering, template, language, t) })}</span>}
      </p>
      {gathering && (
        <>
          {isLeader && (
            <p className="guide-line muted">{t('followedBy', { count: along.length, all: props.people.length })}</p>
          )}
          {names.length > 0 && (
            <p className="guide-line muted" dir="auto">
              {t('follows', { names: namesInWords(names, language) })}
            </p>
          )}
          {isFollowed && !isLeader && <p className="guide-line muted">{t('gathersYou')}</p>}
          <span className="guide-commands">
            <Button data-size="sm" variant="secondary" onClick={isFollowed ? props.leave : props.join}>
              <span>{isFollowed ? t('leave') : t('join')}</span>
            </Button>
            {isLeader && (
              <Button
                data-size="sm"
                variant="tertiary"
                onClick={() => session.run((document) => gatherAt(document, undefined))}
              >
                {t('gatherEnd')}
              </Button>
            )}
          </span>
        </>
      )}
    </div>
  );
}

function ownId(session: GuideSlot['session']): string {
  return session.seat().participantId;
}
