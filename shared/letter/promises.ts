import { type NoteId, orderOf, type PersonId } from '../board/index.ts';
import { personOf, withoutNames } from '../followUp/index.ts';
import { type Doer, doersOf } from '../people/index.ts';
import type { PlanAction, PlanVersion } from '../plan/index.ts';
import { cleanLine, isBlank, isolated } from '../text/index.ts';
import type { Letter, LetterContacts, LetterLanguage, LetterSection, PlainBlock } from './letter.ts';
import { longDay } from './letterDates.ts';
import { letterStanding } from './letterStanding.ts';
import { minPlanIcons } from './minPlanIcons.ts';
import type { LetterTexts } from './texts/letterTexts.ts';
import { letterTexts } from './textsByLanguage.ts';

/** Somebody of a case, as far as a letter must know them. */
export interface NamedPerson {
  readonly id: PersonId;
  readonly name: string;
}

export interface PromiseSource {
  readonly version: PlanVersion;
  /** The one before, where it can be read: what was promised then. */
  readonly previous?: PlanVersion | undefined;
  readonly person: NamedPerson;
  readonly people: readonly NamedPerson[];
  /** Names that are not to leave the building. */
  readonly hidden: readonly string[];
  /** What the leader has checked that a tiltak is called outside the case. */
  readonly shortTexts: ReadonlyMap<NoteId, string>;
  readonly contacts: LetterContacts;
  /** Where the person answers, and the same as a picture to point a telephone at. */
  readonly link?: { readonly url: string; readonly svg: string; readonly size: number };
  readonly language: LetterLanguage;
}

/** Lines of tasks that one page holds, and letters that a line holds, at 13 points; of them for what was promised last time. */
const linesOnPage = 22;
const linesOfLast = 8;
const lettersOnLine = 68;

/** What somebody has said yes to and is still to do, in the order of the plan. */
export function promisesOf(
  { plan }: Pick<PlanVersion, 'plan'>,
  personId: PersonId,
  people: readonly NamedPerson[],
): readonly PlanAction[] {
  const nameOf = (id: PersonId) => people.find((one) => one.id === id)?.name;
  return plan.actions.filter(
    (action) =>
      isOpen(action) &&
      !isBlank(action.text) &&
      doersOf(action, nameOf).some((doer) => personOf(doer, people)?.id === personId),
  );
}

function isOpen({ status }: PlanAction): boolean {
  return status === 'agreed' || status === 'started';
}

/**
 * *Dette har du sagt ja til*: one page for one person. What, by when, what it waits for and who waits for it, how it went with what
 * they promised last time, where to answer and whom to ring. Nothing of what others do, and no name of the family.
 */
export function promiseLetter(source: PromiseSource): Letter {
  const { version, person, people, contacts, language } = source;
  const texts = letterTexts[language];
  const words = texts.promises;
  const day = longDay(version.date, texts);
  const sections: readonly (LetterSection | undefined)[] = [
    {
      id: 'promised',
      heading: words.mine,
      icon: minPlanIcons.mine,
      blocks: tasks(
        promisesOf(version, person.id, people),
        linesOnPage - linesOfLast,
        true,
        (action) => besideOf(action, source),
        source,
      ),
    },
    lastSection(source),
    answerSection(source),
    { id: 'ring', heading: texts.minPlan.ring, icon: minPlanIcons.ring, blocks: [plain(whomToRing(source, texts))] },
  ];
  return {
    form: 'promises',
    language,
    title: words.title,
    subtitle: `${isolated(cleanLine(person.name))} · ${words.meeting(day)}`,
    // How it was said yes to is the family's, and may be told by their names.
    standing: { ...letterStanding(contacts.life, texts), sentence: '' },
    contact: [
      { term: texts.nextMeeting, text: contacts.nextMeeting ? longDay(contacts.nextMeeting, texts) : texts.notAgreed },
    ],
    sections: sections.filter((section) => section !== undefined),
    remarks: [],
    footer: words.title,
    pageWords: { page: texts.page, of: texts.of },
    unknownLetters: texts.unknownLetters,
  };
}

function plain(text: string): PlainBlock {
  return { kind: 'paragraph', look: 'plain', text };
}

/** What a tiltak is called outside the case. */
function outside(action: PlanAction, { shortTexts, hidden }: PromiseSource): string {
  return cleanLine(shortTexts.get(action.noteId) ?? withoutNames(action.text, hidden));
}

function tasks(
  actions: readonly PlanAction[],
  room: number,
  canTick: boolean,
  besideTask: (action: PlanAction) => string,
  source: PromiseSource,
): readonly PlainBlock[] {
  const all = actions.map((action) => ({
    noteId: action.noteId,
    text: outside(action, source),
    beside: besideTask(action),
  }));
  const linesOf = (words: string): number => Math.ceil(words.length / lettersOnLine);
  let lines = 0;
  const shown = all.filter(({ text, beside }, index) => {
    lines += linesOf(text) + linesOf(beside);
    return index === 0 || lines <= room;
  });
  const left = all.length - shown.length;
  return [
    { kind: 'tasks', canTick, tasks: shown },
    ...(left > 0 ? [plain(letterTexts[source.language].promises.more(left))] : []),
  ];
}

/** By when, with whom, what it waits for, who must say yes to it, and who waits for it. */
function besideOf(action: PlanAction, source: PromiseSource): string {
  const texts = letterTexts[source.language];
  const words = texts.promises;
  const { actions } = source.version.plan;
  const order = orderOf(actions);
  const first = actions.find(({ noteId }) => noteId === order.get(action.noteId));
  const then = actions.filter((other) => isOpen(other) && order.get(other.noteId) === action.noteId);
  const others = names(doersIn(action, source), source);
  const waiters = [...new Set(then.flatMap((other) => whoIn(other, source)))];
  const settle = action.settleWith ? withoutNames(cleanLine(action.settleWith), source.hidden) : '';
  return [
    action.due === '' ? words.noDay : texts.minPlan.by(longDay(action.due, texts)),
    ...(others.length > 0 ? [texts.minPlan.together(texts.joined(others))] : []),
    ...(first && isOpen(first) ? [words.waitsFor(texts.joined(whoIn(first, source)))] : []),
    ...(settle === '' ? [] : [texts.agreed.settle(isolated(settle), longDay(action.settleBy ?? '', texts))]),
    ...(then.length > 0 ? [words.waiters(texts.joined(waiters))] : []),
  ].join(' · ');
}

function doersIn(action: PlanAction, { people }: PromiseSource): readonly Doer[] {
  return doersOf(action, (id) => people.find((one) => one.id === id)?.name);
}

/** Of those who are not the person themself, and whose names may be told. */
function names(doers: readonly Doer[], { person, people, hidden }: PromiseSource): readonly string[] {
  return doers.flatMap((doer) => {
    const name = cleanLine(doer.name).normalize('NFC');
    const isTold = withoutNames(name, hidden) === name && personOf(doer, people)?.id !== person.id;
    return isTold ? [isolated(name)] : [];
  });
}

/** Who does it, or the service; nobody where neither may be told. */
function whoIn(action: PlanAction, source: PromiseSource): readonly string[] {
  const told = names(doersIn(action, source), source);
  const service = withoutNames(cleanLine(action.service), source.hidden);
  return told.length > 0 || isBlank(service) ? told : [isolated(service)];
}

/** How it has gone with what they promised at the meeting before. */
function lastSection(source: PromiseSource): LetterSection | undefined {
  const { version, previous, person, people, language } = source;
  const promised = previous ? promisesOf(previous, person.id, people) : [];
  if (promised.length === 0) return undefined;
  const words = letterTexts[language].promises;
  const now = new Map(version.plan.actions.map(({ noteId, status }) => [noteId, status]));
  return {
    id: 'last',
    heading: words.last,
    icon: '',
    blocks: tasks(promised, linesOfLast, false, ({ noteId }) => words.went[now.get(noteId) ?? 'gone'], source),
  };
}

function answerSection({ link, contacts, language }: PromiseSource): LetterSection {
  const words = letterTexts[language].promises;
  const [leader] = contacts.leaders;
  return {
    id: 'answer',
    heading: words.answer,
    icon: '',
    blocks: link
      ? [
          plain(words.scan),
          { kind: 'chart', number: 1, svg: link.svg, width: link.size, height: link.size, alt: words.qr },
          plain(link.url),
        ]
      : [plain(words.ask(leader ? isolated(cleanLine(leader.name)) : ''))],
  };
}

function whomToRing({ contacts }: PromiseSource, texts: LetterTexts): string {
  const [leader] = contacts.leaders;
  if (!leader) return texts.minPlan.nobody;
  const name = isolated(cleanLine(leader.name));
  return leader.phone ? texts.minPlan.ringNumber(name, cleanLine(leader.phone)) : texts.minPlan.talkTo(name);
}
