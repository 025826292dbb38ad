import { z } from 'zod';
import { isDay } from '../board/index.ts';
import { cleanText, isBlank } from '../text/index.ts';
import { id } from './httpSchemas.ts';

/** Longest line of the contact log, in UTF-16 units. */
export const longestContact = 2000;

const day = z.string().refine(isDay, 'Skriv en dag som ÅÅÅÅ-MM-DD.');

/** One line of the leader's contact log. What was written stands; a correction is a line of its own that says which it is of. */
export const contactSchema = z.object({
  contactId: z.string(),
  /** The day that it happened. */
  day: z.string(),
  words: z.string(),
  /** Who wrote it, as they were called then, and when. */
  by: z.string(),
  at: z.number(),
  /** The line that it corrects. */
  corrects: z.string().exactOptional(),
});
export type ContactReply = z.output<typeof contactSchema>;

/** `GET …/contacts`: newest day first. */
export const contactsReply = z.object({ contacts: z.array(contactSchema) });

/** `POST …/contacts`. Whoever had no answer sends the same again under the same `contactId`: it is one line, since none can be taken away. */
export const newContactRequest = z.object({
  contactId: id.optional(),
  day,
  words: z
    .string()
    .overwrite((text) => cleanText(text).trim())
    .min(1)
    .max(longestContact)
    .refine((text) => !isBlank(text)),
  corrects: id.optional(),
});
