import { Button } from '@digdir/designsystemet-react';
import type { StoriesReply } from '@duken/shared/protocol';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askForStory, type RequestFailure, useFailureText } from '../http/index.ts';
import { momentInWords, useLanguage } from '../texts/index.ts';
import { FailureNote, Waiting } from '../ui/index.ts';
import { useStoryWords } from './useStoryWords.ts';

type Other = StoriesReply['others'][number];

interface OthersStoriesProps {
  readonly boardId: string;
  readonly others: readonly Other[];
  /** Whether there is nothing of one's own above. */
  readonly isAlone: boolean;
  readonly onChanged: () => void;
}

/** Whose stories there are: to be read with a yes, and else to be asked for. */
export function OthersStories({ boardId, others, isAlone, onChanged }: OthersStoriesProps): ReactNode {
  const { t } = useTranslation('story');
  if (others.length === 0) return null;
  return (
    <section aria-label={t('titleOthers')} className="story-others">
      {!isAlone && <h2 className="story-heading">{t('titleOthers')}</h2>}
      <p>{t('othersAbout')}</p>
      {others.map((other) => (
        <OthersStory key={other.personId} boardId={boardId} other={other} onChanged={onChanged} />
      ))}
    </section>
  );
}

interface OthersStoryProps {
  readonly boardId: string;
  readonly other: Other;
  readonly onChanged: () => void;
}

function OthersStory({ boardId, other, onChanged }: OthersStoryProps): ReactNode {
  const { t } = useTranslation('story');
  const failureText = useFailureText();
  const [failure, setFailure] = useState<RequestFailure>();
  const { personId, name, reading } = other;
  const ask = async (): Promise<void> => {
    const asked = await askForStory(boardId, personId);
    setFailure(asked.ok ? undefined : asked.failure);
    onChanged();
  };
  return (
    <article className="story-other" aria-label={name}>
      {reading === 'yes' ? (
        <StoryWords boardId={boardId} personId={personId} name={name} />
      ) : (
        <p role="status">{t(`other_${reading}`, { navn: name })}</p>
      )}
      {failure && <FailureNote of={failure} text={failureText(failure)} />}
      {reading === 'none' && (
        <div className="row">
          <Button onClick={() => void ask()}>{t('ask')}</Button>
        </div>
      )}
    </article>
  );
}

/** The words themselves. Nothing of them stays when the yes is taken back. */
function StoryWords({ boardId, personId, name }: Omit<Other, 'reading' | 'service'> & { readonly boardId: string }) {
  const { t } = useTranslation('story');
  const failureText = useFailureText();
  const language = useLanguage();
  const { story, failure, reload } = useStoryWords(boardId, personId);
  if (failure) return <FailureNote text={failureText(failure)} onRetry={reload} />;
  if (!story) return <Waiting />;
  return (
    <>
      <h2 className="story-heading">{t('storyOf', { navn: name })}</h2>
      <p className="story-words" dir="auto">
        {story.words}
      </p>
      <p className="muted">{t('changed', { tid: momentInWords(story.changedAt, language) })}</p>
      <p className="muted">{t('readWithCare', { navn: name })}</p>
    </>
  );
}
