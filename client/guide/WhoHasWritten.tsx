import { theRound } from '@duken/shared/board';
import { isBlank } from '@duken/shared/text';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuideSlot } from './guideSlot.ts';
import { sharesOf } from './sharesOf.ts';

/** How much each has laid, for whoever leads alone, and what could help whoever is quiet. Closed until it is asked for: others may see the screen. */
export function WhoHasWritten({ session, people }: Pick<GuideSlot, 'session' | 'people'>): ReactNode {
  const { t } = useTranslation('guide');
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const notes = session.board().notes.filter(({ author, text }) => author !== theRound && !isBlank(text));
  return (
    <div>
      <button
        type="button"
        className="guide-link"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('shares')}
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <>
            <p className="guide-line muted">{t('sharesPrivate')}</p>
            {notes.length === 0 ? (
              <p className="guide-line">{t('sharesNone')}</p>
            ) : (
              <ul className="plainList">
                {sharesOf(people, notes).map(({ participantId, name, count }) => (
                  <li key={participantId} dir="auto">
                    {t('sharesOf', { name, count, all: notes.length })}
                  </li>
                ))}
              </ul>
            )}
            <p className="guide-line">{t('sharesHelp')}</p>
          </>
        )}
      </div>
    </div>
  );
}
