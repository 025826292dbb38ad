import { phaseIds, type Voice } from '@duken/shared/board';
import { type PlanDiff, type PlanItem, type PlanVersion, stillToDoFirst } from '@duken/shared/plan';
import type { ColumnId, Template, ThemeId } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { type ChangeGroup, changeSentences } from './changeSentences.ts';
import { letterTexts, phaseWords, statusWords, voiceWords } from './letterTexts.ts';
import { longDate, longMoment, mediumDate } from './norwegianDate.ts';
import { pictureSize } from './pictureSize.ts';
import { printableLine, printableText } from './printableText.ts';

interface LetterItem {
  readonly text: string;
  /** The name of its part of life, where no heading says it already; '' for none. */
  readonly theme: string;
  /** Whose words it is, then whose hand: 'Barnets stemme · skrevet av Selam'. */
  readonly by: string;
  readonly voice: Voice;
}

interface LetterItems {
  readonly heading: string;
  readonly items: readonly LetterItem[];
}

/** Everything that letter.typ sets, as words ready to print. What is empty is left out of the letter. */
export interface Letter {
  readonly title: string;
  readonly subtitle: string;
  readonly present: string;
  readonly dreams: LetterItems;
  readonly actions: {
    readonly heading: string;
    readonly columns: readonly string[];
    readonly rows: readonly {
      readonly text: string;
      readonly theme: string;
      readonly owner: string;
      readonly service: string;
      readonly due: string;
      readonly status: { readonly id: string; readonly word: string };
    }[];
  };
  readonly nowNotes: LetterItems;
  readonly goals: readonly LetterItems[];
  readonly today: {
    readonly heading: string;
    readonly names: { readonly works: string; readonly difficult: string };
    readonly themes: readonly {
      readonly name: string;
      /** The theme's icon as SVG, '' when it has none. */
      readonly icon: string;
      readonly works: readonly LetterItem[];
      readonly difficult: readonly LetterItem[];
    }[];
  };
  readonly journey: {
    readonly heading: string;
    readonly sentence: string;
    /** Empty where no phase was set as a whole. */
    readonly steps: readonly { readonly name: string; readonly state: 'before' | 'here' | 'ahead' }[];
    readonly alt: string;
    readonly themes: readonly { readonly name: string; readonly phase: string }[];
  } | null;
  readonly changes: {
    readonly heading: string;
    readonly groups: readonly ChangeGroup[];
    /** What stands there when nothing changed, or nobody can tell. */
    readonly none: string;
  } | null;
  readonly people: { readonly heading: string; readonly names: string };
  readonly remarks: readonly string[];
  readonly picture: {
    readonly heading: string;
    readonly alt: string /** Height over width. */;
    readonly ratio: number;
  };
  readonly footer: string;
  readonly words: Readonly<Record<'page' | 'of' | 'here' | 'noOwner' | 'noDate', string>>;
}

export interface PlanLetterContent {
  readonly version: PlanVersion;
  /** Of the version, as lower-case hex. */
  readonly sha256: string;
  /** From the version before, or that it cannot be read; absent for the first. */
  readonly changes?: PlanDiff | 'unreadable';
  /** The duk as SVG, as it is stored. */
  readonly picture: string;
}

/** As much of the hash as one can compare by eye; the whole of it stands on the plan page and in the JSON. */
const printedHashLength = 12;

/** Puts a version as a letter: dreams first, then what to do now, the goals, today, the way, and what changed. */
export function planLetter(content: PlanLetterContent): Letter {
  const { version, sha256, changes, picture } = content;
  const { plan, template } = version;
  const title = isBlank(plan.for) ? printableLine(plan.title) : letterTexts.title(printableLine(plan.for));
  const { width: pictureWidth, height: pictureHeight } = pictureSize(picture);
  const names = version.present.map(({ name }) => printableLine(name)).join(', ');
  const heading = (column: ColumnId): string => template.columns.find(({ id }) => id === column)?.heading.nb ?? '';
  const themedItem = (item: PlanItem): LetterItem => itemOf(item, themeName(template, item.theme));
  const hasActions = plan.actions.length > 0;
  return {
    title,
    subtitle: letterTexts.subtitle(version.version, longDate(version.date)),
    present: names === '' ? '' : letterTexts.present(names),
    dreams: { heading: heading('dream'), items: plan.dreams.map(themedItem) },
    actions: {
      heading: heading('now'),
      columns: letterTexts.actionColumns,
      rows: plan.actions.toSorted(stillToDoFirst).map((action) => ({
        text: printableText(action.text),
        theme: themeName(template, action.theme),
        owner: printableLine(action.owner),
        service: printableLine(action.service),
        due: mediumDate(action.due),
        status: { id: action.status, word: statusWords[action.status] },
      })),
    },
    nowNotes: { heading: hasActions ? letterTexts.alsoNow : heading('now'), items: plan.nowNotes.map(themedItem) },
    goals: [
      {
        heading: letterTexts.goals(heading('short'), longDate(plan.horizonShort)),
        items: plan.shortGoals.map(themedItem),
      },
      {
        heading: letterTexts.goals(heading('long'), longDate(plan.horizonLong)),
        items: plan.longGoals.map(themedItem),
      },
    ].filter(({ items }) => items.length > 0),
    today: {
      heading: letterTexts.today,
      names: { works: heading('works'), difficult: heading('difficult') },
      themes: plan.today.map(({ theme, works, difficult }) => ({
        name: themeName(template, theme) || letterTexts.withoutTheme,
        icon: iconOf(template, theme),
        works: works.map((item) => itemOf(item)),
        difficult: difficult.map((item) => itemOf(item)),
      })),
    },
    journey: journeyOf(version),
    changes: changes ? changesOf(changes, version) : null,
    people: { heading: letterTexts.people, names },
    remarks: [
      letterTexts.frozen(longMoment(version.frozenAt)),
      letterTexts.fingerprint,
      ...(plan.leftOut > 0 ? [letterTexts.leftOut(plan.leftOut)] : []),
    ],
    picture: {
      heading: letterTexts.picture,
      alt: letterTexts.pictureAlt(version.sheet.notes.length, printableLine(plan.title)),
      ratio: pictureHeight / pictureWidth,
    },
    footer: letterTexts.footer(title, version.version, sha256.slice(0, printedHashLength)),
    words: {
      page: letterTexts.page,
      of: letterTexts.of,
      here: letterTexts.here,
      noOwner: letterTexts.noOwner,
      noDate: letterTexts.noDate,
    },
  };
}

function itemOf(item: PlanItem, theme = ''): LetterItem {
  const name = printableLine(item.authorName);
  const voice = voiceWords[item.voice];
  return {
    text: printableText(item.text),
    theme,
    by: name === '' ? voice : `${voice} · ${letterTexts.writtenBy(name)}`,
    voice: item.voice,
  };
}

function themeName(template: Template, theme: ThemeId | ''): string {
  return template.themes.find(({ id }) => id === theme)?.name.nb ?? '';
}

/** Only the letters, digits and signs of path data: an icon is drawn, never read as markup. */
const pathData = /^[\d\sMmLlHhVvCcSsQqTtAaZz.,+-]+$/;

function iconOf(template: Template, theme: ThemeId | ''): string {
  const path = template.themes.find(({ id }) => id === theme)?.icon ?? '';
  if (!pathData.test(path)) return '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${path}" fill="none" stroke="#1f5c56" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}

function journeyOf({ plan, template }: PlanVersion): Letter['journey'] {
  const { overall, themes } = plan.journey;
  if (!overall && themes.length === 0) return null;
  const here = overall ? phaseIds.indexOf(overall) : -1;
  return {
    heading: letterTexts.journey,
    sentence: overall ? letterTexts.phase(phaseWords[overall]) : '',
    steps: overall
      ? phaseIds.map((id, index) => ({
          name: phaseWords[id],
          state: index < here ? 'before' : index === here ? 'here' : 'ahead',
        }))
      : [],
    alt: overall ? letterTexts.staircase(Object.values(phaseWords), phaseWords[overall]) : '',
    themes: themes.map(({ theme, phase }) => ({ name: themeName(template, theme), phase: phaseWords[phase] })),
  };
}

function changesOf(
  changes: NonNullable<PlanLetterContent['changes']>,
  { version, template }: PlanVersion,
): NonNullable<Letter['changes']> {
  if (changes === 'unreadable')
    return { heading: letterTexts.changesUnknown, groups: [], none: letterTexts.previousUnreadable(version - 1) };
  return {
    heading: letterTexts.changes(changes.from.version, longDate(changes.from.date)),
    groups: changeSentences(changes, template).map((group) => ({
      ...group,
      sentences: group.sentences.map(printableText),
    })),
    none: letterTexts.nothingChanged,
  };
}
