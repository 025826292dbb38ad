import * as Y from 'yjs';
import { maxNoteLength, type NoteId, type PersonId } from '../board/index.ts';
import { failed, type Result, succeeded } from '../result.ts';
import { cleanText, isBlank } from '../text/index.ts';

/** Words that somebody has handed to whoever leads, to be read out. They lie in private documents alone, and never on the duk. */
export interface ToReadOut {
  /** The draft's own id, which is its writer's to choose: two people may have the same. */
  readonly draftId: NoteId;
  readonly byPerson: PersonId;
  /** Whose words they are, as they are called. */
  readonly by: string;
  readonly words: string;
  /** When they were handed over, in milliseconds since the epoch. */
  readonly at: number;
}

/** How far a draft has come that its writer handed over: it waits to be read out, or was. */
export type HandedOver = 'waiting' | 'read';

/** Most that wait from one person: whoever leads is to read them. */
export const mostToReadOut = 20;

const toReadOutIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('toReadOut');
const handedIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('handedOver');
const keyOf = (byPerson: PersonId, draftId: NoteId): string => `${byPerson}/${draftId}`;

/** Puts words before whoever leads, who may have them from another window already. Only the server does. */
export function putToReadOut(
  doc: Y.Doc,
  toRead: ToReadOut,
): Result<void, { readonly kind: 'tooManyToReadOut'; readonly max: number }> {
  const key = keyOf(toRead.byPerson, toRead.draftId);
  const waiting = readToReadOut(doc).filter(({ byPerson }) => byPerson === toRead.byPerson);
  if (waiting.length >= mostToReadOut && !toReadOutIn(doc).has(key))
    return failed({ kind: 'tooManyToReadOut', max: mostToReadOut });
  toReadOutIn(doc).set(key, toRead);
  return succeeded(undefined);
}

/** Takes words away from whoever leads: they were read out, or their writer took them back. Only the server does. */
export function removeToReadOut(doc: Y.Doc, byPerson: PersonId, draftId: NoteId): boolean {
  const key = keyOf(byPerson, draftId);
  const isThere = toReadOutIn(doc).has(key);
  if (isThere) toReadOutIn(doc).delete(key);
  return isThere;
}

/** Tells a writer how far it has come; undefined where they have it for themself again. Only the server does. */
export function setHandedOver(doc: Y.Doc, draftId: NoteId, handed: HandedOver | undefined): void {
  if (handed) handedIn(doc).set(draftId, handed);
  else handedIn(doc).delete(draftId);
}

export function handedOverAs(doc: Y.Doc, draftId: NoteId): HandedOver | undefined {
  const handed = handedIn(doc).get(draftId);
  return handed === 'waiting' || handed === 'read' ? handed : undefined;
}

/** What one is to read out for others, the longest waiting first. What does not fit is left out. */
export function readToReadOut(doc: Y.Doc): readonly ToReadOut[] {
  return [...toReadOutIn(doc).values()]
    .flatMap((value): readonly ToReadOut[] => {
      if (typeof value !== 'object' || value === null || value instanceof Y.AbstractType) return [];
      const { draftId, byPerson, by, words, at } = value as Record<string, unknown>;
      if (typeof words !== 'string' || isBlank(words) || typeof at !== 'number' || typeof by !== 'string') return [];
      if (typeof draftId !== 'string' || typeof byPerson !== 'string') return [];
      const clean = cleanText(words).slice(0, maxNoteLength);
      return [{ draftId: draftId as NoteId, byPerson: byPerson as PersonId, by, words: clean, at }];
    })
    .toSorted((a, b) => a.at - b.at);
}
