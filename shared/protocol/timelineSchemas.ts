import { z } from 'zod';
import type { ParticipantId } from '../access/index.ts';
import { sheetSchema, templateSchema } from '../plan/index.ts';
import { boardId, id } from './httpSchemas.ts';
import { changesSchema } from './letterSchemas.ts';

/** `GET /api/boards/:boardId/timeline`: the moments of a duk, oldest first; the last is the duk as it is now. */
export const timelineReply = z.object({
  moments: z.array(
    z.object({
      position: z.int(),
      /** Milliseconds since the epoch. */
      takenAt: z.number(),
      /** Of a meeting that was frozen. */
      version: z.int().exactOptional(),
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
});
export type MomentReply = z.output<typeof momentReply>;
