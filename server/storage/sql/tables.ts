import type { Generated } from 'kysely';

/** The tables as Kysely sees them: the same names and meanings in every database. Moments are milliseconds. */
export interface Tables {
  journal: {
    document_id: string;
    position: number;
    /** Updates side by side, and their lengths when there are several. */
    data: Uint8Array;
    lengths: Uint8Array | null;
    /** Of data, lengths, document, origin and position; null in entries from before there were checksums. */
    checksum: number | null;
  };
  /** Who first wrote under each Yjs client id. */
  client_owners: { document_id: string; client_id: number; participant_id: string };
  /** Journals that were damaged and repaired: where each ended then, and what was lost, as JSON. */
  repairs: { document_id: string; position: number; repaired_at: number; report: string };
  /** Has a row while everything is being moved here from somewhere else: no server may open it then. */
  unfinished_move: { source: string };
  boards: {
    id: string;
    title: string;
    template_id: string;
    created_at: number;
    /** How many times somebody's access has changed, so that every server can see that it has. */
    access_changes: Generated<number>;
  };
  links: {
    id: string;
    board_id: string;
    role: string;
    secret_hash: string;
    label: string | null;
    created_at: number;
    expires_at: number | null;
    withdrawn_at: number | null;
  };
  participants: {
    id: string;
    board_id: string;
    link_id: string;
    /** The session that came in: the same one by the same link is the same person. */
    session_hash: string;
    name: string;
    role: string;
    voice: string | null;
    joined_at: number;
    removed_at: number | null;
  };
  sessions: { hash: string; expires_at: number };
  seats: { session_hash: string; board_id: string; participant_id: string };
  meetings: {
    id: string;
    board_id: string;
    date: string;
    /** `Present[]` as JSON. */
    present: string;
    created_at: number;
    version: number | null;
  };
  versions: {
    board_id: string;
    version: number;
    meeting_id: string;
    position: number;
    frozen_at: number;
    state: Uint8Array;
    plan_json: string;
    picture: string;
    sha256: string;
    previous_sha256: string;
  };
}
