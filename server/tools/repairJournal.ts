import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { DocumentId } from '@duken/shared/access';
import type { Storage, StoredJournal } from '../storage/index.ts';
import { examineJournal } from './examineJournal.ts';
import { faultText, salvageTexts } from './faultTexts.ts';

/** How the files are called that hold a journal as it was before it was repaired. */
export const damagedPrefix = 'damaged-';

export interface RepairWishes {
  /** Where the damaged journal is saved. */
  readonly folder: string;
  /** Whether not to ask. */
  readonly isAgreed: boolean;
}

/**
 * Puts what can be read of a damaged journal in its place. Plan versions are never touched. May be done beside a running
 * server: it does not have a damaged document open, and whoever comes next gets the repaired one.
 *
 * @returns 0 when the document can be opened, 1 when it was left as it is, 2 when it could not be looked at or saved
 */
export async function repairJournal(storage: Storage, documentId: DocumentId, wishes: RepairWishes): Promise<number> {
  const examined = await examineJournal(storage, documentId);
  const { journal, faults, salvaged, end } = examined;
  if (end === 0) {
    console.error(`There is no journal of document ${documentId} in ${storage.place}.`);
    return 2;
  }
  if (faults.length === 0) {
    console.log(`document ${documentId}: nothing to repair`);
    return 0;
  }
  for (const fault of faults) console.log(faultText(fault));
  for (const line of salvageTexts(examined)) console.log(line);
  const repairedAt = Date.now();
  let file: string;
  try {
    file = await saveDamaged(journal, documentId, wishes.folder, repairedAt);
  } catch (error) {
    console.error(
      `The journal as it is could not be saved in ${wishes.folder}, so nothing was changed: ${(error as Error).message}.`,
    );
    return 2;
  }
  console.log(`The whole journal as it was is saved in ${file}. It holds what people have written: keep it as safely.`);
  if (!wishes.isAgreed && !(await isAgreed())) {
    console.log('Left as it was.');
    return 1;
  }
  const report = JSON.stringify({
    faults,
    lost: salvaged.lost,
    doubtful: salvaged.doubtful,
    missing: salvaged.missing,
    filledFrom: examined.filledFrom ?? null,
    savedIn: file,
  });
  if (
    !(await storage.journalCare.replace(documentId, journal, salvaged.state, { position: end, repairedAt, report }))
  ) {
    console.error('Somebody has written to the journal meanwhile. It was left as it was; try again.');
    return 1;
  }
  console.log(
    `document ${documentId} is repaired, and can be opened. Whoever still has it open brings back what they have of it.`,
  );
  return 0;
}

/** Every entry byte for byte, for its owner alone. On disk before anything is changed. */
async function saveDamaged(
  journal: StoredJournal,
  documentId: DocumentId,
  folder: string,
  at: number,
): Promise<string> {
  const name = documentId.replaceAll('/', '.');
  const path = join(folder, `${damagedPrefix}${name}-${new Date(at).toISOString().replaceAll(':', '.')}.json`);
  const entries = journal.entries.map(({ position, checksum, lengths, data }) => ({
    position,
    checksum,
    lengths: lengths && Buffer.from(lengths).toString('base64'),
    data: Buffer.from(data).toString('base64'),
  }));
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify({ documentId, end: journal.end, entries }, undefined, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return path;
}

async function isAgreed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    console.error('Nobody is there to ask: add --yes to repair it.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Keep what can be read, in its place? Write yes: ');
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}
