import {
  type AccessId,
  type AccountId,
  type LinkId,
  type MembershipId,
  roles,
  type SignInWay,
  seatStates,
} from '@duken/shared/access';
import { type BoardId, type Day, type ParticipantId, type PersonId, voices } from '@duken/shared/board';
import type { ConsentId } from '@duken/shared/consent';
import type { MeetingId } from '@duken/shared/meeting';
import type { Selectable, Updateable } from 'kysely';
import { z } from 'zod';
import type { AccountRow } from '../accounts.ts';
import type {
  BoardRow,
  LinkRow,
  MeetingRow,
  MembershipRow,
  ParticipantRow,
  PersonChange,
  PersonRow,
} from '../directory.ts';
import type { ArchivedVersionHead } from '../planArchive.ts';
import type { PlainTables, Tables } from './tables.ts';

const role = z.enum(roles);
const voice = z.enum(voices);
const voiceList = z.array(voice);
const state = z.enum(seatStates).exclude(['removed']);
const participantId = z.string().transform((id) => id as ParticipantId);
const personId = z.string().transform((id) => id as PersonId);
const consentIds = z.array(z.string().transform((id) => id as ConsentId));
const present = z.array(
  z.object({
    name: z.string(),
    participantId: z.exactOptional(participantId),
    personId: z.exactOptional(personId),
  }),
);

/** What lies in the tables, opened → our own words. A row that does not fit is a fault of ours, and thrown. */
export function boardOf(row: Selectable<PlainTables['boards']>): BoardRow {
  return {
    id: row.id as BoardId,
    title: row.title,
    templateId: row.template_id,
    createdAt: row.created_at,
    ...(row.maker_id === null ? {} : { makerId: row.maker_id as PersonId }),
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
    ...(row.archived_at === null ? {} : { archivedAt: row.archived_at }),
  };
}

export function linkOf(row: Selectable<PlainTables['links']>): LinkRow {
  return {
    id: row.id as LinkId,
    boardId: row.board_id as BoardId,
    role: role.parse(row.role),
    secretHash: row.secret_hash,
    ...(row.label === null ? {} : { label: row.label }),
    lobby: row.lobby === 1,
    ...(row.uses === null ? {} : { uses: row.uses }),
    createdAt: row.created_at,
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
    ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at }),
  };
}

/** @param signedIn when and how the session that asks was signed in by that account, if it was */
export function membershipOf(
  row: Selectable<Tables['memberships']>,
  signedIn: { readonly at: number; readonly by: SignInWay } | undefined,
): MembershipRow {
  return {
    id: row.id as MembershipId,
    boardId: row.board_id as BoardId,
    accountId: row.account_id as AccountId,
    isOwner: row.is_owner === 1,
    createdAt: row.created_at,
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    ...(signedIn ? { signedInAt: signedIn.at, signedInBy: signedIn.by } : {}),
  };
}

export function accountOf(row: Selectable<Tables['accounts']>): AccountRow {
  return {
    id: row.id as AccountId,
    name: row.name,
    email: row.email,
    mayLead: row.may_lead === 1,
    isAdmin: row.is_admin === 1,
    createdAt: row.created_at,
    ...(row.password_hash === null ? {} : { passwordHash: row.password_hash }),
    ...(row.provider_id === null ? {} : { providerId: row.provider_id }),
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
  };
}

export function participantOf(row: Selectable<PlainTables['participants']>): ParticipantRow {
  return {
    id: row.id as ParticipantId,
    boardId: row.board_id as BoardId,
    accessId: row.access_id as AccessId,
    ...(row.person_id === null ? {} : { personId: row.person_id as PersonId }),
    name: row.name,
    role: role.parse(row.role),
    state: state.parse(row.state),
    ...(row.voice === null ? {} : { voice: voice.parse(row.voice) }),
    ...(row.service === null ? {} : { service: row.service }),
    joinedAt: row.joined_at,
    ...(row.admitted_at === null ? {} : { admittedAt: row.admitted_at }),
    ...(row.removed_at === null ? {} : { removedAt: row.removed_at }),
    ...(row.removed_before === 1 ? { removedBefore: true } : {}),
  };
}

/** Whether a person may speak in a child's voice. */
export function hasChildsVoice({ voices }: { readonly voices: string }): boolean {
  return voiceList.parse(JSON.parse(voices)).includes('child');
}

export function personOf(row: Selectable<PlainTables['people']>): PersonRow {
  return {
    id: row.id as PersonId,
    boardId: row.board_id as BoardId,
    name: row.name,
    ...(row.service === null ? {} : { service: row.service }),
    ...(row.phone === null ? {} : { phone: row.phone }),
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.language === null ? {} : { language: row.language }),
    voices: voiceList.parse(JSON.parse(row.voices)),
    ...(row.may_decide === null ? {} : { mayDecide: row.may_decide }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.interpreter === null
      ? {}
      : { interpreter: row.interpreter === '' ? {} : { orderedFor: row.interpreter as Day } }),
    ...(row.reads_plans === null ? {} : { plansGiven: row.reads_plans === 1 }),
    isSubject: row.is_subject === 1,
    ...(row.helper_id === null ? {} : { helperId: row.helper_id as PersonId }),
    ...(row.helper_confirmed === null ? {} : { helperConfirmed: row.helper_confirmed === 1 }),
    createdAt: row.created_at,
  };
}

/** What is named of a person, as the columns that hold it; but for their helper, who is another person. */
export function personValues(change: PersonChange): Updateable<PlainTables['people']> {
  return {
    ...('name' in change && change.name !== undefined ? { name: change.name } : {}),
    ...('service' in change ? { service: change.service ?? null } : {}),
    ...('phone' in change ? { phone: change.phone ?? null } : {}),
    ...('email' in change ? { email: change.email ?? null } : {}),
    ...('language' in change ? { language: change.language ?? null } : {}),
    ...('voices' in change && change.voices !== undefined ? { voices: JSON.stringify(change.voices) } : {}),
    ...('mayDecide' in change ? { may_decide: change.mayDecide ?? null } : {}),
    ...('reason' in change ? { reason: change.reason ?? null } : {}),
    ...('interpreter' in change
      ? { interpreter: change.interpreter ? (change.interpreter.orderedFor ?? '') : null }
      : {}),
    ...('plansGiven' in change
      ? { reads_plans: change.plansGiven === undefined ? null : Number(change.plansGiven) }
      : {}),
    ...('isSubject' in change && change.isSubject !== undefined ? { is_subject: Number(change.isSubject) } : {}),
  };
}

export function meetingOf(row: Selectable<PlainTables['meetings']>): MeetingRow {
  return {
    id: row.id as MeetingId,
    boardId: row.board_id as BoardId,
    date: row.date as Day,
    present: present.parse(JSON.parse(row.present)),
    createdAt: row.created_at,
    ...(row.next_date === null ? {} : { nextDate: row.next_date as Day }),
    ...(row.version === null ? {} : { version: row.version }),
  };
}

export const headColumns = [
  'board_id',
  'version',
  'meeting_id',
  'position',
  'frozen_at',
  'sha256',
  'previous_sha256',
  'consents',
] as const satisfies readonly (keyof Tables['versions'])[];

export function headOf(row: Pick<Selectable<Tables['versions']>, (typeof headColumns)[number]>): ArchivedVersionHead {
  return {
    boardId: row.board_id as BoardId,
    version: row.version,
    meetingId: row.meeting_id as MeetingId,
    position: row.position,
    frozenAt: row.frozen_at,
    sha256: row.sha256,
    previousSha256: row.previous_sha256,
    ...(row.consents === null ? {} : { consents: consentIds.parse(JSON.parse(row.consents)) }),
  };
}
