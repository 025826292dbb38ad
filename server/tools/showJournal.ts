import type { DocumentId } from '@duken/shared/access';
import { contentsOf } from '@duken/shared/board';
import { checkUpdate } from '../relay/index.ts';
import { type CheckpointHead, JournalUnreadable, type Storage, type StoredEntry } from '../storage/index.ts';
import { count } from './command.ts';
import { examineJournal } from './examineJournal.ts';
import { faultText, salvageTexts } from './faultTexts.ts';

const checksumTexts = {
  beat: 'as written',
  fold: 'as compacted',
  altered: 'ALTERED',
  unknown: 'no checksum',
} as const satisfies Record<StoredEntry['origin'], string>;

const widths = [9, 9, 8, 12, 12, 9, 9, 8] as const;

/** @returns 0 when the document opens, 1 when it does not, 2 when there is none */
export async function showJournal(storage: Storage, documentId: DocumentId): Promise<number> {
  const examined = await examineJournal(storage, documentId);
  const { journal, faults, end } = examined;
  if (end === 0) {
    console.error(`There is no journal of document ${documentId} in ${storage.place}.`);
    return 2;
  }
  printRow(['entry', 'bytes', 'updates', 'checksum', 'can be read', 'clients', 'written', 'deleted']);
  for (const entry of journal.entries) printRow(columnsOf(entry));
  for (const { position, repairedAt } of await storage.journalCare.repairs(documentId)) {
    console.log(`repaired at entry ${position}, ${new Date(repairedAt).toISOString()}`);
  }
  for (const head of await storage.journal.checkpoints(documentId))
    console.log(await checkpointText(storage, documentId, head));
  for (const fault of faults) console.log(faultText(fault));
  if (faults.length === 0) {
    console.log(`document ${documentId}: ${count(journal.entries.length, 'entry', 'entries')}, all as written`);
    return 0;
  }
  for (const line of salvageTexts(examined)) console.log(line);
  console.log(`This document is not shown to anybody. Repair it with: pnpm duk journal repair ${documentId}`);
  return 1;
}

async function checkpointText(storage: Storage, documentId: DocumentId, head: CheckpointHead): Promise<string> {
  const { takenAt, kind, position, bytes } = head;
  const text = `checkpoint ${new Date(takenAt).toISOString()} (${kind}), up to entry ${position}, ${bytes} bytes`;
  try {
    await storage.journal.readCheckpoint(documentId, head);
    return text;
  } catch (error) {
    if (!(error instanceof JournalUnreadable)) throw error;
    return `${text}, ALTERED`;
  }
}

function columnsOf({ position, data, updates, origin }: StoredEntry): readonly (string | number)[] {
  const readable = updates.filter((update) => checkUpdate(update).ok);
  const contents = readable.map(contentsOf);
  const written = contents.flatMap((update) => update.written);
  return [
    position,
    data.length,
    updates.length,
    checksumTexts[origin],
    readable.length === updates.length ? 'yes' : `${readable.length} of ${updates.length}`,
    new Set(written.map(({ client }) => client)).size,
    written.reduce((sum, { from, to }) => sum + to - from, 0),
    contents.reduce((sum, { deleted }) => sum + deleted, 0),
  ];
}

function printRow(columns: readonly (string | number)[]): void {
  console.log(columns.map((column, index) => String(column).padStart(widths[index] ?? 0)).join(' '));
}
