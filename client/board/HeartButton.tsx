import { Button } from '@digdir/designsystemet-react';
import type { Note } from '@duken/shared/board';
import { HeartFillIcon, HeartIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hearts } from './useHearts.ts';

/** Marks a note as what is most important to oneself, or takes the mark back. */
export function HeartButton({
  note,
  hearts,
  isShort = false,
}: {
  readonly note: Note;
  readonly hearts: Hearts;
  /** Only the sign; the word is read aloud and shown on hover. */
  readonly isShort?: boolean;
}): ReactNode {
  const { t } = useTranslation('board');
  const isMarked = hearts.isMarked(note);
  const sign = isMarked ? <HeartFillIcon key="full" aria-hidden /> : <HeartIcon key="hollow" aria-hidden />;
  return (
    <Button
      variant="tertiary"
      {...(isShort ? { 'data-size': 'sm' } : {})}
      icon={isShort}
      data-control="heart"
      aria-pressed={isMarked}
      aria-label={t('heart')}
      title={t('heart')}
      onClick={() => hearts.toggle(note)}
    >
      {sign}
      {!isShort && <span>{t('heart')}</span>}
    </Button>
  );
}

/** Whose hearts stand on a note, in words and signs. */
export function HeartSigns({ note }: { readonly note: Pick<Note, 'hearts' | 'votes'> }): ReactNode {
  const { t } = useTranslation('board');
  return (
    <>
      {note.hearts && <span className="heartSign">{`♥ ${t('heartOfCitizen')}`}</span>}
      {note.votes && <span className="heartSign">{`♡ ${t('heartOfOthers')}`}</span>}
    </>
  );
}
