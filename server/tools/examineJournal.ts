import { boardOf, type DocumentId, documentIdOf } from '@duken/shared/access';
import { type BoardId, type Salvaged, salvage } from '@duken/shared/board';
import { readChain } from '../plans/index.ts';
import { checkUpdate } from '../relay/index.ts';
import type { ArchivedVersion, JournalPosition, Storage, StoredJournal } from '../storage/index.ts';

/** What is wrong with a journal: with one entry, or with a run of them. */
export interface JournalFault {
  readonly from: JournalPosition;
  readonly to: JournalPosition;
  readonly kind: 'altered' | 'torn' | 'missing' | 'unreadable';
}

type ExaminableStorage = Pick<Storage, 'journalCare' | 'archive' | 'directory'>;

export interface ExaminedJournal {
  readonly journal: StoredJournal;
  /** Where it must end at least: entries were appended, or plan versions made, up to there. */
  readonly end: JournalPosition;
  /** By position. None: the document opens. */
  readonly faults: readonly JournalFault[];
  /** What would be left after a repair. */
  readonly salvaged: Salvaged;
  /** The plan version that fills holes: it holds all that was on the duk when it was frozen. */
  readonly filledFrom?: number;
}

/**
 * Looks at all of a document's journal, entry by entry, as it lies in the database. Plan versions tell of the duk alone:
 * of the other parts nothing is known but what their journals hold.
 */
export async function examineJournal(storage: ExaminableStorage, documentId: DocumentId): Promise<ExaminedJournal> {
  const journal = await storage.journalCare.look(documentId);
  const boardId = boardOf(documentId);
  const isDuk = documentId === documentIdOf(boardId, 'duk');
  const versions = isDuk ? await storage.archive.list(boardId) : [];
  const end = Math.max(journal.end, ...versions.map(({ position }) => position));
  const entries = journal.entries.map(({ position, updates, origin }) => ({
    position,
    updates,
    isAltered: origin === 'altered',
  }));
  const alone = salvage(entries, isSound);
  const faults = faultsIn(journal, end, alone);
  const version = faults.length === 0 || !isDuk ? undefined : await newestWholeVersion(storage, boardId);
  if (!version) return { journal, end, faults, salvaged: alone };
  const copy = { position: version.position, updates: [version.state], isAltered: false };
  return { journal, end, faults, salvaged: salvage([...entries, copy], isSound), filledFrom: version.version };
}

function isSound(update: Uint8Array): boolean {
  return checkUpdate(update).ok;
}

async function newestWholeVersion(storage: ExaminableStorage, boardId: BoardId): Promise<ArchivedVersion | undefined> {
  const chain = await readChain(storage, boardId);
  const whole = chain.findLast(({ problems }) => problems.length === 0);
  return whole && storage.archive.find(boardId, whole.version);
}

/** The same rules as reading it for people, but all that is wrong, and not only what comes first. */
function faultsIn({ entries }: StoredJournal, end: JournalPosition, { lost }: Salvaged): readonly JournalFault[] {
  const faults: JournalFault[] = [];
  const unreadable = new Set(lost.map(({ position }) => position));
  let before = 0;
  for (const [index, { position, origin, isTorn }] of entries.entries()) {
    const mayFollowGap = index === 0 && origin !== 'beat';
    if (position > before + 1 && !mayFollowGap) faults.push({ from: before + 1, to: position - 1, kind: 'missing' });
    const fault = (kind: JournalFault['kind']) => faults.push({ from: position, to: position, kind });
    if (origin === 'altered') fault('altered');
    else if (isTorn) fault('torn');
    else if (unreadable.has(position)) fault('unreadable');
    before = position;
  }
  if (end > before) faults.push({ from: before + 1, to: end, kind: 'missing' });
  return faults;
}
