import { z } from 'zod';
import type { GuideStep } from '../guide/index.ts';
import { columnIds } from '../template/index.ts';

const text = z.object({ nb: z.string(), nn: z.string(), en: z.string() });
const column = z.enum(columnIds);

/** `GET /api/municipality`: what the municipality has set up for its meetings. */
export const municipalityReply = z.object({
  /** Its own steps of a meeting, in their order; none where it follows those that ship. */
  steps: z.array(
    z.object({
      id: z.string(),
      name: text,
      question: text,
      aloud: text,
      matter: z.enum(['promises', 'notes', 'actions', 'journey', 'nextMeeting', 'freeze']),
      columns: z.array(column),
      byTheme: z.boolean(),
      answersIn: column.exactOptional(),
      minutes: z.number(),
    }) satisfies z.ZodType<GuideStep>,
  ),
  /** Whom a child can ring here, such as its school nurse. */
  childContact: z.object({ name: z.string(), phone: z.string() }).exactOptional(),
});
export type MunicipalityReply = z.output<typeof municipalityReply>;
