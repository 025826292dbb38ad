import type { DocumentId } from '@duken/shared/access';
import type { Config } from '../config.ts';
import type { Storage } from '../storage/index.ts';
import { checkJournals } from './checkJournals.ts';
import type { Command } from './command.ts';
import { openPlace, placeOf } from './openPlace.ts';
import { repairJournal } from './repairJournal.ts';
import { showJournal } from './showJournal.ts';

export const journalCommand: Command = {
  usage: [
    ['duk journal check', 'looks for documents whose journal was altered, torn or has holes'],
    ['duk journal show DOCUMENT', 'tells what each entry of a journal holds, never what anybody wrote'],
    [
      'duk journal repair DOCUMENT [--yes]',
      'keeps what can be read of a damaged journal; saves the whole of it in a file first',
    ],
  ],
  async run([action, document, ...rest], config) {
    const documentId = document as DocumentId;
    if (action === 'check' && document === undefined) return withStorage(config, checkJournals);
    if (!document || document.startsWith('-')) return undefined;
    if (action === 'show' && rest.length === 0)
      return withStorage(config, (storage) => showJournal(storage, documentId));
    if (action === 'repair' && rest.every((word) => word === '--yes')) {
      // The file holds what families have written: beside the rest of it, or where whoever asked for it stands.
      const folder = config.databaseUrl === undefined ? config.dataDir : process.cwd();
      return withStorage(config, (storage) =>
        repairJournal(storage, documentId, { folder, isAgreed: rest.length > 0 }),
      );
    }
    return undefined;
  },
};

async function withStorage(config: Config, act: (storage: Storage) => Promise<number>): Promise<number> {
  const storage = await openPlace(placeOf(config));
  if (!storage.ok) {
    console.error(`Cannot look at journals: ${storage.failure}.`);
    return 2;
  }
  try {
    return await act(storage.value);
  } finally {
    await storage.value.close();
  }
}
