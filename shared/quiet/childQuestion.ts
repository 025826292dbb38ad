import * as Y from 'yjs';
import type { NoteId, PersonId } from '../board/index.ts';
import { failed, type Result, succeeded } from '../result.ts';
import { cleanText } from '../text/index.ts';

/** What a child answers to somebody who wants a note of its changed. */
export const childAnswers = ['yes', 'no', 'later'] as const;
export type ChildAnswer = (typeof childAnswers)[number];

/** Longest question to a child, in UTF-16 units: a child is to read it. */
export const longestQuestion = 300;

/** Somebody asks whether a child would change a note of its own. It lies in the private document of the child, and of whom it lets write for it. */
export interface ChildQuestion {
  readonly noteId: NoteId;
  /** Who asks, as they are called. */
  readonly by: string;
  readonly byPerson: PersonId;
  readonly words: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly answer?: ChildAnswer;
}

/** What one has asked a child oneself, and its answer. It lies in one's own private document. */
export type AskedChild = Omit<ChildQuestion, 'byPerson' | 'by'> & {
  /** The child's name. */
  readonly of: string;
};

const askedIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('asked');
const askedOfIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('askedOf');

/**
 * Puts a question before a child. One at a time about a note, from whomever, and one unanswered from each who asks; a no is a no: nobody
 * asks about that note again. Only the server does.
 *
 * @param isThere whether a note lies on the duk still: a question about one that is gone waits for nothing
 */
export function askChild(
  doc: Y.Doc,
  { noteId, ...question }: ChildQuestion,
  isThere: (noteId: NoteId) => boolean,
): Result<void, { readonly kind: 'childAskedAlready' | 'childHasYourQuestion' | 'childSaidNo' }> {
  const before = questionAbout(doc, noteId);
  if (before?.answer === 'no') return failed({ kind: 'childSaidNo' });
  if (before && before.answer !== 'yes') return failed({ kind: 'childAskedAlready' });
  const waits = readAsked(doc).some(
    (other) => other.byPerson === question.byPerson && other.answer === undefined && isThere(other.noteId),
  );
  if (waits) return failed({ kind: 'childHasYourQuestion' });
  askedIn(doc).set(noteId, question);
  return succeeded(undefined);
}

/** The question about a note, as it stands before somebody. */
export function questionAbout(doc: Y.Doc, noteId: NoteId): ChildQuestion | undefined {
  return readQuestion(noteId, askedIn(doc).get(noteId));
}

/** Shows whom a child lets write for it what stands before the child, whatever was asked while they were not let. Only the server does. */
export function showQuestion(doc: Y.Doc, { noteId, ...question }: ChildQuestion): void {
  askedIn(doc).set(noteId, question);
}

/** Sets the child's answer; it may change its mind. Only the server does, for the child. */
export function answerQuestion(
  doc: Y.Doc,
  noteId: NoteId,
  answer: ChildAnswer,
): Result<ChildQuestion, { readonly kind: 'childsNoteNotFound' }> {
  const question = questionAbout(doc, noteId);
  if (!question) return failed({ kind: 'childsNoteNotFound' });
  const answered = { ...question, answer };
  showQuestion(doc, answered);
  return succeeded(answered);
}

/** Keeps what somebody has asked, or was answered, in their own document. Only the server does. */
export function keepAsked(doc: Y.Doc, { noteId, ...asked }: AskedChild): void {
  askedOfIn(doc).set(noteId, asked);
}

/** Tells somebody what a child has answered to what they asked. Only the server does. */
export function tellAnswer(doc: Y.Doc, noteId: NoteId, answer: ChildAnswer): void {
  const asked = askedOfIn(doc).get(noteId);
  if (isPlain(asked)) askedOfIn(doc).set(noteId, { ...asked, answer });
}

/** What a child is asked, oldest first. What does not fit is left out. */
export function readAsked(doc: Y.Doc): readonly ChildQuestion[] {
  return [...askedIn(doc).entries()]
    .flatMap(([id, value]) => readQuestion(id as NoteId, value) ?? [])
    .toSorted((a, b) => a.at - b.at);
}

/** What one has asked, oldest first. */
export function readAskedOf(doc: Y.Doc): readonly AskedChild[] {
  return [...askedOfIn(doc).entries()]
    .flatMap(([id, value]): readonly AskedChild[] => {
      const question = readWords(id as NoteId, value);
      return question && isPlain(value) && typeof value.of === 'string' ? [{ ...question, of: value.of }] : [];
    })
    .toSorted((a, b) => a.at - b.at);
}

function readQuestion(noteId: NoteId, value: unknown): ChildQuestion | undefined {
  const question = readWords(noteId, value);
  if (!question || !isPlain(value) || typeof value.by !== 'string' || typeof value.byPerson !== 'string')
    return undefined;
  return { ...question, by: value.by, byPerson: value.byPerson as PersonId };
}

function readWords(noteId: NoteId, value: unknown): Omit<AskedChild, 'of'> | undefined {
  if (!isPlain(value) || typeof value.words !== 'string' || typeof value.at !== 'number') return undefined;
  const answer = childAnswers.find((one) => one === value.answer);
  return { noteId, words: cleanText(value.words), at: value.at, ...(answer ? { answer } : {}) };
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !(value instanceof Y.AbstractType);
}
