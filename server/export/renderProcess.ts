import { letterToText } from '@duken/shared/letter';
import { archivePackage } from './archivePackage.ts';
import { compilePaper, compilePdf, compileTiles } from './compilePdf.ts';
import { drawPng } from './drawPng.ts';
import { dukInTiles } from './dukInTiles.ts';
import { docxOf, letterToDocx } from './letterToDocx.ts';
import { letterToSet, pictureIn, readVersion } from './letterToSet.ts';
import { type NoteNotSet, noteThatCannotBeSet } from './noteThatCannotBeSet.ts';
import { planToCsv } from './planToCsv.ts';
import type { RenderAnswer, RenderJob, RenderRequest } from './renderJob.ts';

// The process that `openRenderer` starts. It does one job at a time and ends when the server that started it does.
process.on('disconnect', () => process.exit(0));
process.on('message', async ({ id, job }: RenderRequest) => {
  process.send?.(await answer(id, job));
});

async function answer(id: number, job: RenderJob): Promise<RenderAnswer> {
  try {
    return { id, bytes: await make(job) };
  } catch (error) {
    const reason = withoutQuotations(error instanceof Error ? error.message : String(error));
    const note = noteToBlame(job);
    return { id, reason, ...(note ? { note } : {}) };
  }
}

/** The note whose words kept a letter of a whole version from being set. */
function noteToBlame(job: RenderJob): NoteNotSet | undefined {
  if (job.kind !== 'pdf' || !('letter' in job)) return undefined;
  try {
    const { letter, createdAt } = letterToSet(job);
    return noteThatCannotBeSet(readVersion(job.letter.planJson), letter, (each) =>
      compilePdf({ letter: each, createdAt }),
    );
  } catch {
    // The letter could not even be written: that is told as it is.
    return undefined;
  }
}

async function make(job: RenderJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'pdf':
      return compilePdf(letterToSet(job));
    case 'docx':
      return letterToDocx(docxOf(letterToSet(job)));
    case 'txt':
      return Buffer.from(letterToText(letterToSet(job).letter), 'utf8');
    case 'csv':
      return planToCsv(readVersion(job.planJson, job.isCut), job.language, job.standing);
    case 'svg':
      return Buffer.from(pictureIn(job.language, readVersion(job.planJson, job.isCut)), 'utf8');
    case 'png':
      return drawPng(job);
    case 'tiles': {
      const version = readVersion(job.planJson);
      return compileTiles(dukInTiles(version, job), Math.floor(version.frozenAt / 1000));
    }
    case 'paper':
      return compilePaper(job);
    case 'archive': {
      const { letter, picture, ground, hasFolder, notes } = job;
      const { planJson, contacts } = letter;
      const pdf = compilePdf(letterToSet({ kind: 'pdf', letter, picture }));
      const leaders = contacts.leaders.map(({ name }) => name);
      const version = readVersion(planJson);
      return archivePackage({ version, planJson, pdf, picture, leaders, ground, hasFolder, notes });
    }
  }
}

/** The exporter quotes the text it stumbles over between backticks; what a family wrote has no place in a log. */
function withoutQuotations(message: string): string {
  return message.replace(/`[^`]*`/g, '`…`');
}
