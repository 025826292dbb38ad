import { type Board, type Note, type NoteId, pairsById } from '@duken/shared/board';
import { cellKey } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';

/** One thing that somebody else did, worth a word. */
export type OthersChange =
  | {
      readonly kind: 'added' | 'deleted' | 'rewritten' | 'moved' | 'action' | 'voice' | 'differs' | 'parted';
      readonly note: Note;
    }
  /** The journey, or who the plan is for and until when. */
  | { readonly kind: 'journey' }
  | { readonly kind: 'header' };

/** What others have changed since it was last told: of each note how it was, and how it is. */
export interface Untold {
  readonly notes: ReadonlyMap<NoteId, { readonly before: Seen | undefined; readonly after: Seen | undefined }>;
  readonly journey: boolean;
  readonly header: boolean;
}

/** A note, and whether it stands beside another. */
interface Seen {
  readonly note: Note;
  readonly differs: boolean;
}

export const nothingUntold: Untold = { notes: new Map(), journey: false, header: false };

/** Adds to what is untold that others made `after` out of `before`. */
export function gather(untold: Untold, before: Board, after: Board): Untold {
  const notes = new Map(untold.notes);
  // A note that nobody touched is the same value in both.
  const [still, now] = [new Set(before.notes), new Set(after.notes)];
  const [was, is] = [seenOn(before, now), seenOn(after, still)];
  for (const id of new Set([...was.keys(), ...is.keys()]))
    notes.set(id, { before: notes.has(id) ? notes.get(id)?.before : was.get(id), after: is.get(id) });
  return {
    notes,
    journey: untold.journey || JSON.stringify(before.journey) !== JSON.stringify(after.journey),
    header:
      untold.header ||
      before.for !== after.for ||
      before.horizonShort !== after.horizonShort ||
      before.horizonLong !== after.horizonLong,
  };
}

/** The notes of a board that are not among the others. */
function seenOn({ notes }: Board, others: ReadonlySet<Note>): ReadonlyMap<NoteId, Seen> {
  const touched = notes.filter((note) => !others.has(note));
  if (touched.length === 0) return new Map();
  const pairs = pairsById(notes);
  return new Map(touched.map((note) => [note.id, { note, differs: pairs.has(note.id) }]));
}

/**
 * What can be told now, and what must wait: a note that somebody is writing in is told when they have left it, so that
 * a listener hears one sentence and not every word.
 */
export function tell(
  untold: Untold,
  isWrittenIn: (noteId: NoteId) => boolean,
): { readonly changes: readonly OthersChange[]; readonly rest: Untold } {
  const waiting = [...untold.notes].filter(([id]) => isWrittenIn(id));
  const ready = [...untold.notes].filter(([id]) => !isWrittenIn(id));
  return {
    changes: [
      ...ready.flatMap(([, { before, after }]) => changeOf(before, after) ?? []),
      ...(untold.journey ? [{ kind: 'journey' } as const] : []),
      ...(untold.header ? [{ kind: 'header' } as const] : []),
    ],
    rest: { notes: new Map(waiting), journey: false, header: false },
  };
}

/** The weightiest thing that happened to a note; undefined when it is as it was, or nobody wrote on it. */
function changeOf(seenBefore: Seen | undefined, seenAfter: Seen | undefined): OthersChange | undefined {
  const [before, after] = [seenBefore?.note, seenAfter?.note];
  if (!after) return before && !isBlank(before.text) ? { kind: 'deleted', note: before } : undefined;
  const differs = seenAfter?.differs ?? false;
  if (!before) {
    if (isBlank(after.text) && !after.action) return undefined;
    return { kind: differs ? 'differs' : 'added', note: after };
  }
  // By whoever says so: a pair that one of two stands by no more still stands.
  if (seenBefore?.differs !== differs) return { kind: differs ? 'differs' : 'parted', note: after };
  if (cellKey(before.cell) !== cellKey(after.cell)) return { kind: 'moved', note: after };
  if (before.text !== after.text) return { kind: 'rewritten', note: after };
  if (JSON.stringify(before.action) !== JSON.stringify(after.action)) return { kind: 'action', note: after };
  if (before.voice !== after.voice) return { kind: 'voice', note: after };
  return before.order === after.order ? undefined : { kind: 'moved', note: after };
}
