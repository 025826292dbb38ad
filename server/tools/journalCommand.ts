import type { BoardId } from '@duken/shared/board';
import type { Config } from '../config.ts';
import type { Storage } from '../storage/index.ts';
import { checkJournals } from './checkJournals.ts';
import type { Command } from './command.ts';
import { openPlace, placeOf } from './openPlace.ts';
import { repairJournal } from './repairJournal.ts';
import { showJournal } from './showJournal.ts';

export const journalCommand: Command = {
  usage: [
    ['duk journal check', 'looks for boards whose journal was altered, torn or has holes'],
    ['duk journal show BOARD', 'tells what each entry of a journal holds, never what anybody wrote'],
    [
      'duk journal repair BOARD [--yes]',
      'keeps what can be read of a damaged journal; saves the whole of it in a file first',
    ],
  ],
  async run([action, board, ...rest], config) {
    const boardId = board as BoardId;
    if (action === 'check' && board === undefined) return withStorage(config, checkJournals);
    if (!board || board.startsWith('-')) return undefined;
    if (action === 'show' && rest.length === 0) return withStorage(config, (storage) => showJournal(storage, boardId));
    if (action === 'repair' && rest.every((word) => word === '--yes')) {
      // The file holds what families have written: beside the rest of it, or where whoever asked for it stands.
      const folder = config.databaseUrl === undefined ? config.dataDir : process.cwd();
      return withStorage(config, (storage) => repairJournal(storage, boardId, { folder, isAgreed: rest.length > 0 }));
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
