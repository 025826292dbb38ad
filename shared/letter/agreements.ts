import { type Action, type NoteId, orderOf } from '../board/index.ts';
import { cleanLine, isolated } from '../text/index.ts';
import { inShort } from './inShort.ts';
import { mediumDay } from './letterDates.ts';
import type { LetterTexts } from './texts/letterTexts.ts';

/** A tiltak among those that it may wait for. */
type Agreed = Action & { readonly noteId: NoteId; readonly text: string };

/** Longest words that another tiltak is known by, in UTF-16 units. */
const longestName = 70;

/**
 * What is agreed of a tiltak beside who, when and how far: its order among the others, who must say yes to it and who pays. Of one that
 * is done or stopped only who pays: the rest is over.
 */
export function agreementsOf(action: Agreed, among: readonly Agreed[], texts: LetterTexts): readonly string[] {
  const { settleWith, settleBy = '', alongside, paidBy, status } = action;
  const { agreed } = texts;
  const quoted = (other: Agreed): string => texts.quoted(isolated(inShort(other.text, longestName)));
  const paid = paidBy ? [agreed.paidBy(isolated(cleanLine(paidBy)))] : [];
  if (status === 'done' || status === 'stopped') return paid;
  const first = among.find(({ noteId }) => noteId === orderOf(among).get(action.noteId));
  const beside = among.find(({ noteId }) => noteId === alongside);
  return [
    // What was stopped is waited for by nobody.
    ...(first && first.status !== 'stopped' ? [agreed.follows(quoted(first), first.status === 'done')] : []),
    ...(beside ? [agreed.alongside(quoted(beside))] : []),
    ...(settleWith ? [agreed.settle(isolated(cleanLine(settleWith)), mediumDay(settleBy, texts))] : []),
    ...paid,
  ];
}
