import { Button } from '@digdir/designsystemet-react';
import type { OwnStoryReply } from '@duken/shared/protocol';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerStoryReader, type RequestFailure, useFailureText } from '../http/index.ts';
import { Aloud, FailureNote } from '../ui/index.ts';

type Reader = OwnStoryReply['readers'][number];

interface StoryReadersProps {
  readonly boardId: string;
  readonly readers: readonly Reader[];
  readonly onChanged: () => void;
}

/** Who may read what one has told: a yes for each, and taken back at a press. Those who ask stand first. */
export function StoryReaders({ boardId, readers, onChanged }: StoryReadersProps): ReactNode {
  const { t } = useTranslation('story');
  const failureText = useFailureText();
  const [failure, setFailure] = useState<RequestFailure>();
  const [said, setSaid] = useState<{ readonly words: string }>();
  const answer = async ({ personId, name }: Reader, mayRead: boolean): Promise<void> => {
    const answered = await answerStoryReader(boardId, personId, mayRead);
    setFailure(answered.ok ? undefined : answered.failure);
    if (answered.ok) setSaid({ words: t(mayRead ? 'given' : 'taken', { navn: name }) });
    onChanged();
  };
  const inOrder = [
    ...readers.filter(({ reading }) => reading === 'asked'),
    ...readers.filter(({ reading }) => reading !== 'asked'),
  ];
  return (
    <section aria-labelledby="story-readers">
      <h2 id="story-readers" className="story-heading">
        {t('readers')}
      </h2>
      <p className="muted">{t('readersHelp')}</p>
      {failure && <FailureNote of={failure} text={failureText(failure)} />}
      <Aloud words={said?.words ?? ''} of={said} />
      {readers.length === 0 && <p>{t('noReaders')}</p>}
      <ul className="plainList story-readers">
        {inOrder.map((reader) => (
          <li key={reader.personId}>
            <span className="story-who">
              <bdi>{reader.name}</bdi>
              <span className="muted">{reader.service === undefined ? '' : ` · ${reader.service}`}</span>
              <span className="story-reading">{t(`reading_${reader.reading}`)}</span>
            </span>
            <span className="row">
              {reader.reading !== 'yes' && (
                <Button
                  variant={reader.reading === 'asked' ? 'primary' : 'secondary'}
                  data-size="sm"
                  aria-label={t('letRead', { navn: reader.name })}
                  onClick={() => void answer(reader, true)}
                >
                  {t('yes')}
                </Button>
              )}
              {(reader.reading === 'asked' || reader.reading === 'yes') && (
                <Button
                  variant="secondary"
                  data-size="sm"
                  aria-label={t(reader.reading === 'yes' ? 'takeBackOf' : 'notNowFor', { navn: reader.name })}
                  onClick={() => void answer(reader, false)}
                >
                  <span>{t(reader.reading === 'yes' ? 'takeBack' : 'notNow')}</span>
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
