import type { LinkId, Role } from '@duken/shared/access';
import type { ParticipantId } from '@duken/shared/board';

/** Who comes to a board, by which link, and as what. */
export interface Admitted {
  readonly participantId: ParticipantId;
  readonly role: Role;
  readonly linkId: LinkId;
}

/** Whether somebody may come to a board. 401: not signed in; 403: not to this board. */
export type Admission = ({ readonly ok: true } & Admitted) | { readonly ok: false; readonly status: 401 | 403 };
