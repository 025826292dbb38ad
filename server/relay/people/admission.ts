import type { AccessId, BoardId, ParticipantId, Role, Writer } from '@duken/shared/access';
import type { FastifyRequest } from 'fastify';

/** Who comes to a board, on what grounds, and as what. */
export interface Admitted {
  readonly participantId: ParticipantId;
  readonly role: Role;
  /** What their seat stands on: when that ends, so does the socket. */
  readonly accessId: AccessId;
  /** Whose private document is theirs. */
  readonly person: string;
  /** Nobody writes on the duk now, whatever their role. */
  readonly isDukForReading?: boolean;
  /** Nobody writes on any of the board's documents now. */
  readonly isForReading?: boolean;
  /** As the rules of the duk ask. The relay carries it, and knows nothing of it. */
  readonly writer: Writer;
}

/** Whether somebody may come to a board. 401: not signed in; 403: not to this board. */
export type Admission = ({ readonly ok: true } & Admitted) | { readonly ok: false; readonly status: 401 | 403 };

/** What is told each time the answer may have changed. */
export type HearAdmission = (admission: Admission) => void;

/** Somebody's access, asked for at the door and again whenever it may have changed. */
export interface Watching {
  readonly first: Promise<Admission>;
  /** Resolves when no change that was told of before is still being asked about; undefined when there is none. */
  settled(): Promise<void> | undefined;
  /** They have left, or never came. */
  end(): void;
}

/** Asks whether somebody may come, and goes on asking until `end` or a refusal. Changes are heard from before the first answer. */
export type Watch = (request: FastifyRequest, boardId: BoardId, hear: HearAdmission) => Watching;
