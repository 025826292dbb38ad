import type { Day } from '../board/index.ts';
import { doersOf, isSameName } from '../people/index.ts';
import type { PlanAction, PlanItem, PlanVersion } from '../plan/index.ts';
import { cleanLine, isBlank, isolated } from '../text/index.ts';
import type { Letter, LetterContacts, LetterLanguage, LetterSection, PlainBlock } from './letter.ts';
import { longDay } from './letterDates.ts';
import { letterStanding } from './letterStanding.ts';
import { minPlanIcons } from './minPlanIcons.ts';
import type { LetterTexts } from './texts/letterTexts.ts';
import { letterTexts } from './textsByLanguage.ts';

export interface MinPlanSource {
  readonly version: PlanVersion;
  readonly contacts: LetterContacts;
  readonly language: LetterLanguage;
  /** Which of the dreams it has; else the citizen's own first one. */
  readonly dreamId?: string;
  /** Which parts of life it may speak of; else all but what nobody hangs on a wall unasked. */
  readonly themes?: readonly string[];
}

/** Not on the wall unless it was chosen. */
const privateThemes: ReadonlySet<string> = new Set(['substance-use']);

/** Lines of tasks that one page holds, and letters that a line holds, at 16 points. */
const linesOnPage = 19;
const lettersOnLine = 50;

/**
 * *Min plan*: one page to hang on the wall, in easy words. One dream, what I do, what others do for me, when we meet again and
 * whom to ring. No phase, no number of anything, no fingerprint. What does not fit stands in the whole plan, and the page says so.
 */
export function minPlan(source: MinPlanSource): Letter {
  const { version, contacts, language } = source;
  const texts = letterTexts[language];
  const words = texts.minPlan;
  const { plan } = version;
  const day = longDay(version.date, texts);
  const name = isolated(cleanLine(plan.for));
  const open = plan.actions
    .filter((action) => (action.status === 'agreed' || action.status === 'started') && isShown(action, source))
    .toSorted((a, b) => compareDays(a.due, b.due));
  const isMine = (action: PlanAction): boolean => doersOf(action).some((doer) => isSubject(doer, source));
  const mine = open.filter(isMine);
  const others = open.filter((action) => !isMine(action));
  // Half a page each, and what one does not need the other may have.
  const [mineLines, othersLines] = [linesOf(mine), linesOf(others)];
  const half = Math.floor(linesOnPage / 2);
  const dream = chosenDream(source);
  const sections: readonly (LetterSection | undefined)[] = [
    dream && {
      id: 'dream',
      heading: words.dream,
      icon: minPlanIcons.dream,
      blocks: [{ kind: 'paragraph', look: 'large', text: cleanLine(dream.text) }],
    },
    {
      id: 'mine',
      heading: words.mine,
      icon: minPlanIcons.mine,
      blocks: tasksOf(mine, Math.max(half, linesOnPage - othersLines), words.nothingMine, true, source),
    },
    {
      id: 'others',
      heading: words.others,
      icon: minPlanIcons.others,
      blocks: tasksOf(others, Math.max(half, linesOnPage - mineLines), words.nothingOthers, false, source),
    },
    {
      id: 'next',
      heading: words.nextMeeting,
      icon: minPlanIcons.next,
      blocks: [plain(contacts.nextMeeting ? longDay(contacts.nextMeeting, texts) : words.noMeeting)],
    },
    { id: 'ring', heading: words.ring, icon: minPlanIcons.ring, blocks: [plain(whomToRing(source, texts))] },
  ];
  return {
    form: 'minplan',
    language,
    title: words.title,
    subtitle: [name, day].filter((part) => part !== '').join(' · '),
    standing: letterStanding(contacts.life, texts),
    contact: [],
    sections: sections.filter((section) => section !== undefined),
    remarks: [],
    footer: [words.title, name].filter((part) => part !== '').join(' · '),
    pageWords: { page: texts.page, of: texts.of },
    unknownLetters: texts.unknownLetters,
  };
}

function plain(text: string): PlainBlock {
  return { kind: 'paragraph', look: 'plain', text };
}

function isShown({ theme, text }: PlanItem, { themes }: MinPlanSource): boolean {
  if (isBlank(text)) return false;
  return themes ? theme === '' || themes.includes(theme) : !privateThemes.has(theme);
}

/** The dream that was chosen; else the first that the citizen or a child of theirs dreams. */
function chosenDream(source: MinPlanSource): PlanItem | undefined {
  const { dreams } = source.version.plan;
  const shown = dreams.filter((dream) => isShown(dream, source));
  return (
    dreams.find(({ noteId }) => noteId === source.dreamId) ??
    shown.find(({ voice }) => voice === 'citizen') ??
    shown.find(({ voice }) => voice === 'child') ??
    shown[0]
  );
}

/** Whether somebody is whom the plan is about. */
export function isSubject(
  doer: { readonly name: string; readonly personId?: string },
  { version, contacts }: Pick<MinPlanSource, 'version' | 'contacts'>,
): boolean {
  if (contacts.subjects.some(({ personId }) => personId === doer.personId)) return true;
  const names = [...contacts.subjects.map(({ name }) => name), version.plan.for];
  return names.some((name) => !isBlank(name) && isSameName(name, doer.name));
}

/** Those without a day come last. */
function compareDays(a: Day, b: Day): number {
  const [one, other] = [a || '9999', b || '9999'];
  return one < other ? -1 : one > other ? 1 : 0;
}

function tasksOf(
  actions: readonly PlanAction[],
  room: number,
  nothing: string,
  canTick: boolean,
  source: MinPlanSource,
): readonly PlainBlock[] {
  if (actions.length === 0) return [plain(nothing)];
  const shown = actions.filter((_, index) => linesOf(actions.slice(0, index + 1)) <= room);
  const left = actions.length - shown.length;
  const tasks = shown.map((action) => ({
    noteId: action.noteId,
    text: cleanLine(action.text),
    beside: besideOf(action, canTick, source),
  }));
  return [
    { kind: 'tasks', canTick, tasks },
    ...(left > 0 ? [plain(letterTexts[source.language].minPlan.more(left))] : []),
  ];
}

/** Who does it, or who does it with me, and by when. */
function besideOf(action: PlanAction, isMine: boolean, source: MinPlanSource): string {
  const texts = letterTexts[source.language];
  const words = texts.minPlan;
  const doers = doersOf(action);
  const named = (isMine ? doers.filter((doer) => !isSubject(doer, source)) : doers).map(({ name }) =>
    isolated(cleanLine(name)),
  );
  const names = texts.joined(named);
  const who = isMine
    ? names === ''
      ? ''
      : words.together(names)
    : names || cleanLine(action.service) || words.someone;
  const isLate = action.due < source.version.date;
  const when = action.due === '' ? '' : (isLate ? words.late : words.by)(longDay(action.due, texts));
  return [who, when].filter((part) => part !== '').join(', ');
}

function linesOf(actions: readonly PlanAction[]): number {
  return actions.reduce((sum, { text }) => sum + Math.ceil(cleanLine(text).length / lettersOnLine) + 1, 0);
}

function whomToRing({ contacts }: MinPlanSource, texts: LetterTexts): string {
  const [leader] = contacts.leaders;
  if (!leader) return texts.minPlan.nobody;
  const name = isolated(cleanLine(leader.name));
  return leader.phone ? texts.minPlan.ringNumber(name, cleanLine(leader.phone)) : texts.minPlan.talkTo(name);
}
