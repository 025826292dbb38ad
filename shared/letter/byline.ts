import type { PlanItem } from '../plan/index.ts';
import { cleanLine, isolated } from '../text/index.ts';
import type { LetterTexts } from './texts/letterTexts.ts';

/**
 * Whose words it is, then whose hand it was: 'Barnets stemme · skrevet av Selam'. The same for every voice, since anybody
 * at the table may write for another, and only those who were there know whether the two are one.
 */
export function byline({ voice, authorName }: Pick<PlanItem, 'voice' | 'authorName'>, texts: LetterTexts): string {
  // A round is nobody's hand.
  const name = voice === 'round' ? '' : cleanLine(authorName);
  return name === '' ? texts.voices[voice] : `${texts.voices[voice]} · ${texts.writtenBy(isolated(name))}`;
}

/** The byline that two or more of these have, and that can be said once for all of them; '' where there is none. */
export function commonByline(items: readonly PlanItem[], texts: LetterTexts): string {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(byline(item, texts), (counts.get(byline(item, texts)) ?? 0) + 1);
  const [most = ['', 0] as const] = [...counts].sort(([, a], [, b]) => b - a);
  return most[1] > 1 && most[1] * 2 > items.length ? most[0] : '';
}
