import { isWrittenForChild, type Note, type NoteId, type ParticipantId, pairsById, runsOf } from '@duken/shared/board';
import { inLanguage, type Template } from '@duken/shared/template';
import { memo, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../../session/index.ts';
import { dayInWords, useLanguage } from '../../texts/index.ts';
import { SlashBreaks } from '../../ui/index.ts';
import { editorOf } from '../editorOf.ts';
import type { BoardActions } from '../useBoardActions.ts';
import type { Hearts } from '../useHearts.ts';
import { excerptOf } from './excerpt.ts';
import { JumpBar } from './JumpBar.tsx';
import { type ListColumn, type ListSection, sectionsOf } from './listSections.ts';
import { NoteItem } from './NoteItem.tsx';
import type { NoteCommands, NoteMode } from './noteCommands.ts';

export interface OpenedNote {
  readonly noteId: NoteId;
  readonly mode: NoteMode;
  /** Where it lay when it was opened. */
  readonly cell: Note['cell'];
}

interface NoteListProps {
  readonly session: BoardSession;
  readonly notes: readonly Note[];
  readonly horizons: { readonly short: string; readonly long: string };
  readonly template: Template;
  readonly names: ReadonlyMap<ParticipantId, string>;
  readonly helpers: ReadonlySet<ParticipantId>;
  readonly writers: ReadonlyMap<NoteId, string>;
  /** The note that search has come to. */
  readonly found: NoteId | undefined;
  readonly open: OpenedNote | undefined;
  readonly actions: BoardActions;
  readonly commands: NoteCommands;
  readonly hearts: Hearts;
}

interface PairedListProps extends NoteListProps {
  /** Of each note that stands beside others, its whole pair. */
  readonly pairs: ReadonlyMap<NoteId, readonly Note[]>;
}

/** The notes under their headings: themes, and within them columns. */
export const NoteList = memo(function NoteList(props: NoteListProps): ReactNode {
  const { notes, template, open } = props;
  // A note that somebody else moves stays under the hands of the one who writes in it, until they are done.
  const shown = useMemo(
    () =>
      open?.mode === 'write'
        ? notes.map((note) => (note.id === open.noteId ? { ...note, cell: open.cell } : note))
        : notes,
    [notes, open],
  );
  const sections = useMemo(() => sectionsOf(shown, template), [shown, template]);
  const pairs = useMemo(() => pairsById(shown), [shown]);
  const list = { ...props, pairs };
  return (
    <>
      <JumpBar sections={sections} />
      {sections.map((section) => (
        <Section key={section.id} section={section} list={list} />
      ))}
    </>
  );
});

function Section({ section, list }: { readonly section: ListSection; readonly list: PairedListProps }): ReactNode {
  const { t } = useTranslation('list');
  const { t: boardText } = useTranslation('board');
  const language = useLanguage();
  const heading =
    section.kind === 'theme'
      ? inLanguage(section.theme.name, language)
      : section.kind === 'band'
        ? inLanguage(section.column.heading, language)
        : boardText('withoutTheme');
  return (
    <section className="listSection" aria-labelledby={section.id}>
      <div className="listSection-head">
        {section.kind === 'theme' && <ThemeIcon path={section.theme.icon} />}
        <h2 id={section.id} tabIndex={-1}>
          <SlashBreaks name={heading} />
        </h2>
        <span className="listSection-count">{t('notes', { count: section.count })}</span>
      </div>
      {section.kind === 'band' ? (
        <Notes notes={section.notes} list={list} />
      ) : (
        section.columns.map((column) => <ColumnNotes key={column.column.id} column={column} list={list} />)
      )}
    </section>
  );
}

function ColumnNotes({
  column: { column, notes },
  list,
}: {
  readonly column: ListColumn;
  readonly list: PairedListProps;
}): ReactNode {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const day = column.horizon ? dayInWords(list.horizons[column.horizon], language) : '';
  return (
    <>
      <h3 className={`listColumn listColumn-${column.id}`}>
        <SlashBreaks name={inLanguage(column.heading, language)} />
        <span>{day !== '' && `, ${t('dueBy', { day })}`}</span>
      </h3>
      <Notes notes={notes} list={list} />
    </>
  );
}

function Notes({ notes, list }: { readonly notes: readonly Note[]; readonly list: PairedListProps }): ReactNode {
  const { t } = useTranslation('board');
  const someone = t('someone');
  const itemOf = (note: Note, here: readonly Note[]): ReactNode => (
    <NoteItem
      key={note.id}
      session={list.session}
      note={note}
      authorName={list.names.get(note.author) ?? someone}
      editorName={editorOf(note, list.names)}
      isForChild={isWrittenForChild(note, list.helpers)}
      differsFrom={(list.pairs.get(note.id) ?? [])
        .filter((other) => !here.includes(other))
        .map(({ text }) => excerptOf(text))
        .join(', ')}
      isPaired={list.pairs.has(note.id)}
      writers={list.writers.get(note.id) ?? ''}
      isFound={list.found === note.id}
      mode={list.open?.noteId === note.id ? list.open.mode : undefined}
      actions={list.actions}
      commands={list.commands}
      hearts={list.hearts}
    />
  );
  return (
    <ul className="plainList listNotes">
      {runsOf(notes, ({ id }) => list.pairs.get(id)).map((run) =>
        run.length === 1 ? (
          run.map((note) => itemOf(note, run))
        ) : (
          <li key={`pair ${run[0]?.id}`} className="listPair">
            <p className="listPair-says">{t('differ')}</p>
            <ul className="plainList listPair-notes">{run.map((note) => itemOf(note, run))}</ul>
          </li>
        ),
      )}
    </ul>
  );
}

function ThemeIcon({ path }: { readonly path: string }): ReactNode {
  return (
    <svg
      className="themeIcon"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
