import type { Letter, LetterBlock, LetterCell, LetterNote, ToldChange } from '@duken/shared/letter';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { LetterToSet } from './compilePdf.ts';
import { drawPng } from './drawPng.ts';
import { pictureSize } from './pictureSize.ts';
import { steadyZip } from './steadyZip.ts';

/** Word's names of the languages. */
const wordLanguage = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const;

/** Half points, as Word counts. */
const bodySize = 22;
const quietSize = 18;
/** Twentieths of a point: an A4 page, and what its margins leave of its width. */
const pageWidth = 11906;
const pageHeight = 16838;
const margin = 1247;
const textWidth = pageWidth - 2 * margin;

const [spruce, ink, muted, linen, late] = ['1f5c56', '22302f', '6d624f', 'e9e2d6', '8a3b12'];

export interface DocxToSet {
  readonly letter: Letter;
  /** The duk as PNG, with its width and height in any unit; absent where the letter has no picture. */
  readonly picture?: { readonly png: Uint8Array; readonly width: number; readonly height: number };
  /** Milliseconds since the epoch: the document's own date. */
  readonly createdAt: number;
}

/** A letter and its picture, as Word takes them. */
export function docxOf({ letter, picture, createdAt }: LetterToSet): DocxToSet {
  const hasPicture = letter.sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'picture'));
  const drawn =
    hasPicture && picture !== undefined
      ? { picture: { png: drawPng({ kind: 'png', svg: picture }), ...pictureSize(picture) } }
      : {};
  return { letter, ...drawn, createdAt: createdAt * 1000 };
}

/**
 * Sets the letter as Word: real headings, table headers, rows that go over to the next page whole, and the language of its words. The
 * same letter gives the same bytes.
 */
export async function letterToDocx({ letter, picture, createdAt }: DocxToSet): Promise<Uint8Array> {
  const isMinPlan = letter.form === 'minplan';
  const size = isMinPlan ? 30 : letter.form === 'promises' ? 26 : bodySize;
  const body: (Paragraph | Table)[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [said(letter.title)] }),
    quiet(letter.subtitle),
    ...(letter.standing.sentence === '' ? [] : [strong(letter.standing.sentence)]),
    ...letter.contact.map(({ term, text }) => fact(term, text)),
    ...letter.sections
      .filter(({ blocks }) => !blocks.some(({ kind }) => kind === 'picture'))
      .flatMap(({ heading, blocks }) => [
        new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: [said(heading)] }),
        ...blocks.flatMap((block) => setBlock(block, HeadingLevel.HEADING_2)),
      ]),
  ];
  const remarks = letter.remarks.map((remark) => quiet(remark));
  const drawn = letter.sections.find(({ blocks }) => blocks.some(({ kind }) => kind === 'picture'));
  const alt = drawn?.blocks.find((block) => block.kind === 'picture')?.alt ?? '';
  const page = { margin: { top: margin, bottom: margin, left: margin, right: margin } };
  const { mark } = letter.standing;
  const marked = mark === '' ? {} : { headers: { default: new Header({ children: [markLine(mark)] }) } };
  const footers = { default: new Footer({ children: [footer(letter)] }) };
  const document = new Document({
    title: letter.title,
    creator: 'Duken',
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size, color: ink, language: { value: wordLanguage[letter.language] } },
          paragraph: { spacing: { after: 120 } },
        },
        title: { run: { size: 48, bold: true, color: ink }, paragraph: { spacing: { after: 60 } } },
        heading1: {
          run: { size: isMinPlan ? 36 : 30, bold: true, color: spruce },
          paragraph: { spacing: { before: 320, after: 120 } },
        },
        heading2: { run: { size: 24, bold: true, color: ink }, paragraph: { spacing: { before: 220, after: 80 } } },
      },
    },
    sections: [
      {
        properties: { page },
        ...marked,
        footers,
        children: drawn && picture ? body : [...body, ...remarks],
      },
      ...(drawn && picture
        ? [
            {
              properties: {
                page: {
                  ...page,
                  size: { orientation: PageOrientation.LANDSCAPE, width: pageWidth, height: pageHeight },
                },
              },
              ...marked,
              footers,
              children: [
                new Paragraph({ heading: HeadingLevel.HEADING_1, children: [said(drawn.heading)] }),
                new Paragraph({ children: [pictureRun(picture, alt)] }),
                ...remarks,
              ],
            },
          ]
        : []),
    ],
  });
  return steadyZip(await Packer.toBuffer(document), createdAt);
}

/** What every page of a draft says of itself. */
function markLine(mark: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ text: mark, bold: true, color: late })],
  });
}

function strong(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, bold: true, color: spruce })] });
}

/** As large as a landscape page holds, in pixels of 96 an inch. */
function pictureRun({ png, width, height }: NonNullable<DocxToSet['picture']>, alt: string): ImageRun {
  const [roomAcross, roomDown] = [940, 500];
  const scale = Math.min(roomAcross / width, roomDown / height);
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    // Its own number: else it is one more than that of the letter before.
    altText: { id: '1', name: 'duk', title: '', description: alt },
  });
}

/** As wide as the text, in pixels of 96 an inch. */
function chartRun({ svg, width, height, alt, number }: LetterBlock & { readonly kind: 'chart' }): ImageRun {
  const across = Math.min(width, 600);
  return new ImageRun({
    type: 'png',
    data: drawPng({ kind: 'png', svg }, '#ffffff'),
    transformation: { width: across, height: Math.round((height / width) * across) },
    altText: { id: String(number), name: `chart ${number}`, title: '', description: alt },
  });
}

function footer({ footer: words, pageWords }: Letter): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    children: [
      new TextRun({
        size: 16,
        color: muted,
        children: [`${words} · ${pageWords.page} `, PageNumber.CURRENT, ` ${pageWords.of} `, PageNumber.TOTAL_PAGES],
      }),
    ],
  });
}

function setBlock(
  block: LetterBlock,
  level: (typeof HeadingLevel)[keyof typeof HeadingLevel],
): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      if (block.look === 'quiet') return [quiet(block.text)];
      return [new Paragraph({ children: lines(block.text, block.look === 'large' ? { size: 30 } : {}) })];
    case 'facts':
      return block.facts.map(({ term, text }) => fact(term, text));
    case 'notes':
      return block.notes.map((note) => noteItem(note, block.look === 'large' ? 30 : undefined));
    case 'table':
      return [
        table(
          block.columns,
          block.rows.map(({ cells }) => cells),
        ),
        new Paragraph({}),
      ];
    case 'sides':
      return block.sides.flatMap(({ heading, notes }) => [
        new Paragraph({ keepNext: true, children: [new TextRun({ text: heading, bold: true })] }),
        ...notes.map((note) => noteItem(note)),
      ]);
    case 'tasks':
      return block.tasks.map(
        ({ text, beside }) =>
          new Paragraph({
            keepLines: true,
            children: [
              new TextRun(block.canTick ? '☐ ' : '• '),
              ...lines(text),
              ...(beside === '' ? [] : [new TextRun({ text: beside, break: 1, color: muted })]),
            ],
          }),
      );
    case 'steps':
      return [quiet(block.alt)];
    case 'chart':
      return [new Paragraph({ keepNext: true, children: [chartRun(block)] })];
    case 'changes':
      return block.groups.flatMap(({ heading, lead, changes }) => [
        new Paragraph({ heading: level, keepNext: true, children: [said(heading)] }),
        ...(lead === '' ? [] : [quiet(lead)]),
        ...changes.map(changeItem),
      ]);
    case 'picture':
      return []; // It has a page of its own, behind.
    case 'part':
      return [
        new Paragraph({ heading: level, keepNext: true, children: [said(block.heading)] }),
        ...block.blocks.flatMap((inner) => setBlock(inner, HeadingLevel.HEADING_3)),
      ];
  }
}

function noteItem({ text, beside }: LetterNote, size?: number): Paragraph {
  return new Paragraph({
    bullet: { level: 0 },
    keepLines: true,
    children: [
      ...lines(text, size === undefined ? {} : { size }),
      ...(beside.length === 0
        ? []
        : [new TextRun({ text: beside.join(' · '), break: 1, size: quietSize, color: muted })]),
    ],
  });
}

function changeItem({ quotes, sentences, reworded }: ToldChange): Paragraph {
  const told = [...(reworded ? [reworded.sentence] : []), ...sentences].join(' ');
  const [first, ...others] = quotes.length === 1 ? [...quotes, told] : [told, ...quotes];
  return new Paragraph({
    bullet: { level: 0 },
    keepLines: true,
    children: [
      ...lines(first ?? ''),
      ...others.filter((words) => words !== '').map((text) => new TextRun({ text, break: 1, color: muted })),
    ],
  });
}

/** A quarter of the width for who, some for when and how far, the rest for what. */
const shares = [0.47, 0.25, 0.16, 0.12];

function table(columns: readonly string[], rows: readonly (readonly LetterCell[])[]): Table {
  const widths = columns.map((_, index) =>
    Math.round(
      textWidth *
        (index === 0
          ? 1 - shares.slice(1, columns.length).reduce((sum, share) => sum + share, 0)
          : (shares[index] ?? 0)),
    ),
  );
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const line = { style: BorderStyle.SINGLE, size: 4, color: linen };
  const cellOf = (children: readonly Paragraph[], index: number): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: index === 0 ? 0 : 80, right: 80 },
      children: [...children],
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    // What a row is about stands first in it: whoever reads aloud takes it as the head of the row.
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    borders: { top: none, left: none, right: none, bottom: line, insideHorizontal: line, insideVertical: none },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, index) =>
          cellOf(
            [new Paragraph({ children: [new TextRun({ text: column, bold: true, size: quietSize, color: muted })] })],
            index,
          ),
        ),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({ cantSplit: true, children: cells.map((cell, index) => cellOf([cellParagraph(cell)], index)) }),
      ),
    ],
  });
}

function cellParagraph({ text, beside, isMissing, isLate }: LetterCell): Paragraph {
  return new Paragraph({
    spacing: { after: 0 },
    children: [
      ...lines(text, isMissing ? { color: muted } : {}),
      ...(beside === ''
        ? []
        : [
            new TextRun({
              text: beside,
              break: 1,
              size: quietSize,
              color: isLate ? late : muted,
              bold: isLate ?? false,
            }),
          ]),
    ],
  });
}

function quiet(text: string): Paragraph {
  return new Paragraph({ children: lines(text, { size: quietSize, color: muted }) });
}

function fact(term: string, text: string): Paragraph {
  return new Paragraph({
    spacing: { after: 40 },
    children: [new TextRun({ text: `${term}: `, bold: true }), ...lines(text)],
  });
}

function said(text: string): TextRun {
  return new TextRun({ text, rightToLeft: isRightToLeft(text) });
}

/** What somebody wrote, with its own line breaks. */
function lines(text: string, look: { readonly size?: number; readonly color?: string } = {}): ParagraphChild[] {
  return text
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({ ...look, text: line, rightToLeft: isRightToLeft(line), ...(index > 0 ? { break: 1 } : {}) }),
    );
}

function isRightToLeft(words: string): boolean {
  return /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(words);
}
