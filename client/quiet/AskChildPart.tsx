import { Button } from '@digdir/designsystemet-react';
import type { NoteId } from '@duken/shared/board';
import { longestQuestion } from '@duken/shared/quiet';
import { isBlank } from '@duken/shared/text';
import { type ReactNode, useId, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { askChild, type RequestFailure, useFailureText } from '../http/index.ts';
import type { BoardSession } from '../session/index.ts';
import { FailureNote } from '../ui/index.ts';

interface AskChildPartProps {
  readonly session: BoardSession;
  /** The child's note that one wants to ask about; undefined while one asks nothing. */
  readonly noteId: NoteId | undefined;
  readonly onDone: () => void;
}

/** A quiet question to a child about a note of its own, and what children have answered to those one has asked. */
export function AskChildPart({ session, noteId, onDone }: AskChildPartProps): ReactNode {
  const { t } = useTranslation('quiet');
  const failureText = useFailureText();
  const quiet = session.quiet();
  const askedOf = useSyncExternalStore(quiet.subscribe, () => quiet.read().askedOf);
  const notes = useSyncExternalStore(session.subscribe, () => session.board().notes);
  const note = notes.find(({ id }) => id === noteId);
  const [boxId, titleId] = [useId(), useId()];
  const [words, setWords] = useState('');
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const isTooLong = words.trim().length > longestQuestion;
  const send = async (): Promise<void> => {
    if (!note || isSending || isBlank(words) || isTooLong) return;
    setIsSending(true);
    setFailure(undefined);
    const asked = await askChild(session.boardId, { noteId: note.id, words });
    setIsSending(false);
    if (!asked.ok) return setFailure(asked.failure);
    setWords('');
    onDone();
  };
  return (
    <>
      {note && (
        <form
          className="quietRound"
          aria-labelledby={titleId}
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <h3 id={titleId}>{t('askChild')}</h3>
          <blockquote className="quote paper-child" dir="auto">
            {note.text}
          </blockquote>
          <p>{t('askChildText')}</p>
          <label htmlFor={boxId}>{t('askChildWords')}</label>
          <textarea
            id={boxId}
            className="ds-input"
            dir="auto"
            rows={2}
            aria-invalid={isTooLong || undefined}
            aria-describedby={isTooLong ? `${boxId}long` : undefined}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
          {isTooLong && (
            <p id={`${boxId}long`} className="chips-problem" role="alert">
              {t('askChildTooLong')}
            </p>
          )}
          {failure && <FailureNote text={failureText(failure)} />}
          <div className="row">
            <Button
              type="submit"
              data-size="sm"
              loading={isSending}
              aria-disabled={isBlank(words) || isTooLong || undefined}
            >
              <span>{t('askChildSend')}</span>
            </Button>
            <Button data-size="sm" variant="tertiary" onClick={onDone}>
              {t('askChildNot')}
            </Button>
          </div>
        </form>
      )}
      {askedOf.length > 0 && (
        <section aria-label={t('askedChildren')}>
          <h3>{t('askedChildren')}</h3>
          <div role="status">
            <ul className="plainList quietPanel-drafts">
              {askedOf.map((asked) => (
                <li key={asked.noteId}>
                  <p dir="auto">{asked.words}</p>
                  <p className="muted">{t(`childSaid_${asked.answer ?? 'nothing'}`, { name: asked.of })}</p>
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
    </>
  );
}
