import { Button } from '@digdir/designsystemet-react';
import { type ActionStatus, type Day, isWish, type Note, type NoteId } from '@duken/shared/board';
import type { SinceLastReply } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, useLanguage } from '../texts/index.ts';
import { Aloud, FailureNote } from '../ui/index.ts';
import './between.css';

interface SinceLastPanelProps {
  readonly last: NonNullable<SinceLastReply['last']>;
  readonly notes: readonly Note[];
  readonly today: Day;
  /** Whether the open ones are gone through at once. */
  readonly isOpenFirst: boolean;
  /** Puts it away; undefined where the meeting is at it. */
  readonly onHide: (() => void) | undefined;
  /** Says how far a tiltak has come, where one may. @returns whether that could be done */
  readonly onStatus: ((noteId: NoteId, status: ActionStatus) => boolean) | undefined;
  readonly onShow: (noteId: string) => void;
}

const kinds = ['done', 'help', 'started', 'silent', 'ended'] as const;

/** «3 gjort, 1 trenger hjelp», and the open ones one by one. */
export function SinceLastPanel(props: SinceLastPanelProps): ReactNode {
  const { last, onHide } = props;
  const { t } = useTranslation('between');
  const language = useLanguage();
  const titleId = useId();
  const listId = useId();
  // Those that were open when one began: what is set to done on the way stays where one is.
  const [round, setRound] = useState<readonly string[] | undefined>(props.isOpenFirst ? last.open : undefined);
  const count = { ...last, done: last.done.length };
  const wishes = openWishes(props.notes, last.frozenAt);
  const told = kinds.filter((kind) => count[kind] > 0).map((kind) => t(kind, { count: count[kind] }));
  return (
    <section className="between" aria-labelledby={titleId}>
      <div className="between-row">
        <h2 id={titleId} className="between-title">
          {t('since', { dato: dayInWords(last.date, language) })}
        </h2>
        <Aloud className="between-told" words={told.join(', ')} />
        <span className="between-commands">
          {(last.open.length > 0 || round) && (
            <Button
              data-size="sm"
              variant="secondary"
              aria-expanded={round !== undefined}
              aria-controls={listId}
              onClick={() => setRound(round ? undefined : last.open)}
            >
              <span>{round ? t('fold') : t('oneByOne')}</span>
            </Button>
          )}
          {onHide && <HideButton onHide={onHide} />}
        </span>
      </div>
      {wishes.length > 0 && (
        <ul className="plainList between-wishes">
          {wishes.slice(0, mostWishes).map((note) => (
            <li key={note.id}>
              <span dir="auto">{t('wish', { words: note.text.trim() })}</span>
              <strong>{t('whatHappened')}</strong>
              <Button data-size="sm" variant="tertiary" onClick={() => props.onShow(note.id)}>
                {t('show')}
              </Button>
            </li>
          ))}
          {wishes.length > mostWishes && <li>{t('moreWishes', { count: wishes.length - mostWishes })}</li>}
        </ul>
      )}
      <div id={listId} hidden={round === undefined}>
        {round && round.length > 0 && <OneByOne {...props} round={round} />}
      </div>
    </section>
  );
}

/** Most wishes that are shown at once: the panel leaves room for the duk. */
const mostWishes = 3;

/** What children wished for at an earlier meeting, and nobody has told what became of. The child says so itself, on its own page. */
function openWishes(notes: readonly Note[], since: number): readonly Note[] {
  return notes.filter(
    (note) =>
      note.voice === 'child' &&
      isWish(note) &&
      note.createdAt < since &&
      (note.goal === undefined || note.goal === 'underway') &&
      !isBlank(note.text),
  );
}

interface SinceLastFailureProps {
  readonly text: string;
  readonly onRetry: () => void;
  readonly onHide: (() => void) | undefined;
}

/** In the panel's place where it cannot be had; a version that was altered is so at every meeting, so this is put away too. */
export function SinceLastFailure({ text, onRetry, onHide }: SinceLastFailureProps): ReactNode {
  const { t } = useTranslation('between');
  return (
    <section className="between" aria-label={t('title')}>
      <div className="between-row">
        <FailureNote text={text} onRetry={onRetry} />
        {onHide && (
          <span className="between-commands">
            <HideButton onHide={onHide} />
          </span>
        )}
      </div>
    </section>
  );
}

function HideButton({ onHide }: { readonly onHide: () => void }): ReactNode {
  const { t } = useTranslation('between');
  return (
    <Button data-size="sm" variant="tertiary" icon aria-label={t('hide')} title={t('hide')} onClick={onHide}>
      <XMarkIcon aria-hidden />
    </Button>
  );
}

function OneByOne(props: SinceLastPanelProps & { readonly round: readonly string[] }): ReactNode {
  const { notes, round, today, onStatus } = props;
  const { t } = useTranslation('between');
  const { t: boardText } = useTranslation('board');
  const language = useLanguage();
  const [at, setAt] = useState(0);
  const [failedAt, setFailedAt] = useState<object>();
  const words = useRef<HTMLParagraphElement>(null);
  const before = useRef(at);
  useEffect(() => {
    // Whoever goes on hears which one they came to.
    if (before.current !== at) words.current?.focus();
    before.current = at;
  }, [at]);
  const go = (to: number): void => {
    setFailedAt(undefined);
    setAt(to);
  };
  const note = notes.find(({ id }) => id === round[at]);
  const action = note?.action;
  const set = (status: ActionStatus): void => {
    if (note && !onStatus?.(note.id, status)) setFailedAt({});
  };
  return (
    <div className="between-one">
      <p className="between-words" ref={words} tabIndex={-1}>
        <span className="between-at">{t('at', { nummer: at + 1, antall: round.length })}</span>
        <span dir="auto">{note && action ? note.text.trim() || t('emptyText') : t('gone')}</span>
      </p>
      {note && action && (
        <p className="between-who">
          <span dir="auto">{[action.owner, action.service].filter(Boolean).join(' · ') || t('nobody')}</span>
          <span>{dueWords(action.due)}</span>
          <span className={`statusMark statusMark-${action.status}`}>{boardText(`status_${action.status}`)}</span>
        </p>
      )}
      <div className="between-commands">
        {note && action && onStatus && action.status !== 'done' && (
          <Button data-size="sm" onClick={() => set('done')}>
            <span>{t('markDone')}</span>
          </Button>
        )}
        {note && action && onStatus && action.status !== 'started' && (
          <Button data-size="sm" variant="secondary" onClick={() => set('started')}>
            <span>{t('markStarted')}</span>
          </Button>
        )}
        {note && (
          <Button data-size="sm" variant="tertiary" onClick={() => props.onShow(note.id)}>
            {t('show')}
          </Button>
        )}
        <span className="between-steps">
          <Button data-size="sm" variant="tertiary" disabled={at === 0} onClick={() => go(at - 1)}>
            {t('before')}
          </Button>
          <Button data-size="sm" variant="tertiary" disabled={at >= round.length - 1} onClick={() => go(at + 1)}>
            {t('next')}
          </Button>
        </span>
      </div>
      <Aloud className="between-failed" words={failedAt ? t('gone') : ''} of={failedAt} />
    </div>
  );

  function dueWords(due: Day): string {
    if (due === '') return t('noDue');
    return t(due < today ? 'dueWas' : 'dueOn', { dato: dayInWords(due, language) });
  }
}
