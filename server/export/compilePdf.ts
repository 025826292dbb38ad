import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeTypstDocument, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { outlinedSvg } from './drawPng.ts';
import { fontFiles } from './fonts.ts';
import type { RenderJob } from './renderJob.ts';

const letterFile = fileURLToPath(new URL('./letter.typ', import.meta.url));
const compiler = NodeCompiler.create({
  workspace: dirname(letterFile),
  fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(file)) }],
});

/**
 * Sets the letter as PDF. It is checked as PDF/UA-1 (alternative texts, order of headings) and written as PDF/A-2a; one
 * call cannot do both. What stands in the way of that is met in steps, each giving up as little as it can:
 *
 * 1. the picture with its words as text
 * 2. some writing, such as Arabic with vowel signs, cannot be text in a picture in PDF/A: its words as outlines
 * 3. a character that none of our fonts has: PDF/A forbids the empty box it is shown as, so this is an ordinary tagged
 *    PDF. All words are in it, to be read out and copied.
 *
 * @throws Error when letter.typ is wrong or asks for a font that is not there
 */
export function compilePdf(job: RenderJob & { readonly kind: 'pdf' }): Uint8Array {
  try {
    const archivable = archivablePdf(typeset(job), job.createdAt);
    if (archivable) return archivable;
    const outlined = typeset({ ...job, picture: job.picture === '' ? '' : outlinedSvg(job.picture) });
    return archivablePdf(outlined, job.createdAt) ?? compiler.pdf(outlined, { creationTimestamp: job.createdAt });
  } finally {
    // Results of earlier letters are of no use to the next, and would keep their words in memory.
    compiler.evictCache(0);
  }
}

function typeset({ letter, picture }: RenderJob & { readonly kind: 'pdf' }): NodeTypstDocument {
  const compiled = compiler.compile({ mainFilePath: letterFile, inputs: { letter, picture } });
  const document = compiled.result;
  const complaints = [...messages(compiled.takeError()), ...messages(compiled.takeWarnings())];
  // A warning is an unknown font: without this the letter would be set in whatever the machine has.
  if (!document || complaints.length > 0) throw new Error(complaints.join('; ') || 'no document');
  return document;
}

/** What the exporter says of text that PDF/A cannot hold; anything else it complains of is a fault of letter.typ. */
const unfitText =
  /could not be displayed with font|text with missing codepoints|disallowed codepoint|contains the codepoint/;

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
