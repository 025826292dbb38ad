/**
 * What a column holds, as far as moving it goes.
 *
 * - `exact`: text that must arrive as it is: ids, hashes, what was frozen.
 * - `words`: text that people wrote. PostgreSQL can hold any character of it but U+0000, which nobody types on purpose.
 * - `number`: a whole number. `bytes`: as they are.
 */
export type ColumnKind = 'exact' | 'words' | 'number' | 'bytes';

export interface MovedTable {
  readonly name: string;
  /** Columns that tell its rows apart, and put them into one order in every database. */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, ColumnKind>>;
}

/** Every table that makes up an installation, those that others lean on first. */
export const movedTables: readonly MovedTable[] = [
  {
    name: 'boards',
    key: ['id'],
    columns: {
      id: 'exact',
      title: 'words',
      template_id: 'exact',
      created_at: 'number',
      access_changes: 'number',
      maker_id: 'exact',
      expires_at: 'number',
      archived_at: 'number',
    },
  },
  {
    name: 'links',
    key: ['id'],
    columns: {
      id: 'exact',
      board_id: 'exact',
      role: 'exact',
      secret_hash: 'exact',
      label: 'words',
      created_at: 'number',
      expires_at: 'number',
      withdrawn_at: 'number',
      lobby: 'number',
      uses: 'number',
    },
  },
  {
    name: 'people',
    key: ['id'],
    columns: {
      id: 'exact',
      board_id: 'exact',
      name: 'words',
      service: 'words',
      phone: 'words',
      email: 'words',
      language: 'exact',
      voices: 'exact',
      may_decide: 'words',
      reads_plans: 'number',
      is_subject: 'number',
      created_at: 'number',
      helper_id: 'exact',
      helper_confirmed: 'number',
    },
  },
  {
    name: 'helpers',
    key: ['child_id', 'helper_id'],
    columns: { child_id: 'exact', helper_id: 'exact', board_id: 'exact' },
  },
  {
    name: 'participants',
    key: ['id'],
    columns: {
      id: 'exact',
      board_id: 'exact',
      access_id: 'exact',
      person_id: 'exact',
      name: 'words',
      role: 'exact',
      state: 'exact',
      voice: 'exact',
      service: 'words',
      joined_at: 'number',
      admitted_at: 'number',
      removed_at: 'number',
      removed_before: 'number',
    },
  },
  {
    name: 'accounts',
    key: ['id'],
    columns: {
      id: 'exact',
      name: 'words',
      email: 'exact',
      may_lead: 'number',
      is_admin: 'number',
      created_at: 'number',
      password_hash: 'exact',
      invited_hash: 'exact',
      invited_until: 'number',
      ended_at: 'number',
    },
  },
  {
    name: 'setup_links',
    key: ['secret_hash'],
    columns: { secret_hash: 'exact', created_at: 'number', expires_at: 'number' },
  },
  {
    name: 'sign_ins',
    key: ['id'],
    columns: { id: 'exact', account_id: 'exact', browser: 'words', signed_in_at: 'number' },
  },
  {
    name: 'known_browsers',
    key: ['secret_hash'],
    columns: { secret_hash: 'exact', account_id: 'exact', used_at: 'number' },
  },
  {
    name: 'memberships',
    key: ['id'],
    columns: {
      id: 'exact',
      board_id: 'exact',
      account_id: 'exact',
      is_owner: 'number',
      created_at: 'number',
      ended_at: 'number',
    },
  },
  {
    name: 'sessions',
    key: ['hash'],
    columns: { hash: 'exact', expires_at: 'number', used_at: 'number', follows: 'exact', sign_in_id: 'exact' },
  },
  {
    name: 'seats',
    key: ['session_hash', 'participant_id'],
    columns: {
      session_hash: 'exact',
      board_id: 'exact',
      participant_id: 'exact',
      opened_at: 'number',
      is_current: 'number',
    },
  },
  {
    name: 'meetings',
    key: ['id'],
    columns: {
      id: 'exact',
      board_id: 'exact',
      date: 'exact',
      present: 'words',
      created_at: 'number',
      version: 'number',
      next_date: 'exact',
    },
  },
  {
    name: 'consents',
    key: ['id'],
    columns: {
      id: 'exact',
      board_id: 'exact',
      said: 'words',
      until: 'exact',
      recorded_at: 'number',
      withdrawal: 'words',
      withdrawn_at: 'number',
    },
  },
  {
    name: 'log_lines',
    key: ['board_id', 'number'],
    columns: {
      board_id: 'exact',
      number: 'number',
      at: 'number',
      person_id: 'exact',
      participant_id: 'exact',
      event: 'exact',
      line: 'exact',
      hash: 'exact',
    },
  },
  {
    name: 'log_heads',
    key: ['board_id'],
    columns: { board_id: 'exact', number: 'number', hash: 'exact' },
  },
  {
    name: 'versions',
    key: ['board_id', 'version'],
    columns: {
      board_id: 'exact',
      version: 'number',
      meeting_id: 'exact',
      position: 'number',
      frozen_at: 'number',
      state: 'bytes',
      plan_json: 'exact',
      picture: 'exact',
      sha256: 'exact',
      previous_sha256: 'exact',
      consents: 'exact',
    },
  },
  {
    name: 'action_indexes',
    key: ['board_id'],
    columns: { board_id: 'exact', position: 'number', format: 'number', actions: 'words' },
  },
  {
    name: 'answer_links',
    key: ['id'],
    columns: {
      id: 'exact',
      board_id: 'exact',
      person_id: 'exact',
      secret_hash: 'exact',
      created_at: 'number',
      expires_at: 'number',
      withdrawn_at: 'number',
    },
  },
  {
    name: 'answers',
    key: ['board_id', 'note_id', 'person_id'],
    columns: {
      board_id: 'exact',
      note_id: 'exact',
      person_id: 'exact',
      answer: 'exact',
      line: 'words',
      date: 'exact',
      answered_at: 'number',
      settled_at: 'number',
    },
  },
  {
    name: 'short_texts',
    key: ['board_id', 'note_id'],
    columns: { board_id: 'exact', note_id: 'exact', source_hash: 'exact', text: 'words' },
  },
  {
    name: 'reminders',
    key: ['board_id', 'note_id', 'person_id', 'due', 'kind'],
    columns: {
      board_id: 'exact',
      note_id: 'exact',
      person_id: 'exact',
      due: 'exact',
      kind: 'exact',
      leased_until: 'number',
      failed_since: 'number',
      sent_at: 'number',
    },
  },
  {
    name: 'plan_events',
    key: ['board_id', 'version', 'number'],
    columns: {
      board_id: 'exact',
      version: 'number',
      number: 'number',
      kind: 'exact',
      at: 'number',
      by_id: 'exact',
      by_name: 'words',
      note_id: 'exact',
      answer: 'exact',
      day: 'exact',
      words: 'words',
    },
  },
  {
    name: 'journal',
    key: ['document_id', 'position'],
    columns: {
      document_id: 'exact',
      position: 'number',
      data: 'bytes',
      lengths: 'bytes',
      checksum: 'number',
      written_at: 'number',
    },
  },
  {
    name: 'checkpoints',
    key: ['document_id', 'taken_at', 'kind'],
    columns: {
      document_id: 'exact',
      taken_at: 'number',
      kind: 'exact',
      position: 'number',
      data: 'bytes',
      checksum: 'number',
    },
  },
  {
    name: 'client_owners',
    key: ['document_id', 'client_id'],
    columns: { document_id: 'exact', client_id: 'number', participant_id: 'exact' },
  },
  {
    name: 'repairs',
    key: ['document_id', 'position'],
    columns: { document_id: 'exact', position: 'number', repaired_at: 'number', report: 'exact' },
  },
  {
    name: 'tallies',
    key: ['id'],
    columns: { id: 'exact', result_hash: 'exact', answers: 'number', told_answers: 'number' },
  },
  {
    name: 'tally_counts',
    key: ['tally_id', 'option'],
    columns: { tally_id: 'exact', option: 'exact', count: 'number', told_count: 'number' },
  },
  {
    name: 'tally_tickets',
    key: ['ticket_hash'],
    columns: { ticket_hash: 'exact', tally_id: 'exact' },
  },
  {
    name: 'pulse_given',
    key: ['meeting_id', 'person_id'],
    columns: { board_id: 'exact', meeting_id: 'exact', person_id: 'exact' },
  },
];
