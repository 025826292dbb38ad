import { z } from 'zod';
import { roles } from '../access/index.ts';
import { accessKinds, logEventSchema } from '../log/index.ts';
import { id } from './httpSchemas.ts';

/** `GET /api/boards/:boardId/log`: lines before the one of that number, and of one person. */
export const caseLogQuery = z.object({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  person: id.optional(),
});

export const logLineReply = z.object({
  number: z.int(),
  at: z.int().min(0),
  personId: z.string(),
  /** '' where it is of the staff, and they are not named to whoever reads; so is `whom` of an event. */
  name: z.string(),
  service: z.string().optional(),
  role: z.enum(roles).optional(),
  access: z.enum(accessKinds),
  event: logEventSchema,
});
export type LogLineReply = z.output<typeof logLineReply>;

/** Newest first. */
export const caseLogReply = z.object({
  lines: z.array(logLineReply),
  /** Whether there are lines before these. */
  hasMore: z.boolean(),
  /** Everybody who is in the log, whoever was there last first, as they were called then. */
  people: z.array(z.object({ personId: z.string(), name: z.string(), service: z.string().optional() })),
  /** Whether staff are named to whom the plan is about. */
  hidesStaff: z.boolean(),
});
export type CaseLogReply = z.output<typeof caseLogReply>;

/** `PUT /api/boards/:boardId/log/staff`: whether staff are named, in the log, to whom the plan is about. */
export const hideStaffRequest = z.object({ hidden: z.boolean() });
