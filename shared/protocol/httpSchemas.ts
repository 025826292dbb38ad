import { z } from 'zod';
import { documentParts, type LinkId, linkRoles, roles, seatStates } from '../access/index.ts';
import { type BoardId, isDay, type ParticipantId, type PersonId, voices } from '../board/index.ts';
import { type MeetingId, maxPresent } from '../meeting/index.ts';
import { templateSchema } from '../plan/index.ts';
import { cleanLine, isBlank } from '../text/index.ts';

export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const boardId = id.transform((value) => value as BoardId);
const participantId = id.transform((value) => value as ParticipantId);
const meetingId = id.transform((value) => value as MeetingId);
const linkId = id.transform((value) => value as LinkId);
/** What is written on one line: cleaned of what cannot be seen, and not empty to the eye. */
export const oneLine = (max: number) =>
  z
    .string()
    .overwrite(cleanLine)
    .min(1)
    .max(max)
    .refine((text) => !isBlank(text));
const day = z.string().refine(isDay);
const moment = z.int().min(0);
const voice = z.enum(voices);
export const version = z.coerce.number().int().min(1).max(1_000_000);

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
/** Of a socket. The duk has the board's own address, and no other. */
export const documentParams = z.object({ boardId, part: z.enum(documentParts).exclude(['duk']).optional() });
export const linkParams = z.object({ boardId, linkId });
export const participantParams = z.object({ boardId, participantId });
export const meetingParams = z.object({ boardId, meetingId });
export const versionParams = z.object({ boardId, version });
export const diffParams = z.object({ boardId, a: version, b: version });

/** @param layouts ids of those that a board can be made with here, as `GET /api/layouts` has them */
export const newBoardRequest = (layouts: readonly string[]) =>
  z.object({
    title: oneLine(120),
    templateId: z.enum(layouts),
    /** What the leader is called at the table; a program that leaves it out is called by its role. */
    name: oneLine(60).optional(),
  });
export const newBoardReply = z.object({ boardId: z.string(), leaderUrl: z.string(), joinUrl: z.string() });
export type NewBoardReply = z.output<typeof newBoardReply>;

/** The longest reason for closing a case. */
export const maxClosingReason = 300;
/**
 * `PATCH /api/boards/:boardId`: what is named is changed. `archived` closes the case, for a reason: it can be read, and not changed,
 * until it is opened again. Programs from before there were reasons give none.
 */
export const changeBoardRequest = z.object({
  title: oneLine(120).optional(),
  archived: z.boolean().optional(),
  reason: oneLine(maxClosingReason).optional(),
});
export const boardReply = z.object({
  boardId: z.string(),
  title: z.string(),
  /** Since when it is put away. */
  archivedAt: moment.optional(),
});

/** As many notes as the body of a request has room for. */
export const maxEmptied = 2_000;
/** `POST …/bin/empty`: these notes, of those in the bin; all when none are named. */
export const emptyBinRequest = z.object({ notes: z.array(z.string().max(100)).max(maxEmptied).optional() });

/** `GET /api/layouts`: those that ship first, then the operator's own. */
export const layoutsReply = z.object({ layouts: z.array(templateSchema) });

/** `GET /api/words`: the operator's own, beside those that ship. */
export const termsReply = z.object({
  words: z.array(
    z.object({
      name: z.string(),
      forms: z.array(z.string()),
      meaning: z.object({ nb: z.string(), nn: z.string(), en: z.string() }),
    }),
  ),
});

/** The demo cases a board can be made from: `POST /api/demos/:demoId`, answered like a new board. */
export const demoIds = ['eirin', 'sander', 'selam-dawit'] as const;
/** The case on which leading a meeting is practised: its first meeting is under way. */
export const practiceDemoId = 'maria';
export const demoParams = z.object({ demoId: z.enum([...demoIds, practiceDemoId]) });
export type DemoId = z.output<typeof demoParams>['demoId'];
/** Who leads each demo case's meetings, and so whose part the one who opens it plays. */
export const demoLeaders = { eirin: 'Marit', sander: 'Hanne', 'selam-dawit': 'Anette' } as const satisfies Record<
  (typeof demoIds)[number],
  string
>;

export const boardListReply = z.object({
  boards: z.array(
    z.object({
      boardId: z.string(),
      title: z.string(),
      role: z.enum(roles),
      createdAt: moment,
      /** How many plan versions there are; left out for those who may not read them. */
      versions: z.int().optional(),
      /** When it ends by itself and is erased, as an example does. */
      expiresAt: moment.optional(),
      /** Since when it is put away. */
      archivedAt: moment.optional(),
    }),
  ),
});

/** Any text can be tried as a secret: a malformed one is refused like a wrong one. */
const secret = z.string().max(200);

/** `POST /api/boards/:boardId/invitation`: what a link gives, for whoever holds it; nothing of the case, and nobody comes in by asking. */
export const invitationRequest = z.object({ secret });
export const invitationReply = z.object({
  role: z.enum(roles),
  /** Whether the leader lets each newcomer in. */
  lobby: z.boolean(),
});
export type InvitationReply = z.output<typeof invitationReply>;

export const joinRequest = z.object({
  secret,
  name: oneLine(60),
  /** Whose voice their notes carry to begin with. */
  voice: voice.optional(),
});
/** What one may change about oneself. */
export const changeMeRequest = z.object({ name: oneLine(60) });
export const changeMeReply = z.object({ name: z.string() });

export const joinReply = z.object({
  participantId: z.string(),
  role: z.enum(roles),
  state: z.enum(['in', 'waiting']),
});

const meInReply = z.object({
  participantId: z.string(),
  personId: z.string(),
  /** Every seat that is theirs at this board: what they wrote by an earlier link is theirs too. */
  seats: z.array(z.string()),
  name: z.string(),
  role: z.enum(roles),
  state: z.literal('in'),
  /** Whose voice their notes carry to begin with. */
  voice: voice.optional(),
  /** Whose voices they may write in. */
  voices: z.array(voice),
  /** Of a child: who is named to write for it, and what it has said to that; absent while it has said nothing. */
  helper: z.object({ personId: z.string(), name: z.string(), confirmed: z.boolean().optional() }).optional(),
  /** Of a child: every seat of those who were let write for it, now or before. What they wrote in its voice is its own. */
  helpers: z.array(z.string()).optional(),
  /** They were let write for a child, now or before. */
  hasHelped: z.literal(true).optional(),
  service: z.string().optional(),
  /** Whether they were given the plans to read; whoever leads reads them anyway. */
  plansGiven: z.boolean(),
  /** Whether the plan is about them. */
  isSubject: z.boolean(),
  /** Somebody of the case has told their story. */
  hasStories: z.literal(true).optional(),
  title: z.string(),
  templateId: z.string(),
  /** The layout that the duk was made with; absent when it is not on the server any more. */
  layout: templateSchema.optional(),
  /**
   * How long this browser is known here from now on, in milliseconds: while nothing is used, and at most. What it keeps for when there is
   * no network lasts no longer. Servers from before that do not say.
   */
  stays: z.object({ idleMs: z.number(), ageMs: z.number() }).optional(),
  /** When the board ends by itself and is erased, as an example does. */
  expiresAt: moment.optional(),
  /** Since when the board is put away: it can be read, and not changed. */
  archivedAt: moment.optional(),
  /** To the leader: why it was closed. */
  closingReason: z.string().optional(),
  /** Which services share what until when; absent where no consent was ever recorded. */
  sharing: z
    .array(z.object({ services: z.array(z.string()), themes: z.array(z.string()), until: z.string() }))
    .optional(),
  /** To the leader: services whose last consent soon runs out. */
  sharingEnds: z.array(z.object({ service: z.string(), until: z.string() })).optional(),
});
/** Nothing of the case is told to who is not in. */
const meWaitingReply = z.object({
  participantId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  state: z.literal('waiting'),
});
export const meReply = z.discriminatedUnion('state', [meInReply, meWaitingReply]);
export type MeReply = z.output<typeof meInReply>;
export type MeWaitingReply = z.output<typeof meWaitingReply>;

export const participantSchema = z.object({
  participantId: z.string(),
  /** Whose seat it is; absent while they wait. */
  personId: z.string().optional(),
  name: z.string(),
  role: z.enum(roles),
  /** Who waits and who was refused is told to the leader alone. */
  state: z.enum(seatStates),
  voice: voice.optional(),
  service: z.string().optional(),
  /** Was let write for a child, now or before: under what they wrote in its voice stands their name too. */
  hasHelped: z.literal(true).optional(),
  joinedAt: moment,
  /** To the leader, of somebody who waits: they were taken away from the table before, by their browser or their name. */
  removedBefore: z.literal(true).optional(),
  /** To the leader: another person at the table, or who waits, has a name that could be taken for theirs. */
  looksLike: z.literal(true).optional(),
  /** When the leader took them away from the table; what they wrote stays, under their name. */
  removedAt: moment.optional(),
  /** Whether a socket of theirs is open now. */
  online: z.boolean(),
});
export const participantsReply = z.object({ participants: z.array(participantSchema) });
export type ParticipantReply = z.output<typeof participantSchema>;

const presentSchema = z.object({
  name: oneLine(60),
  participantId: participantId.optional(),
  /** Whom of the case it is, with or without a seat. */
  personId: id.transform((value) => value as PersonId).optional(),
});
export const newMeetingRequest = z.object({
  date: day,
  present: z.array(presentSchema).max(60),
  /** When they meet again. */
  nextDate: day.optional(),
});
export const newMeetingReply = z.object({ meetingId: z.string() });
export const meetingSchema = z.object({
  meetingId: z.string(),
  date: z.string(),
  present: z.array(
    z.object({ name: z.string(), participantId: z.string().optional(), personId: z.string().optional() }),
  ),
  createdAt: moment,
  isFrozen: z.boolean(),
  /** When they meet again, where that is agreed. */
  nextDate: z.string().optional(),
  /** The version it was frozen as, for those who may read it. */
  version: z.int().optional(),
});
export type MeetingReply = z.output<typeof meetingSchema>;
export const meetingsReply = z.object({ meetings: z.array(meetingSchema) });
/** `PATCH /api/boards/:boardId/meetings/:meetingId`, while the meeting is open; `nextDate` alone also when it is frozen. */
export const changeMeetingRequest = newMeetingRequest.partial().extend({
  /** Who came and who went since the list was read: carried out on the list as it is then. Not beside `present`, which sets it whole. */
  presentChanges: z
    .object({ add: z.array(presentSchema).max(maxPresent), remove: z.array(presentSchema).max(maxPresent) })
    .optional(),
  /** null where it is not agreed any more. */
  nextDate: day.nullable().optional(),
});

export const newLinkRequest = z.object({
  role: z.enum(linkRoles),
  /** Whether the leader lets each newcomer in; left out, the link lets them straight in. */
  lobby: z.boolean().optional(),
  /** How many may come by it; left out, as many as have it. */
  uses: z.int().min(1).max(100).optional(),
  expiresAt: moment.optional(),
  /** Whom it is meant for, for those who look at the list. */
  label: oneLine(60).optional(),
});
/** Also for `POST /api/boards/:boardId/leader-link`. The URL with the secret is told once, when the link is made; only the secret's hash is kept. */
export const newLinkReply = z.object({ linkId: z.string(), url: z.string() });
export type NewLinkReply = z.output<typeof newLinkReply>;
export const linkSchema = z.object({
  linkId: z.string(),
  role: z.enum(roles),
  label: z.string().optional(),
  /** The one whoever asks came in by. */
  isOwn: z.literal(true).optional(),
  /** Made together with the board. */
  withBoard: z.literal(true).optional(),
  /** Whether the leader lets each newcomer in, also since somebody who came by it was removed. */
  lobby: z.boolean(),
  uses: z.int().optional(),
  createdAt: moment,
  expiresAt: moment.optional(),
  withdrawnAt: moment.optional(),
  /** How many have come in by it and were not removed. */
  joined: z.int(),
  /** How many of its uses are taken: all who came by it, but for those who were refused. */
  used: z.int(),
});
export type LinkReply = z.output<typeof linkSchema>;
export const linksReply = z.object({ links: z.array(linkSchema) });

/** One server-sent event: which rows of the board changed. */
export const newsSchema = z.object({
  changed: z.enum([
    'participants',
    'people',
    'meetings',
    'links',
    'plans',
    'actions',
    'answers',
    'consents',
    'stories',
    'access',
  ]),
});
export type News = z.output<typeof newsSchema>;

export const freezeRequest = z.object({});
export const freezeReply = z.object({ version: z.int(), sha256: z.string() });
