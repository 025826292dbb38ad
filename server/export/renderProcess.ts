import { compilePdf } from './compilePdf.ts';
import { drawPng } from './drawPng.ts';
import { planToCsv } from './planToCsv.ts';
import { letterOf, readVersion } from './planToPdf.ts';
import type { RenderAnswer, RenderJob, RenderRequest } from './renderJob.ts';

// The process that `openRenderer` starts. It does one job at a time and ends when the server that started it does.
process.on('disconnect', () => process.exit(0));
process.on('message', ({ id, job }: RenderRequest) => {
  process.send?.(answer(id, job));
});

function answer(id: number, job: RenderJob): RenderAnswer {
  try {
    return { id, bytes: make(job) };
  } catch (error) {
    return { id, reason: withoutQuotations(error instanceof Error ? error.message : String(error)) };
  }
}

function make(job: RenderJob): Uint8Array {
  switch (job.kind) {
    case 'pdf':
      return compilePdf(letterOf(job));
    case 'csv':
      return planToCsv(readVersion(job.planJson));
    case 'png':
      return drawPng(job);
  }
}

/** The exporter quotes the text it stumbles over between backticks; what a family wrote has no place in a log. */
function withoutQuotations(message: string): string {
  return message.replace(/`[^`]*`/g, '`…`');
}
