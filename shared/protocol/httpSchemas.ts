import { z } from 'zod';
import { type LinkId, linkRoles, roles } from '../access/index.ts';
import { type BoardId, isDay, type ParticipantId } from '../board/index.ts';
import type { MeetingId } from '../meeting/index.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const boardId = id.transform((value) => value as BoardId);
const participantId = id.transform((value) => value as ParticipantId);
const meetingId = id.transform((value) => value as MeetingId);
const linkId = id.transform((value) => value as LinkId);
const oneLine = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u);
const day = z.string().refine(isDay);
const moment = z.int().min(0);
const version = z.coerce.number().int().min(1).max(1_000_000);

/** RFC 9457. `detail` says what to do, in bokmål; `errors` names the fields, by JSON pointer. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});
export type Problem = z.output<typeof problemSchema>;

export const boardParams = z.object({ boardId });
export const linkParams = z.object({ boardId, linkId });
export const meetingParams = z.object({ boardId, meetingId });
export const versionParams = z.object({ boardId, version });
export const diffParams = z.object({ boardId, a: version, b: version });

export const newBoardRequest = z.object({
  title: oneLine(120),
  templateId: z.enum(['lorenskog', 'simple']),
  /** What the leader is called at the table; a program that leaves it out is called by its role. */
  name: oneLine(60).optional(),
});
export const newBoardReply = z.object({ boardId: z.string(), leaderUrl: z.string(), joinUrl: z.string() });
export type NewBoardReply = z.output<typeof newBoardReply>;

/** The demo cases a board can be made from: `POST /api/demos/:demoId`, answered like a new board. */
export const demoIds = ['eirin', 'sander', 'selam-dawit'] as const;
export const demoParams = z.object({ demoId: z.enum(demoIds) });

export const boardListReply = z.object({
  boards: z.array(
    z.object({
      boardId: z.string(),
      title: z.string(),
      role: z.enum(roles),
      createdAt: moment,
      /** How many plan versions there are. */
      versions: z.int(),
    }),
  ),
});

/** Any text can be tried as a secret: a malformed one is refused like a wrong one. */
export const joinRequest = z.object({ secret: z.string().max(200), name: oneLine(60) });
export const joinReply = z.object({
  participantId: z.string(),
  role: z.enum(roles),
  state: z.enum(['in', 'waiting']),
});

export const meReply = z.object({
  participantId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  state: z.enum(['in', 'waiting']),
  title: z.string(),
  templateId: z.enum(['lorenskog', 'simple']),
});
export type MeReply = z.output<typeof meReply>;

export const participantSchema = z.object({
  participantId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  joinedAt: moment,
  /** Whether a socket of theirs is open now. */
  online: z.boolean(),
});
export const participantsReply = z.object({ participants: z.array(participantSchema) });
export type ParticipantReply = z.output<typeof participantSchema>;

const presentSchema = z.object({ name: oneLine(60), participantId: participantId.optional() });
export const newMeetingRequest = z.object({ date: day, present: z.array(presentSchema).max(60) });
export const newMeetingReply = z.object({ meetingId: z.string() });
export const meetingSchema = z.object({
  meetingId: z.string(),
  date: z.string(),
  present: z.array(z.object({ name: z.string(), participantId: z.string().optional() })),
  createdAt: moment,
  /** The version it was frozen as; absent while it is open. */
  version: z.int().optional(),
});
export type MeetingReply = z.output<typeof meetingSchema>;
export const meetingsReply = z.object({ meetings: z.array(meetingSchema) });
/** `PATCH /api/boards/:boardId/meetings/:meetingId`, while the meeting is open. */
export const changeMeetingRequest = newMeetingRequest.partial();

export const newLinkRequest = z.object({ role: z.enum(linkRoles), expiresAt: moment.optional() });
/** The URL with the secret is told once, when the link is made; only the secret's hash is kept. */
export const newLinkReply = z.object({ linkId: z.string(), url: z.string() });
export const linkSchema = z.object({
  linkId: z.string(),
  role: z.enum(roles),
  createdAt: moment,
  expiresAt: moment.optional(),
  withdrawnAt: moment.optional(),
  /** How many have come in by it. */
  joined: z.int(),
});
export type LinkReply = z.output<typeof linkSchema>;
export const linksReply = z.object({ links: z.array(linkSchema) });

/** One server-sent event: which rows of the board changed. */
export const newsSchema = z.object({
  changed: z.enum(['participants', 'meetings', 'links', 'plans', 'access']),
});
export type News = z.output<typeof newsSchema>;

export const freezeRequest = z.object({});
export const freezeReply = z.object({ version: z.int(), sha256: z.string() });
