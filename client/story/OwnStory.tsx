import { Button, Field, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import type { OwnStoryReply } from '@duken/shared/protocol';
import { longestStory } from '@duken/shared/story';
import { isBlank } from '@duken/shared/text';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { saveFile } from '../chart/index.ts';
import { eraseStory, type RequestFailure, useFailureText } from '../http/index.ts';
import { Aloud, type DialogSlot, FailureNote, Modal } from '../ui/index.ts';
import { StoryReaders } from './StoryReaders.tsx';
import { TwoWindows } from './TwoWindows.tsx';
import { useOwnWords } from './useOwnWords.ts';

interface OwnStoryProps {
  readonly boardId: string;
  readonly own: OwnStoryReply;
  /** Whether it is written on; else it is only read, given and erased. */
  readonly mayTell: boolean;
  readonly onChanged: () => void;
}

/** What one tells once: one page of one's own words, and who reads it. */
export function OwnStory({ boardId, own, mayTell, onChanged }: OwnStoryProps): ReactNode {
  const { t } = useTranslation('story');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const { words, setWords, standing, failure, theirs, choose, forget } = useOwnWords(boardId, own, onChanged);
  const [isErasing, setIsErasing] = useState(false);
  /** That it was erased: another value each time. */
  const [erased, setErased] = useState<object>();
  const field = useRef<HTMLTextAreaElement>(null);
  const over = words.length - longestStory;
  const isTold = own.revision > 0;
  // The button that was pressed is gone then.
  useEffect(() => {
    if (erased) field.current?.focus();
  }, [erased]);
  return (
    <>
      <p>{t('about')}</p>
      <p>
        <strong>{t('nobodySees')}</strong>
      </p>
      {theirs !== undefined && (
        <TwoWindows
          theirs={theirs}
          mine={words}
          onChoose={(chosen) => {
            choose(chosen);
            field.current?.focus();
          }}
        />
      )}
      <Field>
        <Label>{t('words')}</Label>
        <Field.Description>{t('wordsHelp')}</Field.Description>
        <Textarea
          ref={field}
          className="story-field"
          value={words}
          dir="auto"
          rows={12}
          readOnly={!mayTell}
          aria-invalid={over > 0}
          onChange={(event) => setWords(event.target.value)}
        />
        {over > 0 && <ValidationMessage>{common('lineTooLong', { over, max: longestStory })}</ValidationMessage>}
      </Field>
      <p className="story-saved muted" role="status">
        {theirs !== undefined
          ? t('standing_choose')
          : isTold && isBlank(words)
            ? t('emptyNotSaved')
            : t(`standing_${standing}`)}
      </p>
      {failure && <FailureNote of={failure} text={failureText(failure)} />}
      {!mayTell && <p className="muted">{t('mayNotTell')}</p>}
      {isTold && (
        <>
          <StoryReaders boardId={boardId} readers={own.readers} onChanged={onChanged} />
          <p>
            <Link className="story-log" href={`/duk/${boardId}/logg`}>
              {t('seeLog')}
            </Link>
          </p>
          <div className="row">
            <Button variant="secondary" onClick={() => saveFile(`${t('fileName')}.txt`, 'text/plain', words)}>
              {t('download')}
            </Button>
            <Button variant="tertiary" data-color="danger" onClick={() => setIsErasing(true)}>
              {t('erase')}
            </Button>
          </div>
        </>
      )}
      <Aloud words={erased ? t('erased') : ''} of={erased} />
      <EraseStory
        boardId={boardId}
        open={isErasing}
        onClose={() => setIsErasing(false)}
        onErased={() => {
          forget();
          setIsErasing(false);
          setErased({});
          onChanged();
        }}
      />
    </>
  );
}

interface EraseStoryProps extends DialogSlot {
  readonly boardId: string;
  readonly onErased: () => void;
}

/** Says what erasing does before it is done. */
function EraseStory({ boardId, open, onClose, onErased }: EraseStoryProps): ReactNode {
  const { t } = useTranslation('story');
  const failureText = useFailureText();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const erase = async (): Promise<void> => {
    if (isAsking) return;
    setIsAsking(true);
    const erased = await eraseStory(boardId);
    setIsAsking(false);
    setFailure(erased.ok ? undefined : erased.failure);
    if (erased.ok) onErased();
  };
  return (
    <Modal open={open} onClose={onClose} title={t('eraseTitle')}>
      <p>{t('eraseText')}</p>
      {failure && <FailureNote of={failure} text={failureText(failure)} />}
      <div className="row">
        <Button data-color="danger" aria-busy={isAsking} onClick={() => void erase()}>
          <span>{t('eraseNow')}</span>
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}
