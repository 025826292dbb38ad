import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './runTool.ts';

/** The words of each page of a PDF. */
export function pageTexts(pdf: Uint8Array): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'duken-pages-'));
  try {
    const file = join(folder, 'plan.pdf');
    writeFileSync(file, pdf);
    // A form feed ends each page.
    return runTool('pdftotext', [file, '-']).split('\f').slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
