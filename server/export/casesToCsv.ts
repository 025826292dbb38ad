import type { IndexedAction } from '@duken/shared/followUp';
import { type LetterLanguage, letterTexts } from '@duken/shared/letter';
import type { Template } from '@duken/shared/template';
import { actionCells, actionColumns, agreedCells, agreedColumns, asText, csvFile } from './planToCsv.ts';

/** A case's tiltak as they stand on its duk. */
interface CaseActions {
  readonly boardId: string;
  readonly title: string;
  /** Absent where the layout is not known here. */
  readonly template: Template | undefined;
  readonly actions: readonly IndexedAction[];
}

/**
 * The tiltak of several cases in one table, each under the ids of its case and its own: they are the same in the next file, so that
 * rows can be followed from one to the next. A tiltak that was stopped has its ids and that it was, and no words (0048).
 */
export function casesToCsv(cases: readonly CaseActions[], language: LetterLanguage): Buffer {
  const { caseId, caseTitle, actionId } = letterTexts[language].caseColumns;
  return csvFile(
    [caseId, caseTitle, actionId, ...actionColumns(language), ...agreedColumns(language)],
    cases.flatMap(({ boardId, title, template, actions }) =>
      actions.map((action) => [
        asText(boardId),
        asText(title),
        asText(action.noteId),
        ...actionCells(action, template, language),
        // By their ids, which are in the table too.
        ...agreedCells(action, action.follows, action.alongside),
      ]),
    ),
  );
}
