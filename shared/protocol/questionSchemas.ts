import { z } from 'zod';
import { childAnswers, longestQuestion } from '../quiet/index.ts';
import { cleanText, isBlank } from '../text/index.ts';
import { id } from './httpSchemas.ts';

/** `POST …/questions`: what somebody would have a child change. */
export const askChildRequest = z.object({
  noteId: id,
  words: z
    .string()
    .overwrite((text) => cleanText(text).trim())
    .min(1)
    .max(longestQuestion)
    .refine((text) => !isBlank(text)),
});

/** `POST …/questions/answer`: what the child says, or whom it lets write for it. */
export const answerChildRequest = z.object({ noteId: id, answer: z.enum(childAnswers) });

/** `POST …/read-out`, `…/read-out/back`: which of one's own drafts whoever leads is to read out, or is not after all. */
export const readOutRequest = z.object({ draftId: id });

/** `POST …/read-out/done`: whose it was, and which. */
export const wasReadOutRequest = z.object({ personId: id, draftId: id });
