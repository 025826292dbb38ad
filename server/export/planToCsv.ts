import type { PlanAction, PlanVersion } from '@duken/shared/plan';
import type { Template } from '@duken/shared/template';
import Papa from 'papaparse';
import { statusWords } from './letterTexts.ts';
import { numericDate } from './norwegianDate.ts';

/** Without it, Excel reads the file as Windows-1252 and æ, ø and å come out wrong. */
const byteOrderMark = '\ufeff';

const csvHeadings = ['Tiltak', 'Tema', 'Hvem', 'Tjeneste', 'Innen', 'Status'] as const;

/**
 * The tiltak as a table that opens right in Norwegian Excel: semicolons (comma is the decimal sign), CRLF, d.m.yyyy.
 * A cell that would be read as a formula gets an apostrophe in front (OWASP, "CSV Injection"): what somebody wrote on a
 * duk must not run on the case worker's machine.
 */
export function planToCsv(version: PlanVersion): Buffer {
  const table = Papa.unparse(
    { fields: [...csvHeadings], data: version.plan.actions.map((action) => rowOf(action, version.template)) },
    { delimiter: ';', newline: '\r\n', escapeFormulae: formulaStart },
  );
  return Buffer.from(`${byteOrderMark}${table}\r\n`, 'utf8');
}

/** What Excel, LibreOffice and Numbers take as the start of a formula, also behind white space. */
const formulaStart = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

function rowOf(action: PlanAction, template: Template): string[] {
  const theme = template.themes.find(({ id }) => id === action.theme);
  return [
    action.text,
    theme?.name.nb ?? '',
    action.owner,
    action.service,
    numericDate(action.due),
    statusWords[action.status],
  ].map(withoutControls);
}

/** Control characters other than line breaks mean nothing in a cell; Excel refuses some of them. */
function withoutControls(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed();
}
