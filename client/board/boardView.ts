import { may, type Role } from '@duken/shared/access';
import type { NoteId } from '@duken/shared/board';

/** The ways to look at one duk. */
export const boardViews = ['duk', 'liste', 'tiltak', 'tolk'] as const;
export type BoardView = (typeof boardViews)[number];

/** Narrower than this, in CSS pixels, a screen is a phone, and starts with the list. */
const phoneBelow = 700;

/** The note that an address leads to: from the plan, or from a tiltak. */
export function noteIn(search: string): NoteId | undefined {
  return (new URLSearchParams(search).get('lapp') as NoteId | null) ?? undefined;
}

/**
 * The view that an address asks for, or the one that suits the screen; an interpreter's is the interpreter's page, which
 * nobody has who may not translate.
 */
export function viewIn(search: string, width: number, who?: { readonly role: Role }): BoardView {
  const asked = new URLSearchParams(search).get('vis');
  const found = boardViews.find((view) => view === asked);
  if (found && (found !== 'tolk' || (who && may(who, 'translate')))) return found;
  if (!found && who?.role === 'interpreter') return 'tolk';
  return width < phoneBelow ? 'liste' : 'duk';
}
