import type { ParticipantId } from '@duken/shared/board';
import type { Template } from '@duken/shared/template';
import type { TFunction } from 'i18next';
import type { Language } from '../../texts/index.ts';
import { whereOf } from '../describeNote.ts';
import { excerptOf } from './excerpt.ts';
import type { OthersChange } from './othersChanges.ts';

interface NewsWords {
  readonly template: Template;
  readonly names: ReadonlyMap<ParticipantId, string>;
  readonly language: Language;
  readonly t: TFunction<'list'>;
  readonly boardText: TFunction<'board'>;
}

/** One sentence for what others did: what it was when it was one thing, else how many. */
export function sayNews(changes: readonly OthersChange[], words: NewsWords): string {
  const { t, boardText, names } = words;
  const [change] = changes;
  if (!change || changes.length > 1) return t('othersMany', { count: changes.length });
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
