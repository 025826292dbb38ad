import { z } from 'zod';
import type { ParticipantId } from '../access/index.ts';
import { type NoteId, restoreLimits } from '../board/index.ts';
import { sheetSchema, templateSchema } from '../plan/index.ts';
import { boardId, id } from './httpSchemas.ts';
import { changesSchema } from './letterSchemas.ts';

const noteId = z.string().transform((id) => id as NoteId);
/** What stays as it is now although it was otherwise then: how much, by the reason. */
const left = z.record(z.enum(restoreLimits), z.int());

/** `GET /api/boards/:boardId/timeline`: the moments of a duk, oldest first; the last is the duk as it is now. */
export const timelineReply = z.object({
  moments: z.array(
    z.object({
      position: z.int(),
      /** Milliseconds since the epoch. */
      takenAt: z.number(),
      /** Of a meeting that was frozen. */
      version: z.int().exactOptional(),
      /** Just before the duk was made what it was earlier. */
      isBeforeRestore: z.literal(true).exactOptional(),
    }),
  ),
});
export type TimelineReply = z.output<typeof timelineReply>;

export const momentParams = z.object({ boardId, position: id });

/** `GET …/timeline/:position`: the duk as it was, without its bin, and what became different since. */
export const momentReply = z.object({
  sheet: sheetSchema,
  template: templateSchema,
  participants: z.array(
    z.object({
      participantId: z.string().transform((id) => id as ParticipantId),
      name: z.string(),
      hasHelped: z.literal(true).exactOptional(),
    }),
  ),
  changes: changesSchema,
  /** What would become different if the duk were made so again, as it is now. */
  restoring: z.object({
    /** How much of the journal was looked at: what comes after it stays as it is. */
    seen: z.int(),
    /** Notes that would come back (`isBack`), or be as they were, with their words then; in the order of the sheet. */
    notes: z.array(z.object({ noteId, text: z.string(), isBack: z.boolean() })),
    /** How many notes would go into the bin. */
    away: z.int(),
    head: z.int(),
    phases: z.int(),
    left,
  }),
});
/** Most notes that can be named to be restored: more than lie on any duk. */
const maxRestored = 4_000;

/** `POST …/timeline/:position/restore`: `seen` as `GET …/timeline/:position` said it; all of the duk where no notes are named. */
export const restoreRequest = z.strictObject({
  seen: z.int().min(0),
  notes: z.array(z.string().max(100)).min(1).max(maxRestored).optional(),
});

/** What was restored: how many notes came back, went into the bin and were changed, and what stays for which reason. */
export const restoreReply = z.object({
  back: z.int(),
  away: z.int(),
  changed: z.int(),
  head: z.int(),
  phases: z.int(),
  left,
});
export type RestoreReply = z.output<typeof restoreReply>;

export type MomentReply = z.output<typeof momentReply>;
