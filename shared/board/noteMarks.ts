import * as Y from 'yjs';
import type { NoteId, ParticipantId } from './board.ts';

/** Somebody who wrote, with all seats that are the same person's. */
export interface Hand {
  readonly participantId: ParticipantId;
  readonly seats: ReadonlySet<ParticipantId>;
}

/** Whose hand was last on a note: on its words and voice, and on whether it lies in the bin. */
export type NoteHands = { readonly words?: Hand; readonly bin?: Hand };

/** What is to stand on a note. `deletedBy: null`: it is out of the bin. */
export interface NoteMark {
  readonly editedBy?: ParticipantId;
  readonly deletedBy?: ParticipantId | null;
}

/** Clocks of one Yjs client that follow each other: parts that an update adds, or deletes. */
export interface Span {
  readonly client: number;
  readonly clock: number;
  readonly len: number;
}

/**
 * The notes on which parts were added or deleted, each with the hand that did. Moving, votes and a tiltak are no hand on what
 * a note says.
 * @param doc with the parts worked in: only there it is known where a letter that was put between two others lies
 */
export function handsOnNotes(doc: Y.Doc, hand: Hand, spans: Iterable<Span>): ReadonlyMap<NoteId, NoteHands> {
  const hands = new Map<NoteId, NoteHands>();
  const notes = doc.share.get('notes');
  if (!notes) return hands;
  const touch = (item: Y.Item | Y.GC) => {
    const touched = item instanceof Y.Item ? touchOf(item, notes) : undefined;
    if (!touched) return;
    const [noteId, what] = touched;
    if (!hands.get(noteId)?.[what]) hands.set(noteId, { ...hands.get(noteId), [what]: hand });
  };
  for (const span of spans) eachItem(doc, span, touch);
  return hands;
}

/** Which marks these hands change. The author's own hand on a note that nobody else has touched leaves none. */
export function marksOf(doc: Y.Doc, hands: ReadonlyMap<NoteId, NoteHands>): ReadonlyMap<NoteId, NoteMark> {
  const marks = new Map<NoteId, NoteMark>();
  for (const [noteId, { words, bin }] of hands) {
    const note = doc.getMap('notes').get(noteId);
    if (!(note instanceof Y.Map)) continue;
    const isLast = (hand: Hand, key: string) => hand.seats.has((note.get(key) ?? note.get('author')) as ParticipantId);
    const mark = {
      ...(words && !isLast(words, 'editedBy') && { editedBy: words.participantId }),
      ...(bin && note.has('deletedAt') && !isLast(bin, 'deletedBy') && { deletedBy: bin.participantId }),
      ...(bin && !note.has('deletedAt') && note.has('deletedBy') && { deletedBy: null }),
    };
    if (Object.keys(mark).length > 0) marks.set(noteId, mark);
  }
  return marks;
}

/** Sets what `marksOf` found. */
export function setMarks(doc: Y.Doc, marks: ReadonlyMap<NoteId, NoteMark>): void {
  for (const [noteId, { editedBy, deletedBy }] of marks) {
    const note = doc.getMap('notes').get(noteId);
    if (!(note instanceof Y.Map)) continue;
    if (editedBy !== undefined) note.set('editedBy', editedBy);
    if (deletedBy === null) note.delete('deletedBy');
    else if (deletedBy !== undefined) note.set('deletedBy', deletedBy);
  }
}

/** Which note an item lies on, and what it is there. */
function touchOf(item: Y.Item, notes: unknown): readonly [NoteId, keyof NoteHands] | undefined {
  const { parent } = item;
  const holder = parent instanceof Y.AbstractType ? parent._item : null;
  if (!holder) return undefined;
  if (holder.parent === notes) return touchOfKey(holder.parentSub, item.parentSub);
  const note = holder.parent instanceof Y.AbstractType ? holder.parent._item : null;
  return note && note.parent === notes ? touchOfKey(note.parentSub, holder.parentSub) : undefined;
}

function touchOfKey(noteId: string | null, key: string | null): readonly [NoteId, keyof NoteHands] | undefined {
  switch (key) {
    case 'text':
    case 'voice':
    case 'lang':
    case 'handwriting':
      return [noteId as NoteId, 'words'];
    case 'deletedAt':
      return [noteId as NoteId, 'bin'];
    default:
      return undefined;
  }
}

/** What lies in a document in a span. */
function eachItem(doc: Y.Doc, { client, clock, len }: Span, act: (item: Y.Item | Y.GC) => void): void {
  const items = doc.store.clients.get(client) ?? [];
  if (clock >= Y.getState(doc.store, client)) return;
  for (let at = Y.findIndexSS(items, clock); at < items.length; at++) {
    const item = items[at];
    if (!item || item.id.clock >= clock + len) return;
    act(item);
  }
}

/** The marks that the relay sets on the notes of a duk. */
export const noteMarks = { handsOn: handsOnNotes, marksOf, setMarks };
