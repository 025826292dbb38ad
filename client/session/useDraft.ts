import { useCallback, useState } from 'react';
import { useSessionStore } from './SessionProvider.tsx';

/**
 * State that is still there when somebody comes back to the board's page: what is half written.
 *
 * @param hasWords whether somebody would miss it, so that the browser asks before it is thrown away
 * @returns the value, a way to change it, and a way to say that it is done with
 */
export function useDraft<Value>(
  boardId: string,
  name: string,
  first: Value | (() => Value),
  hasWords: (value: Value) => boolean = () => false,
): readonly [Value, (value: Value) => void, () => void] {
  const { drafts } = useSessionStore();
  const [value, setValue] = useState<Value>(
    () => drafts.read<Value>(boardId, name) ?? (first instanceof Function ? first() : first),
  );
  const change = (next: Value): void => {
    drafts.write(boardId, name, next, hasWords(next));
    setValue(next);
  };
  const forget = useCallback(() => drafts.forget(boardId, name), [drafts, boardId, name]);
  return [value, change, forget];
}
