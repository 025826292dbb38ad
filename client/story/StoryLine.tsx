import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { askForStory, type RequestFailure, useFailureText, useStories, valueIn } from '../http/index.ts';
import { FailureNote, recall, remember } from '../ui/index.ts';
import './story.css';

const putAway = (boardId: string, personId: string) => `duk.storyLine.${boardId}.${personId}`;

/**
 * One quiet line on the duk: to who has told a story, that somebody asks to read it; to the others, that there is one, so that nobody
 * has to tell it again. Whoever puts it away is not told again in this browser.
 */
export function StoryLine({ boardId }: { readonly boardId: string }): ReactNode {
  const { t } = useTranslation('story');
  const stories = useStories(boardId);
  const failureText = useFailureText();
  const [failure, setFailure] = useState<RequestFailure>();
  const [, setPutAway] = useState(0);
  const { own, others = [] } = valueIn(stories) ?? {};
  const page = `/duk/${boardId}/historie`;
  const asking = own?.readers.find(({ reading }) => reading === 'asked');
  if (asking)
    return (
      <section className="storyLine" aria-label={t('title')}>
        <p role="status">{t('asks', { navn: asking.name })}</p>
        <Link href={page}>{t('answer')}</Link>
      </section>
    );
  const other = others.find(
    ({ reading, personId }) => reading === 'none' && recall(putAway(boardId, personId)) === undefined,
  );
  if (!other) return null;
  const ask = async (): Promise<void> => {
    const asked = await askForStory(boardId, other.personId);
    setFailure(asked.ok ? undefined : asked.failure);
    if (asked.ok) stories.reload();
  };
  return (
    <section className="storyLine" aria-label={t('titleOthers')}>
      <p role="status">{t('other_none', { navn: other.name })}</p>
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <Button data-size="sm" variant="secondary" onClick={() => void ask()}>
        {t('ask')}
      </Button>
      <Button
        data-size="sm"
        variant="tertiary"
        onClick={() => {
          remember(putAway(boardId, other.personId), 'yes');
          setPutAway((times) => times + 1);
        }}
      >
        {t('putAway')}
      </Button>
    </section>
  );
}
