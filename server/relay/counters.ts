import { closeCode } from '@duken/shared/protocol';
import type { FastifyBaseLogger } from 'fastify';
import type { CloseReason } from './refusal.ts';

/** Where the relay tells, by ids alone, what somebody on call should know. */
export type RelayLog = Pick<FastifyBaseLogger, 'level' | 'debug' | 'info' | 'warn' | 'error'>;

/** What has happened since the start, for those on call. Plain numbers, read at any time. */
export interface RelayCounters {
  /** Open right now. */
  connections: number;
  boards: number;
  /** Upgrades refused before there was a socket. */
  refusedUpgrades: number;
  /** Document messages that brought something new. */
  edits: number;
  editBytes: number;
  /** Commits, each with the edits of one batch. */
  batches: number;
  failedBatches: number;
  /** Edits that leaned on others which had not come. */
  gaps: number;
  /** Frames of cursors sent on, and left out because the receiver was slow. */
  cursors: number;
  droppedCursors: number;
  /** Awareness entries in somebody else's name. */
  foreignCursors: number;
  /** Step 2s of those who may not write. */
  ignoredStep2s: number;
  failedLoads: number;
  compactions: number;
  failedCompactions: number;
  /** What other servers said that could not be read: they may be of another version. */
  strangePeerMessages: number;
  /** Times that entries of other servers were found in the journal, not heard of. */
  caughtUp: number;
  /** Connections that stopped answering. */
  dead: number;
  /** Connections that the relay closed, by reason. */
  readonly closed: Record<CloseReason, number>;
}

export function newCounters(): RelayCounters {
  return {
    connections: 0,
    boards: 0,
    refusedUpgrades: 0,
    edits: 0,
    editBytes: 0,
    batches: 0,
    failedBatches: 0,
    gaps: 0,
    cursors: 0,
    droppedCursors: 0,
    foreignCursors: 0,
    ignoredStep2s: 0,
    failedLoads: 0,
    compactions: 0,
    failedCompactions: 0,
    strangePeerMessages: 0,
    caughtUp: 0,
    dead: 0,
    closed: Object.fromEntries(Object.keys(closeCode).map((reason) => [reason, 0])) as Record<CloseReason, number>,
  };
}
