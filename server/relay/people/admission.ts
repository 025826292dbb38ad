import type { LinkId, ParticipantId, Role, Writer } from '@duken/shared/access';

/** Who comes to a board, on what grounds, and as what. */
export interface Admitted {
  readonly participantId: ParticipantId;
  readonly role: Role;
  /** What their seat stands on: when that ends, so does the socket. */
  readonly accessId: LinkId;
  /** Whose private document is theirs. */
  readonly person: string;
  /** As the rules of the duk ask. The relay carries it, and knows nothing of it. */
  readonly writer: Writer;
}

/** Whether somebody may come to a board. 401: not signed in; 403: not to this board. */
export type Admission = ({ readonly ok: true } & Admitted) | { readonly ok: false; readonly status: 401 | 403 };
