import type { NoteId } from '@duken/shared/board';
import type { PlacedNote, SheetLayout } from '@duken/shared/sheet';
import { useCallback, useMemo, useState } from 'react';

/** The notes one has chosen on the canvas: one by a click, several with Shift, a frame, or a finger that rests. */
export interface Selection {
  /** Those that are on the sheet now, in reading order. */
  readonly notes: readonly PlacedNote[];
  readonly has: (noteId: NoteId) => boolean;
  /** One chooses several: since a finger has no Shift, each tap adds a note, or lets it go; arrows leave what is chosen. */
  readonly isAdding: boolean;
  /** Chooses these, and lets go of the others. */
  readonly choose: (...noteIds: readonly NoteId[]) => void;
  /** Adds a note to those chosen, or lets go of it. */
  readonly toggle: (noteId: NoteId) => void;
  readonly add: (noteIds: readonly NoteId[]) => void;
  /** From now on taps add. A single note that was chosen before is let go of. */
  readonly startAdding: (noteId: NoteId) => void;
  readonly clear: () => void;
}

interface Chosen {
  readonly ids: ReadonlySet<NoteId>;
  readonly isAdding: boolean;
}

const none: Chosen = { ids: new Set(), isAdding: false };

export function useSelection(layout: SheetLayout): Selection {
  const [{ ids, isAdding }, set] = useState(none);
  const notes = useMemo(
    () => (ids.size === 0 ? [] : layout.notes.filter(({ note }) => ids.has(note.id))),
    [layout, ids],
  );
  const has = useCallback((noteId: NoteId) => ids.has(noteId), [ids]);
  const choose = useCallback((...noteIds: readonly NoteId[]) => set({ ids: new Set(noteIds), isAdding: false }), []);
  const toggle = useCallback((noteId: NoteId) => {
    set((before) => {
      const after = new Set(before.ids);
      if (!after.delete(noteId)) after.add(noteId);
      return after.size === 0 ? none : { ...before, ids: after };
    });
  }, []);
  const add = useCallback((noteIds: readonly NoteId[]) => {
    if (noteIds.length > 0) set((before) => ({ ...before, ids: new Set([...before.ids, ...noteIds]) }));
  }, []);
  const startAdding = useCallback((noteId: NoteId) => {
    set((before) => {
      const kept = before.isAdding || before.ids.size > 1 ? before.ids : none.ids;
      return { ids: new Set([...kept, noteId]), isAdding: true };
    });
  }, []);
  const clear = useCallback(() => set(none), []);
  return { notes, has, isAdding, choose, toggle, add, startAdding, clear };
}
