import { Button } from '@digdir/designsystemet-react';
import { may } from '@duken/shared/access';
import type { MeReply } from '@duken/shared/protocol';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFailureText, useStories } from '../http/index.ts';
import { CasePage, FailureNote, Waiting } from '../ui/index.ts';
import { OthersStories } from './OthersStories.tsx';
import { OwnStory } from './OwnStory.tsx';
import './story.css';

interface StoryPageProps {
  readonly boardId: string;
  readonly me: MeReply;
}

/** `/duk/:boardId/historie`: what one tells once, and who reads it; and for the others, what they may read. */
export function StoryPage({ boardId, me }: StoryPageProps): ReactNode {
  const { t } = useTranslation('story');
  const failureText = useFailureText();
  const stories = useStories(boardId);
  const own = stories.kind === 'here' ? stories.value.own : undefined;
  return (
    <CasePage boardId={boardId} me={me} title={t(own || may(me, 'tellStory') ? 'title' : 'titleOthers')}>
      {stories.kind === 'loading' && <Waiting />}
      {stories.kind === 'failed' && <FailureNote text={failureText(stories.failure)} onRetry={stories.reload} />}
      {stories.kind === 'here' && (
        <>
          {own && <OwnStory boardId={boardId} own={own} mayTell={may(me, 'tellStory')} onChanged={stories.reload} />}
          {!own && stories.value.others.length === 0 && <p>{t('none')}</p>}
          <OthersStories boardId={boardId} others={stories.value.others} isAlone={!own} onChanged={stories.reload} />
        </>
      )}
      <div className="row">
        <Button asChild variant="tertiary">
          <Link href={`/duk/${boardId}`}>{t('toBoard')}</Link>
        </Button>
      </div>
    </CasePage>
  );
}
