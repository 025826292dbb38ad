import type { Generated } from 'kysely';
import type { AsStored } from './sealedColumns.ts';

/** The tables as Kysely sees them. What is sealed in them can be neither read nor written by mistake: it has another type. */
export type Tables = AsStored<PlainTables>;

/** The tables as they are meant: the same names and meanings in every database. Moments are milliseconds. */
export interface PlainTables {
  journal: {
    document_id: string;
    position: number;
    /** Updates side by side, and their lengths when there are several. */
    data: Uint8Array;
    lengths: Uint8Array | null;
    /** Of data, lengths, document, origin and position; null in entries from before there were checksums. */
    checksum: number | null;
    /** When it was written, or the last of what was compacted into it; null in entries from before that was kept. */
    written_at: number | null;
  };
  /** Documents as they were: what compacting would else have left no trace of. */
  checkpoints: {
    document_id: string;
    taken_at: number;
    kind: string;
    position: number;
    data: Uint8Array;
    checksum: number;
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
    /** The person who made it. */
    maker_id: string | null;
    /** When it ends by itself and is erased. */
    expires_at: number | null;
    /** Since when it is put away. */
    archived_at: number | null;
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
    /** 1 where the leader lets each newcomer in. */
    lobby: number;
    uses: number | null;
  };
  people: {
    id: string;
    board_id: string;
    name: string;
    service: string | null;
    phone: string | null;
    email: string | null;
    language: string | null;
    /** `Voice[]` as JSON. */
    voices: string;
    may_decide: string | null;
    reason: string | null;
    /** The day of the meeting for which an interpreter was ordered; empty for none; null for who needs none. */
    interpreter: string | null;
    /** 1 and 0 as the leader said; null while nothing is said. */
    reads_plans: number | null;
    is_subject: number;
    created_at: number;
    /** Of a child: the person who is named to write for it. */
    helper_id: string | null;
    /** 1 and 0 as the child's page said; null while it has said nothing. */
    helper_confirmed: number | null;
  };
  /** Who was ever let write for which child: what they wrote in its voice stays the child's. */
  helpers: { child_id: string; helper_id: string; board_id: string };
  participants: {
    id: string;
    board_id: string;
    /** The id of a link or of a membership. */
    access_id: string;
    person_id: string | null;
    name: string;
    role: string;
    state: string;
    voice: string | null;
    service: string | null;
    joined_at: number;
    admitted_at: number | null;
    removed_at: number | null;
    /** 1 for somebody who knocked after they had been removed. */
    removed_before: number;
  };
  sessions: {
    hash: string;
    /** When it is over whatever happens. */
    expires_at: number;
    used_at: number;
    /** The session whose seats it took along. */
    follows: string | null;
    /** The signing in that it is one of the sessions of. */
    sign_in_id: string | null;
  };
  accounts: {
    id: string;
    name: string;
    email: string;
    may_lead: number;
    is_admin: number;
    created_at: number;
    password_hash: string | null;
    /** Of the link by which a password is chosen. */
    invited_hash: string | null;
    invited_until: number | null;
    ended_at: number | null;
    /** By whose word it exists. */
    provider_id: string | null;
  };
  /** Whom providers vouch for: hashes of issuer and subject. */
  identities: { hash: string; account_id: string; created_at: number };
  /** Browsers that have gone to a provider, and are to come back. */
  login_attempts: { secret_hash: string; provider_id: string; back: string; is_anew: number; asked_at: number };
  /** The link by which the first account is made. */
  setup_links: { secret_hash: string; created_at: number; expires_at: number };
  sign_ins: {
    id: string;
    account_id: string;
    browser: string;
    signed_in_at: number;
    provider_id: string | null;
    /** Of what the provider calls its own session. */
    provider_session_hash: string | null;
    /** When they proved at the provider who they are. */
    authenticated_at: number | null;
    /** The passkey that they signed in with. */
    passkey_id: string | null;
  };
  passkeys: {
    /** As the browser calls it, base64url. */
    id: string;
    account_id: string;
    name: string;
    /** COSE, base64url. */
    public_key: string;
    counter: number;
    made_at: number;
    used_at: number | null;
  };
  /** What passkeys have been asked to sign. */
  passkey_challenges: { challenge_hash: string; purpose: string; account_id: string | null; asked_at: number };
  /** Browsers in which somebody has signed in before. */
  known_browsers: { secret_hash: string; account_id: string; used_at: number };
  /** Boards that accounts lead. */
  memberships: {
    id: string;
    board_id: string;
    account_id: string;
    is_owner: number;
    created_at: number;
    ended_at: number | null;
  };
  seats: {
    session_hash: string;
    board_id: string;
    participant_id: string;
    opened_at: number;
    /** 1 for the one of a session's seats at a board that it sits on. */
    is_current: number;
  };
  meetings: {
    id: string;
    board_id: string;
    date: string;
    /** `Present[]` as JSON. */
    present: string;
    created_at: number;
    version: number | null;
    /** When they meet again. */
    next_date: string | null;
  };
  consents: {
    id: string;
    board_id: string;
    /** Services, themes, purpose, words and whose they are, as JSON. */
    said: string;
    /** The last day that it counts. */
    until: string;
    recorded_at: number;
    /** By whom and how, as JSON; null while it is not withdrawn. */
    withdrawal: string | null;
    withdrawn_at: number | null;
  };
  log_lines: {
    board_id: string;
    number: number;
    at: number;
    person_id: string;
    participant_id: string;
    /** What was seen or done, as one word. */
    event: string;
    /** All of it as JSON, as it was hashed. */
    line: string;
    hash: string;
  };
  /** Why a case is closed. */
  case_closings: { board_id: string; reason: string };
  /** That a case was erased: it outlives the case, so its column is not called board_id. */
  erased_cases: { case_id: string; erased_at: number; erased_as: string; account_id: string | null };
  /**
   * Those whom the core team has been told of, as JSON. Their logs lie with those of the cases, each under its own id in the place of
   * a board's.
   */
  proposals: {
    id: string;
    said: string;
    revision: number;
    made_at: number;
    changed_at: number;
    /** The case that came of it. */
    board_id: string | null;
  };
  /** The newest line of each log. */
  log_heads: { board_id: string; number: number; hash: string };
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
    /** Ids of the consents that counted when it was made, as JSON; null where there were none. */
    consents: string | null;
  };
  /** The tiltak on each duk, read from its journal up to a position, as JSON. */
  action_indexes: { board_id: string; position: number; format: number; actions: string };
  /** What people answered, only added up: a survey, or `pulse` for what was felt after all meetings. */
  tallies: {
    id: string;
    /** Of the link to its result; null for the pulse. */
    result_hash: string | null;
    answers: number;
    /** As of which answer the sums are told: they are told in steps. */
    told_answers: number;
  };
  /** How often each option was marked, by now and as it is told. */
  tally_counts: { tally_id: string; option: string; count: number; told_count: number };
  /** Links that have not taken their answer. */
  tally_tickets: { ticket_hash: string; tally_id: string };
  /** Who has said after which meeting how it was, and never what they said. */
  pulse_given: { board_id: string; meeting_id: string; person_id: string };
  /** Links by which people answer to their tiltak. */
  answer_links: {
    id: string;
    board_id: string;
    person_id: string;
    secret_hash: string;
    created_at: number;
    expires_at: number;
    withdrawn_at: number | null;
  };
  /** Cuts of versions that were given to somebody. */
  cuts: {
    id: string;
    board_id: string;
    version: number;
    /** Of the case, when it is for one of those. */
    person_id: string | null;
    /** To whom, of what and by whom, as JSON. */
    said: string;
    /** The cut itself, as it was hashed. */
    cut_json: string;
    way: string;
    given_at: number;
    /** Of the link, where it was given by one, with its life and uses. */
    secret_hash: string | null;
    expires_at: number | null;
    max_uses: number | null;
    uses: number;
    withdrawn_at: number | null;
  };
  /** Browsers that have opened a link to a cut, and read on. */
  cut_readings: { hash: string; board_id: string; cut_id: string; expires_at: number };
  /** What each person last answered to each tiltak of theirs. */
  answers: {
    board_id: string;
    note_id: string;
    person_id: string;
    answer: string;
    line: string | null;
    /** The day they propose. */
    date: string | null;
    answered_at: number;
    /** When the leader saw to it. */
    settled_at: number | null;
  };
  /** What a tiltak is called outside the case, and the hash of the words that was checked for. */
  short_texts: { board_id: string; note_id: string; source_hash: string; text: string };
  /** Reminders that were sent, or are about to be. */
  reminders: {
    board_id: string;
    note_id: string;
    person_id: string;
    /** The date that the tiltak had. */
    due: string;
    kind: string;
    /** Until when whoever took it may send it. */
    leased_until: number;
    failed_since: number | null;
    sent_at: number | null;
  };
  /** Addresses that people's calendars ask. */
  calendar_feeds: {
    id: string;
    board_id: string;
    person_id: string;
    secret_hash: string;
    created_at: number;
    expires_at: number;
    withdrawn_at: number | null;
  };
  /** What calendars were last told of each day. */
  calendar_events: {
    board_id: string;
    /** A person's id; '' for what is all of the case's. */
    owner_id: string;
    uid: string;
    day: string;
    is_cancelled: number;
    sequence: number;
    changed_at: number;
  };
  /** What those who lead note for themselves: day, words, who wrote it and what it corrects, as JSON. */
  contact_lines: { id: string; board_id: string; noted: string; written_at: number };
  /** What those who lead say of a case. */
  case_fields: {
    board_id: string;
    target_group: string | null;
    followed: string | null;
    staff_hidden: string | null;
  };
  /** What was told last of the programme, as JSON: only numbers that may be seen, and of no case. */
  told_reports: { scope: string; told: string; told_at: number };
  /** What somebody of a case tells once. */
  stories: {
    board_id: string;
    person_id: string;
    words: string;
    revision: number;
    made_at: number;
    changed_at: number;
  };
  /** Who has asked to read whose story, may, or may not. */
  story_readers: { board_id: string; author_id: string; reader_id: string; reading: string };
  /** What happened to versions after they were frozen; each kind uses the columns it has words for. */
  plan_events: {
    board_id: string;
    version: number;
    /** 1, 2, 3 … within the version. */
    number: number;
    kind: string;
    at: number;
    /** A person's id; '' for what the product itself noted. */
    by_id: string;
    by_name: string;
    note_id: string | null;
    answer: string | null;
    day: string | null;
    words: string | null;
  };
}
