import { Button } from '@digdir/designsystemet-react';
import type { NoteId } from '@duken/shared/board';
import { type ActionAnswer, actionAnswers, type PlanAction } from '@duken/shared/plan';
import { maxLifeLine, type PlanLifeReply } from '@duken/shared/protocol';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerAction, type RequestFailure, useFailureText } from '../http/index.ts';
import { Aloud, FailureNote, LineField } from '../ui/index.ts';

interface ActionQuestionProps {
  readonly boardId: string;
  readonly version: number;
  readonly action: PlanAction;
  /** What they have said before. */
  readonly given: PlanLifeReply['answers'][number] | undefined;
  /** What is typed and not saved, by tiltak, for whoever says yes to it all meanwhile. */
  readonly unsaved: Unsaved;
  readonly onSaid: () => void;
}

export type Unsaved = Map<NoteId, { readonly answer: ActionAnswer; readonly line: string }>;

/** Three answers to one tiltak, each saved as it is pressed, and a line to go with it for those who want. */
export function ActionQuestion({ boardId, version, action, given, unsaved, onSaid }: ActionQuestionProps): ReactNode {
  const { t } = useTranslation('planlife');
  const failureText = useFailureText();
  const questionId = useId();
  const [line, setLine] = useState(given?.line ?? '');
  const [savedLine, setSavedLine] = useState(line);
  const [chosen, setChosen] = useState(given?.answer);
  const [sending, setSending] = useState<ActionAnswer>();
  const [saved, setSaved] = useState(0);
  const [failure, setFailure] = useState<RequestFailure>();
  const status = useRef<HTMLParagraphElement>(null);
  const isLineSent = useRef(false);
  const { noteId } = action;
  useEffect(() => {
    if (chosen !== undefined && line !== savedLine) unsaved.set(noteId, { answer: chosen, line });
    else unsaved.delete(noteId);
  }, [unsaved, noteId, chosen, line, savedLine]);
  // The button that saved the line is gone then.
  useEffect(() => {
    if (saved > 0 && isLineSent.current) status.current?.focus();
    isLineSent.current = false;
  }, [saved]);

  const say = async (answer: ActionAnswer) => {
    if (sending !== undefined) return;
    setSending(answer);
    setFailure(undefined);
    const said = await answerAction(boardId, version, noteId, { answer, line });
    setSending(undefined);
    if (!said.ok) return setFailure(said.failure);
    setChosen(answer);
    setSavedLine(line);
    setSaved((times) => times + 1);
    onSaid();
  };
  const saveLine = (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) return;
    isLineSent.current = true;
    void say(chosen);
  };

  return (
    <div className="actionQuestion">
      <p id={questionId} className="ds-sr-only">
        {t('questionFor', { tiltak: action.text })}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would be drawn over the card */}
      <div role="group" aria-labelledby={questionId} className="actionQuestion-answers">
        {actionAnswers.map((answer) => (
          <Button
            key={answer}
            variant={chosen === answer ? 'primary' : 'secondary'}
            aria-pressed={chosen === answer}
            loading={sending === answer}
            onClick={() => void say(answer)}
          >
            <span>{t(`answer-${answer}`)}</span>
          </Button>
        ))}
      </div>
      {chosen !== undefined && (
        <form className="actionQuestion-line" onSubmit={saveLine} noValidate>
          <LineField
            label={t('addLine')}
            value={line}
            onChange={(event) => setLine(event.target.value)}
            longest={maxLifeLine}
            autoComplete="off"
          />
          {line !== savedLine && (
            <Button type="submit" variant="secondary">
              {t('saveLine')}
            </Button>
          )}
        </form>
      )}
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <Aloud
        ref={status}
        className="actionQuestion-saved"
        words={saved > 0 && !failure ? `✓ ${t('answerSaved')}` : ''}
        of={saved}
      />
    </div>
  );
}
