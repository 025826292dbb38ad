import { z } from 'zod';
import { isDay, type NoteId } from '../board/index.ts';
import { subjectPresences } from '../meeting/index.ts';
import { actionAnswers, planStates } from '../plan/index.ts';
import { cleanLine } from '../text/index.ts';
import { boardId, oneLine, version } from './httpSchemas.ts';

const day = z.string().refine(isDay);
const moment = z.int().min(0);

export const planAnswerParams = z.object({
  boardId,
  version,
  noteId: z
    .string()
    .max(100)
    .transform((value) => value as NoteId),
});

/** Longest line that goes with an answer, a reason or the like, in UTF-16 units. */
export const maxLifeLine = 200;

/**
 * `POST …/plans/:version/approve`: by somebody whom the plan is about, from their own seat; or as they said it, written down by the
 * leader with the day and how it was said.
 */
export const approvePlanRequest = z.discriminatedUnion('by', [
  z.object({ by: z.literal('citizen') }),
  z.object({ by: z.literal('spoken'), when: day, how: oneLine(maxLifeLine) }),
]);

/** `POST …/plans/:version/time`: the last day of the time that was agreed for thinking; a day that is still to come, and no earlier than one agreed on. */
export const planTimeRequest = z.object({ until: day });

/** `POST …/plans/:version/release`: takes a draft into use when the agreed time is over. */
export const releasePlanRequest = z.object({ reason: oneLine(maxLifeLine) });

/** `PUT …/plans/:version/answers/:noteId`: what somebody whom the plan is about says to one of its tiltak. */
export const answerActionRequest = z.object({
  answer: z.enum(actionAnswers),
  line: z.string().overwrite(cleanLine).max(maxLifeLine).optional(),
});

/** `POST …/plans/:version/receipts`: what the archive called it, and the day it took it. */
export const archiveReceiptRequest = z.object({ archiveId: oneLine(maxLifeLine), day });

export const planStateSchema = z.enum(planStates);

/** `GET …/plans/:version/life`: how it has gone with a version since it was frozen. */
export const planLifeReply = z.object({
  state: planStateSchema,
  approval: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('citizen'), at: moment, name: z.string() }),
      z.object({ by: z.literal('spoken'), at: moment, name: z.string(), when: z.string(), how: z.string() }),
    ])
    .exactOptional(),
  release: z.object({ at: moment, name: z.string(), reason: z.string() }).exactOptional(),
  /** The last day of the time that was agreed for thinking. */
  until: z.string().exactOptional(),
  /** Whether there is no newer version: only the newest is approved. */
  isNewest: z.boolean(),
  /** Whether the agreed time is over. */
  timeIsOver: z.boolean(),
  /** Whether whoever asks may say yes to it, as somebody whom it is about. */
  mayApprove: z.boolean(),
  /** The same of its tiltak, one by one. A child does, and does not answer for its family. */
  mayAnswer: z.boolean(),
  /** To the leader all that was said, to others what they have said themselves: the last to each tiltak. */
  answers: z.array(
    z.object({
      noteId: z.string(),
      name: z.string(),
      answer: z.enum(actionAnswers),
      line: z.string(),
      at: moment,
      /** Said by whoever asks. */
      isOwn: z.boolean(),
    }),
  ),
  /** Of a draft: whether anybody whom the plan is about was there when it was frozen. */
  subject: z.enum(subjectPresences).exactOptional(),
  /** How many are marked now as those whom the plan is about. */
  subjects: z.int().min(0),
  /** To the leader: what the archive answered. */
  receipts: z.array(z.object({ archiveId: z.string(), day: z.string(), name: z.string() })),
  /** To the leader: whether it is set up which law the plan is shielded by, without which no package for the archive is made. */
  hasArchiveGround: z.boolean().exactOptional(),
});
export type PlanLifeReply = z.output<typeof planLifeReply>;
