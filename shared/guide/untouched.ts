import { type Board, hasDoer, type Note, type NoteId } from '../board/index.ts';
import type { Template, ThemeId } from '../template/index.ts';
import { isBlank } from '../text/index.ts';
import type { GuideStep } from './guideStep.ts';

/** What a step has not come to yet. It never keeps anybody from going on. */
export type Untouched =
  /** Themes that nothing was said about, top to bottom. */
  | { readonly kind: 'themes'; readonly themes: readonly ThemeId[] }
  /** Nothing lies in its columns. */
  | { readonly kind: 'noNotes' }
  /** Promised last time, and nobody has told how it went. */
  | { readonly kind: 'promises'; readonly noteIds: readonly NoteId[] }
  /** To be done, and nobody has taken it, or not said by when. */
  | { readonly kind: 'whoAndWhen'; readonly noteIds: readonly NoteId[] }
  | { readonly kind: 'journey' };

/** What is still untouched at a step, or undefined where nothing is. */
export function untouchedAt(step: GuideStep, board: Board, template: Template): Untouched | undefined {
  switch (step.matter) {
    case 'notes':
      return step.byTheme ? untouchedThemes(step, board, template) : noNotes(step, board);
    case 'promises':
      return notesWhere(board, 'promises', ({ action }) => action?.status === 'agreed' || action?.status === 'started');
    case 'actions':
      return notesWhere(board, 'whoAndWhen', lacksWhoOrWhen);
    case 'journey':
      return board.journey.overall === undefined ? { kind: 'journey' } : undefined;
    default:
      return undefined;
  }
}

function untouchedThemes(step: GuideStep, board: Board, template: Template): Untouched | undefined {
  const isSaid = new Set([...(board.meeting?.talkedOf ?? []), ...(board.meeting?.notRelevant ?? [])]);
  for (const { cell } of notesIn(step, board)) isSaid.add(cell.theme);
  const themes = template.themes.map(({ id }) => id).filter((id) => !isSaid.has(id));
  return themes.length > 0 ? { kind: 'themes', themes } : undefined;
}

function noNotes(step: GuideStep, board: Board): Untouched | undefined {
  return step.columns.length > 0 && notesIn(step, board).length === 0 ? { kind: 'noNotes' } : undefined;
}

function notesIn(step: GuideStep, { notes }: Board): readonly Note[] {
  return notes.filter(({ cell, text }) => step.columns.includes(cell.column) && !isBlank(text));
}

function notesWhere(
  { notes }: Board,
  kind: 'promises' | 'whoAndWhen',
  isUntouched: (note: Note) => boolean,
): Untouched | undefined {
  const noteIds = notes.filter(isUntouched).map(({ id }) => id);
  return noteIds.length > 0 ? { kind, noteIds } : undefined;
}

function lacksWhoOrWhen({ action, cell, text }: Note): boolean {
  if (!action) return cell.column === 'now' && !isBlank(text);
  if (action.status === 'done' || action.status === 'stopped') return false;
  return !hasDoer(action) || action.due === '';
}

/** The first step of a meeting: a child that asked to begin, and else what was promised last time, or what matters where nothing was. */
export function firstStep(steps: readonly GuideStep[], board: Board): GuideStep | undefined {
  return steps.find(({ matter }) => matter !== 'promises' || board.notes.some(({ action }) => action !== undefined));
}
