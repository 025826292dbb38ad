import { Button } from '@digdir/designsystemet-react';
import {
  type Board,
  languageOfNote,
  type Note,
  ownLanguage,
  type Translations,
  type Untranslated,
} from '@duken/shared/board';
import type { Template } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TranslationsSession } from '../session/index.ts';
import { languageInWords, useLanguage } from '../texts/index.ts';
import { Aloud } from '../ui/index.ts';
import { atTheStart, follow, goBack, goOn, type QueueSteps, visit } from './queueSteps.ts';
import { TranslationForm } from './TranslationForm.tsx';

interface InterpreterDeskProps {
  readonly boardId: string;
  readonly line: TranslationsSession;
  readonly lang: string;
  readonly board: Board;
  readonly template: Template;
  readonly translations: Translations;
  /** What is not done, as it is to be taken. */
  readonly queue: readonly Untranslated[];
  readonly onLeave: () => void;
}

/** The notes one by one: what is new or changed first, each with its place, its words and room for the other language. */
export function InterpreterDesk(props: InterpreterDeskProps): ReactNode {
  const { board, translations, queue, lang, line } = props;
  const { t } = useTranslation('interpret');
  const language = useLanguage();
  const form = useRef<HTMLDivElement>(null);
  const [kept, setSteps] = useState<QueueSteps>(atTheStart);
  const [told, tell] = useState({ words: '' });
  const isThere = (noteId: string): boolean => board.notes.some(({ id, text }) => id === noteId && !isBlank(text));
  const ids = queue.map(({ note }) => note.id);
  // Others write meanwhile: a note that is gone is left, and new work opens where there was none.
  const steps = follow(kept, ids, isThere);
  const { current } = steps;
  const note = board.notes.find(({ id }) => id === current);
  const rest = t('left', { count: queue.length });

  const wasAt = useRef(current);
  useEffect(() => {
    if (wasAt.current !== current) form.current?.querySelector('textarea')?.focus();
    wasAt.current = current;
  }, [current]);

  // What was opened stays open, whatever comes before it in the queue.
  useEffect(() => setSteps((last) => follow(last, ids, isThere)));

  const go = (next: QueueSteps): void => setSteps(next);
  const skip = (): void => go(goOn(steps, ids, true));
  const back = (): void => go(goBack(steps, isThere));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown') skip();
    else if (event.key === 'ArrowUp') back();
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the desk; each has a button that does the same.
    <div className="interpreter" onKeyDown={onKeyDown}>
      <header className="interpreter-head">
        <h2>{`${t('title')}: ${languageInWords(lang, language)}`}</h2>
        <p className="interpreter-left" role="status">
          {rest}
        </p>
        <Button variant="tertiary" data-size="sm" onClick={props.onLeave}>
          {t('changeLanguage')}
        </Button>
      </header>
      <div className="interpreter-form" ref={form}>
        {note ? (
          <TranslationForm
            key={`${note.id}/${intoOf(note, lang, translations)}`}
            {...props}
            note={note}
            into={intoOf(note, lang, translations)}
            mayGoBack={steps.visited.some(isThere)}
            onSave={(into, translation) => {
              const saved = line.translate(note.id, into, translation);
              if (!saved.ok) return saved.failure;
              const left = ids.filter((id) => id !== note.id);
              tell({ words: t('savedNext', { rest: t('left', { count: left.length }) }) });
              go(goOn(steps, left, false));
              return undefined;
            }}
            onSkip={skip}
            onBack={back}
          />
        ) : (
          <section className="interpreter-done cloth">
            <p className="interpreter-doneWords">
              {board.notes.some(({ text }) => !isBlank(text)) ? t('left', { count: 0 }) : t('noNotes')}
            </p>
            <p>{t('nothingLeft')}</p>
            {steps.visited.some(isThere) && (
              <Button variant="secondary" onClick={back}>
                {t('back')}
              </Button>
            )}
          </section>
        )}
      </div>
      <AllNotes {...props} current={current} onOpen={(noteId) => go(visit(steps, noteId))} />
      <Aloud words={told.words} of={told} />
    </div>
  );
}

function intoOf(note: Note, lang: string, { languages }: Translations): string {
  return languageOfNote(note, languages) === lang ? ownLanguage : lang;
}

interface AllNotesProps extends InterpreterDeskProps {
  readonly current: string | undefined;
  readonly onOpen: (noteId: Note['id']) => void;
}

/** Every note, with how far it has come: the way to one that is done already. */
function AllNotes({ board, queue, current, onOpen }: AllNotesProps): ReactNode {
  const { t } = useTranslation('interpret');
  return (
    <nav className="interpreter-all" aria-label={t('allNotes')}>
      <h3>{t('allNotes')}</h3>
      <ul className="plainList">
        {board.notes
          .filter(({ text }) => !isBlank(text))
          .map((note) => {
            const lacking = queue.find((one) => one.note.id === note.id);
            const state = lacking ? (lacking.before ? 'mustBeSeen' : 'newNote') : 'done';
            return (
              <li key={note.id}>
                <button
                  type="button"
                  className={`interpreter-one interpreter-${state}`}
                  aria-current={note.id === current ? 'true' : undefined}
                  onClick={() => onOpen(note.id)}
                >
                  <span className="interpreter-words" dir="auto">
                    {note.text}
                  </span>
                  <span className="interpreter-state">{t(state)}</span>
                </button>
              </li>
            );
          })}
      </ul>
    </nav>
  );
}
