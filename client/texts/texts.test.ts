import { templates } from '@duken/shared/template';
import { describe, expect, it } from 'vitest';
import { ar } from './ar/index.ts';
import { planlife as arPlanlife } from './ar/planlife.ts';
import { en } from './en/index.ts';
import { lateTexts } from './lateTexts.ts';
import { nb } from './nb/index.ts';
import { planlife as nbPlanlife } from './nb/planlife.ts';
import { nn } from './nn/index.ts';
import { pl } from './pl/index.ts';
import { planlife as plPlanlife } from './pl/planlife.ts';
import { se } from './se/index.ts';
import { so } from './so/index.ts';
import { planlife as soPlanlife } from './so/planlife.ts';
import { ti } from './ti/index.ts';
import { planlife as tiPlanlife } from './ti/planlife.ts';
import { uk } from './uk/index.ts';
import { planlife as ukPlanlife } from './uk/planlife.ts';

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

const flat = (texts: Texts) =>
  new Map(
    Object.entries(texts).flatMap(([feature, entries]) =>
      Object.entries(entries).map(([key, text]) => [`${feature}:${key}`, text] as const),
    ),
  );
const holes = (text: string) => [...text.matchAll(/\{[^}]*\}/g)].map(([hole]) => hole).sort();

/** All that a language has, those of late pages too. */
const all = async (language: 'nb' | 'nn' | 'en', texts: Texts): Promise<Texts> => ({
  ...texts,
  ...Object.fromEntries(
    await Promise.all(Object.entries(lateTexts).map(async ([topic, load]) => [topic, await load[language]()])),
  ),
});
const [allNb, allNn, allEn] = await Promise.all([all('nb', nb), all('nn', nn), all('en', en)]);
const bokmal = flat(allNb);

describe.each([
  ['bokmål', allNb],
  ['nynorsk', allNn],
  ['English', allEn],
] satisfies [string, Texts][])('the texts in %s', (_name, texts) => {
  const here = flat(texts);

  it('are there for every key, and for no other', () => {
    expect([...here.keys()].sort()).toEqual([...bokmal.keys()].sort());
  });

  it('are never empty', () => {
    expect([...here].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have the same holes as in bokmål', () => {
    const differing = [...here].filter(([key, text]) => holes(text).join() !== holes(bokmal.get(key) ?? '').join());
    expect(differing).toEqual([]);
  });

  it('have holes with a name i18next can fill', () => {
    const odd = [...here].filter(([, text]) => /[{}]/.test(text.replaceAll(/\{[a-zA-Z]+\}/g, '')));
    expect(odd).toEqual([]);
  });
});

type Feature = keyof typeof nb;

/**
 * What a guest does not meet, by feature: texts of whoever leads, of whoever interprets, and what hardly ever comes. They are said
 * in bokmål in the languages below; so is a whole feature that is not in `guestFeatures`. A new text for guests is put into all.
 */
const notForGuests: Partial<Record<Feature, readonly RegExp[]>> = {
  board: [
    /^(invite|freeze|emptyBin|boardName|rename|archive|putAway|takeOut|deleteBoard|deleteMeans|deleteInstead|writeName)/,
    /^(deleteForGood|aboutBoard|meeting|changeMeeting|tidy|tidyHint|tidied|tidyAlready)$/,
    /^(putThemeAway|takeThemeOut|themePutAway|themeInUse|forTitle|forLabel|horizon|frozenLabel)/,
    /^(trouble-(noLine|tooManyWindows|tooOften|tooSlow|boardFull)|layoutMissing|unreadable|tooLarge|refused)/,
    /^(pastedTitle|oneNote|unfold|eraserHint|kept|leftOutOne|leftOutMany|orderInRing)/,
  ],
  common: [
    /^(addAsPerson|onlyName|peopleFull|severalCalled|roleAdmin|lineTooLong|people|person|addName|removePerson)/,
    /^(signIn|stage)/,
  ],
  // Somebody who works in a service is told this.
  join: [/^(leader|notInConsent)/],
  // Whoever writes for a service.
  list: [/^longSentence$/],
  helper: [/^(whoHelps|nobodyHelps|said)/],
  interpret: [
    /^(title|which|choose|begin|change|left|nothingLeft|noNotes|newNote|mustBeSeen|done|into|from|madeFrom)/,
    /^(save|next|back|empty|tooLong|goneNow|allNotes|open|ended)/,
  ],
};

/** Of what can go wrong at the server, what a guest can bring about or meet; the rest is told to whoever leads, or to programs. */
const problemsOfGuests = new Set<string>([
  'invalidRequest',
  'notIn',
  'notAllowed',
  'accessEnded',
  'waiting',
  'refused',
  'plansNotGiven',
  'helperChanged',
  'linkRefused',
  'notFound',
  'requestTooLarge',
  'tooManyRequests',
  'tooManyWindows',
  'internalError',
  'serverFull',
  'stopping',
  'storageUnavailable',
  'boardArchived',
  'actionNotInPlan',
  'notCitizen',
  'newerVersion',
  'planNotDraft',
]);

/** Of approving a plan: what stands on the page of whoever it is about. How it went since, in bokmål, is the leader's. */
const approvingOfGuests =
  /^(draft|draftText|own(Title|Dreams)|dreams|whatWeDo|isYours|questionFor|answer-\w+|addLine|saveLine|answerSaved|youSaid|wholePlan|approve(Hint|Title|Text|Open_\w+|Changes)?|doApprove|notNow|thanks|childText|notYours)$/;

/** The features that a guest meets. */
const guestFeatures = [
  'board',
  'common',
  'errors',
  'helper',
  'ink',
  'interpret',
  'join',
  'journey',
  'list',
  'problems',
  'search',
] as const satisfies readonly Feature[];

/** The texts that every language has for those who come as guests, in bokmål, by feature. */
function textsOfGuests(): ReadonlyMap<string, Readonly<Record<string, string>>> {
  return new Map(
    guestFeatures.map((feature) => {
      const theirs = Object.entries(nb[feature]).filter(
        ([key]) =>
          !notForGuests[feature]?.some((pattern) => pattern.test(key)) &&
          (feature !== 'problems' || problemsOfGuests.has(key)),
      );
      return [feature, Object.fromEntries(theirs)];
    }),
  );
}

const guests = new Map([
  ...textsOfGuests(),
  ['planlife', Object.fromEntries(Object.entries(nbPlanlife).filter(([key]) => approvingOfGuests.test(key)))] as const,
]);
const plural = /^(.*)_(zero|one|two|few|many|other)$/;

/** The keys that a language needs: where bokmål has two forms for number, as many as the language itself has. */
function keysFor(texts: Readonly<Record<string, string>>, tag: string): readonly string[] {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  const keys = Object.keys(texts).flatMap((key) => {
    const base = plural.exec(key)?.[1];
    return base !== undefined && `${base}_other` in texts ? pluralCategories.map((form) => `${base}_${form}`) : [key];
  });
  return [...new Set(keys)].sort();
}

const letters = { ar: /\p{Script=Arabic}/u, uk: /\p{Script=Cyrillic}/u, ti: /\p{Script=Ethiopic}/u } as const;

describe.each([
  ['polsk', 'pl', { ...pl, planlife: plPlanlife }],
  ['ukrainsk', 'uk', { ...uk, planlife: ukPlanlife }],
  ['arabisk', 'ar', { ...ar, planlife: arPlanlife }],
  ['somali', 'so', { ...so, planlife: soPlanlife }],
  ['tigrinja', 'ti', { ...ti, planlife: tiPlanlife }],
] as const)('the texts for guests in %s', (_name, tag, { sheet, ...features }) => {
  const here: Readonly<Record<string, Readonly<Record<string, string>>>> = features;

  it.each([...guests])(
    'are there for every text of %s, in every form for number, and for no other',
    (feature, texts) => {
      expect(Object.keys(here[feature] ?? {}).sort()).toEqual(keysFor(texts, tag));
    },
  );

  it.each([...guests])('have the holes of %s; a number is only left out where its form says it', (feature, texts) => {
    const differing = Object.entries(here[feature] ?? {}).filter(([key, text]) => {
      const [, base, form] = plural.exec(key) ?? [];
      const own = holes(text).join();
      if (base === undefined || !(`${base}_other` in texts)) return own !== holes(texts[key] ?? '').join();
      const whole = holes(texts[`${base}_other`] ?? '');
      const isSaid = form === 'zero' || form === 'one' || form === 'two';
      return own !== whole.join() && !(isSaid && own === whole.filter((hole) => hole !== '{count}').join());
    });
    expect(differing).toEqual([]);
  });

  it('are in its own letters, and never what bokmål says', () => {
    const own = letters[tag as keyof typeof letters];
    const odd = [...guests].flatMap(([feature, texts]) =>
      Object.entries(here[feature] ?? {}).filter(([key, text]) => {
        const said = text.replaceAll(/\{[^}]*\}/g, '');
        return own ? /\p{L}/u.test(said) && !own.test(said) : text === texts[key] && /\p{L}{7}/u.test(said);
      }),
    );
    expect(odd).toEqual([]);
  });
});

describe.each(Object.entries({ pl, uk, ar, so, ti, se }))('the sheet in %s', (tag, { sheet }) => {
  it('has a name for every column and theme of the layouts that ship, and its own words', () => {
    const named = Object.values(templates).flatMap(({ columns, themes }) => [
      ...columns.map(({ heading }) => heading.nb),
      ...themes.map(({ name }) => name.nb),
    ]);
    expect(Object.keys(sheet.names).sort()).toEqual([...new Set(named)].sort());
    expect([sheet.words.language, sheet.words.months.length]).toEqual([tag, 12]);
    const said = [...Object.values(sheet.names), ...sheet.words.months, ...Object.values(sheet.words.status)];
    expect(said.filter((text) => text.trim() === '')).toEqual([]);
  });
});
