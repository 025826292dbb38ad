import { useCallback, useState } from 'react';

/** Kept for as long as the browser's window: going to the plan and back must not unfold the duk. */
const foldedByBoard = new Map<string, ReadonlySet<string>>();
const nothing: ReadonlySet<string> = new Set();

/** Which themes this person has folded away on a duk; '' stands for the notes without one. Each folds for themselves. */
export function useFolded(boardId: string): readonly [ReadonlySet<string>, (theme: string) => void] {
  const [folded, setFolded] = useState(() => foldedByBoard.get(boardId) ?? nothing);
  const toggle = useCallback(
    (theme: string) => {
      const next = new Set(foldedByBoard.get(boardId));
      if (!next.delete(theme)) next.add(theme);
      foldedByBoard.set(boardId, next);
      setFolded(next);
    },
    [boardId],
  );
  return [folded, toggle];
}
