import type { BoardId, DocumentId } from '@duken/shared/access';
import { type Quiet, readQuiet } from '@duken/shared/quiet';
import * as Y from 'yjs';
import type { EndReason } from './closing.ts';
import { type AskServer, Connection } from './connection.ts';
import { type KeptDocument, openKept, type PlaceOnDevice } from './keptDocument.ts';
import type { Page } from './page.ts';
import type { SavedStatus } from './savedStatus.ts';
import type { Seat } from './seat.ts';

interface QuietOptions {
  readonly boardId: BoardId;
  readonly seat: Pick<Seat, 'participantId'>;
  readonly page: Page;
  readonly askServer: AskServer;
  readonly onDevice?: PlaceOnDevice;
}

/**
 * A person's own document at a board, which the server sends to nobody else (`/sync/:boardId/private`). It lies sealed at the
 * server, and on the device as the duk does: it is there again when they come back, and goes when they leave.
 */
export class QuietSession {
  readonly #doc = new Y.Doc();
  readonly #connection: Connection;
  readonly #listeners = new Set<() => void>();
  #isOpen = false;
  #ended: EndReason | undefined;
  #isDestroyed = false;
  #read: Quiet | undefined;
  #onDevice: KeptDocument | undefined;

  /** @param before the same person's, whose line has ended: what stands there is carried on */
  constructor({ boardId, seat, page, askServer, onDevice }: QuietOptions, before?: QuietSession) {
    this.#doc.on('update', () => {
      this.#read = undefined;
    });
    const tell = (): void => {
      for (const listener of this.#listeners) listener();
    };
    this.#connection = new Connection(
      { page, documentId: ownAddress(boardId), participantId: seat.participantId, doc: this.#doc, askServer },
      {
        onChange: tell,
        onSynced: () => {
          this.#isOpen = true;
        },
        onSaved: () => {
          if (this.#connection.waiting() === 0) this.#onDevice?.allSaved();
        },
        onEnded: (reason) => {
          this.#ended = reason;
          tell();
        },
        // No rule is asked of what is one's own.
        onRuleBroken: () => undefined,
      },
    );
    if (before) Y.applyUpdate(this.#doc, Y.encodeStateAsUpdate(before.#doc));
    const connection = this.#connection;
    void openKept(this.#doc, connection, onDevice?.(ownAddress(boardId)), () => this.#isDestroyed).then((kept) => {
      this.#onDevice = kept;
      this.#isOpen ||= kept?.isThere === true;
      tell();
    });
  }

  /** Whether all that is written here lies on the device too. */
  isOnDevice(): boolean {
    return this.#onDevice?.keeps === true;
  }

  /** `loading` until what is there has come: it could be written on before, and yet nobody would know what was there. */
  state(): 'loading' | 'open' | 'ended' {
    if (this.#isDestroyed || this.#ended) return 'ended';
    return this.#isOpen ? 'open' : 'loading';
  }

  /** Why its line has ended, where it had been open. */
  whyEnded(): EndReason | undefined {
    return this.#isOpen && !this.#isDestroyed ? this.#ended : undefined;
  }

  /** The same value until something changes. */
  read(): Quiet {
    this.#read ??= readQuiet(this.#doc);
    return this.#read;
  }

  /** Runs a command of shared/quiet. */
  run<Value>(command: (doc: Y.Doc) => Value): Value {
    return command(this.#doc);
  }

  savedStatus(): SavedStatus {
    return this.#connection.savedStatus();
  }

  /** Resolves when all of it is on disk. */
  allSaved(): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.waiting() > 0) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** How much of it is not on disk. */
  waiting(): number {
    return this.state() === 'ended' ? 0 : this.#connection.waiting();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  destroy(): void {
    this.#isDestroyed = true;
    // Whoever shows it looks for the one that came in its place.
    for (const listener of [...this.#listeners]) listener();
    this.#listeners.clear();
    this.#onDevice?.end();
    this.#connection.destroy();
    this.#doc.destroy();
  }
}

/** Whose it is stands in no address: the server knows who asks. */
export function ownAddress(boardId: BoardId): DocumentId {
  return `${boardId}/private` as DocumentId;
}
