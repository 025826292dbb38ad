import { z } from 'zod';

const day = z.string();
const phase = z.enum(['untenable', 'exposed', 'stable', 'sustainable']);
const cell = { column: z.string(), theme: z.string() };

/** A document of schema 1 as JSON, each map by its name at the root. Keys that are not named here are kept and passed over. */
export const document1 = z.object({
  duk: z.looseObject({
    schema: z.literal(1),
    templateId: z.string(),
    title: z.string(),
    for: z.string(),
    horizonShort: day,
    horizonLong: day,
    form: z.record(z.string(), z.int()).optional(),
  }),
  notes: z.record(
    z.string(),
    z.looseObject({
      ...cell,
      order: z.string(),
      text: z.string(),
      voice: z.enum(['citizen', 'child', 'family', 'network', 'service']),
      author: z.string(),
      createdAt: z.number(),
      deletedAt: z.number().optional(),
      editedBy: z.string().optional(),
      deletedBy: z.string().optional(),
      lang: z.string().optional(),
      pair: z.string().optional(),
      goal: z.enum(['reached', 'underway', 'changed', 'dropped']).optional(),
      handwriting: z.looseObject({ sheet: z.number(), path: z.string() }).optional(),
      votes: z.record(z.string(), z.literal(true)).optional(),
      action: z
        .looseObject({
          owner: z.string(),
          ownerId: z.string().optional(),
          withIds: z.array(z.string()).optional(),
          service: z.string(),
          due: day,
          status: z.enum(['agreed', 'started', 'done', 'stopped']),
          reportedBy: z.string().optional(),
          reportedAt: z.number().optional(),
          settleWith: z.string().optional(),
          settleBy: day.optional(),
          follows: z.string().optional(),
          alongside: z.string().optional(),
          paidBy: z.string().optional(),
        })
        .optional(),
    }),
  ),
  strokes: z.record(
    z.string(),
    z.looseObject({
      ...cell,
      points: z.array(z.number()),
      colour: z.enum(['ink', 'spruce', 'rust']),
      width: z.number(),
      author: z.string(),
    }),
  ),
  /** 'overall' or a theme's id; with ':citizen' behind it, how the citizen sees it. */
  journey: z.record(z.string(), phase),
  meeting: z.looseObject({ vision: z.string().optional(), step: z.string().optional() }).optional(),
});
