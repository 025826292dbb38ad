import type { PlanLife } from '../plan/index.ts';
import { cleanLine, isolated } from '../text/index.ts';
import type { LetterStanding } from './letter.ts';
import { dayInOslo, longDay } from './letterDates.ts';
import type { LetterTexts } from './texts/letterTexts.ts';

/** How a version stands now, in words that go with every letter and file of it. What the version holds is never changed by it. */
export function letterStanding(
  { state, approval, release }: Pick<PlanLife, 'state' | 'approval' | 'release'>,
  texts: LetterTexts,
): LetterStanding {
  const { standing } = texts;
  if (state === 'draft') return { mark: standing.draft, word: standing.draft, sentence: standing.draftMeans };
  const said = (words: string): string => isolated(cleanLine(words));
  if (approval?.by === 'citizen') {
    const sentence = standing.approvedBy(said(approval.name), dayInOslo(approval.at, texts));
    return { mark: '', word: standing.approved, sentence };
  }
  if (approval) {
    const { name, at, when, how } = approval;
    const sentence = standing.approvedAsSpoken(longDay(when, texts), said(how), said(name), dayInOslo(at, texts));
    return { mark: '', word: standing.approved, sentence };
  }
  if (release) {
    const { name, at, reason } = release;
    return {
      mark: '',
      word: standing.released,
      sentence: standing.releasedBy(said(name), dayInOslo(at, texts), said(reason)),
    };
  }
  return { mark: '', word: '', sentence: '' };
}

/** The same of a cut: who said yes and how, or why nobody did, is the family's own. */
export function cutStanding({ state }: Pick<PlanLife, 'state'>, texts: LetterTexts): LetterStanding {
  const { standing } = texts;
  if (state === 'draft') return { mark: standing.draft, word: standing.draft, sentence: standing.draftMeans };
  const word = state === 'approved' ? standing.approved : state === 'released' ? standing.released : '';
  return { mark: '', word, sentence: word === '' ? '' : `${word}.` };
}
