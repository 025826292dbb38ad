import * as Y from 'yjs';
import { failed, type Result, succeeded } from '../result.ts';
import type { Template, ThemeId } from '../template/index.ts';
import type { Board } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';

/** The keys of the themes that are put away, each its own, so that two people can put one away each. */
export const putAwayPrefix = 'putAway:';

export type PutAwayFailure = { readonly kind: 'themeUnknown' | 'themeInUse' };

/**
 * Puts away a theme that does not concern this family, for everybody, or takes it out again. Only one without notes: nothing
 * that somebody wrote goes out of sight by it.
 */
export function putThemeAway(board: BoardDocument, theme: ThemeId, isAway = true): Result<void, PutAwayFailure> {
  if (!board.template.themes.some(({ id }) => id === theme)) return failed({ kind: 'themeUnknown' });
  const isInUse = [...board.notes.values()].some(
    (note) => note instanceof Y.Map && note.get('theme') === theme && !note.has('deletedAt'),
  );
  if (isAway && isInUse) return failed({ kind: 'themeInUse' });
  const key = putAwayPrefix + theme;
  board.transact(() => (isAway ? board.duk.set(key, true) : board.duk.delete(key)));
  return succeeded(undefined);
}

const reduced = new WeakMap<Template, Map<string, Template>>();

/**
 * A layout without the themes that are put away, but for those where notes lie all the same: what is written is seen.
 * @returns the same value for the same themes
 */
export function withoutPutAway(template: Template, { putAway, notes }: Pick<Board, 'putAway' | 'notes'>): Template {
  const hidden = putAway?.filter((theme) => !notes.some(({ cell }) => cell.theme === theme)) ?? [];
  if (hidden.length === 0) return template;
  const known = reduced.get(template) ?? new Map<string, Template>();
  reduced.set(template, known);
  const key = hidden.join(' ');
  const without = known.get(key) ?? { ...template, themes: template.themes.filter(({ id }) => !hidden.includes(id)) };
  known.set(key, without);
  return without;
}
