import type { Note, NoteId } from '@duken/shared/board';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { planToCsv } from './planToCsv.ts';
import { agreed, boardWith, note, versionOf } from './testing/planBuilders.ts';

function csvOf(...notes: readonly Note[]): string {
  return planToCsv(versionOf(boardWith(notes)), 'nb', 'Godkjent').toString('utf8');
}

/** As Norwegian Excel reads it: without the byte order mark, semicolons between. */
function rowsOf(csv: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(csv.slice(1), { delimiter: ';', skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

const loan = note('loan', { column: 'now', theme: 'housing' }, { text: 'Søke startlån', action: agreed });

const agreedColumns = ['Må avklares med', 'Avklares innen', 'Etter', 'Samtidig med', 'Betales av'];

describe('the tiltak as a table for Excel', () => {
  it('starts with the mark that makes Excel read UTF-8, and ends its lines as Windows does', () => {
    expect(planToCsv(versionOf(boardWith([loan])), 'nb', 'Godkjent').subarray(0, 3)).toEqual(
      Buffer.from([0xef, 0xbb, 0xbf]),
    );
    expect(csvOf(loan)).toBe(
      '\ufeff"Tiltak";"Tema";"Hvem";"Tjeneste";"Innen";"Status";"Planen";"Må avklares med";"Avklares innen";"Etter";"Samtidig med";"Betales av"\r\n"Søke startlån";"Bosituasjon";"Mona";"Boligkontoret";"1.12.2026";"Avtalt";"Godkjent";"";"";"";"";""\r\n',
    );
  });

  it('has no column for how the plan stands where nobody was asked', () => {
    expect(planToCsv(versionOf(boardWith([loan])), 'nb', '').toString('utf8')).toBe(
      '\ufeff"Tiltak";"Tema";"Hvem";"Tjeneste";"Innen";"Status";"Må avklares med";"Avklares innen";"Etter";"Samtidig med";"Betales av"\r\n"Søke startlån";"Bosituasjon";"Mona";"Boligkontoret";"1.12.2026";"Avtalt";"";"";"";"";""\r\n',
    );
  });

  it('has its head also when nothing is agreed yet', () => {
    expect(rowsOf(csvOf(note('plain', { column: 'now', theme: 'work' })))).toEqual([
      ['Tiltak', 'Tema', 'Hvem', 'Tjeneste', 'Innen', 'Status', 'Planen', ...agreedColumns],
    ]);
  });

  it('has last what is agreed beside, what it comes after by its words, and lets Excel run nothing of it', () => {
    const first = note('first', { column: 'now', theme: 'economy' }, { text: 'Ordne depositum', action: agreed });
    const action = {
      ...agreed,
      ...{ settleWith: '=1+1', settleBy: '2026-12-05', follows: first.id, alongside: 'borte' as NoteId },
      paidBy: 'NAV og kommunen',
    };
    const rows = rowsOf(csvOf({ ...loan, action }, first));
    expect(rows.find(([text]) => text === loan.text)?.slice(-5)).toEqual([
      ...["'=1+1", '5.12.2026', 'Ordne depositum', '', 'NAV og kommunen'],
    ]);
  });

  it('keeps semicolons, quotes and line breaks within their cell', () => {
    const text = 'Ringe "NAV"; så\nbanken';
    expect(rowsOf(csvOf({ ...loan, text }))[1]?.[0]).toBe(text);
  });

  it.each(['=1+1', '+4712345678', '-2', '@SUM(A1)', ' =cmd|calc!A1', '＝1'])('lets Excel run nothing of %j', (text) => {
    const cell = rowsOf(csvOf({ ...loan, text, action: { ...agreed, owner: text } }))[1];
    expect(cell?.[0]).toBe(`'${text}`);
    expect(cell?.[2]).toBe(`'${text}`);
  });

  it('gives a formula no cell of its own where the list sign is a comma', () => {
    expect(csvOf({ ...loan, text: "hei,=cmd|'/C calc'!A0" })).toContain(`"hei,=cmd|'/C calc'!A0"`);
  });

  it.each([
    '0047900',
    '01017012345',
    '1-2',
    '3/4',
    '1E5',
    '12,5 %',
    '1E5 %',
    '100 nok',
    '100,-',
    'kr 1 000',
    '1. mai',
    'mai 2026',
    '3-des',
    '12:30',
    'SANN',
  ])('lets Excel make no number or day of %j', (owner) => {
    expect(rowsOf(csvOf({ ...loan, action: { ...agreed, owner } }))[1]?.[2]).toBe(`'${owner}`);
  });

  it.each(['Mona', 'NAV 2', 'Mai-Britt', 'Desiré', '3 ganger i uka', 'Ringe 22 33 44 55'])('lets %j be', (owner) => {
    expect(rowsOf(csvOf({ ...loan, action: { ...agreed, owner } }))[1]?.[2]).toBe(owner);
  });

  it.each([
    ['figures after a month', `mai ${'1'.repeat(1_900)}x`],
    ['white space after a figure', `1${' '.repeat(1_900)}x`],
    ['white space before all', `${' '.repeat(1_900)}x`],
  ])('reads a note full of %s at once', (_what, text) => {
    expect(csvOf({ ...loan, text })).toContain('x');
  });

  it('lets what separates words separate them', () => {
    expect(rowsOf(csvOf({ ...loan, text: 'Ringe NAV\vSnakke med Mona' }))[1]?.[0]).toBe('Ringe NAV\nSnakke med Mona');
  });

  it('leaves out control characters, and shows half a surrogate pair as a replacement', () => {
    expect(rowsOf(csvOf({ ...loan, text: 'a\u0000\u0007b\ud800' }))[1]?.[0]).toBe('ab\ufffd');
  });

  it('leaves the date open where none is set', () => {
    expect(rowsOf(csvOf({ ...loan, action: { ...agreed, due: '' } }))[1]?.[4]).toBe('');
  });
});
