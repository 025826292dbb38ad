import { type LinkId, roles } from '@duken/shared/access';
import { type BoardId, type Day, type ParticipantId, voices } from '@duken/shared/board';
import type { MeetingId } from '@duken/shared/meeting';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { BoardRow, LinkRow, MeetingRow, ParticipantRow } from '../directory.ts';
import type { ArchivedVersionHead } from '../planArchive.ts';
import type { Tables } from './tables.ts';

const role = z.enum(roles);
const voice = z.enum(voices);
const participantId = z.string().transform((id) => id as ParticipantId);
const present = z.array(z.object({ name: z.string(), participantId: z.exactOptional(participantId) }));

/** What lies in the tables → our own words. A row that does not fit is a fault of ours, and thrown. */
export function boardOf(row: Selectable<Tables['boards']>): BoardRow {
  return {
    id: row.id as BoardId,
    title: row.title,
    templateId: row.template_id,
    createdAt: row.created_at,
  };
}

export function linkOf(row: Selectable<Tables['links']>): LinkRow {
  return {
    id: row.id as LinkId,
    boardId: row.board_id as BoardId,
    role: role.parse(row.role),
    secretHash: row.secret_hash,
    ...(row.label === null ? {} : { label: row.label }),
    createdAt: row.created_at,
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
    ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at }),
  };
}

export function participantOf(row: Selectable<Tables['participants']>): ParticipantRow {
  return {
    id: row.id as ParticipantId,
    boardId: row.board_id as BoardId,
    linkId: row.link_id as LinkId,
    name: row.name,
    role: role.parse(row.role),
    ...(row.voice === null ? {} : { voice: voice.parse(row.voice) }),
    joinedAt: row.joined_at,
    ...(row.removed_at === null ? {} : { removedAt: row.removed_at }),
  };
}

export function meetingOf(row: Selectable<Tables['meetings']>): MeetingRow {
  return {
    id: row.id as MeetingId,
    boardId: row.board_id as BoardId,
    date: row.date as Day,
    present: present.parse(JSON.parse(row.present)),
    createdAt: row.created_at,
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
  };
}
