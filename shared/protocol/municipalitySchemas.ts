import { z } from 'zod';
import type { GuideStep } from '../guide/index.ts';
import { columnIds } from '../template/index.ts';
import { cleanText, isBlank } from '../text/index.ts';

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
  /** Who answers for that nobody is shut out: an e-mail address, and whether the server itself can write to it. */
  accessibility: z.object({ email: z.string(), canSend: z.boolean() }).exactOptional(),
});
export type MunicipalityReply = z.output<typeof municipalityReply>;

/** Longest words of somebody who is shut out by something, in UTF-16 units. */
export const longestBarrier = 2000;

/** `POST /api/barriers`: what shuts somebody out, and how to answer them, if they wish. Nothing of it is kept here. */
export const barrierRequest = z.object({
  words: z
    .string()
    .overwrite((text) => cleanText(text).trim())
    .min(1)
    .max(longestBarrier)
    .refine((text) => !isBlank(text)),
  answerTo: z
    .string()
    .overwrite((text) => cleanText(text).trim())
    .min(1)
    .max(200)
    .exactOptional(),
});
