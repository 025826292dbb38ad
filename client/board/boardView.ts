import type { NoteId } from '@duken/shared/board';

/** The ways to look at one duk. */
export const boardViews = ['duk', 'liste', 'tiltak'] as const;
export type BoardView = (typeof boardViews)[number];

/** Narrower than this, in CSS pixels, a screen is a phone, and starts with the list. */
const phoneBelow = 700;

/** The note that an address leads to: from the plan, or from a tiltak. */
export function noteIn(search: string): NoteId | undefined {
  return (new URLSearchParams(search).get('lapp') as NoteId | null) ?? undefined;
}

/** The view that an address asks for, or the one that suits the screen. */
export function viewIn(search: string, width: number): BoardView {
  const asked = new URLSearchParams(search).get('vis');
  return boardViews.find((view) => view === asked) ?? (width < phoneBelow ? 'liste' : 'duk');
}
