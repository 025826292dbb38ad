import {
  type Drawing,
  drawingsOf,
  languageOfNote,
  type Note,
  type NoteId,
  type ParticipantId,
  pairsById,
  type Stroke,
} from '@duken/shared/board';
import { cellKey, cellsOf, inLanguage, type Template } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { memo, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import { useLanguage } from '../texts/index.ts';
import { useGrowingWhileIdle } from '../ui/index.ts';
import { aboutNote, whereOf } from './describeNote.ts';
import { type ListSection, sectionsOf } from './list/listSections.ts';
import { NotSavedYet } from './NotSavedYet.tsx';
import { useReadingHere } from './reading/useReading.ts';

interface SheetInWordsProps {
  readonly session: BoardSession;
  readonly notes: readonly Note[];
  readonly strokes: readonly Stroke[];
  readonly template: Template;
  readonly names: ReadonlyMap<ParticipantId, string>;
  readonly helpers: ReadonlySet<ParticipantId> | undefined;
  /** Goes to a note on the canvas, and opens it where one may. */
  readonly onGo: (noteId: NoteId) => void;
}

/** So many notes more are put into words at a time: some 5 ms on a laptop, and no finger waits for them. */
const notesAtATime = 40;

/**
 * The canvas in words, for whoever comes with a screen reader on a phone or reads the page from top to bottom: every note under
 * the heading of its cell, in its own language, and what is drawn. It is not seen, and Tab passes over it: the arrows on the
 * sheet are the keyboard's way. It comes while the page has nothing else to do, and a change renders the cells that it concerns.
 */
export const SheetInWords = memo(function SheetInWords(props: SheetInWordsProps): ReactNode {
  const { t } = useTranslation('board');
  const { t: listText } = useTranslation('list');
  const language = useLanguage();
  const { notes, strokes, template } = props;
  const upTo = useGrowingWhileIdle(notes.length, notesAtATime);
  const sections = useMemo(() => sectionsOf(notes, template), [notes, template]);
  const pairs = useMemo(() => pairsById(notes), [notes]);
  const drawings = useMemo(() => {
    const order = cellsOf(template).map(cellKey);
    return drawingsOf(strokes).toSorted((a, b) => order.indexOf(cellKey(a.cell)) - order.indexOf(cellKey(b.cell)));
  }, [strokes, template]);
  const titleOf = (section: ListSection): string =>
    (section.kind === 'theme'
      ? inLanguage(section.theme.name, language)
      : section.kind === 'band'
        ? inLanguage(section.column.heading, language)
        : undefined) ?? t('withoutTheme');
  const drawn = ({ author, cell, words }: Drawing): string =>
    `${listText('drawnBy', { name: props.names.get(author) ?? t('someone'), where: whereOf(cell, template, language, t) })}. ${words || listText('drawingSilent')}`;
  let before = 0;
  const cell = (all: readonly Note[]): ReactNode => {
    const of = all.slice(0, Math.max(0, upTo - before));
    before += all.length;
    return <CellInWords {...props} notes={of} pairs={pairsOf(of, pairs)} />;
  };
  return (
    <section className="sheetInWords" aria-label={t('sheetInWords')}>
      {sections.map((section) => (
        <section key={section.id} aria-label={titleOf(section)}>
          <h2>{titleOf(section)}</h2>
          {section.kind === 'band'
            ? cell(section.notes)
            : section.columns.map(({ column, notes: inCell }) => (
                <section key={column.id}>
                  <h3>{inLanguage(column.heading, language)}</h3>
                  {cell(inCell)}
                </section>
              ))}
        </section>
      ))}
      {drawings.length > 0 && (
        <section aria-label={listText('drawings')}>
          <h2>{listText('drawings')}</h2>
          <ul>
            {drawings.map((drawing) => (
              <li key={`${cellKey(drawing.cell)} ${drawing.author}`}>{drawn(drawing)}</li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
});

type Pairs = ReadonlyMap<NoteId, readonly Note[]>;

/** As much of the pairs as concerns some notes: nothing, in most cells. */
function pairsOf(notes: readonly Note[], pairs: Pairs): Pairs {
  const here = notes.flatMap(({ id }): [NoteId, readonly Note[]][] => {
    const pair = pairs.get(id);
    return pair ? [[id, pair]] : [];
  });
  return here.length === 0 ? noPairs : new Map(here);
}
const noPairs: Pairs = new Map();

interface CellInWordsProps extends Omit<SheetInWordsProps, 'strokes' | 'template'> {
  readonly pairs: Pairs;
}

const CellInWords = memo(
  function CellInWords({ session, notes, names, helpers, pairs, onGo }: CellInWordsProps): ReactNode {
    const { t } = useTranslation('board');
    const language = useLanguage();
    const { translations, wordsFor } = useReadingHere();
    return (
      <ul>
        {notes.map((note) => {
          const translated = wordsFor(note);
          const isEmpty = isBlank(note.text);
          const beside = (pairs.get(note.id) ?? []).filter((other) => other !== note);
          return (
            <li key={note.id}>
              <button
                type="button"
                tabIndex={-1}
                data-note={note.id}
                lang={isEmpty ? undefined : (translated?.lang ?? languageOfNote(note, translations.languages))}
                onClick={() => onGo(note.id)}
              >
                {isEmpty ? t('emptyNote') : (translated?.text ?? note.text)}
              </button>{' '}
              {aboutNote(note, beside, { names, helpers, language, t })}{' '}
              <NotSavedYet session={session} noteId={note.id} />
            </li>
          );
        })}
      </ul>
    );
  },
  (before, after) =>
    before.session === after.session &&
    before.names === after.names &&
    before.helpers === after.helpers &&
    before.onGo === after.onGo &&
    before.pairs === after.pairs &&
    before.notes.length === after.notes.length &&
    before.notes.every((note, index) => note === after.notes[index]),
);
