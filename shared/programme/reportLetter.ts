import type { Day, NoteId } from '../board/index.ts';
import { svgOf } from '../chart/index.ts';
import { type Letter, letterTexts, longDay, type PlainBlock } from '../letter/index.ts';
import { drawTable } from './drawTable.ts';
import { reportFacts, reportRows } from './reportRows.ts';
import { type ReportLanguage, reportWords } from './reportWords.ts';
import { type ToldReport, tableIds } from './tellReport.ts';

/** Pixels that a chart in a letter is drawn for: its letters are then as large as the text round it. */
const chartWidth = 600;

/** The report as a letter, for PDF and Word. It is made of what is told alone. */
export function reportLetter(
  report: ToldReport,
  {
    scope,
    language,
    day,
  }: {
    readonly scope: 'own' | 'all';
    readonly language: ReportLanguage;
    /** When its numbers were told. */
    readonly day: Day;
  },
): Letter {
  const words = reportWords[language];
  const texts = letterTexts[language];
  const title = words.title[scope];
  const asOf = longDay(day, texts);
  const said = (text: string, look: 'plain' | 'quiet' = 'plain'): PlainBlock => ({ kind: 'paragraph', text, look });
  return {
    form: 'plan',
    language,
    title,
    subtitle: words.asOf(asOf),
    standing: { mark: '', word: '', sentence: '' },
    contact: report.kind === 'here' ? reportFacts(report, language) : [],
    sections:
      report.kind !== 'here'
        ? [{ id: 'numbers', heading: words.numbers, icon: '', blocks: [said(words[report.kind])] }]
        : tableIds.map((id) => {
            const table = report.tables.find((one) => one.id === id);
            return {
              id,
              heading: words.tables[id],
              icon: '',
              blocks: table ? tableBlocks(table) : [said(words.heldBack, 'quiet')],
            };
          }),
    remarks: [words.hiding],
    footer: `${title} · ${asOf}`,
    pageWords: { page: texts.page, of: texts.of },
    unknownLetters: texts.unknownLetters,
  };

  function tableBlocks(table: Parameters<typeof drawTable>[0]): readonly PlainBlock[] {
    const picture = drawTable(table, words, { width: chartWidth });
    const { width, height, alt } = picture;
    return [
      { kind: 'chart', number: tableIds.indexOf(table.id) + 1, svg: svgOf(picture), width, height, alt },
      {
        kind: 'table',
        columns: [words.kindOf, words.count],
        rows: reportRows(table, words).map(({ name, count }, at) => ({
          noteId: `${table.id}-${at}` as NoteId,
          cells: [
            { text: name, beside: '' },
            { text: String(count), beside: '' },
          ],
        })),
      },
    ];
  }
}
