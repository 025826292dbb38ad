import type { Day } from '@duken/shared/board';
import { type LetterLanguage, letterTexts } from '@duken/shared/letter';
import type { PlanAction, PlanVersion } from '@duken/shared/plan';
import { sheetWords } from '@duken/shared/sheet';
import type { Template } from '@duken/shared/template';
import { cleanText } from '@duken/shared/text';
import Papa from 'papaparse';

/** Without it, Excel reads the file as Windows-1252 and æ, ø and å come out wrong. */
const byteOrderMark = '\ufeff';

/**
 * The tiltak as a table that opens right in Norwegian Excel: semicolons (comma is the decimal sign), CRLF, d.m.yyyy.
 * What somebody wrote must neither run on the case worker's machine nor be turned into something else: a cell that would be
 * read as a formula (OWASP, "CSV Injection"), a number or a day gets an apostrophe in front. Our own days stay bare.
 *
 * @param standing how the version stands, in a word or two, in each row, wherever that is copied; '' where there is nothing to say
 */
export function planToCsv(version: PlanVersion, language: LetterLanguage, standing: string): Buffer {
  const { standing: word } = letterTexts[language];
  const last = standing === '' ? [] : [standing];
  const { actions } = version.plan;
  return csvFile(
    [...actionColumns(language), ...(standing === '' ? [] : [word.column]), ...agreedColumns(language)],
    actions.map((each) => [
      ...actionCells(each, version.template, language),
      ...last,
      ...agreedCells(each, actions.find(named(each.follows))?.text, actions.find(named(each.alongside))?.text),
    ]),
  );
}

/** The table as a file that Norwegian Excel opens. What is in it stands as it is: `asText` is for whoever fills it. */
export function csvFile(fields: readonly string[], data: readonly (readonly string[])[]): Buffer {
  const table = Papa.unparse(
    { fields: [...fields], data: data.map((row) => [...row]) },
    { delimiter: ';', newline: '\r\n', quotes: true },
  );
  return Buffer.from(`${byteOrderMark}${table}\r\n`, 'utf8');
}

/** What `actionCells` are of. */
export function actionColumns(language: LetterLanguage): readonly string[] {
  const { action, theme, who, service, by, status } = letterTexts[language].columns;
  return [action, theme, who, service, by, status];
}

/** What Excel, LibreOffice and Numbers take as the start of a formula, also behind white space. */
const formulaStart = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

// Each of these has one way to read what it reads: a note of white space or figures would else hold the export up for ever.
/** Digits with what stands between those of a number, a day, a time or a sum: 0047900, 1-2, 3/4, 1E5, 12.5 %, kr 100, 1. mai. */
const digitsAndSigns =
  /^\s*(?:(?:kr|nok|€|\$|£)\s*)?[\d٠-٩][\d٠-٩\s.,:/\-–%]*(?:e[+-]?\d+[\s%,-]*)?(?:(?:kr|nok)\s*)?$/iu;
/** A day with the month in words, as Excel reads it in Norwegian and English: 1. mai, mai 2026, 3-des. */
const dayInWords =
  /^\s*(\d{1,4}[.\s/-]*)?(jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[sc])[a-zæøå]*\.?([.\s/-]*\d)*\s*$/iu;
const trueOrFalse = /^\s*(sann|usann|true|false)\s*$/iu;

function looksLikeNumberOrDay(text: string): boolean {
  return digitsAndSigns.test(text) || trueOrFalse.test(text) || (/\d/.test(text) && dayInWords.test(text));
}

/** @param template absent where the layout is not known here: the theme has no name then */
export function actionCells(
  action: Pick<PlanAction, 'text' | 'theme' | 'owner' | 'service' | 'due' | 'status'>,
  template: Template | undefined,
  language: LetterLanguage,
): readonly string[] {
  const theme = template?.themes.find(({ id }) => id === action.theme);
  return [
    asText(action.text),
    theme?.name[language] ?? '',
    asText(action.owner),
    asText(action.service),
    numericDate(action.due),
    sheetWords[language].status[action.status],
  ];
}

/** What `agreedCells` are of. They stand last: whoever reads a table by the places of its columns finds the others where they were. */
export function agreedColumns(language: LetterLanguage): readonly string[] {
  const { settleWith, settleBy, follows, alongside, paidBy } = letterTexts[language].agreedColumns;
  return [settleWith, settleBy, follows, alongside, paidBy];
}

/**
 * @param follows what it comes after, and what it is done together with, as the table calls them
 */
export function agreedCells(
  { settleWith = '', settleBy = '', paidBy = '' }: Pick<PlanAction, 'settleWith' | 'settleBy' | 'paidBy'>,
  follows = '',
  alongside = '',
): readonly string[] {
  return [asText(settleWith), numericDate(settleBy), asText(follows), asText(alongside), asText(paidBy)];
}

function named(noteId: string | undefined): (action: PlanAction) => boolean {
  return (action) => action.noteId === noteId;
}

/** What somebody wrote, as the text it is. */
export function asText(words: string): string {
  const text = cleanText(words);
  return formulaStart.test(text) || looksLikeNumberOrDay(text) ? `'${text}` : text;
}

/** '1.6.2026', the form that Norwegian Excel reads as a date; '' where no day is set. */
function numericDate(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return year && month && date ? `${date}.${month}.${year}` : '';
}
