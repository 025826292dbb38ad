import { Button } from '@digdir/designsystemet-react';
import { longestStory } from '@duken/shared/story';
import { isBlank } from '@duken/shared/text';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface TwoWindowsProps {
  /** As the other window has saved it; '' where it was erased there. */
  readonly theirs: string;
  readonly mine: string;
  readonly onChoose: (words: string) => void;
}

/** One has written in two windows at once: both texts stand until one has chosen, and neither is saved over the other before. */
export function TwoWindows({ theirs, mine, onChoose }: TwoWindowsProps): ReactNode {
  const { t } = useTranslation('story');
  const titleId = useId();
  const isErased = isBlank(theirs);
  const both = `${theirs.trimEnd()}\n\n${mine.trimStart()}`;
  return (
    <section className="story-other" role="alert" aria-labelledby={titleId}>
      <h2 id={titleId} className="story-heading">
        {t(isErased ? 'erasedElsewhere' : 'writtenElsewhere')}
      </h2>
      <p>{t(isErased ? 'erasedElsewhereText' : 'writtenElsewhereText')}</p>
      {!isErased && (
        <blockquote className="story-words" dir="auto">
          {theirs}
        </blockquote>
      )}
      <div className="row">
        {!isErased && both.length <= longestStory && <Button onClick={() => onChoose(both)}>{t('keepBoth')}</Button>}
        <Button variant="secondary" onClick={() => onChoose(mine)}>
          {t('keepMine')}
        </Button>
        <Button variant="secondary" onClick={() => onChoose(theirs)}>
          <span>{t(isErased ? 'keepErased' : 'keepTheirs')}</span>
        </Button>
      </div>
    </section>
  );
}
