import type { PersonId } from '@duken/shared/board';
import { doersOf } from '@duken/shared/people';
import { type PlanAction, type PlanVersion, restsOn, stillToDo } from '@duken/shared/plan';
import { isolated } from '@duken/shared/text';
import type { TFunction } from 'i18next';
import { dayInWords, type Language, namesInWords } from '../texts/index.ts';

/** A tiltak as whoever the plan is about meets it. */
export interface OwnAction {
  readonly action: PlanAction;
  readonly isOwn: boolean;
  /** Who does it and by when, in words. */
  readonly sentence: string;
}

export interface OwnPlan {
  readonly actions: readonly OwnAction[];
  /** How many of them rest on whoever reads. */
  readonly own: number;
}

interface Words {
  readonly t: TFunction<'planlife'>;
  readonly language: Language;
}

/** What is still to be done, with what rests on one first. */
export function ownPlanOf(
  { plan }: Pick<PlanVersion, 'plan'>,
  who: { readonly personId: PersonId; readonly name: string },
  words: Words,
): OwnPlan {
  const actions = stillToDo(plan.actions)
    .map((action) => ({ action, isOwn: restsOn(action, who), sentence: doneBy(action, words) }))
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
  return { actions, own: actions.filter(({ isOwn }) => isOwn).length };
}

function doneBy(action: PlanAction, { t, language }: Words): string {
  const names = doersOf(action).map(({ name }) => isolated(name));
  const navn = namesInWords(names, language);
  // A line never ends between the day and its month.
  const dag = dayInWords(action.due, language).replace(' ', '\u00a0');
  if (names.length === 0) return dag === '' ? t('nobodyYet') : `${t('nobodyYet')}. ${t('byWhen', { dag })}`;
  return dag === '' ? t('doneBy', { navn }) : t('doneByWhen', { navn, dag });
}

/** «2 av 4 tiltak er dine». */
export function countInWords({ actions, own }: OwnPlan, t: Words['t']): string {
  if (actions.length === 0) return t('nothingToDo');
  return own === 0
    ? t('yoursNone', { count: actions.length })
    : t(own === 1 ? 'yours_one' : 'yours_other', { dine: own, count: actions.length });
}

/**
 * What is read aloud, sentence by sentence, in the order of the page.
 * @param isAlone the plan is about whoever reads, and nobody else
 */
export function sentencesOf(
  ownPlan: OwnPlan,
  { plan }: Pick<PlanVersion, 'plan'>,
  { t, isAlone }: Pick<Words, 't'> & { readonly isAlone: boolean },
): readonly string[] {
  return [
    t('ownTitle'),
    ...(plan.dreams.length > 0 ? [t(isAlone ? 'ownDreams' : 'dreams'), ...plan.dreams.map(({ text }) => text)] : []),
    t('whatWeDo'),
    countInWords(ownPlan, t),
    ...ownPlan.actions.flatMap(({ action, isOwn, sentence }) => [
      action.text,
      ...(isOwn ? [t('isYours')] : []),
      sentence,
    ]),
  ];
}
