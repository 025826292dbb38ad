import type { DocumentId } from '@duken/shared/access';
import type { JournalPosition } from './journal.ts';

/**
 * A journal is not what was written to it. Its document is served to nobody, and left as it is, until somebody has
 * looked at it with `duk journal`; the others go on.
 */
export class JournalUnreadable extends Error {
  override readonly name = 'JournalUnreadable';
  readonly documentId: DocumentId;
  readonly position: JournalPosition;

  /** @param fault in words, such as "was altered", after "entry N" */
  constructor(documentId: DocumentId, position: JournalPosition, fault: string) {
    super(`The journal of document ${documentId} cannot be trusted: entry ${position} ${fault}`);
    this.documentId = documentId;
    this.position = position;
  }
}
