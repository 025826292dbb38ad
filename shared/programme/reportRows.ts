import { type ReportLanguage, type ReportWords, reportWords } from './reportWords.ts';
import { type ToldReport, type ToldRow, type ToldTable, tableIds, unsaid } from './tellReport.ts';

/** A row as it is read: in the table, the chart, the file and the alternative text alike. */
interface NamedRow {
  readonly name: string;
  readonly count: number;
}

export function reportRows({ id, rows }: ToldTable, words: ReportWords): readonly NamedRow[] {
  return (
    rows
      // That no move went a certain way, and that all is said, needs no row.
      .filter(({ of, count }) => count > 0 || (id !== 'moves' && of[0] !== unsaid))
      .map(({ of, count }) => ({ name: rowName({ of, count }, id, words), count }))
  );
}

function rowName({ of }: ToldRow, id: ToldTable['id'], words: ReportWords): string {
  const [part = unsaid, ...more] = of;
  if (more.length > 0) return words.together[id];
  if (part === unsaid) return words.unsaid;
  const names: Readonly<Record<string, string>> = words.parts;
  const [from = '', to] = part.split('>');
  return to === undefined ? (names[part] ?? part) : words.move(names[from] ?? from, names[to] ?? to);
}

/** What is told in a line each. */
export function reportFacts(
  report: ToldReport & { readonly kind: 'here' },
  language: ReportLanguage,
): readonly { readonly term: string; readonly text: string }[] {
  const words = reportWords[language];
  const { months, daysToDone, citizensShare } = report;
  const number = (value: number): string => (language === 'en' ? String(value) : String(value).replace('.', ','));
  return [
    { term: words.cases, text: String(report.total) },
    ...(months ? [{ term: words.months, text: words.monthsSaid(number(months.mean), number(months.median)) }] : []),
    ...(daysToDone === undefined ? [] : [{ term: words.daysToDone, text: words.daysSaid(number(daysToDone)) }]),
    ...(citizensShare === undefined ? [] : [{ term: words.citizensShare, text: words.shareSaid(citizensShare) }]),
  ];
}

/** The report as rows of a file for a spreadsheet. */
export function reportFile(report: ToldReport, language: ReportLanguage): readonly (readonly (string | number)[])[] {
  const words = reportWords[language];
  if (report.kind !== 'here') return [[words[report.kind]]];
  return [
    ...reportFacts(report, language).map(({ term, text }) => [term, text]),
    ...tableIds.flatMap((id) => {
      const table = report.tables.find((one) => one.id === id);
      const rows = table ? reportRows(table, words).map(({ name, count }) => [name, count]) : [[words.heldBack]];
      return [[], [words.tables[id], words.count], ...rows];
    }),
    [],
    [words.hiding],
  ];
}
