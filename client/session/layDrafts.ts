import type { Voice } from '@duken/shared/board';
import { type QuietDraft, removeDrafts } from '@duken/shared/quiet';
import type { Cell } from '@duken/shared/template';
import type { BoardSession } from './boardSession.ts';

/**
 * Lays drafts on the duk, as one step, in the order they were begun, and takes them away here. One that lies there already (a
 * window closed in between) is only taken away.
 *
 * @returns how many lie on the duk now
 */
export function layDrafts(
  session: BoardSession,
  drafts: readonly (QuietDraft & { readonly cell: Cell })[],
  voice: Voice,
): number {
  const idsOnDuk = (): ReadonlySet<string> => {
    const { notes, bin } = session.board();
    return new Set([...notes, ...bin].map(({ id }) => id));
  };
  const before = idsOnDuk();
  const author = session.seat().participantId;
  const createdAt = Date.now();
  session.addAll(
    drafts
      .filter(({ id }) => !before.has(id))
      .map(({ id, cell, text }) => ({ id, cell, text: text.trim(), voice, author, createdAt })),
  );
  const after = idsOnDuk();
  const laid = drafts.filter(({ id }) => after.has(id)).map(({ id }) => id);
  session.quiet().run((doc) => removeDrafts(doc, laid));
  return laid.length;
}
