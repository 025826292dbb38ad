import type { Note, ParticipantId } from '@duken/shared/board';
import { cellKey, type Template } from '@duken/shared/template';
import type { TFunction } from 'i18next';
import type { Language } from '../../texts/index.ts';
import { whereOf } from '../describeNote.ts';
import { excerptOf } from '../list/excerpt.ts';
import type { OthersChange } from './othersChanges.ts';

export interface NewsWords {
  readonly template: Template;
  readonly names: ReadonlyMap<ParticipantId, string>;
  readonly language: Language;
  readonly t: TFunction<'list'>;
  readonly boardText: TFunction<'board'>;
}

/** Most notes that one sentence names; a table of twenty who all write at once stays below it. */
const mostNamed = 25;

type NoteChange = Extract<OthersChange, { readonly note: Note }>;

/** What others did, heard as one: a thing alone as it was, else each note by its first words and where it lies. */
export function sayNews(changes: readonly OthersChange[], words: NewsWords): string {
  const [first] = changes;
  if (first && changes.length === 1) return sayChange(first, words);
  const { t } = words;
  const ofNotes = changes.filter((change): change is NoteChange => 'note' in change);
  const said = [...Map.groupBy(ofNotes, groupOf)].map(([group, of]) =>
    t(`news${group}`, { notes: nameAll(of, words), names: authorsOf(of, words) }),
  );
  const beside = changes.filter((change) => !('note' in change)).map((change) => sayChange(change, words));
  return [...said, ...beside].join(' ');
}

/** One thing that somebody did, as a sentence of its own. */
export function sayChange(change: OthersChange, words: NewsWords): string {
  const { t, boardText, names } = words;
  if (change.kind === 'journey') return t('othersJourney');
  if (change.kind === 'header') return t('othersHeader');
  const { note } = change;
  const where = whereOf(note.cell, words.template, words.language, boardText);
  const text = excerptOf(note.text) || boardText('emptyNote');
  if (change.kind === 'added')
    return t('othersAdded', { name: names.get(note.author) ?? boardText('someone'), where, text });
  if (change.kind === 'deleted') return t('othersDeleted', { text });
  if (change.kind === 'moved') return t('othersMoved', { text, where });
  if (change.kind === 'differs') return t('othersDiffer', { text, where });
  if (change.kind === 'parted') return t('othersParted', { text });
  if (change.kind === 'action') return t('othersAction', { text });
  return t('othersRewritten', { text });
}

function groupOf({ kind }: NoteChange): 'Added' | 'Deleted' | 'Moved' | 'Changed' {
  if (kind === 'added') return 'Added';
  if (kind === 'deleted') return 'Deleted';
  return kind === 'moved' ? 'Moved' : 'Changed';
}

/** Ring NAV; Flytte (Det som fungerer, Jobb): cell by cell, so that no place is said twice. */
function nameAll(changes: readonly NoteChange[], { template, language, t, boardText }: NewsWords): string {
  const named = changes.slice(0, mostNamed);
  const cells = [...Map.groupBy(named, ({ note }) => cellKey(note.cell)).values()].map((of) => {
    const [one] = of;
    const texts = of.map(({ note }) => excerptOf(note.text) || boardText('emptyNote')).join('; ');
    return one ? `${texts} (${whereOf(one.note.cell, template, language, boardText)})` : texts;
  });
  const rest = changes.length - named.length;
  return [...cells, ...(rest > 0 ? [t('newsMore', { count: rest })] : [])].join('; ');
}

function authorsOf(changes: readonly NoteChange[], { names, boardText, language }: NewsWords): string {
  const authors = new Set(changes.map(({ note }) => names.get(note.author) ?? boardText('someone')));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(authors);
}
