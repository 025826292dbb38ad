import { describe, expect, it } from 'vitest';
import { movedTables } from '../movedTables.ts';
import { isSealedTable, sealedColumns } from './sealedColumns.ts';

/** What may lie readable, and why. */
const why = {
  id: 'an id: random, and says nothing of whose it is',
  secret: 'a hash of random bytes, or of a password',
  kind: 'one of a few words of ours that say nothing of a person',
  day: 'when, as every row says of itself: lists are sorted by it',
  salted: 'of a line of the log, with random bytes in it',
  hash: 'of a whole plan: nobody guesses one',
  staff: 'of somebody who works here, and signs in by it: an address has to be found, and to be the only one',
  sum: 'only added up, and of no case',
} as const;

const plain: Readonly<Record<string, keyof typeof why>> = {
  'boards.id': 'id',
  'boards.template_id': 'kind',
  'boards.maker_id': 'id',
  'links.id': 'id',
  'links.board_id': 'id',
  'links.role': 'kind',
  'links.secret_hash': 'secret',
  'people.id': 'id',
  'people.board_id': 'id',
  'people.helper_id': 'id',
  'helpers.child_id': 'id',
  'helpers.helper_id': 'id',
  'helpers.board_id': 'id',
  'participants.id': 'id',
  'participants.board_id': 'id',
  'participants.access_id': 'id',
  'participants.person_id': 'id',
  'participants.role': 'kind',
  'participants.state': 'kind',
  'accounts.id': 'id',
  'accounts.name': 'staff',
  'accounts.email': 'staff',
  'accounts.provider_id': 'kind',
  'accounts.password_hash': 'secret',
  'accounts.invited_hash': 'secret',
  'setup_links.secret_hash': 'secret',
  'sign_ins.id': 'id',
  'sign_ins.account_id': 'id',
  'sign_ins.browser': 'staff',
  'sign_ins.provider_id': 'kind',
  'sign_ins.provider_session_hash': 'secret',
  'known_browsers.secret_hash': 'secret',
  'known_browsers.account_id': 'id',
  'memberships.id': 'id',
  'memberships.board_id': 'id',
  'memberships.account_id': 'id',
  'sessions.hash': 'secret',
  'sessions.follows': 'secret',
  'sessions.sign_in_id': 'id',
  'seats.session_hash': 'secret',
  'seats.board_id': 'id',
  'seats.participant_id': 'id',
  'meetings.id': 'id',
  'meetings.board_id': 'id',
  'meetings.date': 'day',
  'meetings.next_date': 'day',
  'consents.id': 'id',
  'consents.board_id': 'id',
  'consents.until': 'day',
  'case_closings.board_id': 'id',
  'erased_cases.case_id': 'id',
  'erased_cases.erased_as': 'kind',
  'erased_cases.account_id': 'id',
  'log_lines.board_id': 'id',
  'log_lines.person_id': 'id',
  'log_lines.participant_id': 'id',
  'log_lines.event': 'kind',
  'log_lines.hash': 'salted',
  'log_heads.board_id': 'id',
  'log_heads.hash': 'salted',
  'plan_events.board_id': 'id',
  'plan_events.kind': 'kind',
  'plan_events.by_id': 'id',
  'plan_events.note_id': 'id',
  'plan_events.day': 'day',
  'identities.hash': 'staff',
  'identities.account_id': 'id',
  'login_attempts.secret_hash': 'secret',
  'login_attempts.provider_id': 'kind',
  'login_attempts.back': 'id',
  'versions.board_id': 'id',
  'versions.meeting_id': 'id',
  'versions.sha256': 'hash',
  'versions.previous_sha256': 'hash',
  'versions.consents': 'id',
  'action_indexes.board_id': 'id',
  'answer_links.id': 'id',
  'answer_links.board_id': 'id',
  'answer_links.person_id': 'id',
  'answer_links.secret_hash': 'secret',
  'cuts.id': 'id',
  'cuts.board_id': 'id',
  'cuts.person_id': 'id',
  'cuts.way': 'kind',
  'cuts.secret_hash': 'secret',
  'cut_readings.hash': 'secret',
  'cut_readings.board_id': 'id',
  'cut_readings.cut_id': 'id',
  'answers.board_id': 'id',
  'answers.note_id': 'id',
  'answers.person_id': 'id',
  'short_texts.board_id': 'id',
  'short_texts.note_id': 'id',
  'reminders.board_id': 'id',
  'reminders.note_id': 'id',
  'reminders.person_id': 'id',
  'reminders.due': 'day',
  'reminders.kind': 'kind',
  'contact_lines.id': 'id',
  'contact_lines.board_id': 'id',
  'case_fields.board_id': 'id',
  'told_reports.scope': 'id',
  'told_reports.told': 'sum',
  'calendar_feeds.id': 'id',
  'calendar_feeds.board_id': 'id',
  'calendar_feeds.person_id': 'id',
  'calendar_feeds.secret_hash': 'secret',
  'calendar_events.board_id': 'id',
  'calendar_events.owner_id': 'id',
  'calendar_events.uid': 'id',
  'calendar_events.day': 'day',
  'journal.document_id': 'id',
  'checkpoints.document_id': 'id',
  'checkpoints.kind': 'kind',
  'client_owners.document_id': 'id',
  'client_owners.participant_id': 'id',
  'repairs.document_id': 'id',
  'tallies.id': 'sum',
  'tallies.result_hash': 'secret',
  'tally_counts.tally_id': 'sum',
  'tally_counts.option': 'sum',
  'tally_tickets.ticket_hash': 'secret',
  'tally_tickets.tally_id': 'sum',
  'pulse_given.board_id': 'id',
  'pulse_given.meeting_id': 'id',
  'pulse_given.person_id': 'id',
};

const columns = movedTables.flatMap(({ name, columns: all }) =>
  Object.entries(all).flatMap(([column, kind]) => (kind === 'number' ? [] : [{ name, column, kind }])),
);
const isSealed = (name: string, column: string) =>
  isSealedTable(name) && sealedColumns[name].some((one) => one === column);

describe('every column that can hold words or bytes', () => {
  it.each(columns)('is sealed, or may lie readable for a reason that is said: $name, $column', ({ name, column }) => {
    const reason = plain[`${name}.${column}`];
    expect([isSealed(name, column), reason !== undefined]).toEqual(reason ? [false, true] : [true, false]);
  });

  it('is there: nothing is listed that is not', () => {
    const there = new Set(columns.map(({ name, column }) => `${name}.${column}`));
    const listed = [
      ...Object.keys(plain),
      ...Object.entries(sealedColumns).flatMap(([name, sealed]) => sealed.map((column) => `${name}.${column}`)),
    ];
    expect(listed.filter((one) => !there.has(one))).toEqual([]);
  });

  it('is sealed wherever people write their own words, but for accounts', () => {
    const words = columns.filter(({ kind, name, column }) => kind === 'words' && !isSealed(name, column));
    expect(words.map(({ name, column }) => `${name}.${column}`)).toEqual(['accounts.name', 'sign_ins.browser']);
  });
});
