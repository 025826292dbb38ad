import { daysBetween, type GoalState, type GoneReason, type WrittenUp } from '../board/index.ts';
import type { NoteChange, NoteDifference, PlanAction, PlanDiff, PlanItem } from '../plan/index.ts';
import { sheetWords } from '../sheet/index.ts';
import type { Cell, Template } from '../template/index.ts';
import { cleanLine, isolated } from '../text/index.ts';
import { byline, commonByline } from './byline.ts';
import { inShort } from './inShort.ts';
import {
  type ChangeKind,
  changeKinds,
  type LetterLanguage,
  type LetterReader,
  type ToldChange,
  type ToldChanges,
} from './letter.ts';
import { longDay } from './letterDates.ts';
import { columnHeading, themeName } from './namesOf.ts';
import { letterTexts } from './textsByLanguage.ts';

interface Telling {
  readonly template: Template;
  readonly language: LetterLanguage;
  readonly reader: LetterReader;
  /** Of most of the new notes: it is said once for all of them. */
  readonly commonByline: string;
}

interface ChangeOfKind extends ToldChange {
  readonly kind: ChangeKind;
}

/** What became different between two versions, told: gains first, then what is new and changed, what stands still, and what is gone. */
export function tellChanges(diff: PlanDiff, given: Omit<Telling, 'commonByline'>): readonly ToldChanges[] {
  const texts = letterTexts[given.language];
  const newNotes = diff.notes.flatMap(({ before, after }) => (!before && after && !isAction(after) ? [after] : []));
  const telling: Telling = { ...given, commonByline: commonByline(newNotes, texts) };
  const told: readonly ChangeOfKind[] = [
    ...diff.notes.map((change) => tellNote(change, telling)),
    ...diff.phases.map((change, index) => aside('journey', `journey-${index}`, phaseSentence(change, telling))),
    ...diff.horizons.flatMap((change) =>
      horizonSentence(change, telling).map((sentence) => aside('changed', change.horizon, sentence)),
    ),
    ...diff.headers.map((change) => aside('changed', change.field, headerSentence(change, telling))),
    ...diff.standing.map((action) => tellStanding(action, diff.to.date, telling)),
  ];
  return changeKinds.flatMap((kind) => {
    const changes = told.filter((change) => change.kind === kind);
    if (changes.length === 0) return [];
    const lead = kind === 'new' && telling.commonByline !== '' ? texts.unlessSaid(telling.commonByline) : '';
    return [{ kind, heading: texts.changeKinds[kind], lead, changes: gathered(changes, telling) }];
  });
}

function aside(kind: ChangeKind, id: string, sentence: string): ChangeOfKind {
  return { id, kind, quotes: [], sentences: [sentence] };
}

/** What is plainly gone is said once of all: five sentences that end alike read like a reproach. */
function gathered(changes: readonly ChangeOfKind[], { language }: Telling): readonly ToldChange[] {
  const { gone, goneMany } = letterTexts[language].told;
  const plain = changes.filter(({ sentences }) => sentences.length === 1 && sentences[0] === gone);
  if (plain.length < 2) return changes.map(withoutKind);
  const others = changes.filter((change) => !plain.includes(change)).map(withoutKind);
  return [...others, { id: 'gone', quotes: plain.flatMap(({ quotes }) => quotes), sentences: [goneMany] }];
}

function withoutKind({ kind: _, ...change }: ChangeOfKind): ToldChange {
  return change;
}

function tellNote(change: NoteChange, telling: Telling): ChangeOfKind {
  const { quoted, told } = letterTexts[telling.language];
  const reworded = change.differences.find((difference) => difference.kind === 'changed');
  if (reworded && isWhatMatters(change)) return tellWhatMatters(change, telling);
  // A note that was reworded is known by its old words: those are what the reader has seen before.
  const known = reworded ? change.before : (change.after ?? change.before);
  return {
    id: change.noteId,
    kind: kindOf(change),
    quotes: [quoted(isolated(inShort(known?.text ?? '')))],
    sentences: change.differences.flatMap((difference) => tellDifference(difference, change, telling)),
    ...(reworded
      ? {
          reworded: {
            words: reworded.words,
            sentence: endedOnce(told.reworded(quoted(isolated(inShort(change.after?.text ?? ''))))),
          },
        }
      : {}),
  };
}

/** A dream, or what whose plan it is has given a heart, then or now. */
function isWhatMatters({ before, after }: NoteChange): boolean {
  return [before, after].some(
    (item) => item && (item.column === 'dream' || item.matters === 'citizen' || item.matters === 'both'),
  );
}

/** Somebody wants something else than last time: that corrects nothing, so both sentences stand whole. */
function tellWhatMatters(change: NoteChange, telling: Telling): ChangeOfKind {
  const { quoted, told } = letterTexts[telling.language];
  const quoteOf = (item: PlanItem | undefined): string => quoted(isolated(cleanLine(item?.text ?? '')));
  return {
    id: change.noteId,
    kind: kindOf(change),
    quotes: [],
    sentences: [
      endedOnce(told.saidThen(quoteOf(change.before))),
      endedOnce(told.saidNow(quoteOf(change.after))),
      ...change.differences.flatMap((difference) => tellDifference(difference, change, telling)),
    ],
  };
}

function kindOf({ differences }: NoteChange): ChangeKind {
  const kinds = new Set(differences.map(({ kind }) => kind));
  if (kinds.has('new')) return 'new';
  if (kinds.has('gone')) return 'gone';
  const isGain = differences.some(
    (each) => each.kind === 'done' || (each.kind === 'goalChanged' && each.to === 'reached'),
  );
  if (isGain) return 'done';
  return kinds.size === 1 && kinds.has('moved') ? 'moved' : 'changed';
}

function tellDifference(difference: NoteDifference, change: NoteChange, telling: Telling): readonly string[] {
  const { language } = telling;
  const texts = letterTexts[language];
  const { told } = texts;
  const status = sheetWords[language].status;
  switch (difference.kind) {
    case 'new':
      if (isAction(change.after)) return [told.newAction, ...agreement(change.after, telling)];
      return change.after ? [newSentence(change.after, telling)] : [];
    case 'gone':
      return [goneSentence(change.before, difference.why, telling)];
    case 'changed':
      return []; // `reworded` says it
    case 'moved': {
      const alsoTheme = difference.from.theme !== difference.to.theme;
      const [from, to] = [placeName(difference.from, telling, alsoTheme), placeName(difference.to, telling, alsoTheme)];
      return [told.moved({ from, to })];
    }
    case 'done':
      return []; // the heading says it
    case 'statusChanged':
      return [told.status({ from: status[difference.from], to: status[difference.to] })];
    case 'ownerChanged':
      return [told.owner(names(difference))];
    case 'serviceChanged':
      return [told.service(names(difference))];
    case 'dueChanged':
      return [told.due({ from: longDay(difference.from, texts), to: longDay(difference.to, texts) })];
    case 'becameAction':
      return [told.becameAction, ...(isAction(change.after) ? agreement(change.after, telling) : [])];
    case 'noLongerAction':
      return [told.noLongerAction];
    case 'voiceChanged':
      return [told.voice({ from: texts.voices[difference.from], to: texts.voices[difference.to] })];
    case 'settleChanged': {
      const settling = ({ with: who, by }: typeof difference.from): string => {
        if (who === '') return '';
        return by === '' ? isolated(cleanLine(who)) : told.settling(isolated(cleanLine(who)), longDay(by, texts));
      };
      return [told.settle({ from: settling(difference.from), to: settling(difference.to) })];
    }
    case 'followsChanged':
      return [told.follows(quotes(difference, telling))];
    case 'alongsideChanged':
      return [told.alongside(quotes(difference, telling))];
    case 'paidByChanged':
      return [told.paidBy(names(difference))];
    case 'goalChanged': {
      const state = (goal: GoalState | undefined): string => (goal ? texts.goals[goal] : '');
      return [told.goal({ from: state(difference.from), to: state(difference.to) })];
    }
    case 'writtenUpChanged': {
      const aim = (goal: WrittenUp | undefined): string =>
        goal ? texts.aims[goal.as](isolated(cleanLine(goal.words))) : '';
      return [told.writtenUp({ from: aim(difference.from), to: aim(difference.to) })];
    }
    case 'authorChanged':
      return [told.author];
  }
}

function newSentence(item: PlanItem, telling: Telling): string {
  const texts = letterTexts[telling.language];
  const by = byline(item, texts);
  return texts.told.new(placeName(item, telling, true), by === telling.commonByline ? '' : by);
}

/** A promise that was not kept must never read like one that was. */
function goneSentence(
  item: PlanItem | PlanAction | undefined,
  why: GoneReason | undefined,
  { language }: Telling,
): string {
  const texts = letterTexts[language];
  const { told } = texts;
  if (item?.goal) return told.goneGoal(texts.goals[item.goal]);
  if (isAction(item) && item.status === 'done') return told.goneDone;
  if (isAction(item) && item.status === 'stopped') return told.goneStopped;
  const agreed = isAction(item) ? [whoOf(item), item.due === '' ? '' : told.dueWas(longDay(item.due, texts))] : [];
  const said = agreed.filter((words) => words !== '').join(', ');
  if (why) return told.goneWhy[why](said);
  return isAction(item) ? told.goneUndone(said) : told.gone;
}

function tellStanding(action: PlanAction, asOf: string, telling: Telling): ChangeOfKind {
  const texts = letterTexts[telling.language];
  const { told } = texts;
  const who = whoOf(action);
  const daysLate = action.due === '' ? 0 : daysBetween(action.due, asOf);
  const when =
    action.due === ''
      ? told.noDue
      : daysLate > 0
        ? told.daysLate(daysLate)
        : told.notYetDue(longDay(action.due, texts));
  return {
    // The note may be told of under another heading as well.
    id: `standing-${action.noteId}`,
    kind: 'standing',
    quotes: [texts.quoted(isolated(inShort(action.text)))],
    sentences: [...(who === '' ? [] : [told.who(who)]), when],
  };
}

function phaseSentence({ of, view, from, to }: PlanDiff['phases'][number], telling: Telling): string {
  const { template, language, reader } = telling;
  const texts = letterTexts[language];
  const name = of === 'overall' ? texts.asAWhole : themeName(template, of, language) || of;
  const phases = texts.phases[reader];
  return texts.told.phase(view === 'citizen' ? `${name} (${texts.seenBy(texts.theCitizen).toLowerCase()})` : name, {
    from: from ? phases[from] : '',
    to: to ? phases[to] : '',
  });
}

/** None where the layout has no column for it: nobody sees it on the sheet. */
function horizonSentence(
  { horizon, from, to }: PlanDiff['horizons'][number],
  { template, language }: Telling,
): readonly string[] {
  const texts = letterTexts[language];
  const column = template.columns.find((candidate) => candidate.horizon === horizon);
  const change = { from: longDay(from, texts), to: longDay(to, texts) };
  return column ? [texts.told.horizon(columnHeading(template, column.id, language), change)] : [];
}

function headerSentence({ field, from, to }: PlanDiff['headers'][number], { language }: Telling): string {
  return letterTexts[language].told[field](names({ from, to }));
}

function names({ from, to }: { readonly from: string; readonly to: string }) {
  return { from: isolated(cleanLine(from)), to: isolated(cleanLine(to)) };
}

function quotes({ from, to }: { readonly from: string; readonly to: string }, { language }: Telling) {
  const { quoted } = letterTexts[language];
  const quote = (words: string): string => (words === '' ? '' : quoted(isolated(inShort(words))));
  return { from: quote(from), to: quote(to) };
}

/** Who does a tiltak and by when, as far as it is agreed. */
function agreement(action: PlanAction, { language }: Telling): readonly string[] {
  const texts = letterTexts[language];
  const who = whoOf(action);
  return [
    ...(who === '' ? [] : [texts.told.who(who)]),
    ...(action.due === '' ? [] : [texts.told.by(longDay(action.due, texts))]),
  ];
}

/** 'Sunniva, Boligkontoret', or the one that is known. */
function whoOf({ owner, service }: Pick<PlanAction, 'owner' | 'service'>): string {
  return [owner, service]
    .map((name) => cleanLine(name))
    .filter((name) => name !== '')
    .map(isolated)
    .join(', ');
}

function isAction(item: PlanItem | PlanAction | undefined): item is PlanAction {
  return item !== undefined && 'status' in item;
}

/** '«På kort sikt»' or, with its theme, '«På kort sikt» (Bosituasjon)', between the language's own quotation marks. */
function placeName(cell: Cell, { template, language }: Telling, withTheme: boolean): string {
  const quoted = letterTexts[language].quoted(columnHeading(template, cell.column, language));
  const theme = withTheme ? themeName(template, cell.theme, language) : '';
  return theme === '' ? quoted : `${quoted} (${theme})`;
}

/** A sentence that ends with a quoted sentence has its full stop already: «… med meg.» */
function endedOnce(sentence: string): string {
  return sentence.replace(/([.!?…][»”])\.$/u, '$1');
}
