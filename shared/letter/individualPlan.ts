import { doersOf } from '../people/index.ts';
import type { PlanAction } from '../plan/index.ts';
import { cleanLine, cleanText, isBlank, isolated } from '../text/index.ts';
import type { Letter, LetterBlock, LetterFact, LetterSection, PlainBlock } from './letter.ts';
import { longDay, momentInOslo } from './letterDates.ts';
import { letterStanding } from './letterStanding.ts';
import { isSubject } from './minPlan.ts';
import { columnHeading, themeName } from './namesOf.ts';
import { type LetterSource, nameOf, notesBlocks, presentNames, rowOf, serviceOf, withWords } from './planLetter.ts';
import type { IndividualPlanTexts } from './texts/letterTexts.ts';
import { letterTexts } from './textsByLanguage.ts';

/** What has something to say, or that it has nothing yet, which is kept for the top of the letter. */
type OrMissing = <Block extends LetterBlock>(what: string, blocks: readonly Block[]) => readonly (Block | PlainBlock)[];

/**
 * *Individuell plan*: the same version under the nine headings that the regulation wants, in its order. What nobody has said stands
 * under its heading as not said, and is named first of all. It promises nothing: it only puts together what was agreed.
 */
export function individualPlan(source: LetterSource): Letter {
  const { version, sha256, contacts, language } = source;
  const { plan } = version;
  const texts = letterTexts[language];
  const words = texts.individual;
  const date = longDay(version.date, texts);
  const title = isBlank(plan.for) ? words.titleAlone : words.title(isolated(cleanLine(plan.for)));
  const missing: string[] = [];
  const orMissing: OrMissing = (what, blocks) => {
    if (blocks.length > 0) return blocks;
    missing.push(what);
    return [{ kind: 'paragraph', look: 'quiet', text: words.nothing }];
  };
  const sections: readonly LetterSection[] = (
    [
      ['goals', goalsBlocks(source, orMissing)],
      ['who', orMissing(words.headings.who, plain(texts.joined(presentNames(source))))],
      ['coordinates', orMissing(words.headings.coordinates, coordinatorBlocks(source))],
      ['contributes', contributionBlocks(source, orMissing)],
      ['actions', actionBlocks(source, orMissing)],
      ['carriedOut', orMissing(words.headings.carriedOut, notesBlocks(plan.nowNotes, source))],
      ['period', periodBlocks(source, orMissing)],
      ['consent', orMissing(words.headings.consent, consentBlocks(source))],
      ['cooperation', orMissing(words.headings.cooperation, cooperationBlocks(source))],
    ] as const
  ).map(([id, blocks]) => ({ id, heading: words.headings[id], icon: '', blocks }));
  const leftOut = plan.leftOut > 0 ? [texts.leftOut(plan.leftOut)] : [];
  return {
    form: 'individuell',
    language,
    title,
    subtitle: texts.subtitle(version.version, date),
    standing: letterStanding(contacts.life, texts),
    contact: [
      ...(contacts.individualPlanLaw ? [{ term: words.restsOn, text: contacts.individualPlanLaw }] : []),
      ...(missing.length > 0 ? [{ term: words.missing, text: texts.joined(missing) }] : []),
    ],
    sections,
    remarks: [words.means, texts.frozen(momentInOslo(version.frozenAt, texts)), ...leftOut, texts.fingerprint(sha256)],
    ...(leftOut[0] !== undefined && { leftOut: leftOut[0] }),
    footer: texts.footer(title, version.version, date),
    pageWords: { page: texts.page, of: texts.of },
    unknownLetters: texts.unknownLetters,
  };
}

function wordsOf({ language }: LetterSource): IndividualPlanTexts {
  return letterTexts[language].individual;
}

function part(heading: string, blocks: readonly PlainBlock[]): LetterBlock {
  return { kind: 'part', heading, icon: '', blocks };
}

function factsOf(facts: readonly LetterFact[]): readonly PlainBlock[] {
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}

/** What is wanted, what carries, and what is hard. */
function goalsBlocks(source: LetterSource, orMissing: OrMissing): readonly LetterBlock[] {
  const { dreams, shortGoals, longGoals, today, vision = '' } = source.version.plan;
  const { goals, resources, needs } = wordsOf(source).parts;
  const wanted: readonly PlainBlock[] = [
    ...(isBlank(vision) ? [] : [{ kind: 'paragraph', look: 'plain', text: cleanText(vision).trim() } as const]),
    ...notesBlocks([...dreams, ...shortGoals, ...longGoals], source),
  ];
  const works = today.flatMap((each) => each.works);
  const difficult = today.flatMap((each) => each.difficult);
  return [
    part(goals, orMissing(goals, wanted)),
    part(resources, orMissing(resources, notesBlocks(works, source))),
    part(needs, orMissing(needs, notesBlocks(difficult, source))),
  ];
}

function plain(text: string): readonly PlainBlock[] {
  return text === '' ? [] : [{ kind: 'paragraph', look: 'plain', text }];
}

function coordinatorBlocks({ contacts, language }: LetterSource): readonly PlainBlock[] {
  const texts = letterTexts[language];
  return factsOf(
    contacts.leaders.flatMap(({ name, phone }) => [
      { term: texts.leader, text: isolated(cleanLine(name)) },
      { term: texts.phone, text: phone ? cleanLine(phone) : texts.notGiven },
    ]),
  );
}

function openActions({ version }: LetterSource): readonly PlanAction[] {
  return withWords(version.plan.actions).filter(({ status }) => status === 'agreed' || status === 'started');
}

/** The services that do it: what was written on it, else where those who do it come from. Whom the plan is about does it for none. */
function servicesOf(action: PlanAction, source: LetterSource): readonly string[] {
  const doers = doersOf(action);
  const others = doers.filter((doer) => !isSubject(doer, source));
  if (doers.length > 0 && others.length === 0) return [];
  if (!isBlank(action.service)) return [cleanLine(action.service)];
  const services = others.map((doer) => serviceOf(doer, source.contacts)).filter((service) => service !== '');
  return [...new Set(services)];
}

/** Who does what of it: the person, those who come from a service, and those who are close. One tiltak may be of several. */
function contributionBlocks(source: LetterSource, orMissing: OrMissing): readonly LetterBlock[] {
  const { person, services, closest } = wordsOf(source).parts;
  const actions = openActions(source).map((action) => {
    const doers = doersOf(action);
    return {
      action,
      isPersons: doers.some((doer) => isSubject(doer, source)),
      isServices: servicesOf(action, source).length > 0,
      // Of one that a service is written on, nobody has said who else is not from there.
      isClosest:
        isBlank(action.service) &&
        doers.some((doer) => !isSubject(doer, source) && serviceOf(doer, source.contacts) === ''),
    };
  });
  const tasks = (those: typeof actions): readonly PlainBlock[] =>
    those.length === 0
      ? []
      : [
          {
            kind: 'tasks',
            canTick: false,
            tasks: those.map(({ action }) => ({
              noteId: action.noteId,
              text: cleanLine(action.text),
              beside: doersInWords(action, source),
            })),
          },
        ];
  return [
    part(person, orMissing(person, tasks(actions.filter(({ isPersons }) => isPersons)))),
    part(services, orMissing(services, tasks(actions.filter(({ isServices }) => isServices)))),
    part(closest, orMissing(closest, tasks(actions.filter(({ isClosest }) => isClosest)))),
  ];
}

function doersInWords(action: PlanAction, source: LetterSource): string {
  const { contacts, language } = source;
  const texts = letterTexts[language];
  const doers = doersOf(action);
  const [service = ''] = servicesOf(action, source);
  if (service === '' || isBlank(action.service))
    return texts.joined(
      doers.map((doer) => (isSubject(doer, source) ? isolated(cleanLine(doer.name)) : nameOf(doer, contacts, texts))),
    );
  const names = texts.joined(doers.map(({ name }) => isolated(cleanLine(name))));
  return names === '' ? isolated(service) : texts.fromService(names, isolated(service));
}

/** The duk has no place for how much of something there is to be: that is said, until it has. */
function actionBlocks(source: LetterSource, orMissing: OrMissing): readonly LetterBlock[] {
  const texts = letterTexts[source.language];
  const { action, who, by, status } = texts.columns;
  const { headings, parts } = texts.individual;
  const rows = openActions(source).map((one) => rowOf(one, source, true));
  const table: readonly PlainBlock[] =
    rows.length === 0 ? [] : [{ kind: 'table', columns: [action, who, by, status], rows }];
  return [...orMissing(headings.actions, table), part(parts.extent, orMissing(parts.extent, []))];
}

function periodBlocks(source: LetterSource, orMissing: OrMissing): readonly LetterBlock[] {
  const { version, contacts, language } = source;
  const { template, date, plan } = version;
  const texts = letterTexts[language];
  const { from, parts } = texts.individual;
  const horizons = (
    [
      ['short', plan.horizonShort],
      ['long', plan.horizonLong],
    ] as const
  ).flatMap(([horizon, day]) => {
    // A layout may have no column for it: then no word of the sheet says what day it is.
    const column = template.columns.find((each) => each.horizon === horizon);
    return column && day !== ''
      ? [{ term: columnHeading(template, column.id, language), text: longDay(day, texts) }]
      : [];
  });
  const period = horizons.length === 0 ? [] : [{ term: from, text: longDay(date, texts) }, ...horizons];
  const next = contacts.nextMeeting ? [{ term: texts.nextMeeting, text: longDay(contacts.nextMeeting, texts) }] : [];
  return [
    part(parts.period, orMissing(parts.period, factsOf(period))),
    part(parts.revision, orMissing(parts.revision, factsOf(next))),
  ];
}

function consentBlocks({ version, contacts, language }: LetterSource): readonly PlainBlock[] {
  const texts = letterTexts[language];
  return (contacts.consents ?? []).map(({ services, themes, until }) => {
    const about = themes.map((theme) => themeName(version.template, theme, language) || theme);
    return {
      kind: 'paragraph',
      look: 'plain',
      text: texts.individual.consent(
        texts.joined(services.map((service) => isolated(cleanLine(service)))),
        about.length === 0 ? texts.individual.everything : texts.joined(about),
        longDay(until, texts),
      ),
    };
  });
}

/** The services that have something to do, each once. */
function cooperationBlocks(source: LetterSource): readonly PlainBlock[] {
  const services = new Map<string, string>();
  for (const name of openActions(source).flatMap((action) => servicesOf(action, source))) {
    const key = name.toLocaleLowerCase('nb');
    if (!services.has(key)) services.set(key, isolated(name));
  }
  if (services.size === 0) return [];
  const texts = letterTexts[source.language];
  return plain(texts.individual.between(texts.joined([...services.values()])));
}
