import { useEffect } from 'react';
import { useSaid, valueIn } from '../../http/index.ts';
import type { Told } from './ToldLines.tsx';

interface ToldNowProps {
  readonly boardId: string;
  readonly onTold: (told: ReadonlyMap<string, Told>) => void;
}

/** Follows what people say of their tiltak, once for a whole list. Where that cannot be had, the list is as it is for the others. */
export function ToldNow({ boardId, onTold }: ToldNowProps): null {
  const said = valueIn(useSaid(boardId));
  useEffect(() => {
    if (said) onTold(new Map(said.items.map((item) => [item.noteId, item])));
  }, [said, onTold]);
  return null;
}
