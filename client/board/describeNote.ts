import { isWrittenForChild, type Note, type ParticipantId, pairsById } from '@duken/shared/board';
import type { SheetLayout } from '@duken/shared/sheet';
import { type Cell, cellKey, inLanguage, type Template } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import type { TFunction } from 'i18next';
import { dayInWords, type Language } from '../texts/index.ts';
import type { CanvasFocus } from './canvasFocus.ts';
import { editorOf } from './editorOf.ts';
import { excerptOf } from './list/excerpt.ts';

type BoardText = TFunction<'board'>;

/** «Det vi skal gjøre nå, Jobb»: a cell as one says it. */
export function whereOf(cell: Cell, template: Template, language: Language, t: BoardText): string {
  const column = inLanguage(template.columns.find(({ id }) => id === cell.column)?.heading, language) ?? '';
  const theme = inLanguage(template.themes.find(({ id }) => id === cell.theme)?.name, language);
  return theme ? t('where', { column, theme }) : column;
}

interface NoteWords {
  readonly names: ReadonlyMap<ParticipantId, string>;
  /** Those who were let write for a child. */
  readonly helpers: ReadonlySet<ParticipantId> | undefined;
  readonly language: Language;
  readonly t: BoardText;
}

/** A note as one reads it aloud: the words first, then whose they are, then what is agreed. */
function describeNote(note: Note, beside: readonly Note[], words: NoteWords): string {
  return `${isBlank(note.text) ? words.t('emptyNote') : note.text.trim()} ${aboutNote(note, beside, words)}`;
}

/** What there is to say of a note beside its words: whose they are, and what is agreed. */
export function aboutNote(note: Note, beside: readonly Note[], { names, helpers, language, t }: NoteWords): string {
  const author = names.get(note.author) ?? t('someone');
  const name = isWrittenForChild(note, helpers) ? `${t('writtenBy')} ${author}` : author;
  const editor = editorOf(note, names);
  const sayOther = (other: Note): string =>
    t('differOther', { text: excerptOf(other.text) || t('emptyNote'), voice: t(`voice_${other.voice}`) });
  const voice = t(`voice_${note.voice}`);
  const spoken = note.voice === 'round' ? `${voice}.` : t('spokenBy', { voice, name });
  const changed = editor === undefined ? spoken : `${spoken} ${t('changedByAloud', { name: editor })}`;
  const by = [
    changed,
    ...(note.hearts ? [`${t('heartOfCitizen')}.`] : []),
    ...(note.votes ? [`${t('heartOfOthers')}.`] : []),
    ...(beside.length > 0 ? [`${t('differFrom', { others: beside.map(sayOther).join(', ') })}.`] : []),
  ].join(' ');
  if (!note.action) return by;
  const { owner, service, due, status } = note.action;
  const who = [owner, service].filter(Boolean).join(', ') || t('noOwner');
  const when = due ? t('dueBy', { day: dayInWords(due, language) }) : t('noDate');
  return `${by} ${t('actionAloud', { who, when, status: t(`status_${status}`) })}`;
}

/** What is said when the arrows come to a place. */
export function describeFocus(
  focus: CanvasFocus,
  layout: SheetLayout,
  words: NoteWords & { readonly template: Template },
): string {
  const { template, language, t } = words;
  if (focus.kind === 'cell') {
    const where = whereOf(focus.cell, template, language, t);
    const count = layout.notes.filter(({ note }) => cellKey(note.cell) === cellKey(focus.cell)).length;
    return count === 0 ? t('emptyCell', { where }) : t('cellWithNotes', { where, count });
  }
  const placed = layout.notes.find(({ note }) => note.id === focus.noteId);
  if (!placed) return '';
  const all = layout.notes.map(({ note }) => note);
  const pair = pairsById(all).get(placed.note.id) ?? [];
  const beside = pair.filter((other) => other !== placed.note);
  const key = cellKey(placed.note.cell);
  const stack = layout.notes.filter(({ note }) => cellKey(note.cell) === key);
  return t('noteAloud', {
    note: describeNote(placed.note, beside, words),
    where: whereOf(placed.note.cell, template, language, t),
    number: stack.indexOf(placed) + 1,
    count: stack.length,
  });
}
