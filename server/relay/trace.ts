import { randomBytes } from 'node:crypto';
import type { DocumentId } from '@duken/shared/access';
import { messageType, syncType } from '@duken/shared/protocol';
import type { WebSocket } from 'ws';
import { traceIdIn } from '../http/index.ts';
import type { RelayLog } from './counters.ts';
import type { Connection } from './people/connection.ts';
import type { BatchReport } from './room/commitQueue.ts';
import type { RoomEdit } from './room/room.ts';

/** A socket that is followed. Its document messages are numbered from 1, as message 4 counts them to its client. */
interface Followed {
  readonly traceId: string;
  heard: number;
  done: number;
}

/**
 * Follows each document message from its socket to its commit, in the log, by ids alone. Made only where the log is for
 * finding faults: nobody else pays for it.
 */
export class Trace {
  readonly #log: RelayLog;
  readonly #followed = new WeakMap<Connection, Followed>();

  /** @returns nothing unless the log's level is debug or below */
  static for(log: RelayLog): Trace | undefined {
    return log.level === 'debug' || log.level === 'trace' ? new Trace(log) : undefined;
  }

  private constructor(log: RelayLog) {
    this.#log = log;
  }

  /** @param traceparent what the upgrade's request said, if anything: its trace is gone on with */
  connected(
    documentId: DocumentId,
    connection: Connection,
    socket: WebSocket,
    traceparent: string | string[] | undefined,
  ): void {
    const traceId = traceIdIn(traceparent) ?? randomBytes(16).toString('hex');
    this.#followed.set(connection, { traceId, heard: 0, done: 0 });
    this.#log.debug({ documentId, participantId: connection.participantId, traceId }, 'connected');
    socket.once('close', (code: number) => this.#log.debug({ documentId, traceId, code }, 'disconnected'));
  }

  heard(connection: Connection, frame: Uint8Array): void {
    const [type, kind] = frame;
    if (type !== messageType.sync || (kind !== syncType.step2 && kind !== syncType.update)) return;
    const followed = this.#followed.get(connection);
    if (!followed) return;
    followed.heard += 1;
    this.#log.debug({ traceId: followed.traceId, message: followed.heard, bytes: frame.length }, 'heard');
  }

  batch({ isLost, commitMs, shares }: BatchReport<RoomEdit>): void {
    for (const { documentId, position, edits, lagMs } of shares) {
      const messages = edits.flatMap(({ from }) => (from ? this.#next(from) : []));
      this.#log.debug({ documentId, position, messages, commitMs, lagMs }, isLost ? 'lost' : 'saved');
    }
  }

  /** A connection's messages have their turn in the order they were heard. */
  #next(connection: Connection): { readonly traceId: string; readonly message: number } | [] {
    const followed = this.#followed.get(connection);
    if (!followed) return [];
    followed.done += 1;
    return { traceId: followed.traceId, message: followed.done };
  }
}
