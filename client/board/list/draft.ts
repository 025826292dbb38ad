import type { ColumnId, ThemeId } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { useEffect, useState } from 'react';
import type { BoardSession } from '../../sync/index.ts';

/** What somebody is about to lay on the duk. */
export interface Draft {
  readonly text: string;
  readonly column: ColumnId;
  readonly theme: ThemeId | '';
}

/**
 * Drafts live as long as the connection to their duk does: they outlast a look at the canvas, but leave nothing behind on
 * a device that the next person may borrow.
 */
const drafts = new WeakMap<BoardSession, Draft>();

/** The draft for this duk, kept when the view changes. The browser asks before it throws words away on a reload. */
export function useDraft(session: BoardSession, first: Draft): readonly [Draft, (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(() => drafts.get(session) ?? first);
  const hasWords = !isBlank(draft.text);
  useEffect(() => {
    if (!hasWords) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [hasWords]);
  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part };
    drafts.set(session, next);
    setDraft(next);
  };
  return [draft, change];
}
