import * as Y from 'yjs';
import { cleanText, isBlank } from '../text/index.ts';
import { goalAims, type Handwriting, longestWrittenUp, maxHandwriting, type Stretch, type WrittenUp } from './board.ts';

/** Reading single values of a document that may come from anybody's program. */

/** Before the voter's id: a vote on a note from before there were any, which has no place for them all. */
export const votePrefix = 'vote/';

/** Before the giver's id: a heart of those whose plan it is. */
export const heartPrefix = 'heart/';

/** The one of these that the value is. */
export function memberOf<Member extends string>(members: readonly Member[], value: unknown): Member | undefined {
  return members.find((member) => member === value);
}

/** Longest id that is read, in UTF-16 units: more than any that we make. */
const maxIdLength = 200;

/** Longest text of what is a line, in UTF-16 units: the head of the sheet, who answers for a tiltak. */
export const maxReadableLine = 2_000;

/** A value that can be the id of something. */
export function idOf<Id extends string>(value: unknown): Id | undefined {
  return typeof value === 'string' && value !== '' && value.length <= maxIdLength ? (value as Id) : undefined;
}

/** Furthest moment from the epoch that is a date at all, in milliseconds (ECMA-262, "Time Values"). */
const furthestMoment = 8.64e15;

/** Whether a value is a moment that can be told as a date. */
export function isMoment(value: unknown): value is number {
  return isFiniteNumber(value) && Math.abs(value) <= furthestMoment;
}

export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** More than any language tag that is registered. */
const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** Whether text is a language tag as pages and readers take it, such as `ti` or `zh-Hant`. */
export function isLanguage(text: string): boolean {
  return languageTag.test(text);
}

/** A stretch of time that has a beginning before its end. */
export function readStretch(value: unknown): Stretch | undefined {
  if (!isRecord(value) || !isMoment(value.from) || !isMoment(value.until)) return undefined;
  return value.from < value.until ? { from: value.from, until: value.until } : undefined;
}

/** Whether a value is plain data with names, and no place in a document. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !(value instanceof Y.AbstractType);
}

/**
 * Outlines of straight lines, each from a point of its own: nothing else that a path can be is drawn. A space or a sign stands
 * between each number and the next, so that there is one way to read it: with two for each, a forged note would take for ever.
 */
const outlines = /^(?:M\d{1,4} \d{1,4}l-?\d{1,4}(?: -?|-)\d{1,4}(?:(?: -?|-)\d{1,4}(?: -?|-)\d{1,4})*z)+$/;

/** What somebody wrote by hand, where a value is that and no larger than we make it. */
export function readHandwriting(value: unknown): Handwriting | undefined {
  if (!isRecord(value)) return undefined;
  const { sheet, x, y, width, height, path } = value;
  if (![sheet, x, y].every((one) => isWhole(one, 0, 100_000))) return undefined;
  if (!isWhole(width, 1, maxHandwriting.width) || !isWhole(height, 1, maxHandwriting.height)) return undefined;
  if (typeof path !== 'string' || path.length > maxHandwriting.path || !outlines.test(path)) return undefined;
  return { sheet: sheet as number, x: x as number, y: y as number, width, height, path };
}

/** A goal as it was written up, where a value is that. */
export function readWrittenUp(value: unknown): WrittenUp | undefined {
  if (!isRecord(value) || typeof value.words !== 'string' || value.words.length > longestWrittenUp) return undefined;
  const as = memberOf(goalAims, value.as);
  const words = cleanText(value.words).trim();
  return as === undefined || isBlank(words) ? undefined : { as, words };
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
