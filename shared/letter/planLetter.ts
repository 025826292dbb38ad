import {
  type Day,
  daysBetween,
  drawingsOf,
  isWish,
  type NoteId,
  type PhaseId,
  pairsOf,
  phaseIds,
} from '../board/index.ts';
import { svgOf } from '../chart/index.ts';
import type { CutChoice } from '../cut/index.ts';
import {
  drawJourney,
  type EarlierJourney,
  type JourneyMeeting,
  type JourneyTelling,
  journeyInWords,
  journeyOverTime,
  type StaircaseToDraw,
  type Strand,
  waySentences,
} from '../journey/index.ts';
import type { Present } from '../meeting/index.ts';
import { isSameName } from '../people/index.ts';
import {
  diffPlans,
  type InvestmentPlan,
  type PlanAction,
  type PlanItem,
  type PlanVersion,
  planItemsOf,
} from '../plan/index.ts';
import { sheetWords } from '../sheet/index.ts';
import { cellKey, cellsOf } from '../template/index.ts';
import { cleanLine, cleanText, isBlank, isolated } from '../text/index.ts';
import { agreementsOf } from './agreements.ts';
import { byline, commonByline } from './byline.ts';
import type {
  Letter,
  LetterBlock,
  LetterContacts,
  LetterFact,
  LetterLanguage,
  LetterNote,
  LetterReader,
  LetterRow,
  LetterSection,
  LetterSide,
  LetterStep,
  PlainBlock,
} from './letter.ts';
import { longDay, mediumDay, momentInOslo } from './letterDates.ts';
import { cutStanding, letterStanding } from './letterStanding.ts';
import { columnHeading, themeName } from './namesOf.ts';
import { tellChanges } from './tellChanges.ts';
import type { LetterTexts } from './texts/letterTexts.ts';
import { letterTexts } from './textsByLanguage.ts';

/** All that a letter is made of. The same gives the same letter, on any machine. */
export interface LetterSource {
  readonly version: PlanVersion;
  /** Of the version, as lower-case hex. */
  readonly sha256: string;
  /** The version it tells the difference from, or that it cannot be read; absent where there is none. */
  readonly comparedWith?: PlanVersion | 'unreadable';
  /** What was said of the journey at the meetings before. */
  readonly earlier?: EarlierJourney;
  readonly contacts: LetterContacts;
  readonly reader: LetterReader;
  readonly language: LetterLanguage;
  /** Of a cut, whose `version` and `sha256` these are: for whom, of what, and the hash of the whole version. */
  readonly cut?: { readonly recipient: string; readonly choice: CutChoice; readonly planSha256: string };
}

/** Puts a version as a letter: whom to ring, dreams, what to do now, the goals, today, the way, and what became different. */
export function planLetter(source: LetterSource): Letter {
  const { version, sha256, language, cut } = source;
  const { plan, template } = version;
  const texts = letterTexts[language];
  const title = titleOf(version, texts);
  const date = longDay(version.date, texts);
  const leftOut = plan.leftOut > 0 ? [texts.leftOut(plan.leftOut)] : [];
  return {
    form: 'plan',
    language,
    title,
    subtitle: (cut ? texts.cut : texts).subtitle(version.version, date),
    standing: (cut ? cutStanding : letterStanding)(source.contacts.life, texts),
    contact: contactFacts(source),
    sections: [
      visionSection(plan, texts),
      notesSection('dreams', columnHeading(template, 'dream', language), plan.dreams, source, 'large'),
      nowSection(source),
      goalsSection('short', plan.horizonShort, plan.shortGoals, source),
      goalsSection('long', plan.horizonLong, plan.longGoals, source),
      doneSection(source),
      todaySection(source),
      differSection(source),
      wayAheadSection(source),
      changesSection(source),
      drawingsSection(source),
      pictureSection(source),
    ].filter((section) => section !== undefined),
    remarks: [
      texts.frozen(momentInOslo(version.frozenAt, texts)),
      ...leftOut,
      ...(cut
        ? [texts.cut.means, texts.cut.fingerprint(sha256, version.version, cut.planSha256)]
        : [texts.fingerprint(sha256)]),
    ],
    ...(leftOut[0] !== undefined && { leftOut: leftOut[0] }),
    footer: texts.footer(title, version.version, date),
    pageWords: { page: texts.page, of: texts.of },
    unknownLetters: texts.unknownLetters,
  };
}

/** What a version is headed by: always that it is a plan, whatever its duk is called. */
function titleOf({ plan }: Pick<PlanVersion, 'plan'>, texts: LetterTexts): string {
  if (isBlank(plan.for) && isBlank(plan.title)) return texts.cut.title;
  return isBlank(plan.for)
    ? texts.titleOfDuk(isolated(cleanLine(plan.title)))
    : texts.title(isolated(cleanLine(plan.for)));
}

function contactFacts({ version, contacts, language, cut }: LetterSource): readonly LetterFact[] {
  const texts = letterTexts[language];
  const { leaders, nextMeeting } = contacts;
  const present = presentNames({ version, contacts, language });
  return [
    ...(cut ? cutFacts(cut, version, language) : []),
    ...leaders.flatMap(({ name, phone }) => [
      { term: texts.leader, text: isolated(cleanLine(name)) },
      { term: texts.phone, text: phone ? cleanLine(phone) : texts.notGiven },
    ]),
    { term: texts.nextMeeting, text: nextMeeting ? longDay(nextMeeting, texts) : texts.notAgreed },
    // A cut says nothing of who was there, not even that nobody was.
    ...(cut ? [] : [{ term: texts.present, text: present.length === 0 ? texts.nobody : texts.joined(present) }]),
  ];
}

/** Who was there, each with the service they come from. */
export function presentNames({
  version,
  contacts,
  language,
}: Pick<LetterSource, 'version' | 'contacts' | 'language'>): readonly string[] {
  return version.present.map((one) => nameOf(one, contacts, letterTexts[language]));
}

/** Somebody by name, with the service they come from. */
export function nameOf(one: Present, contacts: LetterContacts, texts: LetterTexts): string {
  const name = isolated(cleanLine(one.name));
  const service = serviceOf(one, contacts);
  return service === '' ? name : texts.fromService(name, isolated(service));
}

function cutFacts(
  { recipient, choice }: NonNullable<LetterSource['cut']>,
  { template }: PlanVersion,
  language: LetterLanguage,
): readonly LetterFact[] {
  const texts = letterTexts[language];
  const about = choice.themes.map((theme) =>
    theme === '' ? texts.cut.allOfLife : themeName(template, theme, language),
  );
  return [
    { term: texts.cut.to, text: isolated(cleanLine(recipient)) },
    { term: texts.cut.about, text: texts.joined(about) },
  ];
}

/** The service that somebody comes from, by what is known of them now; '' where nothing is. */
export function serviceOf({ name, personId, participantId }: Present, { services }: LetterContacts): string {
  const found =
    services.find((one) => personId !== undefined && one.personId === personId) ??
    services.find((one) => participantId !== undefined && one.participantId === participantId) ??
    services.find((one) => isSameName(one.name, name));
  return cleanLine(found?.service ?? '');
}

function visionSection({ vision = '' }: InvestmentPlan, texts: LetterTexts): LetterSection | undefined {
  if (isBlank(vision)) return undefined;
  return {
    id: 'vision',
    heading: texts.vision,
    icon: '',
    blocks: [{ kind: 'paragraph', look: 'large', text: cleanText(vision).trim() }],
  };
}

function notesSection(
  id: string,
  heading: string,
  items: readonly PlanItem[],
  source: LetterSource,
  look: 'plain' | 'large' = 'plain',
): LetterSection | undefined {
  const blocks = notesBlocks(items, source, look);
  return blocks.length === 0 ? undefined : { id, heading, icon: '', blocks };
}

/** Notes under a heading that spans the themes: each says its own. */
export function notesBlocks(
  items: readonly PlanItem[],
  source: LetterSource,
  look: 'plain' | 'large' = 'plain',
): readonly PlainBlock[] {
  const said = withWords(items);
  if (said.length === 0) return [];
  const { language, version } = source;
  const common = commonByline(said, letterTexts[language]);
  const notes = said.map((item) => noteOf(item, source, common, themeName(version.template, item.theme, language)));
  return [...commonLine(common, said, source), { kind: 'notes', look, notes }];
}

/** Whose words these are, once for all of them. */
function commonLine(common: string, items: readonly PlanItem[], { language }: LetterSource): readonly PlainBlock[] {
  if (common === '') return [];
  const texts = letterTexts[language];
  const areAlike = items.every((item) => byline(item, texts) === common);
  return [{ kind: 'paragraph', look: 'quiet', text: areAlike ? common : texts.unlessSaid(common) }];
}

function noteOf(item: PlanItem, source: LetterSource, common: string, theme = ''): LetterNote {
  const { language, version } = source;
  const texts = letterTexts[language];
  const differ = differingIn(version.plan).ids.has(item.noteId) ? texts.differ : '';
  const by = byline(item, texts);
  const goal = item.goal ? texts.goals[item.goal] : '';
  const matters = item.matters ? texts.matters[item.matters] : '';
  const asks = isOpenWish(item, source) ? texts.whatHappened : '';
  const own = cleanText(item.text).trim();
  const { writtenUp } = item;
  // What the leader made of it is the goal, and the words it was made of stay with it.
  const beside = [writtenUp ? `«${own}»` : '', theme, goal, asks, by === common ? '' : by, matters, differ];
  return {
    noteId: item.noteId,
    text: writtenUp ? texts.aims[writtenUp.as](cleanText(writtenUp.words).trim()) : own,
    voice: item.voice,
    beside: beside.filter((words) => words !== ''),
  };
}

/** A child's wish that stood in the plan before, and of which the child has not said what became: it is not left to be forgotten. */
function isOpenWish(item: PlanItem, { comparedWith }: LetterSource): boolean {
  if (item.voice !== 'child' || !isWish({ cell: item }) || (item.goal && item.goal !== 'underway')) return false;
  if (!comparedWith || comparedWith === 'unreadable') return false;
  const { dreams, shortGoals, longGoals } = comparedWith.plan;
  return [...dreams, ...shortGoals, ...longGoals].some(({ noteId }) => noteId === item.noteId);
}

/** A note that says nothing is no part of a letter. */
export function withWords<Item extends PlanItem>(items: readonly Item[]): readonly Item[] {
  return items.filter(({ text }) => !isBlank(text));
}

function nowSection(source: LetterSource): LetterSection | undefined {
  const { version, language } = source;
  const { plan, template } = version;
  const texts = letterTexts[language];
  const open = withWords(plan.actions).filter(({ status }) => status === 'agreed' || status === 'started');
  const notes = notesBlocks(plan.nowNotes, source);
  if (open.length === 0 && notes.length === 0) return undefined;
  const { action, who, by, status } = texts.columns;
  const also: LetterBlock = { kind: 'part', heading: texts.alsoNow, icon: '', blocks: notes };
  return {
    id: 'now',
    heading: columnHeading(template, 'now', language),
    icon: '',
    blocks: [
      ...(open.length === 0
        ? []
        : [
            {
              kind: 'table',
              columns: [action, who, by, status],
              rows: open.map((one) => rowOf(one, source, true)),
            } as const,
          ]),
      ...(notes.length === 0 ? [] : open.length === 0 ? notes : [also]),
    ],
  };
}

function doneSection(source: LetterSource): LetterSection | undefined {
  const texts = letterTexts[source.language];
  const { action, who, by } = texts.columns;
  const tableOf = (status: PlanAction['status']): readonly PlainBlock[] => {
    const rows = withWords(source.version.plan.actions).filter((one) => one.status === status);
    if (rows.length === 0) return [];
    return [{ kind: 'table', columns: [action, who, by], rows: rows.map((one) => rowOf(one, source, false)) }];
  };
  const [done, stopped] = [tableOf('done'), tableOf('stopped')];
  if (done.length === 0 && stopped.length === 0) return undefined;
  if (done.length === 0) return { id: 'stopped', heading: texts.stopped, icon: '', blocks: stopped };
  return {
    id: 'done',
    heading: texts.done,
    icon: '',
    blocks: [
      ...done,
      ...(stopped.length === 0 ? [] : [{ kind: 'part', heading: texts.stopped, icon: '', blocks: stopped } as const]),
    ],
  };
}

export function rowOf(action: PlanAction, { version, language }: LetterSource, isOpen: boolean): LetterRow {
  const texts = letterTexts[language];
  const owner = isolated(cleanLine(action.owner));
  const service = isolated(cleanLine(action.service));
  const isLate = isOpen && action.due !== '' && daysBetween(action.due, version.date) > 0;
  return {
    noteId: action.noteId,
    cells: [
      {
        text: cleanText(action.text).trim(),
        beside: [
          themeName(version.template, action.theme, language),
          ...agreementsOf(action, version.plan.actions, texts),
        ]
          .filter((words) => words !== '')
          .join(' · '),
      },
      owner === '' && service === ''
        ? { text: texts.noOwner, beside: '', isMissing: true }
        : { text: owner || service, beside: owner === '' ? '' : service },
      action.due === ''
        ? { text: texts.noDate, beside: '', isMissing: true }
        : {
            text: mediumDay(action.due, texts),
            day: action.due,
            beside: isLate ? texts.late : '',
            ...(isLate ? { isLate } : {}),
          },
      ...(isOpen ? [{ text: sheetWords[language].status[action.status], beside: '', status: action.status }] : []),
    ],
  };
}

function goalsSection(
  column: 'short' | 'long',
  horizon: Day,
  goals: readonly PlanItem[],
  source: LetterSource,
): LetterSection | undefined {
  const texts = letterTexts[source.language];
  const heading = columnHeading(source.version.template, column, source.language);
  return notesSection(column, texts.goalsBy(heading, longDay(horizon, texts)), goals, source);
}

function todaySection(source: LetterSource): LetterSection | undefined {
  const { version, language } = source;
  const { plan, template } = version;
  const texts = letterTexts[language];
  const all = withWords(plan.today.flatMap(({ works, difficult }) => [...works, ...difficult]));
  if (all.length === 0) return undefined;
  const common = commonByline(all, texts);
  const parts = plan.today.flatMap(({ theme, ...notes }): LetterBlock[] => {
    const sides = (['works', 'difficult'] as const).flatMap((look) => {
      const said = withWords(notes[look]);
      if (said.length === 0) return [];
      const heading = columnHeading(template, look, language);
      return [{ look, heading, notes: said.map((item) => noteOf(item, source, common)) }];
    });
    if (sides.length === 0) return [];
    return [
      {
        kind: 'part',
        heading: themeName(template, theme, language) || sheetWords[language].withoutTheme,
        icon: iconOf(source, theme),
        blocks: [{ kind: 'sides', sides }],
      },
    ];
  });
  return {
    id: 'today',
    heading: sheetWords[language].situation,
    icon: '',
    blocks: [...commonLine(common, all, source), ...parts],
  };
}

interface Differing {
  readonly pairs: readonly (readonly PlanItem[])[];
  readonly ids: ReadonlySet<NoteId>;
}

const differing = new WeakMap<InvestmentPlan, Differing>();

/** What stands beside each other in a plan since it is seen differently. Words that nobody wrote say nothing. */
function differingIn(plan: InvestmentPlan): Differing {
  const known = differing.get(plan);
  if (known) return known;
  const pairs = pairsOf(withWords(planItemsOf(plan)), ({ noteId }) => noteId);
  const found = { pairs, ids: new Set(pairs.flatMap((pair) => pair.map(({ noteId }) => noteId))) };
  differing.set(plan, found);
  return found;
}

/** Each pair side by side, beside where its notes stand in the plan: neither is the first, and nothing is drawn together. */
function differSection(source: LetterSource): LetterSection | undefined {
  const { version, language } = source;
  const { plan, template } = version;
  const texts = letterTexts[language];
  const { pairs } = differingIn(plan);
  if (pairs.length === 0) return undefined;
  const sideOf = (item: PlanItem): LetterSide => {
    const theme = themeName(template, item.theme, language);
    const where = columnHeading(template, item.column, language);
    const { noteId, voice } = item;
    const beside = [theme === '' ? where : `${where}, ${theme}`];
    return {
      look: 'view',
      heading: byline(item, texts),
      notes: [{ noteId, voice, text: cleanText(item.text).trim(), beside }],
    };
  };
  return {
    id: 'differ',
    heading: texts.differ,
    icon: '',
    blocks: [
      { kind: 'paragraph', look: 'quiet', text: texts.differMeans },
      ...pairs.flatMap((pair) =>
        pair.flatMap((_, at): LetterBlock[] =>
          at % 2 === 0 ? [{ kind: 'sides', sides: pair.slice(at, at + 2).map(sideOf) }] : [],
        ),
      ),
    ],
  };
}

/** Only the letters, digits and signs of path data: an icon is drawn, never read as markup. */
const pathData = /^[\d\sMmLlHhVvCcSsQqTtAaZz.,+-]+$/;

function iconOf({ version }: LetterSource, theme: string): string {
  const path = version.template.themes.find(({ id }) => id === theme)?.icon ?? '';
  return pathData.test(path) ? path : '';
}

function wayAheadSection(source: LetterSource): LetterSection | undefined {
  const { version, language, reader } = source;
  const { plan, template } = version;
  const { overall, themes, citizen } = plan.journey;
  const texts = letterTexts[language];
  const phases = texts.phases[reader];
  const here = overall ? phaseIds.indexOf(overall) : -1;
  const seenBy = texts.seenBy(isBlank(plan.for) ? texts.theCitizen : isolated(cleanLine(plan.for)));
  const overTime = journeyPart(source, seenBy);
  const themeFacts: LetterBlock = {
    kind: 'facts',
    facts: themes.map(({ theme, phase }) => ({
      term: themeName(template, theme, language) || theme,
      text: phases[phase],
    })),
  };
  const blocks: readonly LetterBlock[] = [
    ...(overall
      ? ([
          {
            kind: 'paragraph',
            look: 'plain',
            text: `${texts.asAWhole}: ${phases[overall]}. ${texts.phaseMeans[overall]}`,
          },
          {
            kind: 'steps',
            here: texts.here,
            steps: phaseIds.map(
              (id, index): LetterStep => ({
                name: phases[id],
                state: index < here ? 'before' : index === here ? 'here' : 'ahead',
              }),
            ),
            alt: texts.stairs(
              phaseIds.map((id) => phases[id]),
              phases[overall],
            ),
          },
        ] as const)
      : []),
    ...(citizen?.overall
      ? ([{ kind: 'facts', facts: [{ term: seenBy, text: phases[citizen.overall] }] }] as const)
      : []),
    ...(overTime ? [overTime] : themes.length > 0 ? [themeFacts] : []),
  ];
  return blocks.length === 0 ? undefined : { id: 'way', heading: texts.wayAhead, icon: '', blocks };
}

/** Pixels that a chart in a letter is drawn for: its letters are then as large as the text round it. */
const chartWidth = 600;

/** How far it has come since the meetings before: as a whole, drawn, and theme by theme. */
function journeyPart({ version, earlier, language, reader }: LetterSource, seenBy: string): LetterBlock | undefined {
  const texts = letterTexts[language];
  const { template, date } = version;
  const { meetings, overall, themes } = journeyOverTime([
    ...(earlier?.meetings ?? []).map(({ journey, ...meeting }) => ({ ...meeting, template, plan: { journey } })),
    { version: version.version, date, template, plan: version.plan },
  ]);
  const leftOut = earlier?.leftOut ?? 0;
  if (meetings.length + leftOut < 2) return undefined;
  const telling: JourneyTelling = {
    ...texts.overTime,
    phase: (phase) => texts.phases[reader][phase],
    day: (day) => longDay(day, texts),
    citizen: seenBy,
  };
  const blocks: readonly PlainBlock[] = [
    ...(overall ? staircaseBlocks(meetings, overall, telling, texts) : []),
    ...(themes.length > 0
      ? ([
          {
            kind: 'facts',
            facts: themes.map((strand) => ({
              term: themeName(template, strand.theme, language) || strand.theme,
              text: waySentences(meetings, strand, telling).join(' '),
            })),
          },
        ] as const)
      : []),
    ...(leftOut > 0 ? [{ kind: 'paragraph', look: 'quiet', text: texts.overTime.leftOut(leftOut) } as const] : []),
  ];
  return blocks.length === 0 ? undefined : { kind: 'part', heading: texts.overTime.title, icon: '', blocks };
}

function staircaseBlocks(
  meetings: readonly JourneyMeeting[],
  strand: Strand,
  telling: JourneyTelling,
  texts: LetterTexts,
): readonly PlainBlock[] {
  const { phase, table, citizen } = telling;
  const staircase: StaircaseToDraw = {
    meetings,
    strand,
    words: {
      ...{ table, citizen },
      phases: Object.fromEntries(phaseIds.map((id) => [id, phase(id)])) as Record<PhaseId, string>,
      days: meetings.map(({ date }) => mediumDay(date, texts)),
      alt: journeyInWords(meetings, strand, telling),
    },
  };
  const picture = drawJourney(staircase, { width: chartWidth, bandHeight: 40 });
  const { width, height, alt } = picture;
  return [
    ...waySentences(meetings, strand, telling).map((text): PlainBlock => ({ kind: 'paragraph', look: 'plain', text })),
    { kind: 'chart', number: 2, svg: svgOf(picture), width, height, alt, staircase },
  ];
}

function changesSection({ version, comparedWith, language, reader }: LetterSource): LetterSection | undefined {
  if (comparedWith === undefined) return undefined;
  const texts = letterTexts[language];
  const quiet = (text: string): LetterBlock => ({ kind: 'paragraph', look: 'quiet', text });
  if (comparedWith === 'unreadable')
    return {
      id: 'changes',
      heading: texts.changesUnknown,
      icon: '',
      blocks: [quiet(texts.previousUnreadable(version.version - 1))],
    };
  const diff = diffPlans(comparedWith, version);
  const groups = tellChanges(diff, { template: version.template, language, reader });
  const weeks = Math.round(daysBetween(diff.from.date, diff.to.date) / 7);
  const isDifferent = groups.some(({ kind }) => kind !== 'standing');
  return {
    id: 'changes',
    heading: texts.changes(diff.from.version, longDay(diff.from.date, texts)),
    icon: '',
    blocks: [
      ...(weeks > 0 ? [quiet(texts.weeksSince(weeks))] : []),
      ...(diff.newPresent.length > 0
        ? [quiet(texts.newAtTable(texts.joined(diff.newPresent.map((name) => isolated(cleanLine(name))))))]
        : []),
      ...(isDifferent ? [] : [quiet(texts.nothingChanged)]),
      ...(groups.length > 0 ? [{ kind: 'changes', groups } as const] : []),
    ],
  };
}

/** Ink in words: who drew, where, and what they say that it shows. */
function drawingsSection({ version, language }: LetterSource): LetterSection | undefined {
  const texts = letterTexts[language];
  const { template, plan, sheet } = version;
  const names = new Map(plan.participants.map(({ participantId, name }) => [participantId, name]));
  const order = cellsOf(template).map(cellKey);
  const drawings = drawingsOf(sheet.strokes).toSorted(
    (a, b) => order.indexOf(cellKey(a.cell)) - order.indexOf(cellKey(b.cell)),
  );
  if (drawings.length === 0) return undefined;
  const facts = drawings.map(({ cell, author, words }): LetterFact => {
    const place = [columnHeading(template, cell.column, language), themeName(template, cell.theme, language)];
    const name = names.get(author);
    return {
      term: place.filter((part) => part !== '').join(', '),
      text: texts.drawn(
        name === undefined ? texts.drawnBySomeone : isolated(cleanLine(name)),
        isolated(cleanLine(words)),
      ),
    };
  });
  return { id: 'drawings', heading: texts.drawings, icon: '', blocks: [{ kind: 'facts', facts }] };
}

function pictureSection({ version, language, cut }: LetterSource): LetterSection | undefined {
  if (cut && !cut.choice.withPicture) return undefined;
  const texts = letterTexts[language];
  const { length } = version.sheet.notes;
  const drawings = drawingsOf(version.sheet.strokes).length;
  const alt = cut
    ? texts.cut.pictureAlt(length)
    : texts.pictureAlt(length, drawings, isolated(cleanLine(version.plan.title)));
  return { id: 'picture', heading: texts.picture, icon: '', blocks: [{ kind: 'picture', alt }] };
}
