import { z } from 'zod';
import { isDay } from '../board/index.ts';
import { type ConsentId, consentWays } from '../consent/index.ts';
import { cleanText, isBlank } from '../text/index.ts';
import { boardId, id, oneLine } from './httpSchemas.ts';

const day = z.string().refine(isDay);
const how = z.enum(consentWays);
const moment = z.int().min(0);
/** What was agreed on can have lines. */
const agreedWords = z
  .string()
  .overwrite(cleanText)
  .min(1)
  .max(2_000)
  .refine((text) => !isBlank(text));

export const consentParams = z.object({ boardId, consentId: id.transform((value) => value as ConsentId) });

/** `POST /api/boards/:boardId/consents`: a consent to share, as somebody gave it. */
export const newConsentRequest = z
  .object({
    /** Those who may share with each other. */
    services: z.array(oneLine(60)).min(1).max(20),
    /** Themes of the duk's layout; none for everything. */
    themes: z.array(id).max(30),
    purpose: oneLine(300),
    words: agreedWords,
    givenBy: oneLine(60),
    how,
    givenOn: day,
    /** The last day that it counts: none counts for ever. */
    until: day,
  })
  .refine(({ givenOn, until }) => givenOn <= until, {
    path: ['until'],
    error: 'Må være samme dag som samtykket ble gitt, eller senere.',
  });

/** `POST …/consents/:consentId/withdraw`: who said so, and how. A spoken word is enough. */
export const withdrawConsentRequest = z.object({ by: oneLine(60), how });

export const consentSchema = z.object({
  consentId: z.string(),
  services: z.array(z.string()),
  themes: z.array(z.string()),
  purpose: z.string(),
  words: z.string(),
  givenBy: z.string(),
  how,
  givenOn: z.string(),
  until: z.string(),
  /** The name of whoever wrote it down. */
  recordedBy: z.string(),
  recordedAt: moment,
  state: z.enum(['given', 'runOut', 'withdrawn']),
  withdrawal: z.object({ by: z.string(), how, recordedBy: z.string(), at: moment }).optional(),
  /** Plan versions that were made while it counted. */
  versions: z.array(z.int()),
});
export type ConsentReply = z.output<typeof consentSchema>;
/** Newest first. */
export const consentsReply = z.object({ consents: z.array(consentSchema) });

export const withdrawConsentReply = z.object({
  consent: consentSchema,
  /** Services that are out since: no other consent names them. */
  servicesOut: z.array(z.string()),
});
