import { z } from 'zod';
import { isDay, type PersonId, voices } from '../board/index.ts';
import { areOnesOwn } from '../people/index.ts';
import { boardId, id, oneLine } from './httpSchemas.ts';

const personId = id.transform((value) => value as PersonId);
export const personParams = z.object({ boardId, personId });

const givenVoices = z
  .array(z.enum(voices))
  .max(voices.length)
  .refine(areOnesOwn, 'Barnets stemme kan ikke gis sammen med en annen.');
const phone = oneLine(40);
const email = oneLine(200).regex(/^[^\s@]+@[^\s@]+$/);
/** A BCP 47 tag, as `nb`, `so` or `pt-BR`. */
const language = z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}$/);

/** That somebody needs an interpreter, and the day of the meeting for which one was last ordered. */
const interpreter = z.object({ orderedFor: z.string().refine(isDay, 'Skriv en dag som ÅÅÅÅ-MM-DD.').exactOptional() });

/** `POST /api/boards/:boardId/people`: somebody of the case, whether they will ever open the duk or not. */
export const newPersonRequest = z.object({
  name: oneLine(60),
  service: oneLine(60).optional(),
  phone: phone.optional(),
  email: email.optional(),
  language: language.optional(),
  /** Whose voices they may speak in; none is all but the child's. */
  voices: givenVoices.optional(),
  /** Why they are in the team, in the leader's words. */
  reason: oneLine(200).optional(),
  /** What they may decide on, in the leader's words. */
  mayDecide: oneLine(200).optional(),
  interpreter: interpreter.optional(),
  /** Whether they may read plan versions; left out, they may when the plan is about them. */
  readsPlans: z.boolean().optional(),
  /** Whether the plan is about them. */
  isSubject: z.boolean().optional(),
});

/** `PATCH /api/boards/:boardId/people/:personId`: what is named is changed, the rest stands; null takes a field away. */
export const changePersonRequest = z.object({
  name: oneLine(60).optional(),
  service: oneLine(60).nullable().optional(),
  phone: phone.nullable().optional(),
  email: email.nullable().optional(),
  language: language.nullable().optional(),
  voices: givenVoices.optional(),
  reason: oneLine(200).nullable().optional(),
  mayDecide: oneLine(200).nullable().optional(),
  interpreter: interpreter.nullable().optional(),
  readsPlans: z.boolean().nullable().optional(),
  isSubject: z.boolean().optional(),
  /** Of somebody with the child's voice: who of the case may write for them, when their own page has said yes to it. */
  helperId: personId.nullable().optional(),
});

export const personSchema = z.object({
  personId: z.string(),
  name: z.string(),
  service: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  language: z.string().optional(),
  voices: z.array(z.enum(voices)),
  reason: z.string().optional(),
  mayDecide: z.string().optional(),
  /** Only where they need one. */
  interpreter: z.object({ orderedFor: z.string().exactOptional() }).optional(),
  /** Whether they may read plan versions now; whoever leads may anyway. */
  readsPlans: z.boolean(),
  isSubject: z.boolean(),
  /** Who is named to write for them, who have the child's voice. */
  helperId: z.string().optional(),
  /** What their own page has said to that helper; absent while it has said nothing. */
  helperConfirmed: z.boolean().optional(),
  /** Made the board: nobody who came by a link takes it from them. */
  madeBoard: z.literal(true).optional(),
});
export type PersonReply = z.output<typeof personSchema>;
export const peopleReply = z.object({ people: z.array(personSchema) });

/** `POST …/participants/:participantId/admit`: the leader lets somebody in, and says who they are. */
export const admitRequest = z.object({
  /** Whose voice they write in; needed of those who write, unless they are somebody whose voices are known. */
  voice: z.enum(voices).optional(),
  service: oneLine(60).optional(),
  /** Somebody of the case whom the newcomer is; left out, they are somebody new. */
  personId: personId.optional(),
});
export const admitReply = z.object({ participantId: z.string(), personId: z.string() });

/**
 * `PUT /api/boards/:boardId/me/helper`: the child's own page lets somebody write for it, or does so no more. A yes is to the one it
 * was asked about, whomever the leader has named since.
 */
export const answerHelperRequest = z
  .object({ confirmed: z.boolean(), helperId: personId.optional() })
  .refine(({ confirmed, helperId }) => !confirmed || helperId !== undefined, {
    path: ['helperId'],
    error: 'Si hvem det er sagt ja til.',
  });
