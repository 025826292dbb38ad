import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Letter } from '@duken/shared/letter';
import type { PaperSize } from '@duken/shared/protocol';
import { NodeCompiler, type NodeTypstDocument, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { drawPaper } from './drawPaper.ts';
import { fontFiles } from './fonts.ts';
import { inKnownLetters } from './knownLetters.ts';
import { outlineOddWords } from './outlineOddWords.ts';
import type { RenderJob } from './renderJob.ts';

export interface LetterToSet {
  readonly letter: Letter;
  /** The duk as SVG; absent where the letter has no picture. */
  readonly picture?: string;
  /** The picture's height over its width. */
  readonly ratio?: number;
  /** Seconds since the epoch: the document's own date. */
  readonly createdAt: number;
}

const letterFile = fileURLToPath(new URL('./letter.typ', import.meta.url));
const paperFile = fileURLToPath(new URL('./paper.typ', import.meta.url));
const tilesFile = fileURLToPath(new URL('./tiles.typ', import.meta.url));
const compiler = NodeCompiler.create({
  workspace: dirname(letterFile),
  fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(file)) }],
});

/**
 * Sets the letter as PDF. It is checked as PDF/UA-1 (alternative texts, order of headings) and written as PDF/A-2a; one
 * call cannot do both. PDF/A forbids the empty glyph of a character that none of our fonts has, so □ stands for it then,
 * and a remark at the end says so. Should a letter not pass even so, it comes as ordinary tagged PDF that claims no PDF/A.
 *
 * @throws Error when letter.typ is wrong or asks for a font that is not there
 */
export function compilePdf(given: LetterToSet): Uint8Array {
  try {
    const { picture } = given;
    const job = picture === undefined ? given : { ...given, picture: outlineOddWords(picture) };
    const archivable = archivablePdf(typeset(job), job.createdAt);
    if (archivable) return archivable;
    const legible = typeset(withRemark(job));
    return archivablePdf(legible, job.createdAt) ?? compiler.pdf(legible, { creationTimestamp: job.createdAt });
  } finally {
    // Results of earlier letters are of no use to the next, and would keep their words in memory.
    compiler.evictCache(0);
  }
}

/** Width and height of the A sizes, lying, in millimetres (ISO 216). */
const paperSizes: Readonly<Record<PaperSize, readonly [width: number, height: number]>> = {
  a1: [841, 594],
  a2: [594, 420],
  a3: [420, 297],
};

const paperTitles = {
  nb: {
    title: 'Tom duk',
    told: 'Et tomt ark med kolonnene og temaene til duken, og merker langs kanten som et bilde av arket leses etter.',
  },
  nn: {
    title: 'Tom duk',
    told: 'Eit tomt ark med kolonnane og temaa til duken, og merke langs kanten som eit bilete av arket blir lese etter.',
  },
  en: {
    title: 'Empty duk',
    told: 'An empty sheet with the columns and themes of the duk, and marks along its edge by which a photograph of it is read.',
  },
} as const;

/** The empty duk as PDF, one page of its size. The same sheet is the same bytes. */
export function compilePaper({ size, template, code, language }: RenderJob & { readonly kind: 'paper' }): Uint8Array {
  try {
    const [width, height] = paperSizes[size];
    const picture = outlineOddWords(drawPaper(template, code, language));
    const measures = { width: String(width), height: String(height) };
    const document = documentOf(paperFile, { picture, ...measures, lang: language, ...paperTitles[language] });
    return archivablePdf(document, 0) ?? compiler.pdf(document, { creationTimestamp: 0 });
  } finally {
    compiler.evictCache(0);
  }
}

/** The duk of a version in parts, a page each. The same version is the same bytes. */
export function compileTiles(inputs: Readonly<Record<string, string>>, createdAt: number): Uint8Array {
  try {
    const document = documentOf(tilesFile, { ...inputs, title: inKnownLetters(inputs.title ?? '').text });
    return archivablePdf(document, createdAt) ?? compiler.pdf(document, { creationTimestamp: createdAt });
  } finally {
    compiler.evictCache(0);
  }
}

function withRemark(job: LetterToSet): LetterToSet {
  const { text, unknown } = inKnownLetters(JSON.stringify(job.letter));
  if (unknown === 0) return job;
  const letter = JSON.parse(text) as Letter;
  return { ...job, letter: { ...letter, remarks: [...letter.remarks, letter.unknownLetters] } };
}

function typeset({ letter, picture = '', ratio = 1 }: LetterToSet): NodeTypstDocument {
  const inputs = { letter: JSON.stringify(letter), picture, ratio: String(ratio) };
  return documentOf(letterFile, inputs);
}

function documentOf(mainFilePath: string, inputs: Record<string, string>): NodeTypstDocument {
  const compiled = compiler.compile({ mainFilePath, inputs });
  const document = compiled.result;
  const complaints = [...messages(compiled.takeError()), ...messages(compiled.takeWarnings())];
  // A warning is an unknown font: without this the letter would be set in whatever the machine has.
  if (!document || complaints.length > 0) throw new Error(complaints.join('; ') || 'no document');
  return document;
}

/** What the exporter says of text that PDF/A cannot hold; anything else it complains of is a fault of letter.typ. */
const unfitText =
  /could not be displayed with font|text with missing codepoints|disallowed codepoint|contains the codepoint|a PDF string is longer/;

function archivablePdf(document: NodeTypstDocument, creationTimestamp: number): Uint8Array | undefined {
  try {
    compiler.pdf(document, { pdfStandard: PdfStandard.UA_1, creationTimestamp });
    return compiler.pdf(document, { pdfStandard: PdfStandard.A_2a, creationTimestamp });
  } catch (error) {
    if (error instanceof Error && unfitText.test(error.message)) return undefined;
    throw error;
  }
}

function messages(error: { readonly shortDiagnostics: readonly { readonly message: string }[] } | null): string[] {
  return error?.shortDiagnostics.map(({ message }) => message) ?? [];
}
