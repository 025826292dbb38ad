import { z } from 'zod';
import type { SurveyResult } from '../survey/index.ts';

/** Any text can be tried as a secret: a malformed one is refused like a wrong one. */
const secret = z.string().max(200);
/** Option ids by question: which there are is judged against the questions. */
const marks = z.record(z.string().max(40), z.array(z.string().max(40)).max(40));

/** Most links of one survey: every employee of a large municipality's service. */
export const mostSurveyLinks = 500;

/** `POST /api/surveys`: a survey with so many links. Fewer than five could never be told. */
export const newSurveyRequest = z.object({ links: z.int().min(5).max(mostSurveyLinks) });
/** The links are told once, when the survey is made: only hashes of their secrets are kept. */
export const newSurveyReply = z.object({ resultUrl: z.string(), answerUrls: z.array(z.string()) });

/** `POST /api/surveys/open`: whether a link still takes an answer; `/result`: what may be told so far. */
export const surveyLinkRequest = z.object({ secret });
/** `POST /api/surveys/answer`. */
export const surveyAnswerRequest = z.object({ secret, marks });

const told = z.union([z.literal('few'), z.object({ count: z.int(), percent: z.int() })]);
const result: z.ZodType<SurveyResult, SurveyResult> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('few') }),
  z.object({
    kind: z.literal('here'),
    answers: z.int(),
    questions: z.array(z.object({ id: z.string(), options: z.array(z.object({ id: z.string(), told })) })),
  }),
]);
export const surveyResultReply = z.object({ result, linksLeft: z.int() });

/** `POST /api/boards/:boardId/pulse`: how it was for the citizen, after the newest meeting. */
export const pulseRequest = z.object({ marks });
/** Whether it was added; an example's is not. */
export const pulseReply = z.object({ counted: z.boolean() });
/** `GET …/pulse`: whether they can say it now. `none`: no meeting was frozen; `notAsked`: it is not theirs to say. */
export const pulseStateReply = z.object({ state: z.enum(['open', 'given', 'none', 'notAsked']) });
/** `GET /api/pulse`: of all cases together, for those who lead. */
export const pulseResultReply = z.object({ result });
