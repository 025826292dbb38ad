import { Button } from '@digdir/designsystemet-react';
import { type ChildAnswer, type ChildQuestion, childAnswers } from '@duken/shared/quiet';
import { type ReactNode, useId, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answerChild, type RequestFailure, useFailureText } from '../http/index.ts';
import { type BoardSession, mayTouchNote } from '../session/index.ts';
import { FailureNote } from '../ui/index.ts';

/** What others have asked the child about notes of its own. The child decides, in its own time, and may change its mind. */
export function AskedOfMe({ session }: { readonly session: BoardSession }): ReactNode {
  const { t } = useTranslation('child');
  const titleId = useId();
  const quiet = session.quiet();
  const asked = useSyncExternalStore(quiet.subscribe, () => quiet.read().asked);
  const notes = useSyncExternalStore(session.subscribe, () => session.board().notes);
  const seat = useSyncExternalStore(session.subscribe, () => session.seat());
  const there = asked.flatMap((question) => {
    const note = notes.find(({ id }) => id === question.noteId);
    return note && mayTouchNote(seat, note) ? { question, text: note.text } : [];
  });
  if (there.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className="childPage-notes">
      <h2 id={titleId}>{t('asked')}</h2>
      <p>{t('askedText')}</p>
      <ul className="plainList childPage-notes">
        {there.map(({ question, text }) => (
          <Question
            key={question.noteId}
            boardId={session.boardId}
            question={question}
            text={text}
            isFinal={question.answer === 'no' && seat.hasHelped === true}
          />
        ))}
      </ul>
    </section>
  );
}

interface QuestionProps {
  readonly boardId: string;
  readonly question: ChildQuestion;
  readonly text: string;
  /** A no that only the child itself can take back. */
  readonly isFinal: boolean;
}

function Question({ boardId, question, text, isFinal }: QuestionProps): ReactNode {
  const { t } = useTranslation('child');
  const failureText = useFailureText();
  const [failure, setFailure] = useState<RequestFailure>();
  const [isSending, setIsSending] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  const answer = async (answered: ChildAnswer): Promise<void> => {
    if (isSending) return;
    setIsSending(true);
    setFailure(undefined);
    const sent = await answerChild(boardId, { noteId: question.noteId, answer: answered });
    setIsSending(false);
    if (sent.ok) said.current?.focus();
    else setFailure(sent.failure);
  };
  return (
    <li className="childNote paper-child">
      <p dir="auto" className="childNote-words">
        {text}
      </p>
      <p className="childAsked-words" dir="auto">
        {t('askedWords', { name: question.by, words: question.words })}
      </p>
      <p ref={said} tabIndex={-1}>
        {question.answer && <span key={question.answer}>{t(`saidMy_${question.answer}`)}</span>}
      </p>
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        {childAnswers
          .filter((one) => one !== question.answer && !isFinal)
          .map((one) => (
            <Button key={one} variant="secondary" onClick={() => void answer(one)}>
              {t(`say_${one}`)}
            </Button>
          ))}
        {question.answer === 'yes' && (
          <Button asChild variant="tertiary">
            <Link href={`/duk/${boardId}?vis=liste&lapp=${encodeURIComponent(question.noteId)}`}>{t('changeIt')}</Link>
          </Button>
        )}
      </div>
    </li>
  );
}
