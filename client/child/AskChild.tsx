import { Button } from '@digdir/designsystemet-react';
import type { NoteId } from '@duken/shared/board';
import { beginDraft } from '@duken/shared/quiet';
import type { Cell, Template } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardSession, newId, useDraft } from '../session/index.ts';
import { Aloud } from '../ui/index.ts';
import { type ChildQuestion, withPicture } from './childCell.ts';
import { faces, things } from './pictures.ts';
import { WhereItLies } from './WhereItLies.tsx';

interface AskChildProps {
  readonly session: BoardSession;
  readonly template: Template;
  readonly question: ChildQuestion;
  readonly cell: Cell;
}

/** One question: drawings to press, a box to write in, and where it would lie. What is kept goes to the child's own document. */
export function AskChild({ session, template, question, cell }: AskChildProps): ReactNode {
  const { t } = useTranslation('child');
  const boxId = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(session.boardId, `child-${question}`, '', (words) => !isBlank(words));
  const [told, setTold] = useState({ words: '' });
  const keep = (): void => {
    if (isBlank(text)) return;
    const draft = { id: newId() as NoteId, text: text.trim(), cell, begunAt: Date.now() };
    const answer = session.quiet().run((doc) => beginDraft(doc, draft));
    if (answer.ok) setText('');
    setTold({ words: t(answer.ok ? 'kept' : 'notKept') });
    box.current?.focus({ preventScroll: true });
  };
  return (
    <>
      {[
        { name: t('faces'), pictures: faces },
        { name: t('pictures'), pictures: things },
      ].map(({ name, pictures }) => (
        <fieldset key={name} className="childPictures">
          <legend>{name}</legend>
          {pictures.map(({ id, d, sign }) => (
            <button
              key={id}
              type="button"
              className="childPicture"
              onClick={() => setText(withPicture(text, sign, t(id)))}
            >
              <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
                <path
                  d={d}
                  fill="none"
                  stroke="currentColor"
                  strokeWidth="2.4"
                  strokeLinecap="round"
                  strokeLinejoin="round"
                />
              </svg>
              <span>{t(id)}</span>
            </button>
          ))}
        </fieldset>
      ))}
      <form
        className="childPage-write"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <label htmlFor={boxId}>{t('write')}</label>
        <textarea
          ref={box}
          id={boxId}
          className="childPage-box paper-child"
          dir="auto"
          rows={3}
          spellCheck
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <WhereItLies template={template} cell={cell} />
        <Button type="submit" data-size="lg" aria-disabled={isBlank(text) || undefined}>
          {t('keep')}
        </Button>
        <Aloud className="childPage-told" words={told.words} of={told} />
      </form>
    </>
  );
}
