import { type Storage, StorageUnavailable } from '../storage/index.ts';
import { count } from './command.ts';
import { examineJournal } from './examineJournal.ts';
import { faultText } from './faultTexts.ts';
import { showProgress } from './progress.ts';

/** @returns 0 when every document opens, 1 when one does not */
export async function checkJournals(storage: Storage): Promise<number> {
  const documents = await storage.journalCare.documents();
  const progress = showProgress(documents.length, 'documents');
  const findings: string[] = [];
  let damaged = 0;
  for (const documentId of documents) {
    progress.say(documentId);
    const faults = await faultsOf(storage, documentId);
    if (faults.length > 0) damaged += 1;
    findings.push(...faults.map((fault) => `document ${documentId}: ${fault}`));
    progress.advance(1);
  }
  progress.end();
  for (const finding of findings) console.log(finding);
  const looked = `${count(documents.length, 'document')} in ${storage.place}`;
  console.log(damaged === 0 ? `${looked}: every journal is as it was written` : `${looked}: ${damaged} damaged`);
  return damaged === 0 ? 0 : 1;
}

async function faultsOf(
  storage: Storage,
  documentId: Parameters<typeof examineJournal>[1],
): Promise<readonly string[]> {
  try {
    return (await examineJournal(storage, documentId)).faults.map(faultText);
  } catch (error) {
    // A torn page of the file itself: nothing of the document can be had from it.
    if (!(error instanceof StorageUnavailable)) throw error;
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    return [`the database does not give it out (${cause}); restore it from a backup`];
  }
}
