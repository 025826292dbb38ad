import type { NoteChange, NoteDifference, PlanAction, PlanDiff, PlanItem } from '@duken/shared/plan';
import type { Cell, Template } from '@duken/shared/template';
import { type ChangeKind, changeTexts, changeWords, phaseWords, statusWords, voiceWords } from './letterTexts.ts';
import { longDate } from './norwegianDate.ts';

/** Changes of one kind, each a sentence. */
export interface ChangeGroup {
  readonly kind: ChangeKind;
  readonly label: string;
  readonly sentences: readonly string[];
}

interface ChangeSentence {
  readonly kind: ChangeKind;
  readonly sentence: string;
}

/** Longest quotation, in UTF-16 units: enough to know the note by. The whole of it stands elsewhere in the letter. */
const longestQuotation = 160;

const joined = new Intl.ListFormat('nb', { type: 'conjunction' });

/** What changed between two versions, told: what is done first, since people should see what they have managed. */
export function changeSentences(diff: PlanDiff, template: Template): readonly ChangeGroup[] {
  const told: readonly ChangeSentence[] = [
    ...diff.notes.map((change) => ofNote(change, template)),
    ...diff.phases.map(({ of, view, from, to }) => {
      const name =
        of === 'overall' ? changeTexts.overall : (template.themes.find(({ id }) => id === of)?.name.nb ?? of);
      return changed(
        changeTexts.phase(
          view ? changeTexts.citizens(name) : name,
          from ? phaseWords[from] : '',
          to ? phaseWords[to] : '',
        ),
      );
    }),
    ...diff.horizons.map(({ horizon, from, to }) => {
      const heading = template.columns.find((column) => column.horizon === horizon)?.heading.nb ?? '';
      return changed(changeTexts.horizon(heading, longDate(from), longDate(to)));
    }),
    ...diff.headers.map(({ field, from, to }) => changed(changeTexts.header[field](from, to))),
  ];
  const order: readonly ChangeKind[] = ['done', 'new', 'changed', 'moved', 'gone'];
  return order.flatMap((kind) => {
    const sentences = told.filter((change) => change.kind === kind).map(({ sentence }) => sentence);
    return sentences.length > 0 ? [{ kind, label: changeWords[kind], sentences }] : [];
  });
}

function changed(sentence: string): ChangeSentence {
  return { kind: 'changed', sentence };
}

function ofNote(change: NoteChange, template: Template): ChangeSentence {
  const kind = kindOf(change);
  // A note that was reworded is known by its old words: those are what the reader has seen before.
  const reworded = change.differences.some((difference) => difference.kind === 'changed');
  const known = reworded ? change.before : (change.after ?? change.before);
  // That it is done, the heading says.
  const said = change.differences
    .filter((difference) => difference.kind !== 'done')
    .map((difference) => predicate(difference, change, template));
  const words = `«${quoted(known?.text ?? '')}»`;
  return { kind, sentence: said.length === 0 ? words : `${words} ${joined.format(said)}.` };
}

function kindOf(change: NoteChange): ChangeKind {
  const kinds = new Set(change.differences.map(({ kind }) => kind));
  if (kinds.has('new')) return 'new';
  if (kinds.has('gone')) return 'gone';
  if (kinds.has('done')) return 'done';
  return kinds.size === 1 && kinds.has('moved') ? 'moved' : 'changed';
}

/** What a sentence is made of; that a tiltak is done stands in the heading. */
type SaidOfNote = Exclude<NoteDifference, { readonly kind: 'done' }>;

function predicate(difference: SaidOfNote, change: NoteChange, template: Template): string {
  switch (difference.kind) {
    case 'new':
      if (isAction(change.after)) return changeTexts.newAction(whoOf(change.after), longDate(change.after.due));
      return changeTexts.new(change.after ? placeName(change.after, template, true) : '');
    case 'gone':
      return changeTexts.gone;
    case 'changed':
      return changeTexts.rewritten(quoted(change.after?.text ?? ''));
    case 'moved': {
      const alsoTheme = difference.from.theme !== difference.to.theme;
      return changeTexts.moved(
        placeName(difference.from, template, alsoTheme),
        placeName(difference.to, template, alsoTheme),
      );
    }
    case 'statusChanged':
      return changeTexts.status(statusWords[difference.from], statusWords[difference.to]);
    case 'ownerChanged':
      return changeTexts.owner(difference.from, difference.to);
    case 'serviceChanged':
      return changeTexts.service(difference.from, difference.to);
    case 'dueChanged':
      return changeTexts.due(longDate(difference.from), longDate(difference.to));
    case 'becameAction':
      return isAction(change.after)
        ? changeTexts.becameAction(whoOf(change.after), longDate(change.after.due))
        : changeTexts.becameAction('', '');
    case 'noLongerAction':
      return changeTexts.noLongerAction;
    case 'voiceChanged':
      return changeTexts.voice(voiceWords[difference.from], voiceWords[difference.to]);
    case 'goalChanged':
      return changeTexts.goal(difference.from, difference.to);
    case 'authorChanged':
      return changeTexts.author;
  }
}

function isAction(item: PlanItem | PlanAction | undefined): item is PlanAction {
  return item !== undefined && 'status' in item;
}

function whoOf(action: PlanAction): string {
  if (action.owner === '' || action.service === '') return action.owner || action.service;
  return `${action.owner}, ${action.service}`;
}

/** '«På kort sikt»' or, with its theme, '«På kort sikt» (Bosituasjon)'. */
function placeName(cell: Cell, template: Template, withTheme: boolean): string {
  const column = template.columns.find(({ id }) => id === cell.column)?.heading.nb ?? cell.column;
  const theme = template.themes.find(({ id }) => id === cell.theme)?.name.nb;
  return withTheme && theme ? `«${column}» (${theme})` : `«${column}»`;
}

const graphemes = new Intl.Segmenter('nb', { granularity: 'grapheme' });

/** On one line, and cut between letters with an ellipsis where it is long. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longestQuotation) return line;
  let cut = '';
  for (const { segment } of graphemes.segment(line)) {
    if (cut.length + segment.length > longestQuotation) break;
    cut += segment;
  }
  return `${cut.trimEnd()} …`;
}
