import type { Voice } from '@duken/shared/board';
import type { NoteChange, NoteDifference, PlanAction, PlanDiff, PlanItem, WordSegment } from '@duken/shared/plan';
import { type Cell, inLanguage, type Template } from '@duken/shared/template';
import { isolated } from '@duken/shared/text';
import type { TFunction } from 'i18next';
import { dayInWords, type Language, sheetWordsIn } from '../texts/index.ts';
import { themeName } from './themeName.ts';

/** In the order they are told: what is done comes first, since people should see what they have managed. */
export const changeKinds = ['done', 'new', 'changed', 'moved', 'gone'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One change between two versions, told. */
export interface ToldChange {
  readonly id: string;
  readonly kind: ChangeKind;
  /** The note's words, with what was taken away and put in; none for what is not a note. */
  readonly words: readonly WordSegment[];
  /** What happened, in whole sentences. */
  readonly sentences: readonly string[];
}

interface Telling {
  readonly template: Template;
  readonly language: Language;
  readonly t: TFunction<'plan'>;
}

/** What changed between two versions, in plain words: what is done first, then what is new, changed, moved and gone. */
export function tellChanges(diff: PlanDiff, telling: Telling): readonly ToldChange[] {
  const told = [
    ...diff.notes.map((change) => tellNote(change, telling)),
    ...(diff.phases.length === 0
      ? []
      : [aside('journey', ...diff.phases.map((change) => phaseSentence(change, telling)))]),
    ...diff.horizons.map((change) => tellHorizon(change, telling)),
    ...diff.headers.map(({ field, from, to }) => aside(field, headerSentence({ field, from, to }, telling))),
  ];
  return changeKinds.flatMap((kind) => told.filter((change) => change.kind === kind));
}

/** A change of something that is not a note. */
function aside(id: string, ...sentences: readonly string[]): ToldChange {
  return { id, kind: 'changed', words: [], sentences };
}

function headerSentence({ field, from, to }: PlanDiff['headers'][number], { t }: Telling): string {
  if (field === 'vision') return fromTo({ from, to }, (key, holes) => t(`changeVision${key}`, holes));
  return t(field === 'title' ? 'changeTitle' : 'changeFor', { fra: from, til: to });
}

function phaseSentence({ of, view, from, to }: PlanDiff['phases'][number], { template, language, t }: Telling): string {
  const name =
    of === 'overall'
      ? t('phaseOverall')
      : (inLanguage(template.themes.find(({ id }) => id === of)?.name, language) ?? of);
  const theme = view === 'citizen' ? t('phaseOfCitizen', { tema: name }) : name;
  const phase = (id: NonNullable<typeof from>) => t(id, { ns: 'journey' });
  if (from && to) return t('changePhase', { tema: theme, fra: phase(from), til: phase(to) });
  if (to) return t('changePhaseSet', { tema: theme, til: phase(to) });
  return t('changePhaseGone', { tema: theme, fra: from ? phase(from) : '' });
}

function tellHorizon(
  { horizon, from, to }: PlanDiff['horizons'][number],
  { template, language, t }: Telling,
): ToldChange {
  const column =
    inLanguage(template.columns.find((candidate) => candidate.horizon === horizon)?.heading, language) ?? horizon;
  const [before, after] = [dayInWords(from, language), dayInWords(to, language)];
  if (to === '') return aside(horizon, t('changeHorizonGone', { kolonne: column, fra: before }));
  if (from === '') return aside(horizon, t('changeHorizonSet', { kolonne: column, til: after }));
  return aside(horizon, t('changeHorizon', { kolonne: column, fra: before, til: after }));
}

function tellNote(change: NoteChange, telling: Telling): ToldChange {
  const item = change.after ?? change.before;
  const reworded = change.differences.find((difference) => difference.kind === 'changed');
  return {
    id: change.noteId,
    kind: kindOf(change),
    words: reworded?.words ?? [{ kind: 'same', text: item?.text ?? '' }],
    sentences: change.differences.flatMap((difference) => tellDifference(difference, change, telling)),
  };
}

function kindOf({ differences }: NoteChange): ChangeKind {
  const kinds = new Set(differences.map(({ kind }) => kind));
  if (kinds.has('new')) return 'new';
  if (kinds.has('gone')) return 'gone';
  if (kinds.has('done')) return 'done';
  return kinds.size === 1 && kinds.has('moved') ? 'moved' : 'changed';
}

function tellDifference(difference: NoteDifference, change: NoteChange, telling: Telling): readonly string[] {
  const { language, t } = telling;
  const status = sheetWordsIn(language).status;
  switch (difference.kind) {
    case 'new':
      return isAction(change.after)
        ? [t('changeNewAction'), ...agreement(change.after, telling)]
        : [t('changeNew', { sted: placeName(change.after, telling, true) })];
    case 'gone':
      return [t('changeGone')];
    case 'changed':
      return []; // the words themselves show it
    case 'moved': {
      const alsoTheme = difference.from.theme !== difference.to.theme;
      return [
        t('changeMoved', {
          fra: placeName(difference.from, telling, alsoTheme),
          til: placeName(difference.to, telling, alsoTheme),
        }),
      ];
    }
    case 'done':
      return []; // the heading says it
    case 'statusChanged':
      return [t('changeStatus', { fra: status[difference.from], til: status[difference.to] })];
    case 'ownerChanged':
      return [fromTo(difference, (key, holes) => t(`changeOwner${key}`, holes))];
    case 'serviceChanged':
      return [fromTo(difference, (key, holes) => t(`changeService${key}`, holes))];
    case 'dueChanged': {
      const days = { from: dayInWords(difference.from, language), to: dayInWords(difference.to, language) };
      return [fromTo(days, (key, holes) => t(`changeDue${key}`, holes))];
    }
    case 'becameAction':
      return [t('changeBecameAction'), ...(isAction(change.after) ? agreement(change.after, telling) : [])];
    case 'noLongerAction':
      return [t('changeNoLongerAction')];
    case 'voiceChanged': {
      const whose = (voice: Voice) => t(`voice-${voice}`).toLocaleLowerCase(language);
      return [t('changeVoice', { fra: whose(difference.from), til: whose(difference.to) })];
    }
    case 'goalChanged': {
      const state = (goal: typeof difference.from) => (goal ? t(`goal-${goal}`) : '');
      const states = { from: state(difference.from), to: state(difference.to) };
      return [fromTo(states, (key, holes) => t(`changeGoal${key}`, holes))];
    }
    case 'authorChanged':
      return [t('changeAuthor')];
  }
}

/** A field that was filled in, emptied, or changed from one thing to another: each is its own sentence. */
function fromTo(
  { from, to }: { readonly from: string; readonly to: string },
  sentence: (key: 'Set' | 'Gone' | 'Now', holes: { readonly fra: string; readonly til: string }) => string,
): string {
  return sentence(from === '' ? 'Set' : to === '' ? 'Gone' : 'Now', { fra: from, til: to });
}

/** Who does a tiltak and by when, as far as it is agreed. */
function agreement(action: PlanAction, { language, t }: Telling): readonly string[] {
  const who = whoOf(action);
  return [
    ...(who === '' ? [] : [t('changeWho', { hvem: who })]),
    ...(action.due === '' ? [] : [t('changeBy', { dato: dayInWords(action.due, language) })]),
  ];
}

/** 'Sunniva, Boligkontoret', or the one that is known. */
function whoOf({ owner, service }: Pick<PlanAction, 'owner' | 'service'>): string {
  return [owner, service]
    .filter((name) => name !== '')
    .map(isolated)
    .join(', ');
}

function isAction(item: PlanItem | PlanAction | undefined): item is PlanAction {
  return item !== undefined && 'status' in item;
}

/** '«På kort sikt»' or, with its theme, '«På kort sikt» (Bosituasjon)', between the language's own quotation marks. */
function placeName(cell: Cell | undefined, { template, language, t }: Telling, withTheme: boolean): string {
  const column =
    inLanguage(template.columns.find(({ id }) => id === cell?.column)?.heading, language) ?? cell?.column ?? '';
  const quoted = t('quoteStart') + column + t('quoteEnd');
  const theme = withTheme && cell ? themeName(template, cell.theme, language) : '';
  return theme === '' ? quoted : `${quoted} (${theme})`;
}
