import { Button, Spinner } from '@digdir/designsystemet-react';
import { type BoardId, maxNoteLength, type NoteId, type ParticipantId, type Voice } from '@duken/shared/board';
import { type PaperReading, paperSheet } from '@duken/shared/paper';
import { sheetWords } from '@duken/shared/sheet';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardSession, newId } from '../session/index.ts';
import { templateIn, useLanguage } from '../texts/index.ts';
import { Aloud, FailureNote } from '../ui/index.ts';
import { FoundCard } from './FoundCard.tsx';
import { type FoundNote, isToLay, noteToLay, placeOnDuk, withReading } from './foundNotes.ts';
import { Picture } from './Picture.tsx';
import type { PhotoFailure } from './paperWork.ts';
import { usePhotos } from './usePhotos.ts';

/** What happened last, in words: a value of its own each time. */
interface Told {
  readonly words: string;
  readonly undo?: boolean;
}

/** A photograph, what was found in it, and all of it onto the duk in one step. */
export function PhotographPart({ session }: { readonly session: BoardSession }): ReactNode {
  const { t } = useTranslation('paper');
  const language = useLanguage();
  const inputId = useId();
  const board = useSyncExternalStore(session.subscribe, () => session.board());
  const template = useSyncExternalStore(session.subscribe, () => session.template());
  const shown = useMemo(() => templateIn(template, language), [template, language]);
  const { voices, participantId } = useSyncExternalStore(session.subscribe, () => session.seat());
  // The words do not matter here, and where things lie does not depend on them.
  const sheet = useMemo(() => paperSheet(template, sheetWords.nb), [template]);
  const duk = useMemo(() => ({ boardId: session.boardId as BoardId, template }), [session, template]);

  const [found, setFound] = useState<readonly FoundNote[]>([]);
  const [reading, setReading] = useState<PaperReading>();
  const [failure, setFailure] = useState<PhotoFailure>();
  const [told, setTold] = useState<Told>({ words: '' });
  const heading = useRef<HTMLHeadingElement>(null);
  const saying = useRef<HTMLParagraphElement>(null);
  const photos = usePhotos(sheet, duk, (answer) => {
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    const all = withReading(found, answer.value, voices);
    const news = all.slice(found.length).filter((note) => placeOnDuk(session.board(), note) === undefined).length;
    setFound(all);
    setReading(answer.value);
    const words =
      answer.value.notes.length === 0
        ? t('nothingFound')
        : news === 0
          ? t('nothingNew')
          : t(news === 1 ? 'foundOne' : 'found', { count: news });
    setTold({ words });
  });

  const places = useMemo(
    () => new Map(found.map((note) => [note.number, placeOnDuk(board, note)] as const)),
    [found, board],
  );
  const chosen = found.filter((note) => isToLay(note, places.get(note.number)));
  const ready = chosen.filter((note): note is FoundNote & { readonly voice: Voice } => note.voice !== undefined);
  const unanswered = chosen.length - ready.length;
  const isTyped = chosen.some(({ words }) => words.trim() !== '');
  useEffect(() => {
    if (!isTyped) return;
    const hold = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isTyped]);

  const change = (number: number, said: Partial<FoundNote>): void =>
    setFound((notes) => notes.map((note) => (note.number === number ? { ...note, ...said } : note)));

  const lay = (): void => {
    const asked = chosen.find(({ voice }) => voice === undefined);
    if (asked) {
      setTold({ words: t(unanswered === 1 ? 'unansweredOne' : 'unanswered', { count: unanswered }) });
      document.getElementById(voiceFieldId(asked.number))?.focus();
      return;
    }
    const long = ready.find(({ words: { length } }) => length > maxNoteLength);
    if (long) {
      setTold({ words: t('tooLong', { count: long.words.length - maxNoteLength }) });
      document.getElementById(wordsFieldId(long.number))?.focus();
      return;
    }
    if (ready.length === 0) {
      setTold({ words: t('noneChosen') });
      return;
    }
    const createdAt = Date.now();
    const author = participantId as ParticipantId;
    const notes = ready.map((note) =>
      noteToLay(note, note.voice, { id: newId() as NoteId, author, createdAt, stand: t('handwritten') }),
    );
    session.addAll(notes);
    const onDuk = new Set(session.board().notes.map(({ id }) => id));
    const laid = notes.map(({ id }) => onDuk.has(id));
    const count = laid.filter(Boolean).length;
    const left = laid.length - count;
    const laidNumbers = new Set(ready.filter((_, at) => laid[at]).map(({ number }) => number));
    // What lies on the duk is found there from now on.
    setFound((all) => all.map((note) => (laidNumbers.has(note.number) ? { ...note, isTaken: undefined } : note)));
    const words = [
      t(count === 1 ? 'laidOne' : 'laid', { count }),
      ...(left > 0 ? [t('notLaid', { count: left })] : []),
    ].join(' ');
    setTold({ words, undo: count > 0 });
    saying.current?.focus();
  };

  return (
    <section className="paperPhoto">
      <h2>{t('photograph')}</h2>
      <p>{t('photographAbout')}</p>
      <div className="row">
        <input
          id={inputId}
          className="ds-sr-only paperPhoto-file"
          type="file"
          accept="image/*"
          disabled={photos.isReading}
          onChange={({ target }) => {
            const [photo] = target.files ?? [];
            // The same file again is a choice as well.
            target.value = '';
            if (!photo) return;
            setFailure(undefined);
            setTold({ words: '' });
            photos.read(photo);
          }}
        />
        <Button asChild variant={found.length > 0 ? 'secondary' : 'primary'} data-size="lg">
          <label htmlFor={inputId}>{t('choose')}</label>
        </Button>
        {photos.isReading && (
          <span className="paperPhoto-reading" role="status">
            <Spinner aria-hidden data-size="sm" />
            <span>{t('reading')}</span>
            <Button variant="tertiary" onClick={photos.stop}>
              {t('stop')}
            </Button>
          </span>
        )}
      </div>
      {failure && <FailureNote text={t(failureKey(failure))} of={failure} />}
      <div className="row">
        <Aloud ref={saying} className="paperPhoto-told" words={told.words} of={told} />
        {told.undo && (
          <Button
            variant="secondary"
            onClick={() => setTold({ words: t(session.undo() === 'othersWroteOnIt' ? 'undoKept' : 'undone') })}
          >
            {t('undo')}
          </Button>
        )}
      </div>
      {found.length > 0 && (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {t('review')}
          </h2>
          <p>{t('reviewAbout')}</p>
          {reading && !reading.isWhole && <p className="paperPhoto-told">{t('notWhole')}</p>}
          {reading && <Straightened reading={reading} found={found} />}
          <ol className="plainList paperFound">
            {found.map((note) => (
              <FoundCard
                key={note.number}
                note={note}
                template={shown}
                voices={voices}
                place={places.get(note.number)}
                isTaken={isToLay(note, places.get(note.number))}
                voiceFieldId={voiceFieldId(note.number)}
                wordsFieldId={wordsFieldId(note.number)}
                onChange={(said) => change(note.number, said)}
              />
            ))}
          </ol>
          <div className="paperLay">
            <Button data-size="lg" onClick={lay}>
              <span>
                {chosen.length === 0
                  ? t('layNone')
                  : t(chosen.length === 1 ? 'layOne' : 'lay', { count: chosen.length })}
              </span>
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function wordsFieldId(number: number): string {
  return `paper-words-${number}`;
}

function voiceFieldId(number: number): string {
  return `paper-voice-${number}`;
}

function failureKey(failure: PhotoFailure) {
  return failure.kind === 'noSheet' && failure.isDark ? 'failed_dark' : (`failed_${failure.kind}` as const);
}

/** The sheet that was read last, with the number of each note on it. */
function Straightened({
  reading,
  found,
}: {
  readonly reading: PaperReading;
  readonly found: readonly FoundNote[];
}): ReactNode {
  const { t } = useTranslation('paper');
  const { survey, sheet } = reading;
  return (
    <div className="paperSheet">
      <Picture pixels={survey} className="paperSheet-picture" label={t('sheetPicture')} />
      <svg viewBox={`0 0 ${survey.width} ${survey.height}`} aria-hidden="true">
        {found
          .filter((note) => note.sheet === sheet)
          .map(({ number, read: { paper, doubts } }) => (
            <g
              key={number}
              className={doubts.length > 0 ? 'paperSheet-doubt' : undefined}
              transform={`translate(${paper.middle.x} ${paper.middle.y})`}
            >
              <rect
                x={-paper.width / 2}
                y={-paper.height / 2}
                width={paper.width}
                height={paper.height}
                transform={`rotate(${paper.turned})`}
              />
              <circle cx={-paper.width / 2} cy={-paper.height / 2} r="15" />
              <text x={-paper.width / 2} y={-paper.height / 2} dy="0.35em">
                {number}
              </text>
            </g>
          ))}
      </svg>
    </div>
  );
}
