import { z } from 'zod';
import { isDay, type NoteId } from '../board/index.ts';
import { answerKinds, followUpGroups, indexedAction } from '../followUp/index.ts';
import { boardId, id } from './httpSchemas.ts';

const noteId = id.transform((value) => value as NoteId);
const day = z.string().refine(isDay, 'Skriv en dag som ÅÅÅÅ-MM-DD.');

export const actionParams = z.object({ boardId, noteId });

/** What somebody said of a tiltak, as the leader reads it. */
const answerSchema = z.object({
  personId: z.string(),
  answer: z.enum(answerKinds),
  line: z.string().optional(),
  date: z.string().optional(),
  answeredAt: z.number(),
  settledAt: z.number().optional(),
});

/** `GET /api/followup`: what the cases that this session leads need, each list in the order that needs a person. */
export const followUpReply = z.object({
  /** The day that it is reckoned from. */
  today: z.string(),
  /** Every open tiltak. */
  items: z.array(
    z.object({
      boardId: z.string(),
      noteId: z.string(),
      theme: z.string(),
      text: z.string(),
      service: z.string(),
      due: z.string(),
      status: indexedAction.shape.status,
      group: z.enum(followUpGroups),
      daysOver: z.int(),
      doers: z.array(
        z.object({
          name: z.string(),
          personId: z.string().optional(),
          service: z.string().optional(),
          phone: z.string().optional(),
          hasEmail: z.boolean().optional(),
        }),
      ),
      answer: answerSchema.optional(),
    }),
  ),
  meetings: z.array(z.object({ boardId: z.string(), date: z.string() })),
  withoutAction: z.array(z.object({ boardId: z.string(), name: z.string(), personId: z.string().optional() })),
  cases: z.array(z.object({ boardId: z.string(), title: z.string(), done: z.int(), open: z.int(), over: z.int() })),
});
export type FollowUpReply = z.output<typeof followUpReply>;

/** `PATCH /api/boards/:boardId/actions/:noteId`: the leader moves a date, or says how far a tiltak has come. */
export const changeActionRequest = z.object({
  due: z.union([day, z.literal('')]).optional(),
  status: indexedAction.shape.status.optional(),
});
