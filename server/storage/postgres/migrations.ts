import type pg from 'pg';
import { hasLetInSomebodyRemoved, makerOfToday, openedAtOfToday, voicesOfToday } from '../sql/peopleMigration.ts';
import { makeKeyTables } from './postgresKeyStore.ts';

/** The number of the lock that keeps programs that start at once from changing the tables at once. */
const lockNumber = 0x64_75_6b_02;

/**
 * Every change to the tables there has been, oldest first. Entries are never edited once released: a change is a new
 * entry at the end. Texts sort by their characters' numbers (`collate "C"`), as in SQLite.
 */
const migrations: readonly string[] = [
  `
  create table journal_heads (
    board_id text collate "C" primary key,
    last bigint not null
  ) with (fillfactor = 50);

  create table journal (
    board_id text collate "C" not null,
    position bigint not null,
    data bytea not null,
    primary key (board_id, position)
  );

  create table boards (
    id text collate "C" primary key,
    title text not null,
    template_id text not null,
    created_at bigint not null
  );

  create table links (
    id text collate "C" primary key,
    board_id text collate "C" not null references boards (id),
    role text not null,
    secret_hash text not null,
    label text,
    created_at bigint not null,
    expires_at bigint,
    withdrawn_at bigint
  );
  create unique index links_by_secret on links (board_id, secret_hash);

  create table participants (
    id text collate "C" primary key,
    board_id text collate "C" not null references boards (id),
    link_id text collate "C" not null references links (id),
    session_hash text not null,
    name text not null,
    role text not null,
    voice text,
    joined_at bigint not null,
    removed_at bigint
  );
  create index participants_of_board on participants (board_id);
  create unique index one_person_per_link_and_session on participants (link_id, session_hash);

  create table sessions (
    hash text primary key,
    expires_at bigint not null
  );

  create table seats (
    session_hash text not null references sessions (hash) on delete cascade,
    board_id text collate "C" not null references boards (id),
    participant_id text collate "C" not null references participants (id),
    primary key (session_hash, board_id)
  );

  create table meetings (
    id text collate "C" primary key,
    board_id text collate "C" not null references boards (id),
    date text collate "C" not null,
    present text not null,
    created_at bigint not null,
    version bigint
  );
  create index meetings_of_board on meetings (board_id);

  create table versions (
    board_id text collate "C" not null references boards (id),
    version bigint not null,
    meeting_id text collate "C" not null references meetings (id),
    position bigint not null,
    frozen_at bigint not null,
    state bytea not null,
    plan_json text not null,
    picture text not null,
    sha256 text not null,
    previous_sha256 text not null,
    primary key (board_id, version)
  );
  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'a frozen version is never changed';
  end $$;
  create trigger versions_are_never_changed before update on versions execute function refuse_change();
  `,
  // An entry holds what a whole batch brought to a board.
  'alter table journal add column lengths bytea',
  // Whether an entry is as it was written; journals that were repaired; moving from one database to another.
  `
  alter table journal add column checksum bigint;
  create table repairs (
    board_id text collate "C" not null,
    position bigint not null,
    repaired_at bigint not null,
    report text not null,
    primary key (board_id, position)
  );
  create table unfinished_move (source text not null);
  `,
  // A board has several documents, each with a journal of its own; the duk's id is the board's.
  `
  alter table journal_heads rename column board_id to document_id;
  alter table journal rename column board_id to document_id;
  alter table repairs rename column board_id to document_id;
  `,
  // Changes to who may do what on a board are counted, so that servers see them whatever becomes of their bus.
  'alter table boards add column access_changes bigint not null default 0',
  // Whose the Yjs clients of a document are.
  `
  create table client_owners (
    document_id text collate "C" not null,
    client_id bigint not null,
    participant_id text collate "C" not null,
    primary key (document_id, client_id)
  );
  `,
  // People of a case, whose seats participants are; accesses; the lobby; sessions that end by idling and by being left.
  `
  create table people (
    id text collate "C" primary key,
    board_id text collate "C" not null references boards (id),
    name text not null,
    service text,
    phone text,
    email text,
    language text,
    voices text not null,
    may_decide text,
    reads_plans bigint,
    is_subject bigint not null,
    created_at bigint not null
  );
  create index people_of_board on people (board_id);
  insert into people (id, board_id, name, voices, is_subject, created_at)
    select id, board_id, name, ${voicesOfToday}, 0, joined_at from participants;

  alter table boards add column maker_id text collate "C";
  update boards set maker_id = ${makerOfToday};
  alter table links add column lobby bigint not null default 0;
  alter table links add column uses bigint;

  drop index one_person_per_link_and_session;
  alter table participants drop constraint participants_link_id_fkey;
  alter table participants rename column link_id to access_id;
  alter table participants drop column session_hash;
  alter table participants add column person_id text collate "C" references people (id);
  alter table participants add column state text not null default 'in';
  alter table participants add column service text;
  alter table participants add column admitted_at bigint;
  alter table participants add column removed_before bigint not null default 0;
  update participants set person_id = id;
  create index participants_by_access on participants (access_id);
  create index participants_of_person on participants (person_id);

  alter table sessions add column used_at bigint not null default 0;
  alter table sessions add column follows text;
  update sessions set used_at = floor(extract(epoch from now()) * 1000)::bigint;
  alter table seats drop constraint seats_pkey;
  alter table seats add column opened_at bigint not null default 0;
  alter table seats add column is_current bigint not null default 1;
  update seats set opened_at = (select ${openedAtOfToday} from sessions where sessions.hash = seats.session_hash);
  alter table seats add primary key (session_hash, participant_id);
  create index seats_at_board on seats (session_hash, board_id);
  create index seats_of_participant on seats (participant_id);
  update links set lobby = 1 where ${hasLetInSomebodyRemoved};
  `,
  `
  alter table journal add column written_at bigint;

  create table checkpoints (
    document_id text collate "C" not null,
    taken_at bigint not null,
    kind text not null,
    position bigint not null,
    data bytea not null,
    checksum bigint not null,
    primary key (document_id, taken_at, kind)
  );
  `,
  // Boards that end by themselves.
  'alter table boards add column expires_at bigint',
  // When they meet again.
  'alter table meetings add column next_date text collate "C"',
  // Boards that are put away.
  'alter table boards add column archived_at bigint',
  // Who may write for a child.
  `
  alter table people add column helper_id text collate "C";
  alter table people add column helper_confirmed bigint;
  create index people_by_helper on people (helper_id);

  create table helpers (
    child_id text collate "C" not null,
    helper_id text collate "C" not null,
    board_id text collate "C" not null references boards (id),
    primary key (child_id, helper_id)
  );
  create index helpers_by_helper on helpers (helper_id);
  create index helpers_of_board on helpers (board_id);
  `,
  // What stands on each duk of tiltak, so that many cases are read at once.
  `
  create table action_indexes (
    board_id text collate "C" primary key references boards (id),
    position bigint not null,
    format bigint not null,
    actions text collate "C" not null
  );
  `,
  // What is only added up: surveys, and what was felt after meetings.
  `
  create table tallies (
    id text collate "C" primary key,
    result_hash text collate "C" unique,
    answers bigint not null,
    told_answers bigint not null
  );

  create table tally_counts (
    tally_id text collate "C" not null references tallies (id),
    option text collate "C" not null,
    count bigint not null,
    told_count bigint not null,
    primary key (tally_id, option)
  );

  create table tally_tickets (
    ticket_hash text collate "C" primary key,
    tally_id text collate "C" not null references tallies (id)
  );
  create index tickets_of_tally on tally_tickets (tally_id);

  create table pulse_given (
    board_id text collate "C" not null references boards (id),
    meeting_id text collate "C" not null,
    person_id text collate "C" not null,
    primary key (meeting_id, person_id)
  );
  create index pulse_of_board on pulse_given (board_id);
  `,
  // Accounts, who is signed in by them where, and the boards that they lead.
  `
  create table accounts (
    id text collate "C" primary key,
    name text not null,
    email text collate "C" not null,
    may_lead bigint not null,
    is_admin bigint not null,
    created_at bigint not null,
    password_hash text collate "C",
    invited_hash text collate "C",
    invited_until bigint,
    ended_at bigint
  );
  create unique index one_account_of_an_address on accounts (email) where ended_at is null;
  create index accounts_by_invitation on accounts (invited_hash);

  create table setup_links (
    secret_hash text collate "C" primary key,
    created_at bigint not null,
    expires_at bigint not null
  );

  create table sign_ins (
    id text collate "C" primary key,
    account_id text collate "C" not null references accounts (id),
    browser text not null,
    signed_in_at bigint not null
  );
  create index sign_ins_of_account on sign_ins (account_id);
  alter table sessions add column sign_in_id text collate "C";
  create index sessions_of_sign_in on sessions (sign_in_id);

  create table known_browsers (
    secret_hash text collate "C" primary key,
    account_id text collate "C" not null references accounts (id),
    used_at bigint not null
  );
  create index known_browsers_of_account on known_browsers (account_id);

  create table memberships (
    id text collate "C" primary key,
    board_id text collate "C" not null references boards (id),
    account_id text collate "C" not null references accounts (id),
    is_owner bigint not null,
    created_at bigint not null,
    ended_at bigint
  );
  create unique index one_leader_of_an_account on memberships (board_id, account_id) where ended_at is null;
  create index memberships_of_account on memberships (account_id);
  `,
  // Consents to share.
  `
  create table consents (
    id text collate "C" primary key,
    board_id text collate "C" not null references boards (id),
    said text not null,
    until text collate "C" not null,
    recorded_at bigint not null,
    withdrawal text,
    withdrawn_at bigint
  );
  create index consents_of_board on consents (board_id);
  alter table versions add column consents text;
  `,
  // Links by which people answer to their tiltak, what they answered, and what a tiltak is called outside the case.
  `
  create table answer_links (
    id text collate "C" primary key,
    board_id text collate "C" not null references boards (id),
    person_id text collate "C" not null,
    secret_hash text collate "C" not null,
    created_at bigint not null,
    expires_at bigint not null,
    withdrawn_at bigint
  );
  create unique index answer_links_by_secret on answer_links (secret_hash);
  create index answer_links_of_board on answer_links (board_id);

  create table answers (
    board_id text collate "C" not null references boards (id),
    note_id text collate "C" not null,
    person_id text collate "C" not null,
    answer text collate "C" not null,
    line text collate "C",
    date text collate "C",
    answered_at bigint not null,
    settled_at bigint,
    primary key (board_id, note_id, person_id)
  );

  create table short_texts (
    board_id text collate "C" not null references boards (id),
    note_id text collate "C" not null,
    source_hash text collate "C" not null,
    text text collate "C" not null,
    primary key (board_id, note_id)
  );
  `,
  // Reminders that were sent, or are about to be.
  `
  create table reminders (
    board_id text collate "C" not null references boards (id),
    note_id text collate "C" not null,
    person_id text collate "C" not null,
    due text collate "C" not null,
    kind text collate "C" not null,
    leased_until bigint not null,
    failed_since bigint,
    sent_at bigint,
    primary key (board_id, note_id, person_id, due, kind)
  );
  `,
  // What happens to versions after they are frozen. Those from before were final at once: nobody was asked.
  `
  create table plan_events (
    board_id text collate "C" not null references boards (id),
    version bigint not null,
    number bigint not null,
    kind text collate "C" not null,
    at bigint not null,
    by_id text collate "C" not null,
    by_name text collate "C" not null,
    note_id text collate "C",
    answer text collate "C",
    day text collate "C",
    words text collate "C",
    primary key (board_id, version, number)
  );
  create function refuse_change_of_event() returns trigger language plpgsql as $$
  begin
    raise exception 'what happened to a version is never changed';
  end $$;
  create trigger plan_events_are_never_changed before update on plan_events execute function refuse_change_of_event();
  insert into plan_events (board_id, version, number, kind, at, by_id, by_name)
    select board_id, version, 1, 'frozenBefore', frozen_at, '', '' from versions;
  `,
  // Who has seen and done what, and the newest line of each case, which goes with its board.
  `
  create table log_lines (
    board_id text collate "C" not null,
    number bigint not null,
    at bigint not null,
    person_id text collate "C" not null,
    participant_id text collate "C" not null,
    event text collate "C" not null,
    line text not null,
    hash text not null,
    primary key (board_id, number)
  );
  create index log_lines_of_seats on log_lines (board_id, participant_id, event, at);
  create index log_lines_of_people on log_lines (board_id, person_id, number);
  create table log_heads (
    board_id text collate "C" primary key references boards (id),
    number bigint not null,
    hash text not null
  );
  `,
  // Accounts by the word of a provider, and browsers that are at one.
  `
  create table identities (
    hash text collate "C" primary key,
    account_id text collate "C" not null references accounts (id),
    created_at bigint not null
  );
  create index identities_of_account on identities (account_id);
  create table login_attempts (
    secret_hash text collate "C" primary key,
    provider_id text collate "C" not null,
    back text collate "C" not null,
    is_anew bigint not null,
    asked_at bigint not null
  );
  alter table accounts add column provider_id text collate "C";
  alter table sign_ins add column provider_id text collate "C";
  alter table sign_ins add column provider_session_hash text collate "C";
  alter table sign_ins add column authenticated_at bigint;
  create index sign_ins_of_provider_session on sign_ins (provider_session_hash);
  drop index one_account_of_an_address;
  create unique index one_account_of_an_address on accounts (email) where ended_at is null and email <> '';
  `,
  // Addresses that calendars ask, and what they were last told of each day.
  `
  create table calendar_feeds (
    id text collate "C" primary key,
    board_id text collate "C" not null references boards (id),
    person_id text collate "C" not null,
    secret_hash text collate "C" not null,
    created_at bigint not null,
    expires_at bigint not null,
    withdrawn_at bigint
  );
  create unique index calendar_feeds_by_secret on calendar_feeds (secret_hash);
  create index calendar_feeds_of_board on calendar_feeds (board_id);
  create table calendar_events (
    board_id text collate "C" not null references boards (id),
    owner_id text collate "C" not null,
    uid text collate "C" not null,
    day text collate "C" not null,
    is_cancelled bigint not null,
    sequence bigint not null,
    changed_at bigint not null,
    primary key (board_id, owner_id, uid)
  );
  `,
  // Cuts of versions that were given to somebody, and browsers that read one by its link.
  `
  create table cuts (
    id text collate "C" primary key,
    board_id text collate "C" not null references boards (id),
    version bigint not null,
    person_id text collate "C",
    said text not null,
    cut_json text not null,
    way text not null,
    given_at bigint not null,
    secret_hash text collate "C",
    expires_at bigint,
    max_uses bigint,
    uses bigint not null,
    withdrawn_at bigint
  );
  create unique index cuts_by_secret on cuts (secret_hash);
  create index cuts_of_board on cuts (board_id);
  create table cut_readings (
    hash text collate "C" primary key,
    board_id text collate "C" not null references boards (id),
    cut_id text collate "C" not null references cuts (id),
    expires_at bigint not null
  );
  `,
  // Why cases are closed, and that they were erased.
  `
  create table case_closings (
    board_id text collate "C" primary key references boards (id),
    reason text not null
  );
  create table erased_cases (
    case_id text collate "C" primary key,
    erased_at bigint not null,
    erased_as text collate "C" not null,
    account_id text collate "C"
  );
  `,
  // What those who lead note for themselves.
  `
  create table contact_lines (
    id text collate "C" primary key,
    board_id text collate "C" not null references boards (id),
    noted text not null,
    written_at bigint not null
  );
  create index contact_lines_of_board on contact_lines (board_id, written_at);
  `,
  // What is said of cases for the report of the programme, and what of it was told last.
  `
  create table case_fields (
    board_id text collate "C" primary key references boards (id),
    target_group text,
    followed text
  );
  create table told_reports (
    scope text collate "C" primary key,
    told text collate "C" not null,
    told_at bigint not null
  );
  `,
  // Passkeys, what they are asked to sign, and which of them somebody signed in with.
  `
  create table passkeys (
    id text collate "C" primary key,
    account_id text collate "C" not null references accounts (id),
    name text not null,
    public_key text collate "C" not null,
    counter bigint not null,
    made_at bigint not null,
    used_at bigint
  );
  create index passkeys_of_account on passkeys (account_id);
  create table passkey_challenges (
    challenge_hash text collate "C" primary key,
    purpose text collate "C" not null,
    account_id text collate "C",
    asked_at bigint not null
  );
  alter table sign_ins add column passkey_id text collate "C";
  `,
  // Why people are in the team, and who needs an interpreter.
  `
  alter table people add column reason text;
  alter table people add column interpreter text;
  `,
  // Those whom the core team has been told of. Their logs lie with the cases', so that a head is not a board's alone any more.
  `
  create table proposals (
    id text collate "C" primary key,
    said text not null,
    revision bigint not null,
    made_at bigint not null,
    changed_at bigint not null,
    board_id text collate "C" references boards (id)
  );
  create index proposals_of_board on proposals (board_id);
  alter table log_heads drop constraint log_heads_board_id_fkey;
  `,
  // What people tell once, and who may read it.
  `
  create table stories (
    board_id text collate "C" not null references boards (id),
    person_id text collate "C" not null,
    words text not null,
    revision bigint not null,
    made_at bigint not null,
    changed_at bigint not null,
    primary key (board_id, person_id)
  );
  create table story_readers (
    board_id text collate "C" not null references boards (id),
    author_id text collate "C" not null,
    reader_id text collate "C" not null,
    reading text collate "C" not null,
    primary key (board_id, author_id, reader_id)
  );
  `,
  // Whether staff are named to whom the plan is about.
  'alter table case_fields add column staff_hidden text collate "C"',
];

/** How many changes this program knows. */
export const knownMigrations = migrations.length;

/**
 * Brings the tables up to date, in one transaction, whoever else starts at the same moment.
 * @returns how many changes the database has had; more than `knownMigrations` when a newer program made it, and then it is
 * left as it is
 */
export async function migrate(client: pg.Client): Promise<number> {
  await client.query('begin');
  await client.query(`select pg_advisory_xact_lock(${lockNumber})`);
  await client.query('create table if not exists migrations (done bigint not null)');
  const found = (await client.query<{ done: number }>('select done from migrations')).rows[0]?.done;
  if (found === undefined) await client.query('insert into migrations values (0)');
  for (const change of migrations.slice(found ?? 0)) await client.query(change);
  // Several servers may start at once, and only one of them makes what is not there.
  if ((found ?? 0) <= knownMigrations) await client.query(makeKeyTables);
  const done = Math.max(found ?? 0, knownMigrations);
  await client.query('update migrations set done = $1', [done]);
  await client.query('commit');
  return done;
}
