import { z } from 'zod';
import { roles } from '../access/index.ts';

const version = z.int().min(1);
/** Which one: several can be cut out of one version. */
const cutId = z.string();
/** Somebody of the case, as they were called then. */
const whom = z.string();

/** What stands in the log of somebody whom the core team has been told of: seen among all of them, seen whole, and done. */
export const proposalEventKinds = [
  'intake',
  'proposal',
  'proposalMade',
  'proposalChanged',
  'proposalAsked',
  'proposalConsented',
  'proposalNotNeeded',
  'proposalDeclined',
  'proposalReopened',
  'proposalDuk',
] as const;
export type ProposalEventKind = (typeof proposalEventKinds)[number];

/** What somebody saw or did, without a word of what stood there. */
export const logEventSchema = z.discriminatedUnion('kind', [
  // Seen.
  /** Was at the duk, with the translations beside it. */
  z.object({ kind: z.literal('duk') }),
  z.object({ kind: z.literal('plan'), version }),
  /** What changed from one version to another. */
  z.object({ kind: z.literal('changes'), from: version, to: version }),
  z.object({ kind: z.literal('export'), version, format: z.string() }),
  /** The tiltak of the case, among those of all that they lead. */
  z.object({ kind: z.literal('followUp') }),
  /** Their own tiltak, by a link that they answer by. */
  z.object({ kind: z.literal('ownActions') }),
  /** How far the case has come, among all that they lead. */
  z.object({ kind: z.literal('programme') }),
  z.object({ kind: z.literal('consents') }),
  /** What was cut out of a version for them. */
  z.object({ kind: z.literal('cut'), version, cutId }),
  z.object({ kind: z.literal('cutFile'), version, cutId, format: z.string() }),
  /** What those who lead note for themselves. */
  z.object({ kind: z.literal('contacts') }),
  /** What somebody of the case has told once, whoever they are. */
  z.object({ kind: z.literal('story'), authorId: z.string(), whom }),
  /** Told it, or changed it. */
  z.object({ kind: z.literal('storyWritten') }),
  /** The duk as it was before. */
  z.object({ kind: z.literal('timeline') }),
  /** Said something to the tiltak of a draft, however often they changed it. */
  z.object({ kind: z.literal('planAnswered'), version }),
  // Done.
  /** Made the duk, or some of its notes, what it was at a moment, or took that back. */
  z.object({ kind: z.literal('restored') }),
  z.object({ kind: z.literal('restoreUndone') }),
  z.object({ kind: z.literal('answered') }),
  /** An address by which somebody's own calendar has the days of the case. */
  z.object({ kind: z.literal('calendarMade') }),
  z.object({ kind: z.literal('calendarsWithdrawn') }),
  z.object({ kind: z.literal('letIn'), whom }),
  z.object({ kind: z.literal('refused'), whom }),
  z.object({ kind: z.literal('removed'), whom }),
  z.object({ kind: z.literal('linkMade'), role: z.enum(roles) }),
  z.object({ kind: z.literal('linkWithdrawn') }),
  z.object({ kind: z.literal('answerLinkMade'), whom }),
  z.object({ kind: z.literal('answerLinksWithdrawn'), whom }),
  z.object({ kind: z.literal('plansGiven'), whom }),
  z.object({ kind: z.literal('plansTaken'), whom }),
  /** Whom the plan is about may approve it and read this log. */
  z.object({ kind: z.literal('subjectMarked'), whom }),
  z.object({ kind: z.literal('subjectUnmarked'), whom }),
  /** A seat at the duk was said to be this person's. */
  z.object({ kind: z.literal('seatGiven'), whom }),
  z.object({ kind: z.literal('leaderAdded'), whom }),
  z.object({ kind: z.literal('leaderRemoved'), whom }),
  z.object({ kind: z.literal('handedOver'), whom }),
  z.object({ kind: z.literal('frozen'), version }),
  z.object({ kind: z.literal('planApproved'), version }),
  /** Wrote down that those whom it is about have said yes. */
  z.object({ kind: z.literal('planApprovedAsSpoken'), version }),
  z.object({ kind: z.literal('planTimeAgreed'), version }),
  z.object({ kind: z.literal('planReleased'), version }),
  z.object({ kind: z.literal('planArchived'), version }),
  z.object({ kind: z.literal('cutGiven'), version, cutId, whom }),
  z.object({ kind: z.literal('cutWithdrawn'), version, cutId, whom }),
  /** Nobody changes it any more, and it can still be read. */
  z.object({ kind: z.literal('caseClosed') }),
  z.object({ kind: z.literal('caseReopened') }),
  z.object({ kind: z.literal('consentRecorded') }),
  z.object({ kind: z.literal('consentWithdrawn') }),
  z.object({ kind: z.literal('contactWritten') }),
  /** Which target group the case is of, or how it is followed. */
  z.object({ kind: z.literal('programmeSaid') }),
  /** Staff are no longer named to whom the plan is about, in this log; or are again. */
  z.object({ kind: z.literal('staffHidden') }),
  z.object({ kind: z.literal('staffNamed') }),
  z.object({ kind: z.literal('storyAsked'), whom }),
  /** Let somebody read what they tell. */
  z.object({ kind: z.literal('storyGiven'), whom }),
  z.object({ kind: z.literal('storyTaken'), whom }),
  z.object({ kind: z.literal('storyErased') }),
  z.object({ kind: z.enum(proposalEventKinds) }),
]);
export type LogEvent = z.output<typeof logEventSchema>;

/** By what somebody had access: a share link, an account that leads the case, a link to answer by, or one to a cut. */
export const accessKinds = ['link', 'account', 'answerLink', 'cutLink'] as const;

/** One line of a case's log: who, as what, by which access, saw or did what, when. */
export const logLineSchema = z.object({
  /** Or the id of a proposal, which has no board. */
  boardId: z.string(),
  /** 1, 2, 3 … within the case. */
  number: z.int().min(1),
  /** Milliseconds since the epoch. */
  at: z.int().min(0),
  personId: z.string(),
  /** Their seat, the link they answer by, or one opening of a link to a cut. */
  participantId: z.string(),
  /** As they were called and where they worked then. */
  name: z.string(),
  service: z.string().exactOptional(),
  /** Absent for who has no seat. */
  role: z.enum(roles).exactOptional(),
  access: z.enum(accessKinds),
  accessId: z.string(),
  event: logEventSchema,
  /** Random, so that nobody who has the hash alone can guess at the name. */
  salt: z.string(),
  /** Of the line before, '' for the first: whoever changes or takes out a line is found out. */
  previousHash: z.string(),
});
export type LogLine = z.output<typeof logLineSchema>;

/** What is seen, or said again a moment later, as against what is done each time. */
const seenKinds: ReadonlySet<LogEvent['kind']> = new Set<LogEvent['kind']>([
  'duk',
  'plan',
  'changes',
  'export',
  'followUp',
  'ownActions',
  'programme',
  'consents',
  'cut',
  'cutFile',
  'contacts',
  'intake',
  'proposal',
  'story',
  'storyWritten',
  'planAnswered',
]);

/** Whether one line stands for all the times in a sitting. */
export function isSeen({ kind }: LogEvent): boolean {
  return seenKinds.has(kind);
}

/** An event as one word, for telling whether it was noted already in a sitting. It holds no name. */
export function keyOf(event: LogEvent): string {
  switch (event.kind) {
    case 'plan':
    case 'planAnswered':
    case 'planApproved':
    case 'planApprovedAsSpoken':
    case 'planTimeAgreed':
    case 'planReleased':
    case 'planArchived':
    case 'frozen':
      return `${event.kind} ${event.version}`;
    case 'cut':
    case 'cutGiven':
    case 'cutWithdrawn':
      return `${event.kind} ${event.cutId}`;
    case 'cutFile':
      return `${event.kind} ${event.cutId} ${event.format}`;
    case 'story':
      return `story ${event.authorId}`;
    case 'changes':
      return `changes ${event.from} ${event.to}`;
    case 'export':
      return `${event.kind} ${event.version} ${event.format}`;
    default:
      return event.kind;
  }
}

/**
 * How long a sitting is, in milliseconds: what one sees again at one seat within it is one line. An investeringsmøte lasts two
 * hours, with a pause.
 */
export const sittingMs = 4 * 60 * 60 * 1000;
