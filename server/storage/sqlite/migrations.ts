import type { DatabaseSync } from 'node:sqlite';
import { hasLetInSomebodyRemoved, makerOfToday, openedAtOfToday, voicesOfToday } from '../sql/peopleMigration.ts';

/**
 * Every change to the tables there has been, oldest first; the file's `user_version` says how many it has had.
 * Entries are never edited once released: a change is a new entry at the end.
 */
const migrations: readonly string[] = [
  `
  create table journal (
    board_id text not null,
    position integer not null,
    data blob not null
  ) strict;
  create unique index journal_in_order on journal (board_id, position);

  create table boards (
    id text primary key,
    title text not null,
    template_id text not null,
    created_at integer not null
  ) strict;

  create table links (
    id text primary key,
    board_id text not null references boards (id),
    role text not null,
    secret_hash text not null,
    created_at integer not null,
    expires_at integer,
    withdrawn_at integer
  ) strict;
  create unique index links_by_secret on links (board_id, secret_hash);

  create table participants (
    id text primary key,
    board_id text not null references boards (id),
    link_id text not null references links (id),
    session_hash text not null,
    name text not null,
    role text not null,
    joined_at integer not null
  ) strict;
  create index participants_of_board on participants (board_id);
  create unique index one_person_per_link_and_session on participants (link_id, session_hash);

  create table sessions (
    hash text primary key,
    expires_at integer not null
  ) strict;

  create table seats (
    session_hash text not null references sessions (hash) on delete cascade,
    board_id text not null references boards (id),
    participant_id text not null references participants (id),
    primary key (session_hash, board_id)
  ) strict;

  create table meetings (
    id text primary key,
    board_id text not null references boards (id),
    date text not null,
    present text not null,
    created_at integer not null,
    version integer
  ) strict;
  create index meetings_of_board on meetings (board_id);

  create table versions (
    board_id text not null references boards (id),
    version integer not null,
    meeting_id text not null references meetings (id),
    position integer not null,
    frozen_at integer not null,
    state blob not null,
    plan_json text not null,
    picture text not null,
    sha256 text not null,
    previous_sha256 text not null,
    primary key (board_id, version)
  ) strict;
  create trigger versions_are_never_changed before update on versions
  begin
    select raise(abort, 'a frozen version is never changed');
  end;
  `,
  // Who somebody is at the table, whom a link is for, and people who were taken away from the table.
  `
  alter table links add column label text;
  alter table participants add column voice text;
  alter table participants add column removed_at integer;
  `,
  // An entry holds what a whole batch brought to a board.
  'alter table journal add column lengths blob',
  // Whether an entry is as it was written; journals that were repaired; moving from one database to another.
  `
  alter table journal add column checksum integer;
  create table repairs (
    board_id text not null,
    position integer not null,
    repaired_at integer not null,
    report text not null,
    primary key (board_id, position)
  ) strict;
  create table unfinished_move (source text not null) strict;
  `,
  // A board has several documents, each with a journal of its own; the duk's id is the board's.
  `
  alter table journal rename column board_id to document_id;
  alter table repairs rename column board_id to document_id;
  `,
  // Changes to who may do what on a board are counted, so that servers see them whatever becomes of their bus.
  'alter table boards add column access_changes integer not null default 0',
  // Whose the Yjs clients of a document are.
  `
  create table client_owners (
    document_id text not null,
    client_id integer not null,
    participant_id text not null,
    primary key (document_id, client_id)
  ) strict, without rowid;
  `,
  // People of a case, whose seats participants are; accesses; the lobby; sessions that end by idling and by being left.
  `
  create table people (
    id text primary key,
    board_id text not null references boards (id),
    name text not null,
    service text,
    phone text,
    email text,
    language text,
    voices text not null,
    may_decide text,
    reads_plans integer,
    is_subject integer not null,
    created_at integer not null
  ) strict;
  create index people_of_board on people (board_id);
  insert into people (id, board_id, name, voices, is_subject, created_at)
    select id, board_id, name, ${voicesOfToday}, 0, joined_at from participants;

  alter table boards add column maker_id text;
  update boards set maker_id = ${makerOfToday};
  alter table links add column lobby integer not null default 0;
  alter table links add column uses integer;

  create table participants_now (
    id text primary key,
    board_id text not null references boards (id),
    access_id text not null,
    person_id text references people (id),
    name text not null,
    role text not null,
    state text not null,
    voice text,
    service text,
    joined_at integer not null,
    admitted_at integer,
    removed_at integer,
    removed_before integer not null
  ) strict;
  insert into participants_now
    (id, board_id, access_id, person_id, name, role, state, voice, joined_at, removed_at, removed_before)
    select id, board_id, link_id, id, name, role, 'in', voice, joined_at, removed_at, 0 from participants;

  alter table sessions add column used_at integer not null default 0;
  alter table sessions add column follows text;
  update sessions set used_at = unixepoch() * 1000;

  create table seats_before as
    select seats.session_hash, seats.board_id, seats.participant_id, ${openedAtOfToday} as opened_at
    from seats join sessions on sessions.hash = seats.session_hash;
  drop table seats;
  drop table participants;
  alter table participants_now rename to participants;
  create index participants_of_board on participants (board_id);
  create index participants_by_access on participants (access_id);
  create index participants_of_person on participants (person_id);
  create table seats (
    session_hash text not null references sessions (hash) on delete cascade,
    board_id text not null references boards (id),
    participant_id text not null references participants (id),
    opened_at integer not null,
    is_current integer not null,
    primary key (session_hash, participant_id)
  ) strict;
  create index seats_at_board on seats (session_hash, board_id);
  create index seats_of_participant on seats (participant_id);
  insert into seats select session_hash, board_id, participant_id, opened_at, 1 from seats_before;
  drop table seats_before;
  update links set lobby = 1 where ${hasLetInSomebodyRemoved};
  `,
  `
  alter table journal add column written_at integer;

  create table checkpoints (
    document_id text not null,
    taken_at integer not null,
    kind text not null,
    position integer not null,
    data blob not null,
    checksum integer not null
  ) strict;
  create unique index checkpoints_in_order on checkpoints (document_id, taken_at, kind);
  `,
  // Boards that end by themselves.
  'alter table boards add column expires_at integer',
  // When they meet again.
  'alter table meetings add column next_date text',
  // Boards that are put away.
  'alter table boards add column archived_at integer',
  // Who may write for a child.
  `
  alter table people add column helper_id text;
  alter table people add column helper_confirmed integer;
  create index people_by_helper on people (helper_id);

  create table helpers (
    child_id text not null,
    helper_id text not null,
    board_id text not null references boards (id),
    primary key (child_id, helper_id)
  ) strict;
  create index helpers_by_helper on helpers (helper_id);
  create index helpers_of_board on helpers (board_id);
  `,
  // What stands on each duk of tiltak, so that many cases are read at once.
  `
  create table action_indexes (
    board_id text primary key references boards (id),
    position integer not null,
    format integer not null,
    actions text not null
  ) strict;
  `,
  // What is only added up: surveys, and what was felt after meetings.
  `
  create table tallies (
    id text primary key,
    result_hash text unique,
    answers integer not null,
    told_answers integer not null
  ) strict;

  create table tally_counts (
    tally_id text not null references tallies (id),
    option text not null,
    count integer not null,
    told_count integer not null,
    primary key (tally_id, option)
  ) strict;

  create table tally_tickets (
    ticket_hash text primary key,
    tally_id text not null references tallies (id)
  ) strict;
  create index tickets_of_tally on tally_tickets (tally_id);

  create table pulse_given (
    board_id text not null references boards (id),
    meeting_id text not null,
    person_id text not null,
    primary key (meeting_id, person_id)
  ) strict;
  create index pulse_of_board on pulse_given (board_id);
  `,
  // Accounts, who is signed in by them where, and the boards that they lead.
  `
  create table accounts (
    id text primary key,
    name text not null,
    email text not null,
    may_lead integer not null,
    is_admin integer not null,
    created_at integer not null,
    password_hash text,
    invited_hash text,
    invited_until integer,
    ended_at integer
  ) strict;
  create unique index one_account_of_an_address on accounts (email) where ended_at is null;
  create index accounts_by_invitation on accounts (invited_hash);

  create table setup_links (
    secret_hash text primary key,
    created_at integer not null,
    expires_at integer not null
  ) strict;

  create table sign_ins (
    id text primary key,
    account_id text not null references accounts (id),
    browser text not null,
    signed_in_at integer not null
  ) strict;
  create index sign_ins_of_account on sign_ins (account_id);
  alter table sessions add column sign_in_id text;
  create index sessions_of_sign_in on sessions (sign_in_id);

  create table known_browsers (
    secret_hash text primary key,
    account_id text not null references accounts (id),
    used_at integer not null
  ) strict;
  create index known_browsers_of_account on known_browsers (account_id);

  create table memberships (
    id text primary key,
    board_id text not null references boards (id),
    account_id text not null references accounts (id),
    is_owner integer not null,
    created_at integer not null,
    ended_at integer
  ) strict;
  create unique index one_leader_of_an_account on memberships (board_id, account_id) where ended_at is null;
  create index memberships_of_account on memberships (account_id);
  `,
  // Consents to share.
  `
  create table consents (
    id text primary key,
    board_id text not null references boards (id),
    said text not null,
    until text not null,
    recorded_at integer not null,
    withdrawal text,
    withdrawn_at integer
  ) strict;
  create index consents_of_board on consents (board_id);
  alter table versions add column consents text;
  `,
  // Links by which people answer to their tiltak, what they answered, and what a tiltak is called outside the case.
  `
  create table answer_links (
    id text primary key,
    board_id text not null references boards (id),
    person_id text not null,
    secret_hash text not null,
    created_at integer not null,
    expires_at integer not null,
    withdrawn_at integer
  ) strict;
  create unique index answer_links_by_secret on answer_links (secret_hash);
  create index answer_links_of_board on answer_links (board_id);

  create table answers (
    board_id text not null references boards (id),
    note_id text not null,
    person_id text not null,
    answer text not null,
    line text,
    date text,
    answered_at integer not null,
    settled_at integer,
    primary key (board_id, note_id, person_id)
  ) strict;

  create table short_texts (
    board_id text not null references boards (id),
    note_id text not null,
    source_hash text not null,
    text text not null,
    primary key (board_id, note_id)
  ) strict;
  `,
  // Reminders that were sent, or are about to be.
  `
  create table reminders (
    board_id text not null references boards (id),
    note_id text not null,
    person_id text not null,
    due text not null,
    kind text not null,
    leased_until integer not null,
    failed_since integer,
    sent_at integer,
    primary key (board_id, note_id, person_id, due, kind)
  ) strict;
  `,
  // What happens to versions after they are frozen. Those from before were final at once: nobody was asked.
  `
  create table plan_events (
    board_id text not null references boards (id),
    version integer not null,
    number integer not null,
    kind text not null,
    at integer not null,
    by_id text not null,
    by_name text not null,
    note_id text,
    answer text,
    day text,
    words text,
    primary key (board_id, version, number)
  ) strict;
  create trigger plan_events_are_never_changed before update on plan_events
  begin
    select raise(abort, 'what happened to a version is never changed');
  end;
  insert into plan_events (board_id, version, number, kind, at, by_id, by_name)
    select board_id, version, 1, 'frozenBefore', frozen_at, '', '' from versions;
  `,
  // Who has seen and done what, and the newest line of each case, which goes with its board.
  `
  create table log_lines (
    board_id text not null,
    number integer not null,
    at integer not null,
    person_id text not null,
    participant_id text not null,
    event text not null,
    line text not null,
    hash text not null,
    primary key (board_id, number)
  ) strict, without rowid;
  create index log_lines_of_seats on log_lines (board_id, participant_id, event, at);
  create index log_lines_of_people on log_lines (board_id, person_id, number);
  create table log_heads (
    board_id text primary key references boards (id),
    number integer not null,
    hash text not null
  ) strict, without rowid;
  `,
  // Accounts by the word of a provider, and browsers that are at one.
  `
  create table identities (
    hash text primary key,
    account_id text not null references accounts (id),
    created_at integer not null
  ) strict;
  create index identities_of_account on identities (account_id);
  create table login_attempts (
    secret_hash text primary key,
    provider_id text not null,
    back text not null,
    is_anew integer not null,
    asked_at integer not null
  ) strict;
  alter table accounts add column provider_id text;
  alter table sign_ins add column provider_id text;
  alter table sign_ins add column provider_session_hash text;
  alter table sign_ins add column authenticated_at integer;
  create index sign_ins_of_provider_session on sign_ins (provider_session_hash);
  drop index one_account_of_an_address;
  create unique index one_account_of_an_address on accounts (email) where ended_at is null and email <> '';
  `,
  // Addresses that calendars ask, and what they were last told of each day.
  `
  create table calendar_feeds (
    id text primary key,
    board_id text not null references boards (id),
    person_id text not null,
    secret_hash text not null,
    created_at integer not null,
    expires_at integer not null,
    withdrawn_at integer
  ) strict;
  create unique index calendar_feeds_by_secret on calendar_feeds (secret_hash);
  create index calendar_feeds_of_board on calendar_feeds (board_id);
  create table calendar_events (
    board_id text not null references boards (id),
    owner_id text not null,
    uid text not null,
    day text not null,
    is_cancelled integer not null,
    sequence integer not null,
    changed_at integer not null,
    primary key (board_id, owner_id, uid)
  ) strict;
  `,
  // Cuts of versions that were given to somebody, and browsers that read one by its link.
  `
  create table cuts (
    id text primary key,
    board_id text not null references boards (id),
    version integer not null,
    person_id text,
    said text not null,
    cut_json text not null,
    way text not null,
    given_at integer not null,
    secret_hash text,
    expires_at integer,
    max_uses integer,
    uses integer not null,
    withdrawn_at integer
  ) strict;
  create unique index cuts_by_secret on cuts (secret_hash);
  create index cuts_of_board on cuts (board_id);
  create table cut_readings (
    hash text primary key,
    board_id text not null references boards (id),
    cut_id text not null references cuts (id),
    expires_at integer not null
  ) strict;
  `,
  // Why cases are closed, and that they were erased.
  `
  create table case_closings (
    board_id text primary key references boards (id),
    reason text not null
  ) strict, without rowid;
  create table erased_cases (
    case_id text primary key,
    erased_at integer not null,
    erased_as text not null,
    account_id text
  ) strict, without rowid;
  `,
  // What those who lead note for themselves.
  `
  create table contact_lines (
    id text primary key,
    board_id text not null references boards (id),
    noted text not null,
    written_at integer not null
  ) strict;
  create index contact_lines_of_board on contact_lines (board_id, written_at);
  `,
  // What is said of cases for the report of the programme, and what of it was told last.
  `
  create table case_fields (
    board_id text primary key references boards (id),
    target_group text,
    followed text
  ) strict, without rowid;
  create table told_reports (
    scope text primary key,
    told text not null,
    told_at integer not null
  ) strict, without rowid;
  `,
  // Passkeys, what they are asked to sign, and which of them somebody signed in with.
  `
  create table passkeys (
    id text primary key,
    account_id text not null references accounts (id),
    name text not null,
    public_key text not null,
    counter integer not null,
    made_at integer not null,
    used_at integer
  ) strict, without rowid;
  create index passkeys_of_account on passkeys (account_id);
  create table passkey_challenges (
    challenge_hash text primary key,
    purpose text not null,
    account_id text,
    asked_at integer not null
  ) strict, without rowid;
  alter table sign_ins add column passkey_id text;
  `,
  // Why people are in the team, and who needs an interpreter.
  `
  alter table people add column reason text;
  alter table people add column interpreter text;
  `,
  // Those whom the core team has been told of. Their logs lie with the cases', so that a head is not a board's alone any more.
  `
  create table proposals (
    id text primary key,
    said text not null,
    revision integer not null,
    made_at integer not null,
    changed_at integer not null,
    board_id text references boards (id)
  ) strict;
  create index proposals_of_board on proposals (board_id);
  create table heads_of_logs (
    board_id text primary key,
    number integer not null,
    hash text not null
  ) strict, without rowid;
  insert into heads_of_logs select board_id, number, hash from log_heads;
  drop table log_heads;
  alter table heads_of_logs rename to log_heads;
  `,
  // What people tell once, and who may read it.
  `
  create table stories (
    board_id text not null references boards (id),
    person_id text not null,
    words text not null,
    revision integer not null,
    made_at integer not null,
    changed_at integer not null,
    primary key (board_id, person_id)
  ) strict, without rowid;
  create table story_readers (
    board_id text not null references boards (id),
    author_id text not null,
    reader_id text not null,
    reading text not null,
    primary key (board_id, author_id, reader_id)
  ) strict, without rowid;
  `,
  // Whether staff are named to whom the plan is about.
  'alter table case_fields add column staff_hidden text',
];

/** How many changes this program knows. */
export const knownMigrations = migrations.length;

/** @returns how many changes the file has had; more than `knownMigrations` when a newer program made it */
export function migrationsIn(db: DatabaseSync): number {
  return Number(db.prepare('pragma user_version').get()?.user_version);
}

/** Brings the tables up to date, each change in a transaction of its own. @param upTo for a test: how many changes to stop at */
export function migrate(db: DatabaseSync, upTo = migrations.length): void {
  for (let done = migrationsIn(db); done < upTo; done++) {
    db.exec(`begin immediate; ${migrations[done]}; pragma user_version = ${done + 1}; commit`);
  }
}
